"""Statements within the content of others."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.record.annotation import Attribution
from sayso.spans import Span

_LOOK_BACK = 40
"""An attribution is looked for within the contents of this many before and after it, in order of cues."""


def enclosing(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution, sorted by cue, the one whose content holds its cue most tightly; None for the outermost."""
    found: list[int | None] = []
    for number, one in enumerate(attributions):
        near = range(max(0, number - _LOOK_BACK), min(len(attributions), number + _LOOK_BACK))
        around = [
            (len(piece), other) for other in near if other != number and (piece := _holding(attributions[other], one))
        ]
        found.append(min(around)[1] if around else None)
    return found


def _holding(outer: Attribution, inner: Attribution) -> Span | None:
    if not inner.cue:
        return None
    return next((piece for piece in outer.content if piece.covers(inner.cue[0])), None)
