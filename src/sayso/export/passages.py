"""The passages of a report that show one statement: its words with some text around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.export.segments import marks_of
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.spans import Span

_AROUND = 140
"""Characters shown before and after, at most; cut at a space."""
_LONGEST = 1_500
"""Characters of one passage, at most."""


def passages_of(report: Report, statement: Statement) -> list[Span]:
    """Windows on the text in order, one or more a block, that together show every part of the statement."""
    spans = [mark.span for mark in marks_of(statement, 1)]
    windows = [_window(report.text, block.span, spans) for block in report.blocks]
    return [Span(piece.start, min(piece.end, piece.start + _LONGEST)) for found in windows for piece in found]


def is_cut(report: Report, passage: Span) -> tuple[bool, bool]:
    """Whether text of the same block is left out before and after the passage."""
    blocks = [block.span for block in report.blocks if block.span.overlaps(passage)]
    starts = any(block.start < passage.start for block in blocks)
    return starts, any(passage.end < block.end for block in blocks)


def _window(text: str, block: Span, spans: Sequence[Span]) -> list[Span]:
    inside = [Span(max(span.start, block.start), min(span.end, block.end)) for span in spans if span.overlaps(block)]
    return list(_merged(_padded(text, block, span) for span in inside))


def _padded(text: str, block: Span, span: Span) -> Span:
    start, end = max(block.start, span.start - _AROUND), min(block.end, span.end + _AROUND)
    if start > block.start:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    if end < block.end:
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    return Span(start, end)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    open_span: Span | None = None
    for span in sorted(spans):
        if open_span is None:
            open_span = span
        elif span.start <= open_span.end + 1:
            open_span = Span(open_span.start, max(open_span.end, span.end))
        else:
            yield open_span
            open_span = span
    if open_span is not None:
        yield open_span
