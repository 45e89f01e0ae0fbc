"""How sure an event is."""

import pytest

from sayso.attribute.events.confidence import confidence, share
from sayso.record.annotation import Word


def word(**shares: float) -> Word:
    return Word(tag="VERB", head=None, relation="root", event=shares)


UNASKED = Word(tag="VERB", head=None, relation="root")


def test_the_surer_the_tagger_is_of_the_type_the_surer_is_the_event():
    likely, doubtful, other = (confidence([one], "AID") for one in (word(AID=0.95), word(AID=0.4), word(ACCUSE=0.95)))
    assert 1 > likely > doubtful > other > 0


def test_of_several_words_the_likeliest_counts():
    assert share([word(AID=0.2), word(AID=0.7), UNASKED], "AID") == pytest.approx(0.7)


def test_nobody_asked_is_not_the_same_as_seeing_nothing():
    assert share([UNASKED], "AID") is None
    assert share([word()], "AID") == 0.0
    assert confidence([UNASKED], "AID") > confidence([word()], "AID")
