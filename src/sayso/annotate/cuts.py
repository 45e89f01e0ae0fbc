"""Contents that end where another attribution begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.found import Found
from sayso.annotate.passage import Passage

_LOOK_AHEAD = 8
"""So many later cues are looked at; more never stand in one sentence of prose."""


def cut(passage: Passage, found: Sequence[Found]) -> list[Found]:
    """Contents ended where the next cue of the same source begins, or a cue for all of it; `found` sorted by cue."""
    kept = list(found)
    for number, one in enumerate(kept):
        for later in kept[number + 1 : number + _LOOK_AHEAD]:
            if not any(first <= later.lead < last for first, last in one.content):
                continue
            if (later.shared and later.source == one.source) or _around(later, one):
                kept[number] = one = _ended(passage, one, later.lead)
    return [one for one in kept if one.content or one.rule == "silence"]


def _around(later: Found, one: Found) -> bool:
    """Whether `later` stands behind what it reports, and `one` is part of that."""
    return any(first <= one.cue[0] and last <= later.lead for first, last in later.content)


def _ended(passage: Passage, one: Found, at: int) -> Found:
    """The attribution without what stands from `at` on; commas and conjunctions before that go with it."""
    pieces = []
    for first, last in one.content:
        end = min(last, at)
        while end > first and passage.shape[end - 1] in ",-c" and end < last:
            end -= 1
        if first < end:
            pieces.append((first, end))
    return replace(one, content=tuple(pieces))
