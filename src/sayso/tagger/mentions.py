"""Word vectors to names, and to chains of mentions of one thing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import Floats, log_odds
from sayso.tagger.encode import Ints
from sayso.tagger.matching import gaps, matches
from sayso.tagger.paths import by_paragraph
from sayso.tagger.roles import runs

KEPT_A_WORD: Final = 0.25
"""Stretches kept as possible mentions, a word of the report. In training it is 0.3; on GUM's development part 0.2, 0.25
and 0.3 give 53.2, 54.7 and 53.9 (CoNLL)."""
BLOCK: Final = 4
"""Mentions whose antecedents are scored together: few enough to keep to the cache."""
SHARED: Final = 0.6
"""How much of a word's scores it takes from all its like in the report. On worldwide-newswire's development part 0.2
to 0.8 gain 0.2 to 1.0 points, on web text 0.7 to 1.6; as much on one half of the documents as on the other."""
SAME_WORDS: Final = 6
NAMESAKE: Final = 1.0
"""How much more a mention of the same name scores. On GUM's documents held back 0.5 to 2 gain a point of CoNLL's
measure; that no mention goes back to one that it lies in, half a point."""
MOST_KEPT: Final = 1_500
"""No report keeps more: antecedents are scored pair by pair."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in word numbers, half-open; `score` is the log odds of its weakest label."""

    label: str
    first: int
    end: int
    score: float


def names(bundle: Bundle, vectors: Floats, paragraphs: Ints, words: Sequence[str]) -> list[Name]:
    """Every name of a report, in order; none across two paragraphs. Shapes: (words, width), (words,)."""
    emissions = _shared(bundle.linear("names", vectors), words)
    labels, likely = by_paragraph(emissions, paragraphs, bundle.chain("names_chain"))
    found = runs(labels, bundle.card.labels["names"])
    return [Name(kind, first, end, log_odds(float(likely[first:end].min()))) for kind, first, end in found]


def _shared(emissions: Floats, words: Sequence[str]) -> Floats:
    """A capitalised word that comes again takes part of its scores from every time it comes. Shape: (words, labels)."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word[:1].isupper():
            places.setdefault(word.lower(), []).append(place)
    for same in places.values():
        if len(same) > 1:
            rows = emissions[same]
            emissions[same] = rows + SHARED * (rows.mean(0) - rows)
    return emissions


Mention = tuple[int, int]


def chains(bundle: Bundle, vectors: Floats, words: Sequence[str]) -> list[list[Mention]]:
    """Clusters of (first word, last word), each in text order; nobody is alone."""
    first, last = bundle.linear("coreference.first", vectors), bundle.linear("coreference.last", vectors)
    scores = _mention_scores(bundle, first, last)
    kept = _best(scores, len(vectors))
    if len(kept) < 2:
        return []
    length = kept[:, 1] - kept[:, 0]
    stretches = first[kept[:, 0]] + last[kept[:, 1]] + bundle.heads["coreference.length.weight"][length]
    mentions = [(a, b) for a, b in kept.tolist()]
    match = matches([words[a : b + 1] for a, b in mentions])
    links = _antecedents(bundle, np.maximum(stretches, 0), scores[kept[:, 0], length], kept, match)
    settled = settle(links, kept, match, words)
    return clusters(mentions, settled, bundle.card.thresholds.get("coreference", 0.0))


def _mention_scores(bundle: Bundle, first: Floats, last: Floats) -> Floats:
    """Of the stretches that begin at each word, by length less one; length by length, which keeps to the cache.

    A sum that is cut off at nothing is the greater of one part and the other's negative, plus the other.
    Shapes: (words, width) twice, (words, longest).
    """
    lengths = bundle.heads["coreference.length.weight"]
    weights = bundle.heads["coreference.mention.weight"][0]
    bounds, offsets = -last, bundle.linear("coreference.mention", last)[:, 0]
    scores = np.full((len(first), len(lengths)), -np.inf, np.float32)
    first, room = np.ascontiguousarray(first), np.empty(first.shape, np.float32)
    for number, length in enumerate(lengths[: len(first)]):
        count = len(first) - number
        stretches = np.add(first[:count], length, out=room[:count])
        np.maximum(stretches, bounds[number:], out=stretches)
        scores[:count, number] = stretches @ weights + offsets[number:]
    return scores


def _best(scores: Floats, words: int) -> Ints:
    """The likeliest stretches as (first, last), in text order. Shape: (mentions, 2)."""
    count = min(int(KEPT_A_WORD * words) + 1, MOST_KEPT)
    best = np.argpartition(-scores, count - 1, axis=None)[:count]
    first, length = np.divmod(best, scores.shape[1])
    stretches = np.stack([first, first + length], axis=1)[np.isfinite(scores[first, length])]
    return stretches[np.lexsort((stretches[:, 1], stretches[:, 0]))]


def _antecedents(bundle: Bundle, vectors: Floats, scores: Floats, kept: Ints, match: Ints) -> Floats:
    """Score of the row's mention with the column's, an earlier one, as its antecedent."""
    later = bundle.linear("coreference.later", vectors)
    earlier = bundle.linear("coreference.earlier", vectors)
    weights = bundle.heads["coreference.out.weight"][0]
    between = bundle.heads["coreference.match.weight"][:, None] + bundle.heads["coreference.gap.weight"]
    kinds = match * between.shape[1] + gaps(kept[:, 0])
    between = between.reshape(-1, between.shape[-1])
    links: Floats = bundle.linear("coreference.product", vectors) @ vectors.T / np.float32(math.sqrt(vectors.shape[1]))
    links += scores[:, None] + scores[None]
    links += bundle.linear("coreference.out", earlier)[:, 0]
    bounds = -earlier
    for first in range(0, len(kept), BLOCK):
        rows, columns = slice(first, first + BLOCK), slice(0, first + BLOCK)
        hidden = between.take(kinds[rows, columns], axis=0)
        hidden += later[rows, None]
        np.maximum(hidden, bounds[columns], out=hidden)
        links[rows, columns] += hidden @ weights
    links[~np.tri(len(kept), k=-1, dtype=np.bool_)] = -np.inf
    return links


def settle(links: Floats, kept: Ints, match: Ints, words: Sequence[str]) -> Floats:
    """The same scores, those of one name higher, and none of a mention with what it lies in.

    Shapes: (mentions, mentions), (mentions, 2), (mentions, mentions).
    """
    first, last = kept[:, 0], kept[:, 1]
    capitals = np.cumsum([0, *map(_is_capital, words)])
    named = capitals[last + 1] > capitals[first]
    settled = links.copy()
    settled[(match == SAME_WORDS) & named[:, None] & named] += NAMESAKE
    settled[(first[:, None] <= last) & (first <= last[:, None])] = -np.inf
    return settled


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word not in ("The", "A", "An", "This", "That")


def clusters(mentions: list[Mention], links: Floats, threshold: float) -> list[list[Mention]]:
    """Each mention joins its best antecedent, if that scores above the threshold."""
    owner: dict[int, list[Mention]] = {}
    found: list[list[Mention]] = []
    antecedents = links.argmax(1)
    joins = np.flatnonzero(links[np.arange(len(links)), antecedents] > threshold)
    for row, best in zip(joins.tolist(), antecedents[joins].tolist(), strict=True):
        if best not in owner:
            owner[best] = [mentions[best]]
            found.append(owner[best])
        owner[row] = owner[best]
        owner[row].append(mentions[row])
    return [sorted(cluster) for cluster in found]
