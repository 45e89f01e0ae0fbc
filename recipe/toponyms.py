"""Fits the weights of sayso.annotate.toponyms.scoring on LGL and GeoVirus, and cross-validates them.

    python -m recipe.toponyms CORPORA

Prints accuracy within 161 km by three folds of reports, then the weights fitted on everything, to be copied into
`scoring.WEIGHTS`. Takes about two minutes on one core. A name is fitted once for each time it stands in a report,
GeoVirus counting two and a half times, because reports of world news are what sayso reads most.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sayso.annotate.toponyms import resolve, scoring
from sayso.annotate.toponyms.scoring import FEATURES, Choice, Floats, features
from sayso.evaluate.corpora.geoparsing import GeoReport, reports
from sayso.gazetteer.distance import distance_km
from sayso.gazetteer.file import shipped

NEAR_KM = 161.0
IMPORTANCE = {"lgl": 1.0, "geovirus": 2.5}
FOLDS, SEED = 3, 1


@dataclass(frozen=True, slots=True)
class Example:
    """A report: its names' candidates, and for each toponym its name and which candidates are right.

    None where there is no candidate.
    """

    corpus: str
    choices: dict[str, Choice]
    gold: list[tuple[str, np.ndarray | None]]


def example(corpus: str, report: GeoReport) -> Example:
    """The report with its candidates judged."""
    choices, names = resolve.choices_in(report.text, [toponym.span for toponym in report.toponyms], shipped())
    gold = []
    for name, toponym in zip(names, report.toponyms, strict=True):
        right = None
        if name in choices:
            entries = [candidate.entry for candidate in choices[name].candidates]
            right = np.array(
                [
                    distance_km((entry.latitude, entry.longitude), (toponym.latitude, toponym.longitude)) <= NEAR_KM
                    for entry in entries
                ]
            )
        gold.append((name, right))
    return Example(corpus, choices, gold)


def by_population(choices: dict[str, Choice]) -> dict[str, Choice]:
    """A first guess for the shares, before there are weights."""
    guessed = {}
    for name, choice in choices.items():
        people = np.array([candidate.entry.population + 1.0 for candidate in choice.candidates])
        guessed[name] = replace(choice, shares=people / people.sum())
    return guessed


def fit(examples: list[Example]) -> Floats:
    """Weights from population shares first, then twice from the shares that the weights themselves give."""
    weights = _fit_once(examples, None)
    for _ in range(2):
        weights = _fit_once(examples, weights)
    return weights


def _fit_once(examples: list[Example], before: Floats | None, *, steps: int = 300, rate: float = 0.03) -> Floats:
    rows, right, importance = _stacked(examples, before)
    present = ~np.isnan(rows[:, :, 0])
    rows = np.nan_to_num(rows)
    weights = np.zeros(len(FEATURES)) if before is None else before.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = np.where(present, rows @ weights, -1e9)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        wanted = shares * right
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope = (((shares - wanted)[:, :, None] * rows).sum(axis=1) * importance[:, None]).mean(axis=0) + 1e-3 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights = weights - rate * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def _stacked(examples: list[Example], before: Floats | None) -> tuple[Floats, Floats, Floats]:
    items = []
    for one in examples:
        choices = by_population(one.choices) if before is None else resolve.weighed(one.choices, None, before)
        if before is not None:
            choices = resolve.weighed(choices, None, before)
        rows = {name: features(choice, _others(choices, name), None) for name, choice in choices.items()}
        items += [
            (rows[name], right, IMPORTANCE[one.corpus])
            for name, right in one.gold
            if right is not None and right.any() and len(right) > 1
        ]
    width = max(len(right) for _, right, _ in items)
    stacked = np.full((len(items), width, len(FEATURES)), np.nan)
    marks = np.zeros((len(items), width))
    for number, (features_, right, _) in enumerate(items):
        stacked[number, : len(right)], marks[number, : len(right)] = features_, right
    return stacked, marks, np.array([importance for _, _, importance in items])


def _others(choices: dict[str, Choice], name: str) -> list[Choice]:
    return [choice for other, choice in choices.items() if other != name]


def accuracy(examples: list[Example], weights: Floats) -> Counter[tuple[str, str]]:
    """How many toponyms there are, and how many are placed within 161 km, by corpus."""
    counted: Counter[tuple[str, str]] = Counter()
    for one in examples:
        choices = resolve.weighed(resolve.weighed(one.choices, None, weights), None, weights)
        for name, right in one.gold:
            counted[one.corpus, "all"] += 1
            counted[one.corpus, "right"] += bool(right is not None and right[int(np.argmax(choices[name].shares))])
    return counted


def main() -> None:
    """Cross-validate, then fit on everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    corpora = parser.parse_args().corpora
    examples = [example(name, report) for name in IMPORTANCE for report in reports(corpora / "geoparsing", name)]
    order = list(range(len(examples)))
    random.Random(SEED).shuffle(order)
    total: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        held_back = set(order[fold::FOLDS])
        weights = fit([one for number, one in enumerate(examples) if number not in held_back])
        total += accuracy([examples[number] for number in sorted(held_back)], weights)
    for name in IMPORTANCE:
        print(f"{name}: {total[name, 'right'] / total[name, 'all']:.2%} of {total[name, 'all']} within {NEAR_KM:g} km")
    weights = fit(examples)
    print(", ".join(f"{weight:.2f}" for weight in weights))
    print(f"(in {scoring.__name__}: {', '.join(f'{weight:.2f}' for weight in scoring.WEIGHTS)})")


if __name__ == "__main__":
    main()
