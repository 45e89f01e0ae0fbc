"""MUC-4's score of all templates: responses paired with keys so that most is right, then every filler counted.

A template may stand for one of the key if their types are alike, at least partly. What is left over on either side
counts whole: as missing, unless it is optional, or as spurious. The number that tells templates apart is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.evaluate.assignment import assign
from sayso.evaluate.corpora.muc import SLOTS, TYPE, Filler, Template
from sayso.evaluate.counts import Counts
from sayso.evaluate.muc.likeness import likeness

BySlot = dict[int, Counts]


def score(found: Sequence[Template], wanted: Sequence[Template]) -> BySlot:
    """The counts of one message, by slot."""
    worths = np.array([[_worth(one, other) for other in wanted] for one in found]).reshape(len(found), len(wanted))
    pairs = assign(worths)
    counts = dict.fromkeys(SLOTS, Counts())
    for one, other in pairs:
        for slot in SLOTS:
            counts[slot] += _slot(slot, found[one].slots.get(slot, ()), wanted[other].slots.get(slot, ()))
    for number in set(range(len(found))) - {one for one, _ in pairs}:
        for slot, fillers in found[number].slots.items():
            counts[slot] += Counts(found=len(fillers))
    for number in set(range(len(wanted))) - {other for _, other in pairs}:
        if not wanted[number].optional:
            for slot, fillers in wanted[number].slots.items():
                counts[slot] += Counts(gold=sum(not one.optional for one in fillers))
    return counts


def _worth(found: Template, wanted: Template) -> float:
    """How much would be right if one stood for the other; 0 unless their types allow it."""
    if not any(likeness(TYPE, Filler((kind,)), Filler((other,))) for kind in found.types for other in wanted.types):
        return 0.0
    return sum(_slot(slot, found.slots.get(slot, ()), wanted.slots.get(slot, ())).right for slot in SLOTS)


def _slot(slot: int, found: Sequence[Filler], wanted: Sequence[Filler]) -> Counts:
    """Fillers paired one to one; an optional one that nobody found is not missing."""
    worths = np.array([[likeness(slot, one, other) for other in wanted] for one in found]).reshape(
        len(found), len(wanted)
    )
    pairs = assign(worths)
    right = sum(worths[pair] for pair in pairs)
    met = {other for _, other in pairs}
    asked = sum(number in met or not one.optional for number, one in enumerate(wanted))
    return Counts(right, len(found), right, asked)
