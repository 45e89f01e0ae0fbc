"""How sure readers were that something took place: loaders, the head, its loss.

UDS-IH2 asks it of every predicate of the English Web Treebank; its sentences are found again in the treebank's
documents, so that one pass over a document serves syntax and this. MEANTIME (news) and MegaVeridicality (frames of
verbs) come as sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipe import trees
from recipe.corpora import Passage, from_tokens
from recipe.windows import Batch
from sayso.annotate.tokens import words_of

if TYPE_CHECKING:
    from recipe.model import Net

_TREEBANK = {"train": "en_ewt-ud-train.conllu", "dev": "en_ewt-ud-dev.conllu"}
_MARKS = {"``": "\u201c", "''": "\u201d"}
Rated = dict[int, float]
"""Ratings by the place of a predicate's first character in its sentence, counted without the blanks."""


class HappenedHead(nn.Module):
    """Word vectors to ratings from -3 (it did not take place) to 3 (it did)."""

    def __init__(self, width: int, hidden: int = 128) -> None:
        super().__init__()
        self.inner = nn.Linear(width, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, words: Tensor) -> Tensor:
        """Shape: (…, width) to (…)."""
        rating: Tensor = self.out(F.relu(self.inner(words)))[..., 0]
        return rating


def documents(corpora: Path, part: str = "train") -> Iterator[Passage]:
    """The treebank's documents with their trees and the ratings of UDS-IH2."""
    rated = _rated(corpora / "factuality-uds-ih2" / f"{part}.jsonl")
    for bank in trees.banks(corpora / "ud-ewt" / _TREEBANK[part]):
        yield replace(trees.passage_of(bank), happened=_ratings(bank, rated))


def sentences(path: Path) -> Iterator[Passage]:
    """The sentences of a file of ratings, one a line, with the ratings of the last word of each predicate."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        tokens = [_MARKS.get(token, token) for token in row["text"].split(" ")]
        text, words = from_tokens(tokens)
        happened = {target["span1"][1] - 1: target["label"] for target in row["targets"]}
        kept = {place: label for place, label in happened.items() if place < len(words)}
        yield Passage(f"{path.stem} {number}", text, words, happened=kept)


def _rated(path: Path) -> dict[str, Rated]:
    """Ratings by sentence, the sentence without its blanks."""
    found: dict[str, Rated] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tokens = row["text"].split(" ")
        starts = list(accumulate(map(len, tokens), initial=0))
        ratings = found.setdefault("".join(tokens), {})
        ratings.update({starts[target["span1"][0]]: target["label"] for target in row["targets"]})
    return found


def _ratings(bank: trees.Bank, rated: dict[str, Rated]) -> dict[int, float]:
    """The ratings of a document, by the number of our word."""
    words = words_of(bank.text)
    starts = [word.start for word in words]
    found: dict[int, float] = {}
    for first, last in bank.sentences:
        leaves = bank.leaves[first:last]
        forms = [leaf.span.of(bank.text) for leaf in leaves]
        ratings = rated.get("".join(forms), {})
        for leaf, place in zip(leaves, accumulate(map(len, forms), initial=0), strict=False):
            if place in ratings:
                found[trees.lies_in(leaf, words, starts)[0]] = ratings[place]
    return found


def happened_loss(net: Net, batch: Batch) -> Tensor:
    """Distance from the ratings."""
    return happened_of(net, net.words(batch.pieces, batch.features, batch.heads), batch)


def happened_of(net: Net, words: Tensor, batch: Batch) -> Tensor:
    """Huber's distance from the ratings, a word rated; for word vectors that are there already."""
    window, place, gold = happened_labels(batch)
    if not len(gold):
        return words.sum() * 0
    return F.huber_loss(net.happened(words[window, place]).float(), gold)


def happened_labels(batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Of each word that was rated its window, its place there, and the rating."""
    rows = [
        (number, place - window.first, rating)
        for number, window in enumerate(batch.windows)
        for place, rating in (window.prepared.passage.happened or {}).items()
        if window.first <= place < window.last
    ]
    numbers = torch.tensor([row[:2] for row in rows], dtype=torch.long).reshape(-1, 2)
    return numbers[:, 0], numbers[:, 1], torch.tensor([row[2] for row in rows], dtype=torch.float32)
