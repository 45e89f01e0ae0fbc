"""Is confidence what it says: of findings at 0.9, are nine in ten right?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.evaluate.evaluation import Figure

_BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure a finding was, and whether it was right."""

    confidence: float
    right: bool


def calibration(judged: Sequence[Judged]) -> list[Figure]:
    """A row for each of ten bins of equal size, and the expected calibration error taken from 1.

    Precision is the share that is right, and recall has no meaning here. A row is named for the mean confidence.
    """
    bins = _bins(judged)
    total = Figure(
        table="confidence",
        row="1 - expected calibration error",
        precision=1 - _error(bins, len(judged)) if judged else None,
        recall=None,
        f1=None,
        found=len(judged),
    )
    return [total, *(_figure(number, one) for number, one in enumerate(bins, start=1))]


def _bins(judged: Sequence[Judged]) -> list[Sequence[Judged]]:
    """By confidence, least first; findings of equal confidence may be parted, in their order."""
    ordered = sorted(judged, key=lambda one: one.confidence)
    bounds = [len(ordered) * number // _BINS for number in range(_BINS + 1)]
    bins = [ordered[start:end] for start, end in pairwise(bounds)]
    return [one for one in bins if one]


def _error(bins: Sequence[Sequence[Judged]], findings: int) -> float:
    """Mean distance of the mean confidence from the share that is right, each bin weighing what it holds."""
    return sum(abs(_mean_confidence(one) - _share_right(one)) * len(one) for one in bins) / findings


def _figure(number: int, judged: Sequence[Judged]) -> Figure:
    row = f"{number}: said {100 * _mean_confidence(judged):.1f}"
    share = _share_right(judged)
    return Figure(table="confidence", row=row, precision=share, recall=None, f1=None, found=len(judged))


def _mean_confidence(judged: Sequence[Judged]) -> float:
    return sum(one.confidence for one in judged) / len(judged)


def _share_right(judged: Sequence[Judged]) -> float:
    return sum(one.right for one in judged) / len(judged)
