"""An attribution while the rules are still at it: in tokens, not yet in characters."""

from __future__ import annotations

from dataclasses import dataclass

Piece = tuple[int, int]
"""Tokens from the first number up to, not including, the second."""


@dataclass(frozen=True, slots=True)
class Found:
    """Cue, source and content as pieces.

    `rule` names the rule, `lemma` the reporting verb or phrase; `lead` is where the clause of source and cue begins,
    a comma or conjunction included; `shared` says that the source is the one of the cue before;
    `direct` that the cue may introduce quoted words, so that a quotation after its sentence goes on with it.
    """

    cue: Piece
    source: Piece | None
    content: tuple[Piece, ...]
    rule: str
    lemma: str
    lead: int
    shared: bool = False
    direct: bool = False
