"""Blocks of a page, and the pieces that a selection of its characters makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.readers.alignment import Place
from sayso.readers.elements import Element
from sayso.readers.normalise import is_placed, normalise, ordered
from sayso.readers.pieces import Piece
from sayso.readers.squash import Squashed
from sayso.readers.webpage import Run
from sayso.record.report import BlockKind, SourceRanges
from sayso.spans import Span

_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCKQUOTE,
    "td": BlockKind.TABLE_ROW,
    "th": BlockKind.TABLE_ROW,
    "tr": BlockKind.TABLE_ROW,
}
_PROSE = 200
"""Characters from which a table cell is taken for a paragraph on a page laid out by tables."""
_WRAPPERS = frozenset({"p", "div", "span"})
_STEPS = ("html", "whitespace")


def blocks_of(places: Sequence[Place], page: Squashed) -> list[Place]:
    """`places`, in order, by the blocks of the page: what one block holds is one place, with what lies between."""
    found: list[Place] = []
    for place in places:
        for start, end in _parted(place, page):
            if found and start < found[-1][1]:
                continue
            if found and not _bordered(page, found[-1][1], start):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def piece_at(place: Place, page: Squashed, source: str, hint: str | None = None) -> Piece:
    """The piece that stands at `place`; its text is that of `source` there, with the steps that change it."""
    ranges: list[Span] = []
    steps: list[str] = []
    length = 0
    first = page.run_at(place[0])
    for index, (start, end) in enumerate(page.ranges(*place), first):
        if index > first and page.runs[index].breaks:
            steps.append(f"joined@{length}")
        length += end - start
        if ranges and ranges[-1].end == start:
            ranges[-1] = Span(ranges[-1].start, end)
        else:
            ranges.append(Span(start, end))
    raw = "".join(span.of(source) for span in ranges)
    text, kept = _normalised(raw, ordered((*steps, *_STEPS)))
    kind = kind_of(page.runs[first], len(text))
    return Piece(text, kind, SourceRanges(tuple(ranges)), kept, hint)


def kind_of(run: Run, length: int) -> BlockKind:
    """What the block around `run` is, told by its tags; `length` is that of its text."""
    block = run.element.block()
    kind = _KINDS.get(block.tag) or _around(block)
    return BlockKind.PARAGRAPH if kind is BlockKind.TABLE_ROW and length > _PROSE else kind


def _around(block: Element) -> BlockKind:
    """A paragraph in a list item, quotation or cell is that; one further in is a paragraph."""
    parent = block.parent
    while parent is not None and parent.tag in _WRAPPERS:
        parent = parent.parent
    kind = _KINDS.get(parent.tag) if parent is not None and block.tag in _WRAPPERS else None
    return kind if kind in (BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE) else BlockKind.PARAGRAPH


def _normalised(raw: str, steps: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """`raw` after `steps`, and those of them that changed something."""
    kept: list[str] = []
    text = raw
    for step in steps:
        after = normalise(text, (step,))
        if after != text or is_placed(step):
            kept.append(step)
        text = after
    return text, tuple(kept)


def _parted(place: Place, page: Squashed) -> Iterator[Place]:
    """`place`, cut where one block ends and the next begins."""
    start, end = place
    for index in range(page.run_at(start) + 1, page.run_at(end - 1) + 1):
        if page.runs[index].breaks > 1 and start < page.starts[index] < end:
            yield start, page.starts[index]
            start = page.starts[index]
    yield start, end


def _bordered(page: Squashed, end: int, start: int) -> bool:
    """Whether a block ends between the character before `end` and that at `start`."""
    return any(page.runs[index].breaks > 1 for index in range(page.run_at(end - 1) + 1, page.run_at(start) + 1))
