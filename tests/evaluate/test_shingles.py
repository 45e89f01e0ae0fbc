from __future__ import annotations

import pytest

from sayso.evaluate.shingles import agreement, score, shingles


def test_a_shingle_is_four_words_in_a_row() -> None:
    assert shingles("The ferry will sail again.") == {
        ("The", "ferry", "will", "sail"): 1,
        ("ferry", "will", "sail", "again"): 1,
    }


def test_a_short_text_is_one_shingle_and_an_empty_one_none() -> None:
    assert shingles("Ferry sails") == {("Ferry", "sails"): 1}
    assert not shingles(" … ")


def test_shares_sum_to_one() -> None:
    found = agreement("one two three four five", "zero one two three four")
    assert (found.both, found.only_found, found.only_gold) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert found.precision == pytest.approx(0.5)
    assert found.recall == pytest.approx(0.5)


def test_punctuation_and_white_space_do_not_count() -> None:
    assert agreement("“No,” she said, “never.”", "No she\nsaid never").both == 1.0


def test_f1_is_taken_of_the_means_of_pages() -> None:
    pages = [agreement("one two three four", "one two three four"), agreement("one two three four", "a b c d")]
    assert score(pages).f1 == pytest.approx(0.5)


def test_a_page_where_nothing_was_found_counts_for_recall_only() -> None:
    found = score([agreement("one two three four", ""), agreement("one two three four", "one two three four")])
    assert (found.precision, found.recall, found.pages) == (1.0, 0.5, 2)


def test_no_pages_give_no_score() -> None:
    assert score([]).f1 == 0.0
