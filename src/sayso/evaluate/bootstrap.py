"""How much a figure would move with other documents of the same kind: bootstrap over documents."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.evaluate.counts import Counts

_RESAMPLES = 1000
_TAILS = (2.5, 97.5)
"""Percentiles that bound 95 % of the resampled figures."""

Floats = npt.NDArray[np.float64]


def interval(layers: Sequence[Sequence[Counts]], generator: np.random.Generator) -> tuple[float, float] | None:
    """The 95 % interval of the F1 (of its mean over `layers`), documents drawn with replacement.

    Each layer holds one `Counts` a document, in the same order. None for fewer than two documents, or where some
    draw leaves nothing to count.
    """
    documents = len(layers[0]) if layers else 0
    if documents < 2:
        return None
    draws = generator.integers(0, documents, size=(_RESAMPLES, documents))
    with np.errstate(invalid="ignore", divide="ignore"):
        figures = np.mean([_f1(_table(layer)[draws].sum(axis=1)) for layer in layers], axis=0)
    if np.isnan(figures).any():
        return None
    low, high = np.percentile(figures, _TAILS)
    return float(low), float(high)


def _table(layer: Sequence[Counts]) -> Floats:
    """Shape (documents, 4)."""
    return np.array([(counts.right, counts.found, counts.met, counts.gold) for counts in layer], dtype=np.float64)


def _f1(sums: Floats) -> Floats:
    """F1 of each row of (right, found, met, gold); NaN where there is neither gold nor finding."""
    right, found, met, gold = sums.T
    precision, recall = np.nan_to_num(right / found), np.nan_to_num(met / gold)
    harmonic = np.nan_to_num(2 * precision * recall / (precision + recall))
    return np.where(found + gold > 0, harmonic, np.nan)
