"""A linear chain over labels: the best path, and how likely it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.tagger.encode import Ints

Floats = npt.NDArray[np.float32]


CERTAIN: Final = 1e-4
"""Probabilities nearer to 0 or 1 than this count as this far."""


def log_odds(probability: float) -> float:
    """The logarithm of the odds, which calibration takes for a score."""
    bounded = min(max(probability, CERTAIN), 1 - CERTAIN)
    return math.log(bounded / (1 - bounded))


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of moving from label to label, and of beginning with one. Shapes: (labels, labels), (labels,)."""

    transitions: Floats
    starts: Floats


@dataclass(frozen=True, slots=True)
class Paths:
    """The best labels of every sequence, and the log probability of the whole path. (n, words), (n,)."""

    labels: Ints
    log_likelihood: Floats


def best_paths(emissions: Floats, chain: Chain, lengths: Ints) -> Paths:
    """Viterbi, with the forward sum beside it. Shape of emissions: (n, words, labels).

    Labels past a sequence's length mean nothing.
    """
    count, words, labels = emissions.shape
    best = emissions[:, 0] + chain.starts
    top = emissions.max(2, keepdims=True)
    local = np.exp(emissions - top)
    moves = np.exp(chain.transitions)
    state = local[:, 0] * np.exp(chain.starts)
    origins = np.empty((words, count, labels), np.int64)
    sums = np.empty((words, count), np.float32)
    for step in range(words):
        if step:
            scores = best[:, :, None] + chain.transitions
            origins[step] = scores.argmax(1)
            fresh = scores.max(1) + emissions[:, step]
            here = (step < lengths)[:, None]
            best = np.where(here, fresh, best)
            state = np.where(here, (state @ moves) * local[:, step], state)
        sums[step] = state.sum(1)
        state = state / sums[step][:, None]
    inside = np.arange(words)[:, None] < lengths
    total = ((np.log(sums) + top[:, :, 0].T) * inside).sum(0)
    return Paths(_trace(best, origins, lengths), best.max(1) - total)


def _trace(best: Floats, origins: Ints, lengths: Ints) -> Ints:
    label = best.argmax(1)
    rows = np.arange(len(label))
    path = np.zeros((len(label), len(origins)), np.int64)
    for step in range(len(origins) - 1, -1, -1):
        path[:, step] = label
        if step:
            label = np.where(step < lengths, origins[step][rows, label], label)
    return path


def best_path(emissions: Floats, chain: Chain) -> Ints:
    """The best labels of one sequence: what `best_paths` finds, sooner. Shapes: (words, labels), (words,)."""
    labels = np.arange(emissions.shape[1])
    origins = np.empty(emissions.shape, np.int64)
    state = emissions[0] + chain.starts
    for step in range(1, len(emissions)):
        scores = state[:, None] + chain.transitions
        origin = scores.argmax(0)
        origins[step] = origin
        state = scores[origin, labels] + emissions[step]
    path = np.empty(len(emissions), np.int64)
    label = int(state.argmax())
    for step in range(len(emissions) - 1, -1, -1):
        path[step] = label
        label = int(origins[step, label]) if step else label
    return path


def marginals(emissions: Floats, chain: Chain) -> Floats:
    """Probability of each label at each word of one sequence. Shapes: (words, labels), the same."""
    local = np.exp(emissions - emissions.max(1, keepdims=True))
    moves = np.exp(chain.transitions)
    ahead = np.empty_like(local)
    behind = np.empty_like(local)
    state = local[0] * np.exp(chain.starts)
    for step in range(len(local)):
        if step:
            state = (state @ moves) * local[step]
        state = state / state.sum()
        ahead[step] = state
    state = np.ones_like(local[0])
    for step in range(len(local) - 1, -1, -1):
        behind[step] = state
        state = moves @ (state * local[step])
        state = state / state.sum()
    both = ahead * behind
    likely: Floats = both / both.sum(1, keepdims=True)
    return likely
