"""What a lower-cased piece no longer shows, and windows of arrays for the encoder.

Three features travel with every word: the shape of its letters, where it stands with regard to quotation
marks, and whether it opens a paragraph. Training and running share this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.spans import Span
from sayso.tagger.pieces import WordPiece

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SHAPES: Final = 8
QUOTING: Final = 5
LAYOUT: Final = 3
LONGEST: Final = 224
"""Pieces in a window, with the two that frame it; attention costs each piece as much as there are. Training shows the
encoder windows of 100 to 384. On the development parts of PolNeAR, worldwide-newswire, UNER and GUM 384 are no
better."""
OVERLAP: Final = 64
"""Pieces, at most, of what went before that a window reads again where it begins within a paragraph: such windows cost
up to three points of whole attributions without. Where it begins with a paragraph, they cost an eighth more pieces, and
gain less than half a point."""

_OPENING: Final = "\u201c\u201e\u00ab"
_CLOSING: Final = "\u201d\u00bb"


@dataclass(frozen=True, slots=True)
class Window:
    """Arrays of one window, and which words are its own.

    Shapes: pieces (pieces,), features (pieces, 3), heads (own words,), the place of each one's first piece.
    The window reads the words from `first`; those from `own` up to `last` are its own.
    """

    pieces: Ints
    features: Ints
    heads: Ints
    first: int
    own: int
    last: int


def windows(text: str, words: Sequence[Span], word_piece: WordPiece) -> Iterator[Window]:
    """Windows over all words, in order; every word is owned by exactly one."""
    pieces = [word_piece.pieces(word.of(text)) for word in words]
    offsets = np.cumsum([0, *map(len, pieces)])
    flat = np.fromiter((piece for word in pieces for piece in word), np.int64, int(offsets[-1]))
    rows = features(text, words)
    wide = np.repeat(rows, np.diff(offsets), axis=0)
    own = 0
    for first, end in _ranges(offsets, np.flatnonzero(rows[:, 2] == 2)):
        inner = slice(offsets[first], offsets[end])
        framed = np.concatenate([[word_piece.start], flat[inner], [word_piece.end]])
        told = np.zeros((len(framed), wide.shape[1]), np.int64)
        told[1:-1] = wide[inner]
        yield Window(framed, told, offsets[own:end] - offsets[first] + 1, first, own, end)
        own = end


def _ranges(offsets: Ints, opens: Ints) -> Iterator[tuple[int, int]]:
    """First word and one past the last of each window: whole paragraphs, unless one is too long for a window."""
    bounds = np.append(opens, len(offsets) - 1)
    first = end = 0
    while end < bounds[-1]:
        fitting = int(np.searchsorted(offsets, offsets[first] + LONGEST - 2, side="right")) - 1
        whole = int(bounds[np.searchsorted(bounds, fitting, side="right") - 1])
        end = whole if whole > end else fitting
        yield first, end
        first = end if end == whole else int(np.searchsorted(offsets, offsets[end] - OVERLAP))


@lru_cache(maxsize=20_000)
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
    rows = []
    quoted = False
    end = 0
    for word in words:
        opens = end == 0 or "\n" in text[end : word.start]
        letters = word.of(text)
        quoting, quoted = _quoting(letters, quoted and not opens)
        rows.append((shape(letters), quoting, 2 if opens else 1))
        end = word.end
    return np.array(rows, np.int64).reshape(-1, 3)


def paragraphs_of(text: str, words: Sequence[Span]) -> Ints:
    """The number of each word's paragraph, from 1. Shape: (words,)."""
    ends = [0, *(word.end for word in words)]
    opens = [not end or "\n" in text[end : word.start] for end, word in zip(ends, words, strict=False)]
    return np.cumsum(opens)


def _quoting(letters: str, quoted: bool) -> tuple[int, bool]:
    """1 outside, 2 inside, 3 an opening mark, 4 a closing one; and whether the next word is inside."""
    if letters in ('"', "''", "``"):
        opening = letters == "``" or (letters == '"' and not quoted)
    elif letters and letters in _OPENING + _CLOSING:
        opening = letters in _OPENING
    else:
        return (2 if quoted else 1), quoted
    return (3 if opening else 4), opening
