"""How alike two texts are: the metric of scrapinghub/article-extraction-benchmark.

A shingle is four words in a row. Each page counts the same, however long it is; precision and recall are means
over pages, F1 is taken of the two means, as that benchmark's `evaluate.py` does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from statistics import fmean

from msgspec import Struct

WORDS_IN_A_SHINGLE = 4

_WORD = re.compile(r"\w+")


class Agreement(Struct, frozen=True):
    """Shares of the shingles of two texts: in both, only in the found one, only in the gold one; all 0 or of sum 1."""

    both: float
    only_found: float
    only_gold: float

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        found = self.both + self.only_found
        return self.both / found if found else None

    @property
    def recall(self) -> float | None:
        """None where the gold text is empty."""
        gold = self.both + self.only_gold
        return self.both / gold if gold else None


class Score(Struct, frozen=True):
    """Means over pages; each in [0, 1]."""

    precision: float
    recall: float
    f1: float
    pages: int


def shingles(text: str, words: int = WORDS_IN_A_SHINGLE) -> Counter[tuple[str, ...]]:
    """Every run of `words` words of `text`, counted; a shorter text is one shingle, an empty one none."""
    found = _WORD.findall(text)
    if not found:
        return Counter()
    return Counter(tuple(found[at : at + words]) for at in range(max(1, len(found) - words + 1)))


def agreement(gold: str, found: str) -> Agreement:
    """How the shingles of `found` agree with those of `gold`."""
    expected, got = shingles(gold), shingles(found)
    both = (expected & got).total()
    counts = (both, got.total() - both, expected.total() - both)
    total = sum(counts)
    return Agreement(*(count / total for count in counts)) if total else Agreement(0.0, 0.0, 0.0)


def score(agreements: Iterable[Agreement]) -> Score:
    """The benchmark's figures for many pages."""
    pages = list(agreements)
    precision = fmean([value for page in pages if (value := page.precision) is not None] or [0.0])
    recall = fmean([value for page in pages if (value := page.recall) is not None] or [0.0])
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0, len(pages))
