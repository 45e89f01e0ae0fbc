"""Whether what a word tells of took place: sayso's number for the word against the ratings of readers.

Pearson's r, and how far the numbers lie from the ratings on average. A word that the tagger gives no number for counts as 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.evaluate.corpora.factuality import Rated, sentences
from sayso.evaluate.evaluation import Figure
from sayso.evaluate.reading import System, report_of
from sayso.evaluate.suite import Generator, Measured
from sayso.record.annotation import AnnotatedReport
from sayso.spans import Span

Floats = npt.NDArray[np.float64]
_RESAMPLES = 1000
_WIDTH = 6.0
"""From the lowest rating to the highest."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Gold ratings and sayso's, side by side."""

    gold: Floats
    found: Floats

    @property
    def correlation(self) -> float:
        """Pearson's r; 0 where either does not vary."""
        if self.gold.std() == 0 or self.found.std() == 0:
            return 0.0
        return float(np.corrcoef(self.gold, self.found)[0, 1])

    @property
    def distance(self) -> float:
        """Mean absolute error, on the scale of the ratings."""
        return float(np.abs(self.gold - self.found).mean())


def measure(corpora: Path, part: str, system: System, generator: Generator) -> Measured:
    """The figures of a part; the interval is over sentences."""
    read = [pairs_of(rated, system.annotate(report_of(rated.text))) for rated in sentences(corpora, part)]
    return Measured(len(read), figures(read, generator))


def pairs_of(rated: Rated, annotated: AnnotatedReport) -> Pairs:
    """The rated words of one sentence."""
    found = [_happened(annotated, span) for span, _ in rated.ratings]
    return Pairs(np.array([rating for _, rating in rated.ratings]), np.array(found))


def _happened(annotated: AnnotatedReport, span: Span) -> float:
    """The tagger's number for the word where a span begins."""
    for token, word in zip(annotated.tokens, annotated.words, strict=False):
        if token.start <= span.start < token.end:
            return word.happened or 0.0
    return 0.0


def figures(read: Sequence[Pairs], generator: Generator) -> list[Figure]:
    """Pearson's r, as an F1; and as a precision the mean distance, as a share of the scale, taken from 1."""
    both = _together(read)
    draws = (_together([read[n] for n in generator.integers(0, len(read), len(read))]) for _ in range(_RESAMPLES))
    low, high = np.percentile([draw.correlation for draw in draws], (2.5, 97.5))
    return [
        _figure("r", f1=both.correlation, count=len(both.gold), low=float(low), high=float(high)),
        _figure("1 - mean distance / 6", precision=1 - both.distance / _WIDTH, count=len(both.gold)),
    ]


def _together(read: Sequence[Pairs]) -> Pairs:
    return Pairs(np.concatenate([one.gold for one in read]), np.concatenate([one.found for one in read]))


def _figure(
    row: str,
    *,
    count: int,
    f1: float | None = None,
    precision: float | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Figure:
    return Figure(
        table="happened", row=row, precision=precision, recall=None, f1=f1, found=count, gold=count, low=low, high=high
    )
