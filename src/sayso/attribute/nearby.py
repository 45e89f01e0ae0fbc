"""The words around an attribution that are neither its source, cue nor content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.record.annotation import AnnotatedReport, Attribution, Token
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Nearby:
    """Tokens of the sentence of the cue, outside all attributions.

    `after` follows the cue, `before` opens the sentence, `end` closes it; each in text order, perhaps empty.
    """

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    end: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """Looks up what stands near an attribution; made once for a report.

    `starts` are where its tokens start, `taken` the numbers of those in an attribution, `cued` the attributions by the
    number of the sentence of their cue.
    """

    annotated: AnnotatedReport
    starts: Sequence[int]
    taken: frozenset[int]
    cued: Mapping[int, Sequence[Attribution]]

    @classmethod
    def of(cls, annotated: AnnotatedReport) -> Neighbourhoods:
        """The neighbourhoods of a report's attributions."""
        starts = [token.start for token in annotated.tokens]
        taken: set[int] = set()
        for one in annotated.attributions:
            for span in (*one.cue, *one.content, *([one.source] if one.source else [])):
                taken.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
        cued: dict[int, list[Attribution]] = {}
        for one in annotated.attributions:
            if one.cue and annotated.sentences:
                cued.setdefault(_sentence_at(annotated, one.cue[0]), []).append(one)
        return cls(annotated, starts, frozenset(taken), cued)

    def near(self, attribution: Attribution) -> Nearby:
        """What stands near; all empty where the cue lies in no sentence."""
        cue = attribution.cue[0] if attribution.cue else None
        if cue is None or not self.annotated.sentences:
            return Nearby((), (), ())
        number = _sentence_at(self.annotated, cue)
        first, last = self.annotated.sentences[number].tokens
        after = bisect_left(self.starts, attribution.cue[-1].end)
        if attribution.source and attribution.source.start >= cue.end:
            after = max(after, bisect_left(self.starts, attribution.source.end))
        opening = self._free(first, last) if self._opens(attribution, number) else ()
        return Nearby(
            opening, self._free(after, last), self._free_end(first, last) if self._closes(cue, number) else ()
        )

    def _opens(self, attribution: Attribution, number: int) -> bool:
        """Whether no other source speaks before this one in the sentence with this number."""
        before = (one for one in self.cued[number] if one.cue[0].start < attribution.cue[0].start)
        return all(one.source == attribution.source for one in before)

    def _closes(self, cue: Span, number: int) -> bool:
        """Whether no other cue stands between this one and the end of the sentence with this number."""
        return not any(one.cue[0].start > cue.start for one in self.cued[number])

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin within the span."""
        return tuple(self.annotated.tokens[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)])

    def tokens_before(self, span: Span) -> tuple[Token, ...]:
        """The token that stands before the span, if there is one."""
        at = bisect_left(self.starts, span.start)
        return tuple(self.annotated.tokens[max(0, at - 1) : at])

    def _free(self, first: int, last: int) -> tuple[Token, ...]:
        """Free tokens from `first` on, up to the next taken one."""
        at = first
        while at < last and at not in self.taken:
            at += 1
        return tuple(self.annotated.tokens[first:at])

    def _free_end(self, first: int, last: int) -> tuple[Token, ...]:
        at = last
        while at > first and at - 1 not in self.taken:
            at -= 1
        return tuple(self.annotated.tokens[at:last]) if at > first else ()


def _sentence_at(annotated: AnnotatedReport, cue: Span) -> int:
    """The number of the sentence that the cue begins in."""
    return max(bisect_right(annotated.sentences, cue.start, key=lambda sentence: sentence.start) - 1, 0)
