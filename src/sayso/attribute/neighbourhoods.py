"""What stands near the attributions of a report, looked up by number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribute.nearby import Nearby, Tokens
from sayso.attribute.nesting import enclosing
from sayso.attribute.phrases import low, phrase_end
from sayso.attribute.zones import Zones
from sayso.ontology.codebook import word_lists
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.spans import Span

_MARKS = 4
"""Quotations before a place that may reach to it: few stand within one another."""


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """Looks up what stands near an attribution, given by its number; made once for a report.

    `attributions` are sorted by cue; `outer` gives each the number of the one it is part of; `starts` are where the
    tokens start; `touching` gives for each token the attributions it is a part of.
    """

    annotated: AnnotatedReport
    attributions: Sequence[Attribution]
    outer: Sequence[int | None]
    starts: Sequence[int]
    touching: Sequence[Sequence[int]]

    @classmethod
    def of(cls, annotated: AnnotatedReport, attributions: Sequence[Attribution]) -> Neighbourhoods:
        """The neighbourhoods of a report's attributions, which are sorted by cue."""
        starts = [token.start for token in annotated.tokens]
        touching: list[list[int]] = [[] for _ in starts]
        for number, one in enumerate(attributions):
            for span in (*one.cue, *one.content, *([one.source] if one.source else [])):
                for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                    touching[at].append(number)
        return cls(annotated, attributions, enclosing(attributions, annotated.report.text), starts, touching)

    def near(self, number: int) -> Nearby:
        """What stands near; all empty where the cue lies in no sentence."""
        one = self.attributions[number]
        if not one.cue or not self.annotated.sentences or not self.annotated.tokens:
            return Nearby()
        return Zones(self, number).nearby()

    def tokens_in(self, span: Span) -> Tokens:
        """The tokens that begin within the span."""
        return tuple(self.annotated.tokens[at] for at in self.range_of(span))

    def range_of(self, span: Span) -> range:
        """The numbers of the tokens that begin within the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def tokens_before(self, span: Span) -> Tokens:
        """The token that stands before the span, if there is one."""
        at = bisect_left(self.starts, span.start)
        return tuple(self.annotated.tokens[max(0, at - 1) : at])

    def subject_of(self, number: int) -> Span | None:
        """The phrase right before the cue, where no other attribution has it: "the court" of "the court was told"."""
        cue = self.range_of(self.attributions[number].cue[0])
        first = cue.start
        while first and self.annotated.tokens[first - 1].text[0].isalnum() and self._unclaimed(first - 1, number):
            first -= 1
            word = low(self.annotated.tokens[first].text)
            if word in word_lists()["determiners"] or word in word_lists()["subjects"]:
                break
        if first == cue.start or phrase_end([token.text for token in self.annotated.tokens[first : cue.start]], 0) == 0:
            return None
        return Span(self.annotated.tokens[first].start, self.annotated.tokens[cue.start - 1].end)

    def _unclaimed(self, at: int, number: int) -> bool:
        text = low(self.annotated.tokens[at].text)
        plain = text not in {"that", "and", "but", "when", "as", "said", "after", "because", "which", "who"}
        return plain and not set(self.touching[at]) - {number, *self.around(number)}

    def is_quoted(self, span: Span) -> bool:
        """Whether the span lies within quotation marks."""
        quotations = self.annotated.quotations
        at = bisect_right(quotations, span.start, key=lambda quotation: quotation.start)
        return any(one.covers(span) for one in quotations[max(0, at - _MARKS) : at])

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that the character at `at` lies in, or of the last one before it."""
        return max(bisect_right(self.annotated.sentences, at, key=lambda sentence: sentence.start) - 1, 0)

    def cued_between(self, start: int, end: int) -> range:
        """The numbers of the attributions whose cue begins between two places in the text; all have one."""
        first = bisect_left(self.attributions, start, key=_begins)
        last = bisect_left(self.attributions, end, key=_begins)
        return range(first, last)

    def around(self, number: int) -> Iterator[int]:
        """The attributions that this one is part of, the tightest first."""
        outer = self.outer[number]
        seen = {number}
        while outer is not None and outer not in seen:
            yield outer
            seen.add(outer)
            outer = self.outer[outer]


def _begins(attribution: Attribution) -> int:
    return (*attribution.cue, *attribution.content)[0].start
