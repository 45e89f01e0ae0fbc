"""Several measurements at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.evaluate.catalogue import evaluate_corpus
from sayso.evaluate.disagreements import Disagreement, polnear_disagreements
from sayso.evaluate.evaluation import Evaluation
from sayso.evaluate.systems import system_named


@dataclass(frozen=True, slots=True)
class Task:
    """One measurement to make.

    `system` and `bundle` are as for `system_named`; intervals are drawn from a generator of its own, seeded with
    `seed`.
    """

    name: str
    split: str | None
    system: str | None
    corpora: Path
    seed: int
    bundle: Path | None = None

    def __call__(self) -> Evaluation:
        generator = np.random.default_rng(self.seed)
        system = system_named(self.system, self.bundle)
        return evaluate_corpus(self.name, self.corpora, system=system, generator=generator, split=self.split)

    def differences(self) -> Iterator[Disagreement]:
        """Where the system differs from PolNeAR's annotators, one by one."""
        system = system_named(self.system, self.bundle)
        return polnear_disagreements(self.corpora / "polnear", self.split or "dev", system)


def evaluate_all(tasks: Sequence[Task], *, jobs: int) -> list[Evaluation]:
    """The evaluations in the order of the tasks; the same whatever `jobs` is."""
    if jobs == 1 or len(tasks) == 1:
        return [task() for task in tasks]
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_done, tasks))


def _done(task: Task) -> Evaluation:
    return task()
