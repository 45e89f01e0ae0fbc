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

BLOCK: Final = 64
"""Triggers that are asked about together."""

Participants = dict[Role, dict[int, float]]
"""By role the words that may stand for who has it, with their probabilities, likeliest first."""
Asked = tuple[int, int, int]
"""The word of a trigger, the first word that may take part, and one past the last."""


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

    def of_triggers(self, asked: Sequence[Asked]) -> dict[int, Participants]:
        """Who takes part in what each trigger tells, by the number of its word."""
        found: dict[int, Participants] = {at: {role: {} for role in ROLES} for at, _, _ in asked}
        for first in range(0, len(asked), BLOCK):
            self._tell(np.array(asked[first : first + BLOCK]), found)
        return found

    def _tell(self, asked: Ints, found: dict[int, Participants]) -> None:
        """Put down who takes part in what some triggers tell, all pairs of a trigger and a word at once."""
        triggers = asked[:, 0]
        firsts = np.maximum(asked[:, 1], triggers - FARTHEST)
        counts = np.minimum(asked[:, 2], triggers + FARTHEST) - firsts
        owners = np.arange(len(asked)).repeat(counts)
        words = np.arange(len(owners)) + (firsts - counts.cumsum() + counts)[owners]
        shares = self._shares(triggers, owners, words)
        for column, role in enumerate(ROLES, 1):
            rows = np.flatnonzero(shares[:, column] >= LIKELY)
            rows = rows[np.argsort(-shares[rows, column], kind="stable")]
            told = zip(
                triggers[owners[rows]].tolist(), words[rows].tolist(), shares[rows, column].tolist(), strict=True
            )
            for at, word, share in told:
                found[at][role][word] = round(share, 4)

    def _shares(self, triggers: Ints, owners: Ints, words: Ints) -> Floats:
        """How likely each pair's word has each role in what its trigger tells, neither being first.

        `owners` number the triggers. Shapes: (triggers,), (pairs,), (pairs,); (pairs, roles).
        """
        asked = self.triggers[triggers]
        steps = _distances()[words - triggers[owners] + FARTHEST]
        hidden = self.words[words] + asked[owners] + self.bundle.heads["participants.distance.weight"][steps]
        scores = self.bundle.linear("participants.out", np.maximum(hidden, 0))
        ranks = self.bundle.linear("participants.trigger_rank", np.maximum(asked, 0))
        ranks = ranks.reshape(len(asked), scores.shape[1], -1)
        scores += np.einsum("prk,pk->pr", ranks[owners], self.ranks[words]) / math.sqrt(ranks.shape[2])
        shares: Floats = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return shares


@cache
def _distances() -> Ints:
    """Buckets of the distances from a trigger to the words around it; its own is at `FARTHEST`."""
    return distances(np.arange(-FARTHEST, FARTHEST), 0, 0)


def _both(bundle: Bundle, name: str, layers: Floats) -> Floats:
    """The product of the last layer and that of the lower ones."""
    last = bundle.linear(f"participants.{name}", layers)
    return last + bundle.linear(f"participants.{name}_lower", layers, of_last=True)
