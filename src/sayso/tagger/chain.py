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
    longest_first = np.argsort(-lengths, kind="stable")
    found = _best_paths(emissions[longest_first], chain, lengths[longest_first])
    back = np.argsort(longest_first)
    return Paths(found.labels[back], found.log_likelihood[back])


def _best_paths(emissions: Floats, chain: Chain, lengths: Ints) -> Paths:
    """The same for sequences that stand in order, the longest first: those that go on are always the first few."""
    count, words, labels = emissions.shape
    going_on = (lengths[:, None] > np.arange(words)).sum(0)
    top = emissions.max(2, keepdims=True)
    local = np.exp(emissions - top)
    moves = np.exp(chain.transitions)
    best = emissions[:, 0] + chain.starts
    state = local[:, 0] * np.exp(chain.starts)
    origins = np.zeros((words, count, labels), np.int64)
    sums = np.ones((words, count), np.float32)
    for step in range(words):
        here = going_on[step]
        if step:
            scores = best[:here, :, None] + chain.transitions
            origins[step, :here] = scores.argmax(1)
            best[:here] = scores.max(1) + emissions[:here, step]
            state[:here] = (state[:here] @ moves) * local[:here, step]
        sums[step, :here] = state[:here].sum(1)
        state[:here] /= sums[step, :here, None]
    inside = np.arange(words)[:, None] < lengths
    total = ((np.log(sums) + top[:, :, 0].T) * inside).sum(0)
    return Paths(_trace(best, origins, going_on), best.max(1) - total)


def _trace(best: Floats, origins: Ints, going_on: Ints) -> Ints:
    label = best.argmax(1)
    rows = np.arange(len(label))
    path = np.zeros((len(label), len(origins)), np.int64)
    for step in range(len(origins) - 1, -1, -1):
        path[:, step] = label
        here = going_on[step]
        label[:here] = origins[step, rows[:here], label[:here]]
    return path


def marginals(emissions: Floats, chain: Chain, lengths: Ints) -> Floats:
    """Probability of each label at each word of every sequence. Shapes: (n, words, labels), the same.

    Past a sequence's length they mean nothing.
    """
    local = np.exp(emissions - emissions.max(2, keepdims=True))
    moves = np.exp(chain.transitions)
    words = emissions.shape[1]
    ahead, behind = np.empty_like(local), np.empty_like(local)
    state = local[:, 0] * np.exp(chain.starts)
    for step in range(words):
        if step:
            state = (state @ moves) * local[:, step]
        state /= state.sum(1, keepdims=True)
        ahead[:, step] = state
    state = np.ones_like(local[:, 0])
    for step in range(words - 1, -1, -1):
        state[lengths == step + 1] = 1
        behind[:, step] = state
        state = (state * local[:, step]) @ moves.T
        state /= state.sum(1, keepdims=True)
    both = ahead * behind
    likely: Floats = both / both.sum(2, keepdims=True)
    return likely


def by_paragraph(emissions: Floats, paragraphs: Ints, chain: Chain) -> tuple[Ints, Floats]:
    """The best labels, each paragraph a sequence of its own, and how likely each label is where it stands.

    Shapes: (words, labels) and (words,), numbering each word's paragraph in order; (words,) twice.
    """
    firsts = np.flatnonzero(np.diff(paragraphs, prepend=-1))
    lengths = np.diff(firsts, append=len(paragraphs))
    inside = np.arange(lengths.max()) < lengths[:, None]
    padded = np.zeros((*inside.shape, emissions.shape[1]), np.float32)
    padded[inside] = emissions
    labels = best_paths(padded, chain, lengths).labels[inside]
    likely = marginals(padded, chain, lengths)[inside][np.arange(len(labels)), labels]
    return labels, likely
