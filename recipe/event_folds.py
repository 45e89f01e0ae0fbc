"""Cross-validation of the head for types of events."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from recipe.event_examples import ROOTS, column, plover_types
from recipe.events import Read, fit, likely
from sayso.evaluate.corpora.plover import ROOTS as PLV_ROOTS


def cross_validate(reads: Sequence[Read], classes: Mapping[str, bool], folds: int, rounds: int, seeds: int) -> None:
    """Print the figures of each seed, and of the seeds' mean.

    `classes` tells of the sentences that have a class, by `Example.group`, whether that is one of events.
    """
    fold = fold_of(reads, folds)
    marked = [n for n, one in enumerate(reads) if one.example.passage.name == "plv"]
    classed = list({reads[n].example.group: n for n in range(len(reads)) if reads[n].example.group in classes}.values())
    total = np.zeros((len(reads), 1 + len(plover_types())))
    blind = np.zeros_like(total)
    for seed in range(1, seeds + 1):
        for held in range(folds):
            head = fit([one for one, own in zip(reads, fold, strict=True) if own != held], rounds, seed)
            for numbers, found, unseen in ((marked, total, False), (classed, blind, True)):
                asked = [n for n in numbers if fold[n] == held]
                found[asked] += likely(head, [reads[n] for n in asked], blind=unseen)
        print(f"{seed} seed(s) together")
        _print_types(reads, total, marked)
        _print_classes([classes[reads[n].example.group] for n in classed], list(blind[classed, 0] < seed / 2))


def fold_of(reads: Sequence[Read], folds: int, seed: int = 7) -> list[int]:
    """A fold for each example: the same for one and the same sentence, and each type spread evenly."""
    groups: dict[str, str] = {}
    for one in reads:
        groups.setdefault(one.example.group, " ".join(one.example.types))
    names = sorted(groups)
    random.Random(seed).shuffle(names)
    place = {name: number % folds for number, name in enumerate(sorted(names, key=groups.__getitem__))}
    return [place[one.example.group] for one in reads]


def _print_types(reads: Sequence[Read], found: np.ndarray, marked: list[int]) -> None:
    gold = [_root(reads[n].example.types) for n in marked]
    said = [PLV_ROOTS[int(row.argmax())] for row in by_root(found[marked])]
    scores = f1_by_class(gold, said)
    right = np.mean([a == b for a, b in zip(gold, said, strict=True)])
    print(f"  marked relation, {len(gold)}: macro F1 {np.mean(list(scores.values())):.4f}, right {right:.4f}")
    print("  " + ", ".join(f"{kind} {value:.2f}" for kind, value in scores.items()))


def _print_classes(gold: Sequence[bool], said: Sequence[bool]) -> None:
    scores = f1_by_class(["event" if one else "none" for one in gold], ["event" if one else "none" for one in said])
    always = 2 * sum(gold) / (len(gold) + sum(gold))
    print(f"  event or none, {len(gold)} ({len(gold) - sum(gold)} none): F1 of event {scores['event']:.4f}", end="")
    print(f" (if always said: {always:.4f}), of none {scores['none']:.4f}", flush=True)


def by_root(found: np.ndarray) -> np.ndarray:
    """Likelihoods of PLV's roots: YIELD takes those of its two."""
    names = [[column(kind) for kind in ROOTS.get(root, (root,))] for root in PLV_ROOTS]
    return np.stack([found[:, numbers].sum(1) for numbers in names], 1)


def _root(types: tuple[str, ...]) -> str:
    return next((root for root, several in ROOTS.items() if several == types), types[0])


def f1_by_class(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """F1 of each class of gold."""
    both = Counter(a for a, b in zip(gold, said, strict=True) if a == b)
    counts, found = Counter(gold), Counter(said)
    return {kind: 2 * both[kind] / (counts[kind] + found[kind]) for kind in sorted(counts)}
