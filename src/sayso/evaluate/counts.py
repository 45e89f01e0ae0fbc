"""Right, found and wanted: what precision, recall and F1 are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Counts(Struct, frozen=True):
    """How much was found, how much is gold, and how much of each the other bears out.

    `right` counts among the found and `met` among the gold; the two are equal wherever one finding meets one gold
    item. They may be fractions (B-cubed). Counts of several documents add up.
    """

    right: float = 0
    found: float = 0
    met: float = 0
    gold: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.met + other.met, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Share of the found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was met; None where there is no gold."""
        return self.met / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; 0 if nothing was found or nothing wanted, None if neither."""
        if not self.found and not self.gold:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def matched(right: float, found: float, gold: float) -> Counts:
    """Counts where one finding meets one gold item."""
    return Counts(right, found, right, gold)


def total(counts: Iterable[Counts]) -> Counts:
    """Counts of all documents together (micro average)."""
    return sum(counts, Counts())


def mean(values: Sequence[float | None]) -> float | None:
    """The plain mean of the values that are known; None if none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
