"""Word vectors to parts of speech and dependencies, a tree a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from sayso.record.annotation import Word
from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import Floats
from sayso.tagger.distance import distances
from sayso.tagger.encode import Ints
from sayso.tagger.spanning import spanning_heads

LONGEST_SENTENCE: Final = 256
"""Words; of a longer sentence (a table, a list without stops) each such stretch has a tree of its own."""
ROOT: Final = "root"


def parse(bundle: Bundle, vectors: Floats, sentences: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """One for each word. `sentences` are half-open ranges of words, in order; a word in none of them is a root."""
    heads = np.arange(len(vectors))
    sides = _sides(bundle, vectors)
    for first, last in _bounded(sentences):
        heads[first:last] = first + _heads(bundle, sides, first, last)
    tags = bundle.linear("syntax.tag", vectors).argmax(1)
    relations = _relations(bundle, vectors, heads)
    tag_names, relation_names = bundle.card.labels["tags"], bundle.card.labels["relations"]
    return tuple(
        Word(tag=tag_names[tag], head=None, relation=ROOT)
        if head == number
        else Word(tag=tag_names[tag], head=head, relation=relation_names[relation])
        for number, (tag, head, relation) in enumerate(
            zip(tags.tolist(), heads.tolist(), relations.tolist(), strict=True)
        )
    )


def _bounded(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in sentences:
        for start in range(first, last, LONGEST_SENTENCE):
            yield start, min(start + LONGEST_SENTENCE, last)


Sides = tuple[Floats, Floats, Floats]
"""Words as dependents, words as heads, and what speaks for a word as a head of any. (words, width) twice, (words,)."""


def _sides(bundle: Bundle, vectors: Floats) -> Sides:
    below = np.maximum(bundle.linear("syntax.dependent", vectors), 0)
    above = np.maximum(bundle.linear("syntax.governor", vectors), 0)
    below = bundle.linear("syntax.arc", below) / math.sqrt(below.shape[1])
    return below, above, bundle.linear("syntax.governs", above)[:, 0]


def _heads(bundle: Bundle, sides: Sides, first: int, last: int) -> Ints:
    """Each word's head within the sentence, counted from its first; the root's is itself. Shape: (words,)."""
    arcs, roots = arc_scores(bundle, sides, first, last)
    np.fill_diagonal(arcs, -np.inf)
    return spanning_heads(arcs, roots)


def arc_scores(bundle: Bundle, sides: Sides, first: int, last: int) -> tuple[Floats, Floats]:
    """Score of the row's word having the column's as head, and of being the root. (words, words), (words,)."""
    below, above, governs = (side[first:last] for side in sides)
    root = bundle.heads["syntax.root"]
    weights = bundle.heads["syntax.step.weight"][:, 0]
    scores = below @ above.T + governs + weights.take(_steps(last - first))
    return scores, below @ root + bundle.linear("syntax.governs", root)[0]


@lru_cache(maxsize=LONGEST_SENTENCE)
def _steps(count: int) -> Ints:
    """Bucket of the distance from the row's word to the column's. Shape: (count, count)."""
    places = np.arange(count)
    steps: Ints = distances(np.arange(1 - count, count), 0, 0)[places - places[:, None] + count - 1]
    return steps


def _relations(bundle: Bundle, vectors: Floats, heads: Ints) -> Ints:
    """The likeliest relation of each word to its head. Shape: (words,)."""
    places = np.arange(len(vectors))
    hidden = bundle.linear("syntax.lower", vectors) + bundle.linear("syntax.upper", vectors)[heads]
    hidden += bundle.heads["syntax.far.weight"][distances(heads, places, places)]
    scores = bundle.linear("syntax.relation", np.maximum(hidden, 0))
    relations: Ints = scores.argmax(1)
    return relations
