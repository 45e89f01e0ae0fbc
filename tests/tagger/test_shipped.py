"""The bundle that comes with the package, on a report of our own."""

from pathlib import Path

import pytest

import sayso.tagger
from sayso.annotate.tokens import words_of
from sayso.record.annotation import Tagged, Token
from sayso.tagger.tagger import NeuralTagger, load_tagger

FOLDER = Path(sayso.tagger.__file__).parent / "bundle"
TEXT = """\
“We will not open the Tarn terminal before March,” Ines Okafor said on Monday.
The transport minister added that engineers of the Port Authority had found cracks in the quay.
According to a report by the ministry, the work will take at least a year.
"""

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="no bundle in the package"),
]


@pytest.fixture(scope="module")
def tagger() -> NeuralTagger:
    return load_tagger()


def tagged(tagger: NeuralTagger, text: str) -> Tagged:
    return tagger.tag(text, (), [Token(word.start, word.end, text=word.of(text)) for word in words_of(text)])


def test_bundle_fits_the_wheel() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 30_000_000


def test_speech_and_report_are_found_with_their_sources(tagger: NeuralTagger) -> None:
    attributions = tagged(tagger, TEXT).attributions
    found = {(one.source.of(TEXT) if one.source else None, one.cue[0].of(TEXT)) for one in attributions}
    assert {("Ines Okafor", "said"), ("The transport minister", "added")} <= found
    assert any(cue == "According to" for _, cue in found)


def test_person_and_organisation_are_named(tagger: NeuralTagger) -> None:
    names = tagged(tagger, TEXT).names
    assert {("Ines Okafor", "person"), ("Port Authority", "organisation")} <= {(n.of(TEXT), n.label) for n in names}


def test_answer_is_the_same_whatever_was_read_before(tagger: NeuralTagger) -> None:
    before = tagged(tagger, TEXT)
    tagged(tagger, "Rain fell on the harbour. " * 200)
    assert tagged(tagger, TEXT) == before


def test_long_report_is_read_to_its_end(tagger: NeuralTagger) -> None:
    attributions = tagged(tagger, TEXT * 20).attributions
    assert max(one.cue[0].start for one in attributions) > len(TEXT) * 19
