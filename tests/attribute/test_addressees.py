import pytest

from sayso.attribute.addressees import is_heard


@pytest.mark.parametrize("cue", ["was told", "had been ordered", "were being warned", "is repeatedly urged"])
def test_the_subject_of_a_passive_hears(cue):
    assert is_heard(cue.split())


@pytest.mark.parametrize("cue", ["told", "is promising", "are urging", "has been calling", "was quick to tell"])
def test_the_subject_of_an_active_verb_speaks(cue):
    assert not is_heard(cue.split())
