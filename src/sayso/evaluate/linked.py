"""Whole attributions: is the cue found, and do source and content hang on it?

Each found relation is paired with at most one gold relation, by how far their cues coincide. Then four levels,
each within the one before:

- cue found: the cues share a token;
- content overlapping: source right too, and the contents share a token;
- content half: the same, with at least half of the tokens of both contents together shared (Jaccard);
- all exact: cue, source and content cover the same tokens.

A source is right if it shares a token with the gold one, or if both say that there is none; contents likewise. A gold
relation whose cue was not marked (GUM has some) is paired by source and content instead, and any cue is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.evaluate.assignment import assign
from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.stretches import inside, jaccard, tokens_of, touches
from sayso.spans import Span

LEVELS = ("cue found", "content overlapping", "content half", "all exact")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """A relation as token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def linked(article: Article, found: Sequence[Relation]) -> dict[str, Counts]:
    """Counts of one article at each of `LEVELS`."""
    tokens = tokens_of(article.text)
    gold_side = [_in_tokens(relation, tokens) for relation in kept(article, article.relations)]
    found_side = [_in_tokens(relation, tokens) for relation in kept(article, found)]
    reached = [_level(gold_side[one], found_side[other]) for one, other in _pairs(gold_side, found_side)]
    return {
        name: matched(sum(level > number for level in reached), len(found_side), len(gold_side))
        for number, name in enumerate(LEVELS)
    }


def reached(article: Article, found: Sequence[Relation]) -> list[int]:
    """How many of `LEVELS` each found relation reaches, 0 for one that is paired with nothing; none is left out."""
    tokens = tokens_of(article.text)
    gold_side = [_in_tokens(one, tokens) for one in article.relations]
    found_side = [_in_tokens(one, tokens) for one in found]
    levels = {other: _level(gold_side[one], found_side[other]) for one, other in _pairs(gold_side, found_side)}
    return [levels.get(number, 0) for number in range(len(found))]


def paired(text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> list[tuple[int, int]]:
    """Which gold relation is held against which found one, by number."""
    tokens = tokens_of(text)
    return _pairs([_in_tokens(one, tokens) for one in gold], [_in_tokens(one, tokens) for one in found])


def kept(article: Article, relations: Sequence[Relation]) -> list[Relation]:
    """The relations that touch no region the annotators set aside."""
    return [
        relation
        for relation in relations
        if not touches((*relation.source, *relation.cue, *relation.content), article.left_out)
    ]


def _in_tokens(relation: Relation, tokens: Sequence[Span]) -> _Tokens:
    return _Tokens(inside(tokens, relation.source), inside(tokens, relation.cue), inside(tokens, relation.content))


def _pairs(gold_side: Sequence[_Tokens], found_side: Sequence[_Tokens]) -> list[tuple[int, int]]:
    worths = np.zeros((len(gold_side), len(found_side)))
    for row, gold in enumerate(gold_side):
        for column, found in enumerate(found_side):
            worths[row, column] = _worth(gold, found)
    return assign(worths)


def _worth(gold: _Tokens, found: _Tokens) -> float:
    """How far the cues coincide, 0 to 1; where two do equally, source and content decide."""
    rest = jaccard(gold.source, found.source) + jaccard(gold.content, found.content)
    if not gold.cue:
        return rest / 1000 if gold.source & found.source and gold.content & found.content else 0.0
    return jaccard(gold.cue, found.cue) + rest / 1000 if gold.cue & found.cue else 0.0


def _level(gold: _Tokens, found: _Tokens) -> int:
    """How many of `LEVELS` a pair reaches."""
    if not (_meet(gold.source, found.source) and _meet(gold.content, found.content)):
        return 1
    if jaccard(gold.content, found.content) < 0.5:
        return 2
    same_cue = not gold.cue or gold.cue == found.cue
    return 4 if same_cue and (gold.source, gold.content) == (found.source, found.content) else 3


def _meet(left: frozenset[int], right: frozenset[int]) -> bool:
    return bool(left & right) or not (left or right)
