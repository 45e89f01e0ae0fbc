"""Words of a report to arrays: word pieces, and what a lower-cased piece no longer shows.

The encoder knows only lower-cased pieces, so three features travel with every word: the
shape of its letters, where it stands with regard to quotation marks, and whether it opens
a paragraph. Training and running use this one module.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.spans import Span

Ints = npt.NDArray[np.int64]

SHAPES: Final = 8
QUOTING: Final = 5
LAYOUT: Final = 3
MAX_PIECES_A_WORD: Final = 12
"""Longer words (addresses, mostly) keep their first pieces only."""

_MAX_LETTERS: Final = 100  # as in the reference word piece: longer is unknown
_OPENING: Final = "\u201c\u201e\u00ab"
_CLOSING: Final = "\u201d\u00bb"


class WordPiece:
    """Splits a word into pieces of a fixed vocabulary, longest match first."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.start = self._ids["[CLS]"]
        self.end = self._ids["[SEP]"]
        self.unknown = self._ids["[UNK]"]
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces; at least one, at most `MAX_PIECES_A_WORD`."""
        found = self._known.get(word)
        if found is None:
            found = self._split(word)[:MAX_PIECES_A_WORD] or (self.unknown,)
            self._known[word] = found
        return found

    def forget(self) -> None:
        """Drop the cache of words."""
        self._known.clear()

    def _split(self, word: str) -> tuple[int, ...]:
        return tuple(piece for part in basic_tokens(word) for piece in self._greedy(part))

    def _greedy(self, part: str) -> list[int]:
        if len(part) > _MAX_LETTERS:
            return [self.unknown]
        pieces: list[int] = []
        start = 0
        while start < len(part):
            end, piece = self._longest(part, start)
            if piece is None:
                return [self.unknown]
            pieces.append(piece)
            start = end
        return pieces

    def _longest(self, part: str, start: int) -> tuple[int, int | None]:
        prefix = "##" if start else ""
        for end in range(len(part), start, -1):
            piece = self._ids.get(prefix + part[start:end])
            if piece is not None:
                return end, piece
        return start, None


def basic_tokens(word: str) -> list[str]:
    """Lower-cased, accents off, punctuation and ideographs apart: what pieces are cut from."""
    folded = unicodedata.normalize("NFD", _clean(word).lower())
    tokens: list[str] = []
    joined = False
    for letter in folded:
        if unicodedata.category(letter) == "Mn":
            continue
        if letter.isspace():
            joined = False
        elif _is_punctuation(letter) or _is_ideograph(letter):
            tokens.append(letter)
            joined = False
        elif joined:
            tokens[-1] += letter
        else:
            tokens.append(letter)
            joined = True
    return tokens


def _clean(word: str) -> str:
    return "".join(
        " " if letter in "\t\n\r" else letter
        for letter in word
        if letter in "\t\n\r"
        or (letter not in "\0\ufffd" and unicodedata.category(letter)[0] != "C")
    )


def _is_punctuation(letter: str) -> bool:
    if letter.isascii():
        return not (letter.isalnum() or letter.isspace() or letter < "!" or letter == "\x7f")
    return unicodedata.category(letter).startswith("P")


def _is_ideograph(letter: str) -> bool:
    point = ord(letter)
    return (
        0x4E00 <= point <= 0x9FFF
        or 0x3400 <= point <= 0x4DBF
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x2CEAF
        or 0x2F800 <= point <= 0x2FA1F
    )


def shape(word: str) -> int:
    """1 lower, 2 Capital, 3 ALL CAPITALS, 4 one capital, 5 mIxed, 6 with a digit, 7 no letters."""
    if any(letter.isdigit() for letter in word):
        return 6
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return 7
    capitals = sum(letter.isupper() for letter in letters)
    if not capitals:
        return 1
    if capitals == len(letters):
        return 3 if capitals > 1 else 4
    return 2 if capitals == 1 and letters[0].isupper() else 5


def features(text: str, words: Sequence[Span]) -> Ints:
    """Shape, quoting and layout of every word. Shape: (words, 3)."""
    rows = np.zeros((len(words), 3), dtype=np.int64)
    quoted = False
    end = 0
    for row, word in zip(rows, words, strict=True):
        opens = end == 0 or "\n" in text[end : word.start]
        quoted = quoted and not opens
        letters = text[word.start : word.end]
        row[0] = shape(letters)
        row[1], quoted = _quoting(letters, quoted)
        row[2] = 2 if opens else 1
        end = word.end
    return rows


def _quoting(letters: str, quoted: bool) -> tuple[int, bool]:
    """1 outside, 2 inside, 3 an opening mark, 4 a closing one; and whether the next is inside."""
    if letters in ('"', "''", "``"):
        opening = letters == "``" or (letters == '"' and not quoted)
    elif letters and letters in _OPENING + _CLOSING:
        opening = letters in _OPENING
    else:
        return (2 if quoted else 1), quoted
    return (3 if opening else 4), opening
