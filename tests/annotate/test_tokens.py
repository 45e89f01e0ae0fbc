from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builders import report_of
from sayso.annotate.tokens import tokens_of, words_of


def texts(text):
    return [span.of(text) for span in words_of(text)]


def test_full_stops_of_abbreviations_stay():
    assert texts("Mr. Obi met J. Ray in the U.S. at 9 a.m. today.") == [
        "Mr.", "Obi", "met", "J.", "Ray", "in", "the", "U.S.", "at", "9", "a.m.", "today", ".",
    ]  # fmt: skip


def test_numbers_stay_whole():
    assert texts("3.5 of 10,000-15,000 at 10:30") == ["3.5", "of", "10,000-15,000", "at", "10:30"]


def test_clitics_stand_apart():
    assert texts("Norland’s won't they’ll") == ["Norland", "’s", "wo", "n't", "they", "’ll"]


def test_double_single_marks_are_one_token():
    assert texts("''Go,'' he said") == ["''", "Go", ",", "''", "he", "said"]


def test_no_token_crosses_two_blocks():
    report = report_of("One two", "three")
    tokens, firsts = tokens_of(report)
    assert [token.text for token in tokens] == ["One", "two", "three"]
    assert firsts == [0, 2, 3]


@given(st.text(max_size=300))
def test_tokens_hold_every_visible_character_once(text):
    spans = words_of(text)
    assert "".join(span.of(text) for span in spans) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(spans))
