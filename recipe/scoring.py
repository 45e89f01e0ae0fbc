"""Quick scores for the training loop: counts of right, found and gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

import torch
from torch import Tensor

from recipe.crf import best_paths
from recipe.labels import FLAT, NAMES, spans_of
from recipe.losses import arc_scores, paragraphs, tree_labels
from recipe.model import Net
from recipe.windows import Batch


@dataclass(slots=True)
class Counts:
    """Right, found and gold by key."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, key: str, found: Iterable[Hashable], gold: Iterable[Hashable]) -> None:
        found, gold = set(found), set(gold)
        self.right[key] += len(found & gold)
        self.found[key] += len(found)
        self.gold[key] += len(gold)

    def f1(self) -> dict[str, float]:
        """F1 in per cent, by key."""
        return {key: round(200 * self.right[key] / max(1, self.found[key] + self.gold[key]), 2) for key in self.gold}


def flat_spans(net: Net, batch: Batch) -> list[list[tuple[str, int, int]]]:
    """Roles found in each window."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    paths = best_paths(net.flat(words).float(), *net.flat_chain.scores(), batch.mask)
    return _spans(paths, batch, FLAT)


def name_spans(net: Net, batch: Batch) -> list[list[tuple[str, int, int]]]:
    """Names found in each window."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    paths = best_paths(net.names(words).float(), *net.names_chain.scores(), batch.mask)
    return _spans(paths, batch, NAMES)


def _spans(paths: Tensor, batch: Batch, names: list[str]) -> list[list[tuple[str, int, int]]]:
    return [
        spans_of([names[label] for label in path[: w.last - w.first]])
        for path, w in zip(paths.tolist(), batch.windows, strict=True)
    ]


Linked = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def linked(net: Net, batch: Batch) -> list[list[Linked]]:
    """(source, cue, content) as word numbers of the passage, for every window."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    flat = net.flat(words).float()
    roles = _spans(best_paths(flat, *net.flat_chain.scores(), batch.mask), batch, FLAT)
    cues = [(n, a, b - 1) for n, spans in enumerate(roles) for kind, a, b in spans if kind == "cue"]
    found: list[list[Linked]] = [[] for _ in batch.windows]
    if not cues:
        return found
    window, first, last = torch.tensor(cues).T
    emissions = net.pair(words, flat, window, first, last, paragraphs(batch))
    paths = best_paths(emissions, *net.pair.chain.scores(), batch.mask[window])
    for (number, start, end), path in zip(cues, paths.tolist(), strict=True):
        base, length = batch.windows[number].first, batch.windows[number].last - batch.windows[number].first
        source = tuple(base + place for place in range(length) if path[place] in (1, 2))
        content = tuple(base + place for place in range(length) if path[place] in (3, 4))
        found[number].append((source, tuple(range(base + start, base + end + 1)), content))
    return found


def parsed(net: Net, batch: Batch) -> list[tuple[int, int, int, int]]:
    """Of each window, how many words are annotated; how many have the right head, the relation too, the right tag."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    window, place, head, tag, relation, sentence = tree_labels(batch)
    found = arc_scores(net, words, sentence)[window, place].argmax(1)
    roots = found == words.shape[1]
    named = net.syntax.relations(words, window, place, found.masked_fill(roots, 0)).argmax(1)
    upper = torch.where(roots, head < 0, found == head)
    tags = net.syntax.tag(words[window, place]).argmax(1) == tag
    rows = torch.stack([torch.ones_like(upper), upper, upper & (roots | (named == relation)), tags], 1)
    return [tuple(rows[window == number].sum(0).tolist()) for number in range(len(batch.windows))]
