"""What looks like an attribution and is none, and what goes beyond its sentence or its heading."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.record.annotation import Attribution, Tagged
from sayso.spans import Span


@dataclass(frozen=True)
class Finder:
    """A tagger that finds one attribution, told by its words; each stands once in the text."""

    source: str | None
    cue: str
    content: str
    confidence: float = 0.7
    version: str = "test@1"

    def tag(self, text, _sentences, _tokens):
        def span(words):
            return Span(text.index(words), text.index(words) + len(words))

        one = Attribution(
            cue=(span(self.cue),),
            source=span(self.source) if self.source else None,
            content=(span(self.content),),
            method="tagger:test",
            confidence=self.confidence,
        )
        return Tagged(attributions=(one,))


def found(*paragraphs, tagger=None, headline=None):
    annotated = annotate(report_of(*paragraphs, headline=headline), tagger=tagger)
    text = annotated.report.text
    return [
        (one.source and one.source.of(text), one.cue[0].of(text), [piece.of(text) for piece in one.content])
        for one in annotated.attributions
    ]


def test_nobody_says_nothing_within_what_is_said():
    assert [cue for _, cue, _ in found("“No one asked us to leave, and nobody told me why,” Ng said.")] == ["said"]


@pytest.mark.parametrize("own", ["I say it is late", "We demand an answer"])
def test_what_somebody_does_in_saying_it_is_no_second_statement(own):
    assert [cue for _, cue, _ in found(f"“{own},” Ng said.")] == ["said"]


def test_what_somebody_tells_of_having_said_is_one():
    cues = {cue for _, cue, _ in found("“I told the board that it was late,” Ng said.")}
    assert cues == {"told", "said"}


def test_an_unknown_cue_that_the_tagger_doubts_is_left_out():
    text = "Ng exudes calm about the dam."
    assert found(text, tagger=Finder("Ng", "exudes", "calm about the dam", 0.28)) == []
    assert len(found(text, tagger=Finder("Ng", "exudes", "calm about the dam", 0.8))) == 1


def test_what_was_before_the_source_is_told_where_the_source_itself_was_taken_for_it():
    text = "The dam will open in May, the ministers announced on Tuesday."
    tagger = Finder("the ministers", "announced", "the ministers")
    assert found(text, tagger=tagger) == [("the ministers", "announced", ["The dam will open in May"])]


def test_who_is_called_back_is_nothing_that_was_said():
    envoy = Finder("Chile", "recalled", "its envoy to Lima")
    night = Finder("The guard", "recalled", "the night of the fire")
    assert found("Chile recalled its envoy to Lima.", tagger=envoy) == []
    assert len(found("The guard recalled the night of the fire.", tagger=night)) == 1


def test_the_year_before_a_source_is_no_part_of_it():
    tagger = Finder("2009 the two mayors", "agreed", "to survey the island")
    ((source, _, _),) = found("In 2009 the two mayors agreed to survey the island.", tagger=tagger)
    assert source == "the two mayors"


@pytest.mark.parametrize(("after", "source"), [("on Lund", None), ("Lund", "The wake of the blasts")])
def test_what_is_blamed_on_somebody_is_not_who_blames(after, source):
    tagger = Finder("The wake of the blasts", "blamed", after)
    ((told, _, _),) = found(f"The wake of the blasts blamed {after}.", tagger=tagger)
    assert told == source
