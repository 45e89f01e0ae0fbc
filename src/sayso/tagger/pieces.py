"""Words to word pieces: lower-cased, accents off, longest match first, every word once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

MAX_PIECES_A_WORD: Final = 12
"""Longer words (addresses, mostly) keep their first pieces only."""

_MAX_LETTERS: Final = 100  # as in the reference word piece: longer is unknown
_MAX_KNOWN: Final = 50_000


class WordPiece:
    """Splits a word into pieces of a fixed vocabulary; gives the same ids as the reference in training."""

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
            if len(self._known) >= _MAX_KNOWN:
                self._known.clear()
            self._known[word] = found
        return found

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
    """Folded, with punctuation and ideographs apart: what pieces are cut from."""
    tokens: list[str] = []
    joined = False
    for letter in unicodedata.normalize("NFD", _clean(word).lower()):
        if unicodedata.category(letter) == "Mn":
            continue
        alone = _is_punctuation(letter) or _is_ideograph(letter)
        if joined and not alone and not letter.isspace():
            tokens[-1] += letter
        elif not letter.isspace():
            tokens.append(letter)
        joined = not alone and not letter.isspace()
    return tokens


def _clean(word: str) -> str:
    """Without control, format and private characters; line breaks and tabs as spaces."""
    return "".join(" " if letter in "\t\n\r" else letter for letter in word if _is_kept(letter))


def _is_kept(letter: str) -> bool:
    return letter in "\t\n\r" or (letter != "\ufffd" and unicodedata.category(letter) not in ("Cc", "Cf", "Co"))


def _is_punctuation(letter: str) -> bool:
    if letter.isascii():
        return "!" <= letter <= "~" and not letter.isalnum()
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
