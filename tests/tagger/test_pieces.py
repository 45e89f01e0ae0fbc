import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tagger.pieces import MAX_PIECES_A_WORD, WordPiece, basic_tokens

from .conftest import VOCABULARY

pieces = WordPiece(VOCABULARY)


def named(word: str) -> list[str]:
    return [VOCABULARY[number] for number in pieces.pieces(word)]


def test_longest_piece_comes_first() -> None:
    assert named("said") == ["said"]
    assert named("saids") == ["said", "##s"]
    assert named("paid") == ["p", "##aid"]


def test_case_and_accents_do_not_matter() -> None:
    assert named("SÁID") == ["said"]


def test_marks_within_a_word_stand_alone() -> None:
    assert named("a.b-c") == ["a", ".", "b", "-", "c"]


def test_word_that_cannot_be_cut_is_unknown() -> None:
    assert named("a9") == ["[UNK]"]


@pytest.mark.parametrize("word", ["\u200b", "\u0301", "\u00ad"])
def test_word_of_nothing_visible_still_has_a_piece(word: str) -> None:
    assert named(word) == ["[UNK]"]


def test_very_long_word_keeps_its_first_pieces() -> None:
    assert len(pieces.pieces(".".join("abcdefghijk"))) == MAX_PIECES_A_WORD


@given(st.text(min_size=1))
def test_any_word_has_pieces_of_the_vocabulary(word: str) -> None:
    found = WordPiece(VOCABULARY).pieces(word)
    assert 1 <= len(found) <= MAX_PIECES_A_WORD
    assert all(0 <= piece < len(VOCABULARY) for piece in found)


@given(st.text())
def test_basic_tokens_hold_no_space(word: str) -> None:
    assert not any(letter.isspace() for token in basic_tokens(word) for letter in token)
