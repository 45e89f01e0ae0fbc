from itertools import combinations

import pytest

from sayso.evaluate.coreference import b_cubed, ceaf_e, conll, coreference, muc
from sayso.evaluate.corpora.chains import Chain
from sayso.evaluate.counts import Counts


def chains(*letters: str) -> list[Chain]:
    """Each letter is a mention."""
    return [frozenset((ord(letter), ord(letter)) for letter in chain) for chain in letters]


# The worked example of Pradhan et al. (ACL 2014), section 4: mentions a-g in the key, a-d and f-i in the response.
KEY = chains("abc", "defg")
RESPONSE = chains("ab", "cd", "fghi")


def percent(counts: Counts) -> tuple[float, float, float]:
    assert counts.recall is not None
    assert counts.precision is not None
    assert counts.f1 is not None
    return round(100 * counts.recall, 2), round(100 * counts.precision, 2), round(100 * counts.f1, 2)


def test_muc_of_the_published_example() -> None:
    assert percent(muc(KEY, RESPONSE)) == (40.0, 40.0, 40.0)


def test_b_cubed_of_the_published_example() -> None:
    assert percent(b_cubed(KEY, RESPONSE)) == (41.67, 50.0, 45.45)


def test_ceaf_e_of_the_published_example() -> None:
    assert percent(ceaf_e(KEY, RESPONSE)) == (65.0, 43.33, 52.0)


def test_the_conll_score_is_the_mean_of_the_three() -> None:
    score = conll(coreference(KEY, RESPONSE))
    assert score is not None
    assert round(100 * score, 2) == round((40 + 45.4545 + 52) / 3, 2)


def test_mentions_are_counted_whatever_their_chain() -> None:
    assert coreference(KEY, RESPONSE)["mentions"] == Counts(6, 8, 6, 7)


# Vilain et al. (MUC-6, 1995), table 1: one key chain, two ways to break it.
@pytest.mark.parametrize(
    ("response", "recall", "precision"),
    [(("ab", "cd"), 2 / 3, 1.0), (("abd",), 2 / 3, 1.0), (("abc", "d"), 2 / 3, 1.0), (("abcd", "ef"), 1.0, 3 / 4)],
)
def test_muc_counts_the_links_that_are_missing(response: tuple[str, ...], recall: float, precision: float) -> None:
    counts = muc(chains("abcd"), chains(*response))
    assert (counts.recall, counts.precision) == (recall, precision)


# Bagga and Baldwin (1998): two large chains wrongly joined cost more than a large and a small one.
@pytest.mark.parametrize(("response", "precision"), [(("12345", "6789abc"), 16 / 21), (("1234589abc", "67"), 7 / 12)])
def test_b_cubed_of_its_published_example(response: tuple[str, ...], precision: float) -> None:
    counts = b_cubed(chains("12345", "67", "89abc"), chains(*response))
    assert counts.recall == 1.0
    assert counts.precision == pytest.approx(precision)


def test_gold_as_system_is_right() -> None:
    assert conll(coreference(KEY, KEY)) == 1.0


def test_nothing_found_is_no_recall() -> None:
    assert conll(coreference(KEY, [])) == 0.0


def test_nothing_gold_is_no_precision() -> None:
    assert conll(coreference([], RESPONSE)) == 0.0


def test_nothing_on_either_side_has_no_score() -> None:
    assert conll(coreference([], [])) is None


def test_every_metric_is_symmetric() -> None:
    for metric in (muc, b_cubed, ceaf_e):
        there, back = metric(KEY, RESPONSE), metric(RESPONSE, KEY)
        assert (there.recall, there.precision) == (back.precision, back.recall)


def test_ceaf_e_pairs_as_well_as_any_pairing_could() -> None:
    found = chains("ad", "be", "cfg")
    best = max(
        sum(2 * len(one & other) / (len(one) + len(other)) for one, other in zip(KEY, pair, strict=True))
        for chosen in combinations(found, 2)
        for pair in (chosen, chosen[::-1])
    )
    assert ceaf_e(KEY, found).right == pytest.approx(best)
