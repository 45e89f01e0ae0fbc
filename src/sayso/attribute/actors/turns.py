"""Who has the word: whom a pronoun that speaks means first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from sayso.attribute.actors.agreement import agree
from sayso.attribute.actors.drafts import Draft
from sayso.attribute.actors.signs import Sign
from sayso.record.actor import ActorKind
from sayso.record.annotation import AnnotatedReport, MentionKind, Word
from sayso.spans import Span

_BODIES = (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)


class Turns:
    """The speaker met last in the report's own words, and who was spoken of since, mention by mention in text order.

    `quoted` tells of a span whether it stands in what somebody says: who speaks there is not who speaks next.
    """

    def __init__(self, annotated: AnnotatedReport, quoted: Callable[[Span], bool]) -> None:
        self.speaking: Draft | None = None
        self._quoted = quoted
        self._blocks = [block.span.start for block in annotated.report.blocks]
        self._openings = {annotated.tokens[one.tokens[0]].start for one in annotated.sentences if len(one)}
        self._subjects = sorted(
            token.start
            for token, word in zip(annotated.tokens, annotated.words, strict=False)
            if _is_subject(word, annotated)
        )
        self._since: dict[bool, tuple[Draft, int]] = {}

    def met(self, span: Span, sign: Sign, draft: Draft, *, speaks: bool) -> None:
        """The mention at `span` means `draft`; `speaks` says that it is a statement's source."""
        if self._quoted(span):
            return
        human = draft.is_human()
        if speaks:
            self.speaking = draft
            self._since = {human: (draft, self._block(span))}
        elif sign.kind == MentionKind.NAMED and (human or draft.kind in _BODIES):
            if self._is_subject(span):
                self._since[human] = (draft, self._block(span))
            elif human and span.start in self._openings:
                self._since.pop(human, None)

    def near_enough(self, span: Span, sign: Sign, chained: Draft | None) -> Draft | None:
        """Whom a chain tells, or who spoke last, if the other was not told of in this paragraph or the two before."""
        if chained is None or sign.kind != MentionKind.PRONOMINAL or self.speaking is None or chained is self.speaking:
            return chained
        block = self._block(span)
        far = chained.last < (self._blocks[block - 3] if block > 2 else 0)
        return self.speaking if far and agree(self.speaking, sign) else chained

    def _is_subject(self, span: Span) -> bool:
        """Whether the mention is the subject of its sentence, as a parse tells; False without one."""
        at = bisect_left(self._subjects, span.start)
        return at < len(self._subjects) and self._subjects[at] < span.end

    def continuing(self, span: Span, sign: Sign) -> Draft | None:
        """Whom "he added" or "it said" means: of the same paragraph, the last who spoke or was a sentence's subject."""
        if sign.kind != MentionKind.PRONOMINAL or self._quoted(span):
            return None
        met = (one for one in self._since.values() if one[1] == self._block(span) and agree(one[0], sign))
        return max((draft for draft, _ in met), key=lambda draft: draft.last, default=None)

    def _block(self, span: Span) -> int:
        return bisect_right(self._blocks, span.start)


def _is_subject(word: Word, annotated: AnnotatedReport) -> bool:
    """Whether a word is the head of the subject of a sentence's main verb."""
    fits = word.relation == "nsubj" and word.head is not None and 0 <= word.head < len(annotated.words)
    return fits and annotated.words[word.head or 0].relation == "root"
