"""Contents that run on into what somebody else says next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from sayso.annotate.passage import Passage
from sayso.record.annotation import Attribution
from sayso.spans import Span

_LOOKED_AT = 20
"""Attributions that begin within a content, of which one may begin what is not part of it."""

_JOINING = frozenset(
    {"though", "although", "but", "while", "whereas", "and", "as", "because", "yet", ",", ";", "-", "–"}
)


def uncrossed(passage: Passage, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions; contents end before the words for a source that goes on to say something after them.

    "[A man was dragged off, though a video shows] him walking": what is told of the man ends before "though".
    """
    others = sorted((_begin(one), one.cue[0].end, one.content[0].start) for one in found if one.cue and one.content)
    return tuple(_cut(passage, one, others) for one in found)


def _begin(one: Attribution) -> int:
    return min(one.cue[0].start, one.source.start if one.source is not None else one.cue[0].start)


def _cut(passage: Passage, one: Attribution, others: Sequence[tuple[int, int, int]]) -> Attribution:
    pieces = [_without(passage, piece, others) for piece in one.content]
    if pieces == list(one.content):
        return one
    return msgspec.structs.replace(one, content=tuple(pieces))


def _without(passage: Passage, piece: Span, others: Sequence[tuple[int, int, int]]) -> Span:
    first = bisect_right(others, (piece.start, len(passage.report.text), 0))
    for begin, told, content in others[first : first + _LOOKED_AT]:
        if begin >= piece.end:
            return piece
        if told <= piece.end <= content:
            return _before(passage, piece, begin) or piece
    return piece


def _before(passage: Passage, piece: Span, end: int) -> Span | None:
    """The part of a content before a place, without the words that join it to what follows; None for nothing."""
    tokens = passage.tokens_in(Span(piece.start, end))
    last = len(tokens)
    while last and passage.low[tokens[last - 1]] in _JOINING:
        last -= 1
    return Span(piece.start, passage.tokens[tokens[last - 1]].end) if last else None
