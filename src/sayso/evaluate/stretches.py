"""Comparing the words that two sides marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.evaluate.corpora.gold import Stretches
from sayso.spans import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens_of(text: str) -> list[Span]:
    """Runs of letters and digits, and each other mark: only for measuring, so that no system's tokens are favoured."""
    return [Span(*found.span()) for found in _TOKEN.finditer(text)]


def inside(tokens: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """Numbers of the tokens that share a character with any of the spans."""
    numbers: set[int] = set()
    for span in spans:
        first = bisect_right(tokens, span.start, key=lambda token: token.end)
        numbers.update(range(first, bisect_left(tokens, span.end, key=lambda token: token.start)))
    return frozenset(numbers)


def touches(spans: Stretches, others: Stretches) -> bool:
    """Whether any of the spans shares a character with any of the others."""
    return any(span.overlaps(other) for span in spans for other in others)


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """Shared out of all; 1 where both are empty."""
    return len(left & right) / len(left | right) if left or right else 1.0
