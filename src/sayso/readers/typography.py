"""Paragraphs from the lines of pages: what the setting of a page tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from sayso.readers.pages import PageLine
from sayso.record.report import BlockKind

_STOP = re.compile(r"""[.!?…:]["'”’»)\]]{0,3}\Z""")
_DIGITS = re.compile(r"\d+")
_EDGE = 2
"""So many lines at the top and at the bottom of a page may be a running head or foot."""
_LARGER = 1.15
_GAP = 1.35
"""A gap between lines larger than this many times the usual one separates paragraphs."""


def body_size(pages: Sequence[Sequence[PageLine]]) -> float:
    """The size that most letters are set in, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def running_lines(pages: Sequence[Sequence[PageLine]]) -> frozenset[str]:
    """Heads and feet: texts, digits apart, that stand at the edge of at least half of the pages, two or more."""
    seen: Counter[str] = Counter()
    for page in pages:
        by_height = sorted(page, key=lambda line: -line.bottom)
        edge = by_height if len(by_height) <= 2 * _EDGE else [*by_height[:_EDGE], *by_height[-_EDGE:]]
        times = Counter(without_digits(line.text) for line in page)
        seen.update({text for text in map(_numberless, edge) if times[text] == 1})
    return frozenset(text for text, count in seen.items() if count >= 2 and count * 2 >= len(pages))


def _numberless(line: PageLine) -> str:
    return without_digits(line.text)


def without_digits(text: str) -> str:
    """A line with its numbers made equal, so that "Page 3" and "Page 4" are one."""
    return _DIGITS.sub("#", text)


def paragraphs_of(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """The lines of one page that go together."""
    if not lines:
        return
    usual = _usual_gap(lines)
    edge = max(line.right for line in lines)
    together = [lines[0]]
    for before, line in pairwise(lines):
        if _breaks(before, line, together, usual, edge):
            yield together
            together = []
        together.append(line)
    yield together


def kind_of(paragraph: Sequence[PageLine], size: float, first: bool) -> BlockKind:
    """What the size of its letters makes of a paragraph; the first large one is the headline."""
    if min(line.size for line in paragraph) < size * _LARGER or len(paragraph) > 4:
        return BlockKind.PARAGRAPH
    return BlockKind.HEADLINE if first else BlockKind.HEADING


def _usual_gap(lines: Sequence[PageLine]) -> float:
    gaps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if 0 < before.bottom - line.bottom < 4 * max(line.size, 1)
    ]
    return median(gaps) if len(gaps) > 2 else 1.4 * max(lines[-1].size, 1)


def _breaks(before: PageLine, line: PageLine, together: Sequence[PageLine], usual: float, edge: float) -> bool:
    gap = before.bottom - line.bottom
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return True
    if gap <= 0:  # beside, or the next column
        return gap < -line.size or bool(_STOP.search(before.text))
    if gap > usual * _GAP:
        return True
    indented = (
        line.left > min(one.left for one in together) + 0.8 * line.size and line.left > before.left + 0.8 * line.size
    )
    ended_short = before.right < edge - 0.25 * (edge - before.left) and _STOP.search(before.text) is not None
    return (indented and _STOP.search(before.text) is not None) or ended_short
