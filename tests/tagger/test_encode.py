import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.tokens import words_of
from sayso.tagger.encode import LONGEST, features, shape, windows
from sayso.tagger.pieces import WordPiece

from .conftest import VOCABULARY


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ministry", 1), ("Ministry", 2), ("NATO", 3), ("A", 4), ("McCall", 5), ("5th", 6), ("—", 7), ("москва", 1)],
)
def test_shape_of_a_word(word: str, expected: int) -> None:
    assert shape(word) == expected


def quoting(text: str) -> list[int]:
    return [int(row[1]) for row in features(text, words_of(text))]


def test_curly_marks_open_and_close() -> None:
    assert quoting("she “may go” now") == [1, 3, 2, 2, 4, 1]


def test_straight_marks_take_turns() -> None:
    assert quoting('she "may go" now') == [1, 3, 2, 2, 4, 1]


def test_paragraph_begins_outside_quotation_marks() -> None:
    assert quoting("she “may go\nnow") == [1, 3, 2, 2, 1]


def test_first_word_of_every_paragraph_is_marked() -> None:
    text = "one two\n\nthree four\nfive"
    assert [int(row[2]) for row in features(text, words_of(text))] == [2, 1, 2, 1, 2]


@given(st.lists(st.sampled_from(["said", "a.b.c", "abcdefgh", "\n\n", "“"]), min_size=1, max_size=900))
def test_every_word_is_owned_by_one_window(parts: list[str]) -> None:
    text = " ".join(parts)
    words = words_of(text)
    found = list(windows(text, words, WordPiece(VOCABULARY)))
    owned = [number for window in found for number in range(window.own, window.last)]
    assert owned == list(range(len(words)))
    for window in found:
        assert len(window.pieces) <= LONGEST
        assert window.first <= window.own < window.last == window.own + len(window.heads)


def test_windows_begin_and_end_with_paragraphs() -> None:
    text = ("abc " * 20 + "\n") * 20
    words = words_of(text)
    found = list(windows(text, words, WordPiece(VOCABULARY)))
    assert len(found) > 2
    for window in found:
        assert window.first % 20 == window.own % 20 == window.last % 20 == 0


def test_window_that_begins_within_a_paragraph_reads_again_what_went_before() -> None:
    text = "abc " * 600
    for window in list(windows(text, words_of(text), WordPiece(VOCABULARY)))[1:]:
        assert window.own - window.first >= 8


def test_window_that_begins_with_a_paragraph_reads_nothing_twice() -> None:
    text = "abc d e f\n" * 200
    for window in windows(text, words_of(text), WordPiece(VOCABULARY)):
        assert window.own == window.first


def test_features_follow_the_pieces_of_their_word() -> None:
    text = "Abc d"
    (window,) = windows(text, words_of(text), WordPiece(VOCABULARY))
    assert window.features[:, 0].tolist() == [0, 2, 2, 2, 1, 0]
    assert np.array_equal(window.heads, [1, 4])
