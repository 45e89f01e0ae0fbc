"""Whether what a word tells of took place, against the ratings of readers: Pearson's r.

Two numbers are compared. "happened" is the tagger's own for the word (0 where it has none), on the scale of UDS-IH2:
how sure it is to have taken place by now. "told" is how sayso would put an event of that word, by the rules that see
the whole sentence, on the scale of MEANTIME, where what is certain to come counts nearly as what has come; the
tagger's number decides between words that the rules put alike.
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
from sayso.record.event import Certainty, Factuality, Occurrence

Floats = npt.NDArray[np.float64]
_RESAMPLES = 1000
_WIDTH = 6.0
"""From the lowest rating to the highest."""
_OCCURRENCE = {
    Occurrence.HAPPENED: 2.9,
    Occurrence.ONGOING: 3.0,
    Occurrence.PLANNED: 2.6,
    Occurrence.DEMANDED: 2.4,
    Occurrence.HYPOTHETICAL: 1.8,
    Occurrence.DID_NOT_HAPPEN: -0.25,
}
_CERTAINTY = {Certainty.CERTAIN: 1.0, Certainty.PROBABLE: 0.7, Certainty.POSSIBLE: 0.6}
_OF_TAGGER = 0.15
"""These three: about the mean ratings in MEANTIME's training part."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Gold ratings and the two of sayso's, side by side."""

    gold: Floats
    happened: Floats
    told: Floats


def measure(corpora: Path, part: str, system: System, generator: Generator) -> Measured:
    """The figures of a part; the intervals are over sentences."""
    read = [pairs_of(rated, system.annotate(report_of(rated.text))) for rated in sentences(corpora, part)]
    return Measured(len(read), figures(read, generator))


def pairs_of(rated: Rated, annotated: AnnotatedReport) -> Pairs:
    """The rated words of one sentence."""
    from sayso.attribute.events.factuality import factuality_of

    starts = {place: number for number, token in enumerate(annotated.tokens) for place in range(token.start, token.end)}
    places = [starts[span.start] for span, _ in rated.ratings]
    happened = [(annotated.words[place].happened or 0.0) if annotated.words else 0.0 for place in places]
    told = [factuality_of(annotated, place).report for place in places] if annotated.words else [None] * len(places)
    numbers = [number_of(one, rating) for one, rating in zip(told, happened, strict=True)]
    return Pairs(np.array([rating for _, rating in rated.ratings]), np.array(happened), np.array(numbers))


def number_of(told: Factuality | None, happened: float) -> float:
    """How an event is told, on MEANTIME's scale."""
    if told is None:
        return 0.0
    value = _OCCURRENCE[told.occurrence]
    return (value * _CERTAINTY[told.certainty] if value > 0 else value) + _OF_TAGGER * max(happened, 0.0)


def figures(read: Sequence[Pairs], generator: Generator) -> list[Figure]:
    """The correlation of both numbers as F1, and how far they lie from gold, as a share of the scale, as precision."""
    found: list[Figure] = []
    gold = np.concatenate([one.gold for one in read])
    for table in ("happened", "told"):
        numbers = [getattr(one, table) for one in read]
        draws = [generator.integers(0, len(read), len(read)) for _ in range(_RESAMPLES)]
        rs = [_r(np.concatenate([read[n].gold for n in d]), np.concatenate([numbers[n] for n in d])) for d in draws]
        low, high = np.percentile(rs, (2.5, 97.5))
        ours = np.concatenate(numbers)
        distance = float(np.abs(gold - ours).mean())
        found += [
            _figure(table, "r", len(gold), f1=_r(gold, ours), low=float(low), high=float(high)),
            _figure(table, "1 - mean distance / 6", len(gold), precision=1 - distance / _WIDTH),
        ]
    return found


def _r(gold: Floats, found: Floats) -> float:
    """Pearson's correlation; 0 where either does not vary."""
    if gold.std() == 0 or found.std() == 0:
        return 0.0
    return float(np.corrcoef(gold, found)[0, 1])


def _figure(
    table: str,
    row: str,
    count: int,
    *,
    f1: float | None = None,
    precision: float | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Figure:
    return Figure(
        table=table, row=row, precision=precision, recall=None, f1=f1, found=count, gold=count, low=low, high=high
    )
