"""Word vectors to who takes part in the events that words tell of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

import numpy as np

from sayso.record.event import Role
from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import Floats
from sayso.tagger.distance import distances
from sayso.tagger.encode import Ints

ROLES: Final = (Role.ACTOR, Role.RECIPIENT)
"""What the head tells apart, after "neither"."""
LIKELY: Final = 0.05
"""Words less likely than this to stand for somebody are not told."""
FARTHEST: Final = 160
"""Words before or after a trigger that are asked about; sentences without end are no sentences."""

Participants = dict[Role, dict[int, float]]
"""By role the words that may stand for who has it, with their probabilities, likeliest first."""


@dataclass(frozen=True, slots=True)
class ParticipantFinder:
    """What the bundle's head makes of the words of a report, asked about once: words, triggers, and ranks of the words.

    Shapes: (words, hidden), (words, hidden), (words, rank).
    """

    bundle: Bundle
    words: Floats
    triggers: Floats
    ranks: Floats

    @classmethod
    def of(cls, bundle: Bundle, layers: Floats) -> Self:
        """Everything that all triggers have in common. Shape of `layers`: (words, all widths)."""
        words, triggers = (_both(bundle, name, layers) for name in ("word", "trigger"))
        return cls(bundle, words, triggers, bundle.linear("participants.word_rank", np.maximum(words, 0)))

    def of_trigger(self, at: int, first: int, last: int) -> Participants:
        """Who takes part in what word `at` tells, among the words from `first` up to `last`."""
        first, last = max(first, at - FARTHEST), min(last, at + FARTHEST)
        steps = self.bundle.heads["participants.distance.weight"][_distances()[first - at + FARTHEST :][: last - first]]
        hidden = np.maximum(self.words[first:last] + self.triggers[at] + steps, 0)
        asked = self.bundle.linear("participants.trigger_rank", np.maximum(self.triggers[at], 0))
        ranks = asked.reshape(1 + len(ROLES), -1)
        scores = self.bundle.linear("participants.out", hidden)
        scores += self.ranks[first:last] @ ranks.T / math.sqrt(ranks.shape[1])
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return {role: _named(shares[:, column], first) for column, role in enumerate(ROLES, 1)}


def reach(sentences: Sequence[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """For each word the range in which those stand who may take part: its own sentence, and the one before."""
    found: dict[int, tuple[int, int]] = {}
    before = None
    for first, last in sentences:
        start = first if before is None else before
        found.update(dict.fromkeys(range(first, last), (start, last)))
        before = first
    return found


@cache
def _distances() -> Ints:
    """Buckets of the distances from a trigger to the words around it; its own is at `FARTHEST`."""
    return distances(np.arange(-FARTHEST, FARTHEST), 0, 0)


def _both(bundle: Bundle, name: str, layers: Floats) -> Floats:
    """The product of the last layer and that of the lower ones."""
    last = bundle.linear(f"participants.{name}", layers)
    return last + bundle.linear(f"participants.{name}_lower", layers, of_last=True)


def _named(shares: Floats, first: int) -> dict[int, float]:
    order = np.argsort(-shares, kind="stable")[: int((shares >= LIKELY).sum())]
    return {first + n: round(float(shares[n]), 4) for n in order.tolist()}
