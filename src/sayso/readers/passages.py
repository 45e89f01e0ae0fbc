"""Stretches of a text with what they are, before they become pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.readers.normalise import normalise, single_spaced
from sayso.readers.pieces import Piece
from sayso.record.report import BlockKind, SourceRanges
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of the decoded capture that make one paragraph, in order; `steps` come before white space."""

    ranges: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    hint: str | None = None
    steps: tuple[str, ...] = ()


def raw_text(source: str, ranges: Sequence[Span]) -> str:
    """The characters of `source` at `ranges`, run together."""
    return "".join(span.of(source) for span in ranges)


def piece_of(passage: Passage, source: str) -> Piece | None:
    """The piece a passage makes; None if there is nothing in it but white space."""
    ranges = _tight(passage.ranges, source)
    raw = raw_text(source, ranges)
    before = normalise(raw, passage.steps)
    text = single_spaced(before)
    if not text:
        return None
    steps = passage.steps if text == before else (*passage.steps, "whitespace")
    return Piece(text, passage.kind, SourceRanges(ranges), steps, passage.hint)


def _tight(ranges: Sequence[Span], source: str) -> tuple[Span, ...]:
    """`ranges` without the white space they begin and end with."""
    kept = list(ranges)
    while kept and not kept[0].of(source).strip():
        kept.pop(0)
    while kept and not kept[-1].of(source).strip():
        kept.pop()
    if kept:
        first, last = kept[0].of(source), kept[-1].of(source)
        kept[-1] = Span(kept[-1].start, kept[-1].start + len(last.rstrip()))
        kept[0] = Span(kept[0].start + len(first) - len(first.lstrip()), kept[0].end)
    return tuple(kept)
