"""The best path along a chain of labels, and how likely it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.tagger.chain import Chain, Floats, log_sums, marginals
from sayso.tagger.encode import Ints


@dataclass(frozen=True, slots=True)
class Paths:
    """The best labels of every sequence, and the log probability of the whole path. (n, words), (n,)."""

    labels: Ints
    log_likelihood: Floats


def best_paths(emissions: Floats, chain: Chain, lengths: Ints) -> Paths:
    """Viterbi, with the forward sum beside it. Shape of emissions: (n, words, labels).

    Labels past a sequence's length mean nothing.
    """
    in_order = _in_order(emissions, lengths)
    labels = _trace(_best_scores(in_order, chain), in_order, chain)
    likely = _log_scores(labels, in_order, chain) - log_sums(in_order.emissions, chain, in_order.lengths)
    return Paths(labels[in_order.back], likely[in_order.back])


def by_paragraph(emissions: Floats, paragraphs: Ints, chain: Chain) -> tuple[Ints, Floats]:
    """The best labels, each paragraph a sequence of its own, and how likely each label is where it stands.

    Shapes: (words, labels) and (words,), numbering each word's paragraph in order; (words,) twice.
    """
    firsts = np.flatnonzero(np.diff(paragraphs, prepend=-1))
    lengths = np.diff(firsts, append=len(paragraphs))
    inside = np.arange(lengths.max()) < lengths[:, None]
    padded = np.zeros((*inside.shape, emissions.shape[1]), np.float32)
    padded[inside] = emissions
    in_order = _in_order(padded, lengths)
    labels = _trace(_best_scores(in_order, chain), in_order, chain)[in_order.back][inside]
    likely = marginals(padded, chain, lengths)[inside][np.arange(len(labels)), labels]
    return labels, likely


@dataclass(frozen=True, slots=True)
class _InOrder:
    """Sequences, the longest first, so that those that go on are always the first few.

    `emissions` has the sequences last, which keeps what is added up together; `going_on` counts those that have a word
    at each place; `back` gives the order they came in. Shapes: (words, labels, n), (n,), (words), (n,).
    """

    emissions: Floats
    lengths: Ints
    going_on: list[int]
    back: Ints


def _in_order(emissions: Floats, lengths: Ints) -> _InOrder:
    longest_first = np.argsort(-lengths, kind="stable")
    turned = np.ascontiguousarray(emissions[longest_first].transpose(1, 2, 0))
    going_on = (lengths[:, None] > np.arange(len(turned))).sum(0).tolist()
    return _InOrder(turned, lengths[longest_first], going_on, np.argsort(longest_first))


def _best_scores(sequences: _InOrder, chain: Chain) -> Floats:
    """Of the best path up to each word that ends in each label. Shape: (words, labels, n)."""
    best = np.empty_like(sequences.emissions)
    best[0] = sequences.emissions[0] + chain.starts[:, None]
    moves = chain.transitions[:, :, None]
    for step, here in enumerate(sequences.going_on[1:], 1):
        now = best[step, :, :here]
        np.maximum.reduce(best[step - 1, :, None, :here] + moves, axis=0, out=now)
        now += sequences.emissions[step, :, :here]
    return best


def _trace(best: Floats, sequences: _InOrder, chain: Chain) -> Ints:
    """The labels of the best paths, from their ends back. Shape: (n, words)."""
    rows = np.arange(best.shape[2])
    label = best[sequences.lengths - 1, :, rows].argmax(1)
    path = np.zeros((len(best), len(rows)), np.int64)
    later = 0
    for step in range(len(best) - 1, -1, -1):
        if later:
            label[:later] = (best[step, :, :later] + chain.transitions[:, label[:later]]).argmax(0)
        later = sequences.going_on[step]
        path[step, :later] = label[:later]
    return path.T


def _log_scores(labels: Ints, sequences: _InOrder, chain: Chain) -> Floats:
    """Of these paths, beside a path of each word's best label that could be had for nothing. Shape: (n,)."""
    emissions = sequences.emissions.astype(np.float64)
    words, rows = np.arange(len(emissions))[:, None], np.arange(labels.shape[0])
    steps = emissions[words, labels.T, rows] - emissions.max(1)
    steps[0] += chain.starts[labels[:, 0]]
    steps[1:] += chain.transitions[labels[:, :-1], labels[:, 1:]].T
    scores: Floats = np.where(words < sequences.lengths, steps, 0).sum(0)
    return scores
