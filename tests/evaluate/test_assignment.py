from itertools import permutations

import numpy as np
import pytest

from sayso.evaluate.assignment import assign


def worth(table: np.ndarray, pairs: list[tuple[int, int]]) -> float:
    return sum(float(table[pair]) for pair in pairs)


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (4, 4), (5, 3), (3, 6)])
def test_no_other_pairing_is_worth_more(shape: tuple[int, int]) -> None:
    generator = np.random.default_rng(7)
    for _ in range(50):
        table = generator.integers(0, 4, size=shape).astype(float)
        wide = table if shape[0] <= shape[1] else table.T
        best = max(
            sum(wide[row, column] for row, column in enumerate(columns))
            for columns in permutations(range(wide.shape[1]), wide.shape[0])
        )
        assert worth(table, assign(table)) == best


def test_each_side_is_used_once() -> None:
    table = np.random.default_rng(3).random((6, 9))
    rows, columns = zip(*assign(table), strict=True)
    assert len(set(rows)) == len(set(columns)) == 6


def test_greedy_would_have_taken_the_dearest_first() -> None:
    assert assign(np.array([[10.0, 9.0], [9.0, 1.0]])) == [(0, 1), (1, 0)]


def test_pairs_worth_nothing_are_left_out() -> None:
    assert assign(np.array([[0.0, 0.0], [0.0, 2.0]])) == [(1, 1)]


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_an_empty_side_gives_no_pairs(shape: tuple[int, int]) -> None:
    assert assign(np.zeros(shape)) == []
