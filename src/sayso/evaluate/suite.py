"""What one measurement is: a corpus, its parts, and how figures come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.evaluate.evaluation import Figure, Tally, figures
from sayso.evaluate.reading import System

Tallies = list[Tally]
Generator = np.random.Generator


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures, and how many documents they are over."""

    documents: int
    figures: list[Figure]


Measure = Callable[[Path, str, System, Generator], Measured]
"""From the corpus's folder, its part, the system, and what intervals are drawn from."""


@dataclass(frozen=True, slots=True)
class Suite:
    """One measurement.

    `folder` is the corpus's, below the folder of corpora; the first of `splits` is measured unless another is asked
    for.
    """

    folder: str
    splits: tuple[str, ...]
    digest: Callable[[Path, str], str]
    measure: Measure


def micro(
    tallies: Callable[[Path, str, System], Iterator[Tally]],
    *,
    more: Callable[[Tallies, Generator], list[Figure]] | None = None,
) -> Measure:
    """Measure by counts of each document, summed up; `more` makes figures that are no sums, which come first."""

    def measure(folder: Path, part: str, system: System, generator: Generator) -> Measured:
        counted = list(tallies(folder, part, system))
        first = more(counted, generator) if more else []
        return Measured(len(counted), [*first, *figures(counted, generator)])

    return measure
