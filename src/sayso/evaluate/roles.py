"""Sources, cues and contents on their own, whichever attribution they belong to.

Three ways to count. Exact: a filler is right if it covers the same tokens as a gold one. Overlap: if it shares a
token with one; a gold filler is met if a found one shares a token with it, so that one long finding may meet
several. Tokens: each token that is in some filler of the role counts once. Fillers that several attributions have
in common count once.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.evaluate.corpora.gold import Article, Relation, Stretches
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.linked import kept
from sayso.evaluate.stretches import inside, tokens_of

ROLES = ("source", "cue", "content")
WAYS = ("exact", "overlap", "tokens")

Fillers = frozenset[frozenset[int]]


def roles(article: Article, found: Sequence[Relation]) -> dict[tuple[str, str], Counts]:
    """Counts of one article for each role and way of counting."""
    tokens = tokens_of(article.text)
    aside = inside(tokens, article.left_out)
    gold_side, found_side = kept(article, article.relations), kept(article, found)
    counts: dict[tuple[str, str], Counts] = {}
    for role in ROLES:
        gold, got = (
            frozenset(inside(tokens, spans) for spans in _fillers(side, role)) for side in (gold_side, found_side)
        )
        counts[role, "exact"] = matched(len(gold & got), len(got), len(gold))
        counts[role, "overlap"] = _overlap(gold, got)
        counts[role, "tokens"] = _tokens(gold, got, aside)
    return counts


def _fillers(relations: Sequence[Relation], role: str) -> set[Stretches]:
    fillers: set[Stretches] = {getattr(relation, role) for relation in relations}
    return fillers - {()}


def _overlap(gold: Fillers, got: Fillers) -> Counts:
    every_gold, every_got = _union(gold), _union(got)
    right = sum(bool(filler & every_gold) for filler in got)
    met = sum(bool(filler & every_got) for filler in gold)
    return Counts(right, len(got), met, len(gold))


def _tokens(gold: Fillers, got: Fillers, aside: frozenset[int]) -> Counts:
    wanted, marked = _union(gold) - aside, _union(got) - aside
    return matched(len(wanted & marked), len(marked), len(wanted))


def _union(fillers: Fillers) -> frozenset[int]:
    return frozenset[int]().union(*fillers)
