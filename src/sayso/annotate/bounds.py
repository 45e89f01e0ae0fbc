"""Contents that end within another attribution, put right by the dependency tree."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.annotate.passage import Passage
from sayso.annotate.tree import Tree
from sayso.record.annotation import Attribution
from sayso.spans import Span

_NEAR = 8
"""An attribution is compared with so many after it, in order of cues."""
_TOUCHING = 2
"""Characters between a content and one that goes on from it."""


def with_bounds(passage: Passage, tree: Tree, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, sorted by cue: a content either holds all of another attribution, or ends before it."""
    kept = list(found)
    for number, outer in enumerate(kept):
        for inner in kept[max(0, number - _NEAR) : number + 1 + _NEAR]:
            if inner is not outer and inner.cue and outer.cue:
                outer = _bounded(passage, tree, outer, inner)
        kept[number] = outer
    return kept


def _bounded(passage: Passage, tree: Tree, outer: Attribution, inner: Attribution) -> Attribution:
    for number, piece in enumerate(outer.content):
        told = next((one for one in inner.content if one.start >= inner.cue[-1].end), None)
        if told is None or not piece.covers(inner.cue[0]):
            continue
        end = _end(passage, tree, outer, inner, piece, told)
        if piece.start < end != piece.end:
            pieces = (*outer.content[:number], Span(piece.start, end), *outer.content[number + 1 :])
            return msgspec.structs.replace(outer, content=pieces)
    return outer


def _end(passage: Passage, tree: Tree, outer: Attribution, inner: Attribution, piece: Span, told: Span) -> int:
    """Where the outer one's piece ends, given that it covers the inner one's cue."""
    ends_at_cue = 0 <= told.start - piece.end <= _TOUCHING
    verbs = [tree.verb_in(passage.tokens_in(one.cue[0])) for one in (inner, outer)]
    if passage.sentence[verbs[0]] != passage.sentence[verbs[1]]:
        return piece.end
    path = tree.path(*verbs)
    if path and path[-1] == "conj":
        beside = ends_at_cue or outer.method.startswith("rule:")
        return _before(passage, piece, inner) if beside and piece.start >= outer.cue[-1].end else piece.end
    if ends_at_cue and (path or outer.cue[0].start >= told.end):
        return told.end
    return piece.end


def _before(passage: Passage, piece: Span, inner: Attribution) -> int:
    """Where the piece ends without the inner one's source and cue, and what joins them to it."""
    start = inner.source.start if inner.source and piece.covers(inner.source) else inner.cue[0].start
    at = passage.tokens_in(Span(piece.start, max(piece.start + 1, start))).stop
    first = passage.tokens_in(piece).start
    while at > first and passage.low[at - 1] in (",", "and", "but", "or", ";", "that"):
        at -= 1
    return passage.tokens[at - 1].end if at > first else piece.start
