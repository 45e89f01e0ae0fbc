"""Statements within the content of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.record.annotation import Attribution
from sayso.spans import Span

_JOINED = re.compile(r"[,;] (?:(?:and|but|so) )?(?:then )?$")
_AND_THAT = re.compile(r" (?:and|but) that ")
_LOOK_BACK = 40
"""An attribution is looked for within the contents of this many before and after it, in order of cues."""


def enclosing(attributions: Sequence[Attribution], text: str) -> list[int | None]:
    """For each attribution, sorted by cue, the one whose content holds its cue most tightly; None for the outermost.

    `text` is that of the report.
    """
    found: list[int | None] = []
    for number, one in enumerate(attributions):
        near = range(max(0, number - _LOOK_BACK), min(len(attributions), number + _LOOK_BACK))
        around = sorted(
            (len(piece), other, piece)
            for other in near
            if other != number and (piece := _holding(attributions[other], one, text))
        )
        while len(around) > 1 and _is_beside(around[0][2], one, text):
            around.pop(0)
        found.append(around[0][1] if around else None)
    return found


def _is_beside(piece: Span, inner: Attribution, text: str) -> bool:
    """Whether a clause that the inner one begins goes on with what is around both: "… and that he had refused"."""
    lead = min(inner.cue[0].start, inner.source.start if inner.source else inner.cue[0].start)
    before = text[piece.start : max(piece.start, lead)]
    if _JOINED.search(before):
        return True
    return _AND_THAT.search(before) is not None and not before.lstrip().startswith("that ")


def _holding(outer: Attribution, inner: Attribution, text: str) -> Span | None:
    """The piece of the outer one's content that the inner one is part of; None if it is none of it."""
    if not inner.cue:
        return None
    for piece in outer.content:
        if piece.covers(inner.cue[0]):
            return None if _leads_out(piece, inner) or _is_aside(inner, text) else piece
    return None


def _leads_out(piece: Span, inner: Attribution) -> bool:
    """Whether the inner one's content begins where the piece has ended."""
    after = [one.start for one in inner.content if one.start >= inner.cue[-1].end]
    return bool(after) and min(after) >= piece.end


def _is_aside(inner: Attribution, text: str) -> bool:
    """Whether it is the report that tells of it in passing: ", which said"."""
    source = inner.source
    if source is None or text[max(0, source.start - 2) : source.start] != ", ":
        return False
    return source.of(text).lower() in ("which", "who")
