"""Statements within the content of others."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.record.annotation import Attribution
from sayso.spans import Span

_LOOK_BACK = 40
"""An attribution is looked for within the contents of this many before and after it, in order of cues."""


def enclosing(attributions: Sequence[Attribution], text: str) -> list[int | None]:
    """For each attribution, sorted by cue, the one whose content holds its cue most tightly; None for the outermost.

    `text` is that of the report.
    """
    found: list[int | None] = []
    for number, one in enumerate(attributions):
        near = range(max(0, number - _LOOK_BACK), min(len(attributions), number + _LOOK_BACK))
        around = [
            (len(piece), other)
            for other in near
            if other != number and (piece := _holding(attributions[other], one, text))
        ]
        found.append(min(around)[1] if around else None)
    return found


def _holding(outer: Attribution, inner: Attribution, text: str) -> Span | None:
    """The piece of the outer one's content that the inner one is part of; None if it is none of it."""
    if not inner.cue:
        return None
    piece = next((piece for piece in outer.content if piece.covers(inner.cue[0])), None)
    return None if piece is None or _leads_out(piece, inner) or _is_aside(inner, text) else piece


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
