"""A linear chain over labels, and sums over all its paths."""

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


def marginals(emissions: Floats, chain: Chain, lengths: Ints) -> Floats:
    """Probability of each label at each word of every sequence. Shapes: (n, words, labels), the same.

    Past a sequence's length they mean nothing.
    """
    words = emissions.shape[1]
    local = _local(emissions.transpose(1, 2, 0))
    mirrored = np.maximum(lengths - 1 - np.arange(words)[:, None], 0)
    rows = np.arange(len(lengths))
    both = np.stack([local, local[mirrored, :, rows].transpose(0, 2, 1)], axis=1)
    moves = np.exp(chain.transitions)
    starts = np.stack([np.exp(chain.starts), np.ones_like(chain.starts)])[:, :, None]
    ahead, behind = _arrivals(both, np.stack([moves.T, moves]), starts)[0].swapaxes(0, 1)
    joint = ahead * local * behind[mirrored, :, rows].transpose(0, 2, 1)
    likely: Floats = (joint / joint.sum(1, keepdims=True)).transpose(2, 0, 1)
    return likely


def log_sums(emissions: Floats, chain: Chain, lengths: Ints) -> Floats:
    """The logarithm of the sum over all paths, beside a path of each word's best label that could be had for nothing.

    Shapes: (words, labels, n), (n,).
    """
    local = _local(emissions)
    arrivals, scales = _arrivals(local[:, None], np.exp(chain.transitions).T[None], np.exp(chain.starts)[None, :, None])
    last, rows = lengths - 1, np.arange(len(lengths))
    ends = (arrivals[last, 0, :, rows] * local[last, :, rows]).sum(1)
    inside = np.arange(len(local))[:, None] < lengths
    sums: Floats = np.log(ends) + np.log(scales[:, 0], where=inside, out=np.zeros_like(scales[:, 0])).sum(0)
    return sums


_APART: Final = 4
"""Words between which sums of products are brought back to one: few enough for them not to come to nothing."""


def _local(emissions: Floats) -> Floats:
    """What each label contributes to a sum over paths, 1 for the best. Shape: (words, labels, n), the same."""
    local: Floats = np.exp(emissions - emissions.max(1, keepdims=True)).astype(np.float64)
    return local


def _arrivals(local: Floats, moves: Floats, starts: Floats) -> tuple[Floats, Floats]:
    """Sums over the paths that lead to each label, before its own share, and by what each word's were divided.

    Shapes: (words, ways, labels, n), (ways, labels, labels), (ways, labels, 1); as the first, and (words, ways, n).
    """
    arrivals = np.empty_like(local)
    scales: Floats = np.ones((len(local), local.shape[1], local.shape[3]), local.dtype)
    arrivals[0] = starts
    state = arrivals[0] * local[0]
    for step in range(1, len(local)):
        arriving = np.matmul(moves, state, out=arrivals[step])
        if step % _APART == 0:
            scales[step] = arriving.sum(1)
            arriving /= scales[step, :, None]
        np.multiply(arriving, local[step], out=state)
    return arrivals, scales
