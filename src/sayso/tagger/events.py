"""Word vectors to what the words tell of: the types of events, and whether they took place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from sayso.record.annotation import Word
from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import Floats
from sayso.tagger.encode import Ints
from sayso.tagger.participants import ParticipantFinder, Participants

SIDES: Final = 16
STEPS: Final = 21
LIKELY: Final = 0.05
"""Types less likely than this are not told."""
_FARTHEST: Final = 9


def with_events(
    bundle: Bundle, words: Sequence[Word], layers: Floats, sentences: Sequence[tuple[int, int]]
) -> tuple[Word, ...]:
    """The words with what the bundle's heads tell of events; `layers` has the vectors of all layers side by side."""
    count = len(words)
    ratings = happened(bundle, layers) if bundle.has("happened") else [None] * count
    types = event_types(bundle, layers) if bundle.has("triggers") else [None] * count
    participants = _participants(bundle, layers, types, sentences) if bundle.has("participants") else {}
    return tuple(
        Word(
            tag=word.tag,
            head=word.head,
            relation=word.relation,
            happened=rating,
            event=kinds,
            participants=participants.get(at),
        )
        for at, (word, rating, kinds) in enumerate(zip(words, ratings, types, strict=True))
    )


def _participants(
    bundle: Bundle,
    layers: Floats,
    types: Sequence[dict[str, float] | None],
    sentences: Sequence[tuple[int, int]],
) -> dict[int, Participants]:
    """Who takes part, in the same sentence, by the words that may tell of an event."""
    asked = [(at, first, last) for first, last in sentences for at in range(first, last) if types[at]]
    return ParticipantFinder.of(bundle, layers).of_triggers(asked)


def event_types(bundle: Bundle, vectors: Floats) -> list[dict[str, float]]:
    """For each word the PLOVER types of the event that it may tell of, with their probabilities, likeliest first."""
    hidden = bundle.linear("triggers.inner", vectors) + bundle.linear("triggers.lower", vectors, of_last=True)
    likely = _of_words(bundle.linear("triggers.out", np.maximum(hidden, 0)))
    found: list[dict[str, float]] = [{} for _ in range(len(likely))]
    for number in np.flatnonzero((likely >= LIKELY).any(1)).tolist():
        found[number] = _named(bundle.card.labels["events"], likely[number])
    return found


def _named(types: Sequence[str], row: Floats) -> dict[str, float]:
    order = np.argsort(-row, kind="stable")[: int((row >= LIKELY).sum())]
    return {types[n]: round(float(row[n]), 4) for n in order.tolist()}


def relation(bundle: Bundle, vectors: Floats, source: range, target: range) -> dict[str, float]:
    """How likely a sentence tells of an event of each type between marked words; what is left to 1: of none.

    `vectors` are those of the sentence's words; `source` and `target` are words of it, empty where none is marked.
    """
    scores = _scores(bundle, vectors, places(len(vectors), source, target), source, target)
    summed = np.logaddexp.reduce(scores, axis=0)
    likely = np.exp(summed - np.logaddexp.reduce(np.append(summed, 0)))
    return {name: float(one) for name, one in zip(bundle.card.labels["events"], likely, strict=True)}


def happened(bundle: Bundle, vectors: Floats) -> list[float]:
    """For each word how sure a reader is that what it tells of took place, from -3 (it did not) to 3, to two places."""
    hidden = np.maximum(bundle.linear("happened.inner", vectors), 0)
    ratings = np.clip(bundle.linear("happened.out", hidden)[:, 0], -3, 3)
    return [round(rating, 2) for rating in ratings.tolist()]


def places(count: int, source: Sequence[int], target: Sequence[int]) -> Ints:
    """Side of and steps from the marked words, for each word. Shape: (words, 3).

    The side counts 1 before, 2 in, 3 after the source, times four, and the same of the target; 0 where none is marked.
    """
    found = np.zeros((count, 3), np.int64)
    for column, marked in enumerate((source, target)):
        if len(marked):
            steps = np.arange(count) - np.clip(np.arange(count), marked[0], marked[-1])
            found[:, 0] += (np.sign(steps) + 2) * (4 if column == 0 else 1)
            far = np.minimum(np.ceil(np.log2(np.abs(steps) + 1) * 1.5), _FARTHEST).astype(np.int64)
            found[:, column + 1] = 1 + np.where(steps <= 0, far, _FARTHEST + 1 + far)
    return found


def _scores(bundle: Bundle, vectors: Floats, where: Ints, source: range, target: range) -> Floats:
    """Of each word for each type, no event being 0, from the last columns of `vectors`. Shape: (words, types)."""
    types = bundle.linear("event.out", np.maximum(bundle.linear("event.inner", vectors, of_last=True), 0))
    hidden = bundle.linear("event.word", vectors, of_last=True)
    for name, marked in (("source", source), ("target", target)):
        if len(marked):
            mean = vectors[marked.start : marked.stop].mean(0)
            hidden = hidden + bundle.linear(f"event.{name}", mean, of_last=True)
    for column, name in enumerate(("side", "from_source", "from_target")):
        hidden = hidden + bundle.heads[f"event.{name}.weight"][where[:, column]]
    scores: Floats = types + bundle.linear("event.near", np.maximum(hidden, 0))
    return scores


def _of_words(scores: Floats) -> Floats:
    """Probability of each type at each word; what is left to 1: of none. Shape: (words, types)."""
    top = np.maximum(scores.max(1, keepdims=True), 0)
    shares = np.exp(scores - top)
    likely: Floats = shares / (shares.sum(1, keepdims=True) + np.exp(-top))
    return likely
