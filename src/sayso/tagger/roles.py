"""Word vectors to attributions: cues first, then for every cue its source and its content."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import CERTAIN, Floats, log_odds
from sayso.tagger.encode import Ints
from sayso.tagger.pairs import Pairs, pairs_of
from sayso.tagger.paths import best_paths, by_paragraph

NEAR: Final = (64, 100)
FAR: Final = (192, 320)
"""Words before and after a cue among which its source and content are sought: first near it, and then, if one of the
`EDGE` outermost belongs to the cue, far from it."""
EDGE: Final = 24


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in word numbers: runs of source and content words as half-open pairs.

    `scores`: log odds of the cue's weakest label, log odds of all labels that belong to the cue together, and the log
    of both probabilities multiplied.
    """

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    scores: tuple[float, ...]


def attributions(bundle: Bundle, vectors: Floats, paragraphs: Ints) -> list[Found]:
    """Every attribution of a report. Shapes: (words, width), (words,) numbering each word's paragraph."""
    flat = bundle.linear("flat", vectors)
    cues = _cues(bundle, flat, paragraphs)
    if not cues:
        return []
    pairs = pairs_of(bundle, vectors, flat, paragraphs, np.array(cues)[:, :2].astype(int))
    found = _linked(bundle, pairs, cues, range(len(cues)), NEAR)
    wider = [number for number, one in enumerate(found) if _reaches_the_edge(one, len(vectors))]
    for number, one in zip(wider, _linked(bundle, pairs, cues, wider, FAR), strict=True):
        found[number] = one
    return contents_apart(found)


def _linked(
    bundle: Bundle, pairs: Pairs, cues: Sequence[tuple[int, int, float]], asked: Sequence[int], reach: tuple[int, int]
) -> list[Found]:
    """Source and content of the cues that are asked about, among the words within reach."""
    if not asked:
        return []
    around = [slice(max(a - reach[0], 0), min(b + reach[1], len(pairs.words))) for a, b, _ in (cues[n] for n in asked)]
    emissions, lengths = _padded([pairs.emissions(number, part) for number, part in zip(asked, around, strict=True)])
    paths = best_paths(emissions, bundle.chain("pair.chain"), lengths)
    names = bundle.card.labels["pair"]
    found = zip(asked, paths.labels, lengths, around, paths.log_likelihood, strict=True)
    return [
        _found(cues[number], runs(path[:length], names), part.start, float(score))
        for number, path, length, part, score in found
    ]


def _reaches_the_edge(found: Found, words: int) -> bool:
    """Whether words that belong to the cue are among the outermost that were looked at, and more lie beyond."""
    places = [place for run in (*found.source, *found.content) for place in run]
    first, last = found.cue[0] - NEAR[0], found.cue[1] + NEAR[1]
    return bool(places) and (0 < first > min(places) - EDGE or words > last < max(places) + EDGE)


def contents_apart(found: list[Found]) -> list[Found]:
    """The same attributions, each content word left to the likeliest of those that claim it.

    On a third of PolNeAR's development articles this was worth half a point of whole attributions.
    """
    taken: set[int] = set()
    kept: dict[int, Found] = {}
    for number in sorted(range(len(found)), key=lambda number: -found[number].scores[1]):
        words = [word for run in found[number].content for word in range(*run)]
        free = [word for word in words if word not in taken]
        taken.update(free)
        kept[number] = replace(found[number], content=_joined(free)) if len(free) < len(words) else found[number]
    return [kept[number] for number in range(len(found))]


def _joined(words: list[int]) -> tuple[tuple[int, int], ...]:
    """Words in a row as half-open stretches."""
    among = set(words)
    opens = [word for word in words if word - 1 not in among]
    ends = [word + 1 for word in words if word + 1 not in among]
    return tuple(zip(opens, ends, strict=True))


def role_runs(bundle: Bundle, vectors: Floats, paragraphs: Ints) -> list[Run]:
    """Sources, cues and contents, whoever they belong to."""
    path, _ = by_paragraph(bundle.linear("flat", vectors), paragraphs, bundle.chain("flat_chain"))
    return runs(path, bundle.card.labels["flat"])


def _cues(bundle: Bundle, flat: Floats, paragraphs: Ints) -> list[tuple[int, int, float]]:
    """First word, one past the last, and the probability of the weakest label in between."""
    labels, likely = by_paragraph(flat, paragraphs, bundle.chain("flat_chain"))
    found = runs(labels, bundle.card.labels["flat"])
    return [(a, b, float(likely[a:b].min())) for kind, a, b in found if kind == "cue"]


Run = tuple[str, int, int]
"""A kind, its first word and one past its last."""


def runs(path: Ints, names: Sequence[str]) -> list[Run]:
    """Each B and the I that follow it, of labels by number; the first of the names is for no kind."""
    inside = np.flatnonzero(path)
    places, labels = inside.tolist(), path[inside].tolist()
    opens = [number for number, label in enumerate(labels) if names[label].startswith("B-")]
    return [
        (names[labels[first]][2:], places[first], places[end - 1] + 1)
        for first, end in zip(opens, [*opens[1:], len(places)], strict=False)
    ]


def _found(cue: tuple[int, int, float], parts: list[Run], start: int, score: float) -> Found:
    source = tuple((a + start, b + start) for kind, a, b in parts if kind == "source")
    content = tuple((a + start, b + start) for kind, a, b in parts if kind == "content")
    return Found(cue[:2], source, content, _scores(cue[2], math.exp(min(score, 0.0))))


def _scores(cue: float, rest: float) -> tuple[float, float, float]:
    return log_odds(cue), log_odds(rest), math.log(max(cue * rest, CERTAIN**2))


def _padded(parts: Sequence[Floats]) -> tuple[Floats, Ints]:
    """Emissions (cues, words, labels) and lengths."""
    lengths = np.array([len(part) for part in parts])
    emissions = np.zeros((len(parts), int(lengths.max()), parts[0].shape[1]), np.float32)
    for row, part in zip(emissions, parts, strict=True):
        row[: len(part)] = part
    return emissions, lengths
