"""Which place each toponym of a report stands for, decided together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from sayso.annotate.toponyms.candidates import Candidate, candidates
from sayso.annotate.toponyms.scoring import WEIGHTS, Choice, Floats, features
from sayso.gazetteer.distance import distance_km
from sayso.gazetteer.file import Gazetteer, PlaceKind
from sayso.spans import Span

_ROUNDS = 2
"""Passes over the report: the first knows the words beside a toponym, the next also what the others are."""

_SAME_KM = 50.0
"""A town within this distance of the middle of the division named like it is its seat."""

_BESIDE = re.compile(r",\s*|\s{1,9}in\s+|\s{0,9}\(")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym with its candidates, best first, and how likely each is; no candidates if the gazetteer has none."""

    span: Span
    candidates: tuple[Candidate, ...]
    shares: tuple[float, ...]


def resolve(
    text: str, toponyms: Sequence[Span], gazetteer: Gazetteer, *, home: tuple[float, float] | None = None
) -> tuple[Resolved, ...]:
    """The places that `toponyms` (in text order) stand for. One name has one sense in a report."""
    choices, members = choices_in(text, toponyms, gazetteer)
    for _ in range(_ROUNDS):
        choices = weighed(choices, home, WEIGHTS)
    return tuple(_resolved(span, choices.get(key)) for span, key in zip(toponyms, members, strict=True))


def choices_in(text: str, toponyms: Sequence[Span], gazetteer: Gazetteer) -> tuple[dict[str, Choice], list[str]]:
    """The report's different names with their candidates, and for each toponym the name it counts under."""
    names = [span.of(text) for span in toponyms]
    found: dict[str, Choice] = {}
    for name in names:
        if name not in found and (options := candidates(name, gazetteer)):
            found[name] = Choice(options, np.full(len(options), 1 / len(options)))
    for here, there in _beside_pairs(text, toponyms):
        name, container = names[here], names[there]
        if name in found and container in found and not found[name].beside:
            found[name] = replace(found[name], beside=found[container].candidates)
    return found, names


def _beside_pairs(text: str, toponyms: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs of toponyms of which the second stands beside the first as its container: "Paris, Texas"."""
    return [
        (number, number + 1)
        for number, (here, there) in enumerate(pairwise(toponyms))
        if here.end <= there.start and there.start - here.end <= 5 and _BESIDE.fullmatch(text[here.end : there.start])
    ]


def weighed(choices: dict[str, Choice], home: tuple[float, float] | None, weights: Floats) -> dict[str, Choice]:
    """The choices with their shares counted anew, each from what the others were before."""
    weighed = {}
    for name, choice in choices.items():
        others = [other for other_name, other in choices.items() if other_name != name]
        scores = features(choice, others, home) @ weights
        shares = np.exp(scores - scores.max())
        weighed[name] = replace(choice, shares=shares / shares.sum())
    return weighed


def _resolved(span: Span, choice: Choice | None) -> Resolved:
    if choice is None:
        return Resolved(span, (), ())
    order = np.argsort(-choice.shares, kind="stable")
    return Resolved(
        span,
        tuple(choice.candidates[number] for number in order),
        tuple(round(float(choice.shares[number]), 6) for number in order),
    )


def meant(resolved: Resolved) -> tuple[Candidate, float]:
    """The place meant and its share: a town and the division around it bear one name, and the town is meant.

    Their shares count together, since the two are no rival readings.
    """
    best = resolved.candidates[0]
    here = (best.entry.latitude, best.entry.longitude)
    same = [
        (candidate, share)
        for candidate, share in zip(resolved.candidates, resolved.shares, strict=True)
        if candidate.entry.country == best.entry.country
        and candidate.entry.kind >= PlaceKind.ADMIN1
        and distance_km(here, (candidate.entry.latitude, candidate.entry.longitude)) <= _SAME_KM
    ]
    if best.entry.kind < PlaceKind.ADMIN1 or not same:
        return best, resolved.shares[0]
    towns = [candidate for candidate, _ in same if candidate.entry.kind == PlaceKind.CITY]
    return (towns or [best])[0], min(1.0, sum(share for _, share in same))
