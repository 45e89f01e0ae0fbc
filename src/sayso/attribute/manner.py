"""Whose words: what of the content stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.record.annotation import Quotation
from sayso.record.statement import Manner
from sayso.spans import Span, trimmed, without

_MARKS = " \t\n\u00a0\"'`\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb.,;:!?\u2026\u2014\u2013-"


def quoted_parts(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> tuple[Span, ...]:
    """The stretches of the content inside outer quotation marks, the marks left out; `quotations` in text order."""
    found: list[Span] = []
    for piece in content:
        at = max(bisect_right(quotations, piece.start, key=lambda quotation: quotation.start) - 1, 0)
        while at < len(quotations) and quotations[at].start < piece.end:
            quotation = quotations[at]
            if quotation.depth == 0 and quotation.overlaps(piece):
                part = Span(max(quotation.start, piece.start), min(quotation.end, piece.end))
                if (kept := trimmed(part, text)) is not None:
                    found.append(kept)
            at += 1
    return tuple(found)


def manner_of(content: Sequence[Span], quoted: Sequence[Span], text: str) -> Manner:
    """Direct if all words are quoted, mixed if some are, else indirect."""
    if not quoted:
        return Manner.INDIRECT
    rest = [left for piece in content for left in without(piece, quoted)]
    own_words = any(trimmed(left, text, _MARKS) for left in rest)
    return Manner.MIXED if own_words else Manner.DIRECT
