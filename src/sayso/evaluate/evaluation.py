"""The figures of one system on one part of one corpus."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sayso.evaluate.bootstrap import interval
from sayso.evaluate.counts import Counts, mean, total

Tally = dict[tuple[str, str], Counts]
"""The counts of one document by (table, row)."""


class Figure(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row of a table, each figure in [0, 1] and None where it is not defined.

    `low` and `high` bound the F1 (95 %, bootstrap over documents). `people` is the F1 of one annotator against
    another, where the corpus lets that be told.
    """

    table: str
    row: str
    precision: float | None
    recall: float | None
    f1: float | None
    found: float | None = None
    gold: float | None = None
    low: float | None = None
    high: float | None = None
    people: float | None = None

    @property
    def metric(self) -> str:
        """The name a floor calls it by: "exact/source"."""
        return f"{self.table}/{self.row}"


class Evaluation(Struct, frozen=True, kw_only=True):
    """What was measured, on what, by which command; enough to measure it again.

    `digest` is that of the corpus files read, `version` sayso's own, `system` is "rules" or names the tagger
    and its version. `documents` counts what was resampled for the intervals.
    """

    corpus: str
    split: str
    system: str
    version: str
    command: str
    digest: str
    documents: int
    figures: tuple[Figure, ...]


def figures(tallies: Sequence[Tally], generator: np.random.Generator, people: Tally | None = None) -> list[Figure]:
    """The figures of all documents together (micro), in the order in which the documents bring them up."""
    keys = dict.fromkeys(key for tally in tallies for key in tally)
    return [_figure(key, [tally.get(key, Counts()) for tally in tallies], generator, people or {}) for key in keys]


def mean_figure(table: str, row: str, layers: Sequence[Sequence[Counts]], generator: np.random.Generator) -> Figure:
    """The mean F1 of several metrics, each a layer of counts by document: the CoNLL score."""
    sums = [total(layer) for layer in layers]
    low, high = interval(layers, generator) or (None, None)
    return Figure(
        table=table,
        row=row,
        precision=mean([one.precision for one in sums]),
        recall=mean([one.recall for one in sums]),
        f1=mean([one.f1 for one in sums]),
        low=low,
        high=high,
    )


def _figure(key: tuple[str, str], counts: Sequence[Counts], generator: np.random.Generator, people: Tally) -> Figure:
    together = total(counts)
    low, high = interval([counts], generator) or (None, None)
    return Figure(
        table=key[0],
        row=key[1],
        precision=together.precision,
        recall=together.recall,
        f1=together.f1,
        found=together.found,
        gold=together.gold,
        low=low,
        high=high,
        people=people[key].f1 if key in people else None,
    )
