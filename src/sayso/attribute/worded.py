"""The wording of an attribution, as its act is told by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribute.voices import voice_of
from sayso.attribute.wording import Wording
from sayso.ontology.actbook import Voice
from sayso.ontology.codebook import cue_book
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.spans import Span

_LEAD = 6
"""Words before a cue that may turn it round: "stopped short of", "has so far refused to"."""
_CLOSING = " \t\n\"'”’»"
_ENDS = (". ", "! ", ".” ", "?” ")


@dataclass(frozen=True, slots=True)
class Wordings:
    """Reads the wording of each attribution of a report.

    `starts` are where its tokens start; `words` are these in small letters, "" for a mark.
    """

    annotated: AnnotatedReport
    starts: Sequence[int]
    words: Sequence[str]

    @classmethod
    def in_report(cls, annotated: AnnotatedReport) -> Wordings:
        """The wordings of a report."""
        return cls(
            annotated, [token.start for token in annotated.tokens], [_word(one.text) for one in annotated.tokens]
        )

    def of(self, one: Attribution, quoted: Sequence[Span]) -> Wording:
        """The wording of an attribution; `quoted` are the parts of its content in quotation marks."""
        return Wording(
            cue=_occasion_left_out(self._low(one.cue)),
            content=self._low(one.content),
            lead=self._lead(one),
            quoted=bool(quoted and one.content and quoted[0].start <= one.content[0].start + 1),
            asks=self._asks(one),
            voice=self._voice(one),
            nobody=self._nobody(one),
        )

    def _asks(self, one: Attribution) -> bool:
        """Whether the content is one stretch, one sentence, with a question mark at its end or just past it."""
        if len(one.content) != 1:
            return False
        text = self.annotated.report.text
        asked = text[one.content[0].start : one.content[0].end + 1].rstrip(_CLOSING)
        return asked.endswith("?") and not any(end in asked for end in _ENDS)

    def _lead(self, one: Attribution) -> list[str]:
        """The words before the cue, back to the beginning of its sentence."""
        if not one.cue:
            return []
        number = bisect_right(self.annotated.sentences, one.cue[0].start, key=lambda sentence: sentence.start) - 1
        opening = self.annotated.sentences[number].start if number >= 0 else 0
        at = bisect_left(self.starts, one.cue[0].start)
        return [word for word in self.words[max(at - _LEAD, bisect_left(self.starts, opening)) : at] if word]

    def _voice(self, one: Attribution) -> Voice:
        if one.source is None:
            return Voice.TOLD
        tokens = self.annotated.tokens[self._tokens_in(one.source)]
        return voice_of(one.source, tokens, self.annotated.names, self.annotated.report.text)

    def _nobody(self, one: Attribution) -> bool:
        """Whether the source is "no one", "neither side", "none of them": then it was not said."""
        if one.source is None:
            return False
        at = bisect_left(self.starts, one.source.start)
        opening = [token.text.lower() for token in self.annotated.tokens[max(0, at - 1) : at + 1]]
        return not cue_book().lists["negated.nobody"].isdisjoint(opening)

    def _low(self, spans: tuple[Span, ...]) -> list[str]:
        return [word for span in spans for word in self.words[self._tokens_in(span)] if word]

    def _tokens_in(self, span: Span) -> slice:
        """The tokens that begin within the span."""
        return slice(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


def _occasion_left_out(cue: list[str]) -> list[str]:
    """A cue up to the occasion that is told within it: "said when asked about" is "said"."""
    return cue[: cue.index("when", 1)] if "when" in cue[1:] else cue


def _word(text: str) -> str:
    """In small letters; "" for a mark."""
    word = text.lower().replace("\u2019", "'")
    return word if word.isalnum() or any(letter.isalnum() for letter in word) else ""
