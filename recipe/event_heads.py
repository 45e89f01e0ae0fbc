"""The heads that tell what type of event words tell of: of each word, and of a sentence between two marked words.

For a sentence, every word has a score for each type, "no event" being 0; it is of the type whose scores, summed over
its words as the logarithm of a sum, are the highest. Where a source and a target are marked, a second term tells which
words tell of what is between them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipe.distance import DISTANCES, distances
from recipe.event_examples import column
from sayso.record.event import Role
from sayso.tagger.events import SIDES, STEPS
from sayso.tagger.participants import ROLES

HIDDEN = 128
NEAR = 64
CAST = 96
RANK = 32
KINDS = 1 + len(ROLES)


class TriggerHead(nn.Module):
    """Vectors of the last layer, and of lower ones side by side, to the types of events that each word tells of."""

    def __init__(self, width: int, lower: int, types: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.inner = nn.Linear(width, HIDDEN)
        self.lower = nn.Linear(lower, HIDDEN)
        self.out = nn.Linear(HIDDEN, types)
        self.dropout = nn.Dropout(dropout)
        nn.init.constant_(self.out.bias, -5.0)  # most words tell of none

    def forward(self, layers: Tensor) -> Tensor:
        """Scores of every word, no event being 0. Shapes: (…, width + lower), (…, types)."""
        last, lower = self.dropout(layers).split((self.inner.in_features, self.lower.in_features), -1)
        scores: Tensor = self.out(self.dropout(F.relu(self.inner(last) + self.lower(lower))))
        return scores


class EventHead(nn.Module):
    """Word vectors, of two layers side by side, to scores of types."""

    def __init__(self, width: int, types: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.share = dropout
        self.inner = nn.Linear(width, HIDDEN)
        self.out = nn.Linear(HIDDEN, types)
        self.word = nn.Linear(width, NEAR)
        self.source = nn.Linear(width, NEAR, bias=False)
        self.target = nn.Linear(width, NEAR, bias=False)
        self.side = nn.Embedding(SIDES, NEAR)
        self.from_source = nn.Embedding(STEPS, NEAR)
        self.from_target = nn.Embedding(STEPS, NEAR)
        self.near = nn.Linear(NEAR, 1)
        for table in (self.side, self.from_source, self.from_target):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, words: Tensor, source: Tensor, target: Tensor, places: Tensor) -> Tensor:
        """Scores of every word. Shape: (sentences, words, types).

        `source` and `target` are the mean vectors of the marked words, 0 where none are; `places` has side and steps
        of every word, as `sayso.tagger.events.places` has them.
        """
        kept = self._kept(words)
        words = words * kept
        types = self.out(F.relu(self.inner(words)) * self._kept(words, HIDDEN))
        hidden = self.word(words) + self.source(source[:, None] * kept) + self.target(target[:, None] * kept)
        hidden = hidden + self.side(places[..., 0])
        hidden = hidden + self.from_source(places[..., 1]) + self.from_target(places[..., 2])
        scores: Tensor = types + self.near(F.relu(hidden))
        return scores

    def _kept(self, words: Tensor, width: int | None = None) -> Tensor:
        """Dropout that is the same for all words of a sentence: next to no cost. Shape: (sentences, 1, width)."""
        shape = (len(words), 1, width or words.shape[-1])
        return F.dropout(torch.ones(shape), self.share, self.training)


class ParticipantHead(nn.Module):
    """For a trigger and every word: does the word stand for its actor, for its recipient, or for neither?"""

    def __init__(self, width: int, lower: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Linear(width, CAST)
        self.word_lower = nn.Linear(lower, CAST)
        self.trigger = nn.Linear(width, CAST)
        self.trigger_lower = nn.Linear(lower, CAST)
        self.distance = nn.Embedding(DISTANCES, CAST)
        self.out = nn.Linear(CAST, KINDS)
        self.word_rank = nn.Linear(CAST, RANK)
        self.trigger_rank = nn.Linear(CAST, RANK * KINDS)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, layers: Tensor, triggers: Tensor) -> Tensor:
        """Logarithms of likelihood, neither being first; `triggers` are numbers of words.

        Shapes: (words, width + lower), (triggers,); (triggers, words, roles).
        """
        last, lower = self.dropout(layers).split((self.word.in_features, self.word_lower.in_features), -1)
        words = self.word(last) + self.word_lower(lower)
        asked = self.trigger(last[triggers]) + self.trigger_lower(lower[triggers])
        steps = self.distance(distances(torch.arange(len(words)), triggers, triggers))
        scores = self.out(self.dropout(F.relu(words[None] + asked[:, None] + steps)))
        ranks = self.trigger_rank(F.relu(asked)).view(len(triggers), KINDS, RANK)
        both = self.word_rank(F.relu(words)) @ ranks.transpose(1, 2) / math.sqrt(RANK)
        return (scores + both).float().log_softmax(-1)


def of_sentence(scores: Tensor, mask: Tensor) -> Tensor:
    """Logarithms of the likelihood of no event (first) and of every type. Shape: (sentences, 1 + types)."""
    summed = scores.float().masked_fill(~mask[..., None], -1e4).logsumexp(1)
    return F.pad(summed, (1, 0)).log_softmax(-1)


def of_words(scores: Tensor) -> Tensor:
    """The same for every word. Shape: (…, 1 + types)."""
    return F.pad(scores.float(), (1, 0)).log_softmax(-1)


def trigger_nats(scores: Tensor, triggers: Sequence[tuple[range, str]]) -> Tensor:
    """Nats of the best word of every trigger, and of none at all other words. Shape of `scores`: (words, types)."""
    words = of_words(scores)
    free = torch.ones(len(words), dtype=torch.bool)
    nats = words.new_zeros(())
    for trigger, kind in triggers:
        free[trigger.start : trigger.stop] = False
        nats = nats - words[trigger.start : trigger.stop, column(kind)].max()
    return nats - words[free, 0].sum()


def participant_nats(shares: Tensor, people: Sequence[tuple[Role, range]]) -> Tensor:
    """Nats of the best word of all who take part in an event, and of neither role at all other words.

    Shape of `shares`, logarithms: (words, roles).
    """
    free = torch.ones(len(shares), dtype=torch.bool)
    nats = shares.new_zeros(())
    for role, words in people:
        free[words.start : words.stop] = False
        nats = nats - shares[words.start : words.stop, 1 + ROLES.index(role)].max()
    return nats - shares[free, 0].sum()
