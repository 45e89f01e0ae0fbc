"""Whom "I", "you", "we" and relative pronouns point at: who says it, who is asked, what stands just before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.attribute.actors.cast import Cast
from sayso.attribute.actors.chains import Chains
from sayso.attribute.actors.drafts import Draft
from sayso.attribute.actors.interviews import Interview
from sayso.attribute.actors.occurrences import plain
from sayso.attribute.actors.signs import Sign
from sayso.record.actor import ActorKind
from sayso.record.annotation import AnnotatedReport, MentionKind
from sayso.record.statement import Statement
from sayso.spans import Span

_LOOK_BACK = 40
"""Contents that are looked at for the one an "I" lies in, in order of their beginnings."""

_RELATIVE = frozenset({"who", "which", "that"})


def _is_turn(statement: Statement) -> bool:
    """Whether it is told by a name before it alone: "Ng: I never did."."""
    return statement.source is not None and all(one.text == ":" for one in statement.cue)


class Pointing:
    """Looks up whom such a word means; `drafts` are the actors met so far by mention, `ends` by where one ends."""

    def __init__(
        self,
        annotated: AnnotatedReport,
        statements: Sequence[Statement],
        cast: Cast,
        chains: Chains,
        drafts: Mapping[Span, Draft],
        ends: Mapping[int, Draft],
    ) -> None:
        self._text = annotated.report.text
        self._statements = statements
        self._pieces = sorted(
            (piece.start, piece.end, one) for one, each in enumerate(statements) for piece in each.content
        )
        self._cast, self._chains, self._drafts, self._ends = cast, chains, drafts, ends
        self._interview = Interview(annotated)

    def whom(self, span: Span) -> Draft | None:
        """Whom "I", "we" and a relative pronoun point at: who says it, what a chain tells, what stands just before."""
        word = span.of(self._text).lower()
        around = self.around(span)
        if word in _RELATIVE:
            draft = next((self._ends[at] for at in range(span.start, span.start - 3, -1) if at in self._ends), None)
        elif word == "i" and around:
            draft = self._speaker(around)
        elif word in ("i", "you") and self._interview.asked is not None:
            draft = self._in_interview(span, word)
        elif word == "you" and around and _is_turn(around):
            draft = self._partner(around)
        else:
            draft = self._chains.known(span) or (self._author if word == "i" else None)
            draft = None if word == "we" and draft and draft.kind == ActorKind.PERSON else draft
        if draft:
            draft.speaks = True
            draft.met.append((span, Sign(MentionKind.PRONOMINAL)))
        return draft

    def _in_interview(self, span: Span, word: str) -> Draft | None:
        """Who is asked says "I" in an answer, and is "you" in a question."""
        meant = self._interview.answers(span) if word == "i" else self._interview.asks(span)
        return (self._answering or self._chains.known(span)) if meant else None

    @cached_property
    def _answering(self) -> Draft | None:
        return self._interview.answering(self._cast.drafts)

    def around(self, span: Span) -> Statement | None:
        """The statement in whose content the span lies, the tightest if there are several."""
        before = bisect_right(self._pieces, span.start, key=lambda piece: piece[0])
        near = self._pieces[max(0, before - _LOOK_BACK) : before]
        inside = [(end - start, one) for start, end, one in near if end >= span.end]
        return self._statements[min(inside)[1]] if inside else None

    def _partner(self, turn: Statement) -> Draft | None:
        """Who else speaks in a dialogue of two."""
        mine = self._speaker(turn)
        others = [draft for draft in self._dialogue if draft is not mine]
        return others[0] if mine is not None and len(others) == 1 else None

    @cached_property
    def _dialogue(self) -> list[Draft]:
        """Those who are told by a name before what they say, each once."""
        met = (self._speaker(one) for one in self._statements if _is_turn(one))
        return list({id(draft): draft for draft in met if draft is not None}.values())

    def _speaker(self, statement: Statement) -> Draft | None:
        return self._drafts.get(plain(statement.source.words)) if statement.source else None

    @cached_property
    def _author(self) -> Draft:
        """Who says "I" in the report's own voice."""
        return self._cast.add()
