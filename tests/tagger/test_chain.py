from itertools import pairwise, product

import numpy as np
import pytest

from sayso.tagger.chain import Chain, marginals
from sayso.tagger.paths import best_paths, by_paragraph


@pytest.fixture
def chain() -> Chain:
    generator = np.random.default_rng(2)
    return Chain(generator.normal(size=(3, 3)).astype(np.float32), generator.normal(size=3).astype(np.float32))


@pytest.fixture
def emissions() -> np.ndarray:
    return np.random.default_rng(3).normal(size=(4, 5, 3)).astype(np.float32)


def score(path: tuple[int, ...], row: np.ndarray, chain: Chain) -> float:
    moves = sum(chain.transitions[a, b] for a, b in pairwise(path))
    return float(chain.starts[path[0]] + moves + sum(row[n, label] for n, label in enumerate(path)))


def all_scores(row: np.ndarray, chain: Chain, length: int) -> dict[tuple[int, ...], float]:
    return {path: score(path, row, chain) for path in product(range(3), repeat=length)}


def test_best_path_is_the_best_of_all(emissions: np.ndarray, chain: Chain) -> None:
    lengths = np.array([5, 3, 1, 4])
    found = best_paths(emissions, chain, lengths)
    for row, length, labels, likely in zip(emissions, lengths, found.labels, found.log_likelihood, strict=True):
        scores = all_scores(row, chain, int(length))
        best = max(scores, key=scores.__getitem__)
        assert tuple(labels[:length].tolist()) == best
        assert likely == pytest.approx(scores[best] - np.log(sum(np.exp(list(scores.values())))), abs=1e-4)


def test_marginals_are_sums_over_paths(emissions: np.ndarray, chain: Chain) -> None:
    scores = all_scores(emissions[0], chain, 5)
    total = sum(np.exp(list(scores.values())))
    expected = np.zeros((5, 3))
    for path, value in scores.items():
        expected[np.arange(5), path] += np.exp(value) / total
    assert np.allclose(marginals(emissions[:1], chain, np.array([emissions.shape[1]]))[0], expected, atol=1e-4)


def test_extreme_scores_stay_finite(chain: Chain) -> None:
    emissions = np.array([[[200.0, -200, 0], [-200, 200, 0], [0, 0, 0]]], np.float32)
    found = best_paths(emissions, chain, np.array([3]))
    assert np.isfinite(found.log_likelihood).all()
    assert np.isfinite(marginals(emissions[:1], chain, np.array([emissions.shape[1]]))[0]).all()


def test_a_sequence_has_the_same_path_alone_and_beside_longer_ones(emissions: np.ndarray, chain: Chain) -> None:
    lengths = np.array([2, 5, 1, 3])
    together = best_paths(emissions, chain, lengths)
    for row, length, labels, likely in zip(emissions, lengths, together.labels, together.log_likelihood, strict=True):
        alone = best_paths(row[None, :length], chain, np.array([length]))
        assert labels[:length].tolist() == alone.labels[0].tolist()
        assert likely == pytest.approx(alone.log_likelihood[0], abs=1e-5)


def test_shorter_sequences_have_their_own_marginals(emissions: np.ndarray, chain: Chain) -> None:
    together = marginals(emissions, chain, np.array([5, 2, 4, 1]))
    assert np.allclose(together[1, :2], marginals(emissions[1:2, :2], chain, np.array([2]))[0], atol=1e-5)


def test_each_paragraph_is_a_sequence_of_its_own(emissions: np.ndarray, chain: Chain) -> None:
    labels, likely = by_paragraph(emissions[0], np.array([1, 1, 2, 2, 2]), chain)
    first = best_paths(emissions[:1, :2], chain, np.array([2])).labels[0]
    second = best_paths(emissions[:1, 2:], chain, np.array([3])).labels[0]
    assert labels.tolist() == [*first, *second]
    expected = marginals(emissions[:1, 2:], chain, np.array([3]))[0]
    assert np.allclose(likely[2:], expected[np.arange(3), second], atol=1e-5)
