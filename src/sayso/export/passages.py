"""The passages of a report that show one statement: its words with some text around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.export.segments import marks_of
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.spans import Span

_AROUND = 140
"""Characters shown before and after, at most: the sentence if it is that short, else cut at a space."""
_SENTENCE_END = re.compile(r"""[.!?…][”"’'»)\]]*\s+""")
_LONGEST = 1_500
"""Characters of one passage, at most."""


def passages_of(report: Report, statement: Statement) -> list[Span]:
    """Windows on the text in order, one or more a block, that together show every part of the statement."""
    spans = [mark.span for mark in marks_of(statement, 1)]
    windows = [_window(report.text, block.span, spans) for block in report.blocks]
    return [Span(piece.start, min(piece.end, piece.start + _LONGEST)) for found in windows for piece in found]


def is_cut(report: Report, passage: Span) -> tuple[bool, bool]:
    """Whether the passage begins and ends in the middle of a sentence."""
    blocks = [block.span for block in report.blocks if block.span.overlaps(passage)]
    starts = any(block.start < passage.start for block in blocks) and not _ends_sentence(report.text, passage.start)
    ends = any(passage.end < block.end for block in blocks) and not _ends_sentence(report.text, passage.end)
    return starts, ends


def _window(text: str, block: Span, spans: Sequence[Span]) -> list[Span]:
    inside = [Span(max(span.start, block.start), min(span.end, block.end)) for span in spans if span.overlaps(block)]
    return list(_merged(_padded(text, block, span) for span in inside))


def _padded(text: str, block: Span, span: Span) -> Span:
    return Span(_start(text, block, span), _end(text, block, span))


def _start(text: str, block: Span, span: Span) -> int:
    start = max(block.start, span.start - _AROUND)
    ends = list(_SENTENCE_END.finditer(text, start, span.start))
    if ends:
        return ends[-1].end()
    space = text.find(" ", start, span.start) if start > block.start else -1
    return space + 1 if space >= 0 else start


def _end(text: str, block: Span, span: Span) -> int:
    end = min(block.end, span.end + _AROUND)
    if _ends_sentence(text, span.end):
        return span.end
    sentence_end = _SENTENCE_END.search(text, span.end, end)
    if sentence_end:
        return sentence_end.start() + len(sentence_end.group().rstrip())
    space = text.rfind(" ", span.end, end) if end < block.end else -1
    return space if space >= 0 else end


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends at this place, white space aside."""
    found = _SENTENCE_END.search(text, max(0, at - 4), at + 1)
    return found is not None and found.end() >= at


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
