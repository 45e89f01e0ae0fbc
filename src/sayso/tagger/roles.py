"""Word vectors to attributions: cues first, then for every cue its source and its content."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import CERTAIN, Floats, best_paths, by_paragraph, log_odds
from sayso.tagger.encode import Bools, Ints

BEFORE: Final = 192
AFTER: Final = 320
"""Words before and after a cue among which its source and content are sought."""
NEAR_BEFORE: Final = 72
NEAR_AFTER: Final = 120
EDGE: Final = 24
"""Those that are looked at first; the others only if one of the outermost may belong to the cue."""
OUTSIDE: Final = "O"
HOPELESS: Final = -9.0
"""A word whose best label lies this far below none is nobody's."""


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
    places, emissions, lengths = _padded(
        _emissions(bundle, vectors, flat, paragraphs, np.array(cues)[:, :2].astype(int))
    )
    paths = best_paths(emissions, bundle.chain("pair.chain"), lengths)
    names = bundle.card.labels["pair"]
    found = [
        _found(cue, [names[label] for label in path[:length]], int(start), float(score))
        for cue, path, length, start, score in zip(
            cues, paths.labels, lengths, places, paths.log_likelihood, strict=True
        )
    ]
    return contents_apart(found)


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
    opens = [word for word in words if word - 1 not in words]
    ends = [word + 1 for word in words if word + 1 not in words]
    return tuple(zip(opens, ends, strict=True))


def role_labels(bundle: Bundle, vectors: Floats, paragraphs: Ints) -> list[str]:
    """One label a word, source, cue or content, whoever they belong to."""
    path, _ = by_paragraph(bundle.linear("flat", vectors), paragraphs, bundle.chain("flat_chain"))
    return [bundle.card.labels["flat"][label] for label in path]


def _cues(bundle: Bundle, flat: Floats, paragraphs: Ints) -> list[tuple[int, int, float]]:
    """First word, one past the last, and the probability of the weakest label in between."""
    labels, likely = by_paragraph(flat, paragraphs, bundle.chain("flat_chain"))
    names = [bundle.card.labels["flat"][label] for label in labels]
    return [(a, b, float(likely[a:b].min())) for kind, a, b in runs(names) if kind == "cue"]


def runs(labels: list[str]) -> list[tuple[str, int, int]]:
    """Kind, first word and one past the last of each B and the I that follow it."""
    found: list[tuple[str, int, int]] = []
    for place, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        if label.startswith("B-"):
            found.append((label[2:], place, place + 1))
        elif found:
            found[-1] = (found[-1][0], found[-1][1], place + 1)
    return found


def _found(cue: tuple[int, int, float], labels: list[str], start: int, score: float) -> Found:
    parts = [(kind, a + start, b + start) for kind, a, b in runs(labels)]
    source = tuple((a, b) for kind, a, b in parts if kind == "source")
    content = tuple((a, b) for kind, a, b in parts if kind == "content")
    return Found(cue[:2], source, content, _scores(cue[2], math.exp(min(score, 0.0))))


def _scores(cue: float, rest: float) -> tuple[float, float, float]:
    return log_odds(cue), log_odds(rest), math.log(max(cue * rest, CERTAIN**2))


Stretch = tuple[int, Floats]
"""A word's number, and emissions from that word on. Shape: (words, labels)."""


def _emissions(bundle: Bundle, vectors: Floats, flat: Floats, paragraphs: Ints, cues: Ints) -> Iterator[Stretch]:
    """For each cue, the words around it that may belong to it."""
    first, last = cues[:, 0], cues[:, 1] - 1
    cue = np.concatenate([vectors[first], vectors[last]], axis=1)
    words, ranked = bundle.linear("pair.word", vectors), bundle.linear("pair.word_rank", vectors)
    own, ranks = bundle.linear("pair.cue", cue), bundle.linear("pair.cue_rank", cue)
    ranks = ranks.reshape(len(cues), ranked.shape[1], -1) / math.sqrt(ranked.shape[1])
    shared = _of_flat(bundle, flat)
    tables = bundle.heads["pair.distance.weight"], bundle.heads["pair.paragraph.weight"]
    for number, (start, end) in enumerate(zip(first, last, strict=True)):

        def scored(part: slice, number: int = number, start: int = start, end: int = end) -> Floats:
            hidden = words[part] + own[number]
            hidden += tables[0][distances(np.arange(part.start, part.stop), start, end)]
            hidden += tables[1][np.clip(paragraphs[part] - paragraphs[start], -3, 3) + 3]
            np.maximum(hidden, 0, out=hidden)
            scores: Floats = ranked[part] @ ranks[number] + shared[part]
            return scores + bundle.linear("pair.out", hidden)

        yield _around(int(start), int(end), len(vectors), scored)


def _around(start: int, end: int, words: int, scored: Callable[[slice], Floats]) -> Stretch:
    """Emissions of the words around a cue, without those at either end that are all but surely nobody's."""
    near = slice(max(start - NEAR_BEFORE, 0), min(end + NEAR_AFTER, words))
    far = slice(max(start - BEFORE, 0), min(end + AFTER, words))
    emissions = scored(near)
    if _plausible(emissions[:EDGE]).any() and far.start < near.start:
        emissions = np.concatenate([scored(slice(far.start, near.start)), emissions])
        near = slice(far.start, near.stop)
    if _plausible(emissions[-EDGE:]).any() and near.stop < far.stop:
        emissions = np.concatenate([emissions, scored(slice(near.stop, far.stop))])
    plausible = np.flatnonzero(_plausible(emissions))
    if not len(plausible):
        return near.start, emissions[:1]
    return near.start + int(plausible[0]), emissions[plausible[0] : plausible[-1] + 2]


def _plausible(emissions: Floats) -> Bools:
    """Whether a word may belong to the cue. Shape: (words,)."""
    plausible: Bools = emissions[:, 1:].max(1) - emissions[:, 0] > HOPELESS
    return plausible


def _padded(stretches: Iterable[Stretch]) -> tuple[Ints, Floats, Ints]:
    """Starts, emissions (cues, words, labels) and lengths."""
    starts, parts = zip(*stretches, strict=True)
    lengths = np.array([len(part) for part in parts])
    emissions = np.zeros((len(parts), int(lengths.max()), parts[0].shape[1]), np.float32)
    for row, part in zip(emissions, parts, strict=True):
        row[: len(part)] = part
    return np.array(starts), emissions, lengths


def _of_flat(bundle: Bundle, flat: Floats) -> Floats:
    """What the roles without their cue add. Shape: (words, labels of a pair)."""
    roles = flat[:, [1, 2, 5, 6]] * np.repeat(bundle.heads["pair.flat_share"], 2)
    return np.pad(roles, ((0, 0), (1, 0)))


def distances(places: Ints, first: Ints | int, last: Ints | int) -> Ints:
    """Bucket of each word's distance from `first` to `last`: 0 within, odd before it, even after."""
    before = np.maximum(first - places, 0)
    after = np.maximum(places - last, 0)
    return np.where(before > 0, 2 * _bucket(before) - 1, 2 * _bucket(after))


def _bucket(steps: Ints) -> Ints:
    """0 to 4 alone; then by factors of the cube root of four, up to 12."""
    logs = np.ceil(np.log2(np.maximum(steps, 1) / 4) * 1.5).astype(np.int64) + 4
    buckets: Ints = np.minimum(np.where(steps <= 4, steps, logs), 12)
    return buckets
