"""Passages to arrays, arrays to windows, windows to batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from recipe.corpora import Passage
from sayso.tagger.encode import Ints, features
from sayso.tagger.pieces import WordPiece

MASK_PIECE = 103


@dataclass(frozen=True, slots=True)
class Prepared:
    """A passage with its pieces: those of word n are `pieces[offsets[n]:offsets[n + 1]]`."""

    passage: Passage
    pieces: Ints
    offsets: Ints
    features: Ints
    units: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Window:
    """The words from `first` up to `last` of a passage."""

    prepared: Prepared
    first: int
    last: int

    @property
    def size(self) -> int:
        """Pieces, with the two that frame the window."""
        offsets = self.prepared.offsets
        return int(offsets[self.last] - offsets[self.first]) + 2


@dataclass(frozen=True, slots=True)
class Noise:
    """How often training hides something: a share of pieces, of windows' capitals or layout."""

    pieces: float = 0.03
    capitals: float = 0.06
    layout: float = 0.1


@dataclass(frozen=True, slots=True)
class Batch:
    """Arrays of several windows. Shapes: (windows, pieces), features (…, 3), words (windows, words)."""

    windows: list[Window]
    pieces: Tensor
    features: Tensor
    heads: Tensor
    mask: Tensor


def prepare(passage: Passage, word_piece: WordPiece) -> Prepared:
    """Cut the words of a passage into pieces and find its paragraphs."""
    pieces = [word_piece.pieces(passage.word(number)) for number in range(len(passage.words))]
    offsets = np.cumsum([0, *map(len, pieces)])
    flat = np.fromiter((piece for word in pieces for piece in word), np.int64)
    rows = features(passage.text, passage.words)
    return Prepared(passage, flat, offsets, rows, _units(rows))


def cut(prepared: Prepared, limit: int, opening: float = 1.0) -> Iterator[Window]:
    """Whole paragraphs up to `limit` pieces a window; a paragraph above the limit is cut.

    `opening` shrinks the first window, so that epochs differ.
    """
    room = int((limit - 2) * opening)
    first = None
    for start, end in _bounded(prepared, limit - 2):
        if first is not None and prepared.offsets[end] - prepared.offsets[first] > room:
            yield Window(prepared, first, start)
            first, room = None, limit - 2
        first = start if first is None else first
    if first is not None:
        yield Window(prepared, first, len(prepared.passage.words))


def _bounded(prepared: Prepared, room: int) -> Iterator[tuple[int, int]]:
    offsets = prepared.offsets
    for start, end in prepared.units:
        while offsets[end] - offsets[start] > room:
            middle = int(np.searchsorted(offsets, offsets[start] + room, side="right")) - 1
            yield start, middle
            start = middle
        yield start, end


def _units(rows: Ints) -> list[tuple[int, int]]:
    starts = [int(number) for number in np.flatnonzero(rows[:, 2] == 2)]
    return list(zip(starts, [*starts[1:], len(rows)], strict=True))


def batches(windows: Iterable[Window], budget: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `budget` pieces with the padding, in random order."""
    groups: list[list[Window]] = [[]]
    for window in sorted(windows, key=lambda window: (window.size, chance.random())):
        if groups[-1] and (len(groups[-1]) + 1) * window.size > budget:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    return groups


def collate(
    windows: list[Window], start: int, end: int, chance: random.Random | None = None, noise: Noise | None = None
) -> Batch:
    """Pad windows into one batch; with `noise`, hide a little of what they show."""
    longest = max(window.size for window in windows)
    words = max(window.last - window.first for window in windows)
    pieces = np.zeros((len(windows), longest), np.int64)
    rows = np.zeros((len(windows), longest, 3), np.int64)
    heads = np.zeros((len(windows), words), np.int64)
    mask = np.zeros((len(windows), words), np.float32)
    for number, window in enumerate(windows):
        ids, feats, firsts = arrays(window, start, end)
        if chance is not None and noise is not None:
            _hide(ids, feats, chance, noise)
        pieces[number, : len(ids)], rows[number, : len(ids)] = ids, feats
        heads[number, : len(firsts)], mask[number, : len(firsts)] = firsts, 1
    tensors = (torch.from_numpy(array) for array in (pieces, rows, heads, mask))
    return Batch(windows, *tensors)


def arrays(window: Window, start: int, end: int) -> tuple[Ints, Ints, Ints]:
    """Framed pieces, a row of features a piece, and where each word begins."""
    prepared, first, last = window.prepared, window.first, window.last
    offsets = prepared.offsets[first : last + 1]
    inner = prepared.pieces[offsets[0] : offsets[-1]]
    rows = np.repeat(prepared.features[first:last], np.diff(offsets), axis=0)
    frame = np.zeros((1, 3), np.int64)
    ids = np.concatenate([[start], inner, [end]])
    return ids, np.concatenate([frame, rows, frame]), offsets[:-1] - offsets[0] + 1


def _hide(ids: Ints, rows: Ints, chance: random.Random, noise: Noise) -> None:
    generator = np.random.default_rng(chance.getrandbits(32))
    hidden = generator.random(len(ids)) < noise.pieces
    hidden[[0, -1]] = False
    ids[hidden] = MASK_PIECE
    if chance.random() < noise.capitals:
        rows[:, 0] = np.where((rows[:, 0] >= 2) & (rows[:, 0] <= 5), 1, rows[:, 0])
    if chance.random() < noise.layout:
        rows[:, 2] = np.minimum(rows[:, 2], 1)
