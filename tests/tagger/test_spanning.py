from itertools import product

import numpy as np
import pytest

from sayso.tagger.spanning import spanning_heads, spanning_tree


def random_arcs(seed: int, words: int) -> np.ndarray:
    arcs = np.random.default_rng(seed).normal(size=(words, words)).astype(np.float32)
    np.fill_diagonal(arcs, -np.inf)
    return arcs


def is_tree(heads: tuple[int, ...], root: int) -> bool:
    for word in range(len(heads)):
        for _ in heads:
            word = heads[word]
        if word != root:
            return False
    return heads[root] == root


@pytest.mark.parametrize("seed", range(30))
def test_tree_is_the_best_of_all_trees(seed: int) -> None:
    words, root = 5, seed % 5
    arcs = random_arcs(seed, words)
    trees = [heads for heads in product(range(words), repeat=words) if is_tree(heads, root)]

    def worth(heads: tuple[int, ...]) -> float:
        return float(sum(arcs[word, head] for word, head in enumerate(heads) if word != root))

    found = tuple(int(head) for head in spanning_tree(arcs, root))
    assert is_tree(found, root)
    assert worth(found) == pytest.approx(max(map(worth, trees)), abs=1e-5)


@pytest.mark.parametrize("words", [1, 2, 40])
def test_every_sentence_has_one_root(words: int) -> None:
    heads = spanning_heads(random_arcs(words, words), np.zeros(words, np.float32))
    (root,) = (word for word, head in enumerate(heads) if head == word)
    assert is_tree(tuple(heads), root)


def test_best_heads_that_make_a_tree_are_kept() -> None:
    arcs = random_arcs(3, 4)
    arcs[1, 0] = arcs[2, 1] = arcs[3, 1] = 9
    heads = spanning_heads(arcs, np.array([20, 0, 0, 0], np.float32))
    assert heads.tolist() == [0, 0, 1, 1]
