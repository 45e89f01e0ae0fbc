"""On whose word a stretch of the report stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.attribute.events.broadcast import Broadcast
from sayso.attribute.events.syntax import Syntax
from sayso.record.statement import Act, Manner, Statement

_LOOK_BACK = 60
"""Contents that are looked at for the one a word lies in, in order of their beginnings."""

UNSAID = frozenset({Act.NOT_SAID, Act.DECLINE_TO_COMMENT, Act.NOT_VERIFIED})
"""Acts that carry nothing on anybody's word."""


class Voices:
    """Looks up the innermost statement whose content holds a word."""

    def __init__(self, syntax: Syntax, statements: Sequence[Statement]) -> None:
        self._syntax = syntax
        self._statements = statements
        broadcast = Broadcast(syntax)
        self._own = {number for number, one in enumerate(statements) if broadcast.speaks(one)}
        self._pieces = sorted(
            (piece.start, piece.end, number) for number, one in enumerate(statements) for piece in one.content
        )
        self._met: dict[int, Statement | None] = {}
        self._cues = {at: one for one in reversed(statements) for cue in one.cue for at in syntax.tokens_in(cue)}

    def of(self, at: int) -> Statement | None:
        """The statement on whose word the token stands; None is the report's own voice."""
        if at not in self._met:
            self._met[at] = self._innermost(at)
        return self._met[at]

    def _innermost(self, at: int) -> Statement | None:
        token = self._syntax.tokens[at]
        before = bisect_right(self._pieces, token.start, key=lambda piece: piece[0])
        near = self._pieces[max(0, before - _LOOK_BACK) : before]
        inside = [(end - start, number) for start, end, number in near if end >= token.end]
        said = [(length, number) for length, number in inside if self._carries(number, at)]
        return self._statements[min(said)[1]] if said else None

    def _carries(self, number: int, at: int) -> bool:
        one = self._statements[number]
        return (
            number not in self._own
            and one.act not in UNSAID
            and not any(at in self._syntax.tokens_in(cue) for cue in one.cue)
            and not self._beside_cue(at, one)
        )

    def _beside_cue(self, at: int, statement: Statement) -> bool:
        """Whether the word is of a clause that is joined with the cue: "said it was late and called on Peru to act"."""
        cue = {each for piece in statement.cue for each in self._syntax.tokens_in(piece)}
        if statement.manner is not Manner.INDIRECT or at < max(cue, default=at):
            return False
        below = at
        for above in self._syntax.above(at):
            if above in cue:
                return self._syntax.is_a(below, "conj") and self._syntax.tag(below) == "VERB"
            below = above
        return False

    def around(self, statement: Statement) -> Statement | None:
        """The statement that this one is told in."""
        return next((one for one in self._statements if one.id == statement.within), None)

    def cued_at(self, at: int) -> Statement | None:
        """The statement that has this token in its cue."""
        return self._cues.get(at)
