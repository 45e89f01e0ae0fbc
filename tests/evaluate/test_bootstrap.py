import numpy as np

from sayso.evaluate.bootstrap import interval
from sayso.evaluate.counts import Counts, total

MIXED = [Counts(8, 10, 8, 12), Counts(3, 9, 3, 4), Counts(5, 5, 5, 9), Counts(0, 2, 0, 3)]


def test_the_same_generator_gives_the_same_interval() -> None:
    assert interval([MIXED], np.random.default_rng(5)) == interval([MIXED], np.random.default_rng(5))


def test_the_figure_lies_inside() -> None:
    found = interval([MIXED], np.random.default_rng(5))
    assert found is not None
    assert found[0] < (total(MIXED).f1 or 0) < found[1]


def test_equal_documents_leave_no_doubt() -> None:
    assert interval([[Counts(1, 2, 1, 2)] * 5], np.random.default_rng(5)) == (0.5, 0.5)


def test_layers_are_averaged() -> None:
    layers = [[Counts(1, 1, 1, 1)] * 3, [Counts(0, 1, 0, 1)] * 3]
    assert interval(layers, np.random.default_rng(5)) == (0.5, 0.5)


def test_one_document_says_nothing_of_others() -> None:
    assert interval([[Counts(1, 1, 1, 1)]], np.random.default_rng(5)) is None


def test_nothing_gold_and_nothing_found_has_no_interval() -> None:
    assert interval([[Counts(), Counts()]], np.random.default_rng(5)) is None
