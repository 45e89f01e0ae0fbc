"""Texts with their names changed for others of the same class: what a name is shall show in what stands around it, too.

The other names are those that the package knows: public figures, bodies, places. A name that comes again is changed
alike, and a family name alone with the full name that it ends.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from recipe.corpora import Passage, from_tokens
from recipe.labels import spans_of
from sayso.annotate.tokens import words_of
from sayso.gazetteer.file import PlaceKind, shipped
from sayso.ontology.actors.figures import figures
from sayso.ontology.plover.bodies import bodies

CHANGED = 0.5
"""Of the names of a text, how many are changed."""
PLACES_FROM = 20_000
"""People in a town of the list."""

Tokens = tuple[str, ...]


def with_renamed(passages: Iterable[Passage], times: int, seed: int = 1) -> Iterator[list[Passage]]:
    """Each passage, and `times` the same with other names."""
    chance = random.Random(seed)
    for passage in passages:
        yield [passage, *(renamed(passage, chance) for _ in range(times))]


def renamed(passage: Passage, chance: random.Random) -> Passage:
    """The passage, which has nothing but names, with about half of them changed."""
    tokens = [passage.word(number) for number in range(len(passage.words))]
    changed: dict[tuple[str, Tokens], Tokens] = {}
    told: list[str] = []
    labels: list[str] = []
    breaks: set[int] = set()
    end = 0
    opens = _breaks(passage)
    names = spans_of(passage.names or [])
    for kind, first, last in [*names, ("", len(tokens), len(tokens))]:
        for number in range(end, first):
            if number in opens:
                breaks.add(len(told))
            told.append(tokens[number])
            labels.append("O")
        if kind:
            if first in opens:
                breaks.add(len(told))
            name = _other(kind, tuple(tokens[first:last]), changed, chance)
            told += name
            labels += [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        end = last
    text, words = from_tokens(told, frozenset(breaks))
    return replace(passage, text=text, words=words, names=labels)


def _breaks(passage: Passage) -> set[int]:
    """The words that open a paragraph."""
    words = passage.words
    return {n for n in range(1, len(words)) if "\n" in passage.text[words[n - 1].end : words[n].start]}


def _other(kind: str, name: Tokens, changed: dict[tuple[str, Tokens], Tokens], chance: random.Random) -> Tokens:
    """Another name in its place, the same one each time; the name itself as often as not."""
    key = (kind, name)
    if key not in changed:
        whole = next((one for one in changed if kind == one[0] == "Person" and one[1][1:][-1:] == name), None)
        if whole is not None:
            changed[key] = changed[whole][-1:]
        else:
            pool = _pools()[kind].get(_shape(kind, name)) if kind in _pools() else None
            changed[key] = chance.choice(pool) if pool and chance.random() < CHANGED else name
    return changed[key]


def _shape(kind: str, name: Tokens) -> str:
    """What a name is changed for must be like it: letters alone, one word, or several."""
    if kind == "Location":
        return "place" if len(name) <= 2 and all(part[:1].isupper() for part in name) else ""
    if len(name) > 1:
        return "several"
    return "letters" if name[0].isupper() and len(name[0]) > 1 else "one"


@cache
def _pools() -> Mapping[str, Mapping[str, Sequence[Tokens]]]:
    """The other names by class and shape."""
    gazetteer = shipped()
    places = {
        entry.name
        for entry in (gazetteer.entry(row) for row in range(len(gazetteer)))
        if entry.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
        or (entry.kind is PlaceKind.CITY and entry.population >= PLACES_FROM)
    }
    return {
        "Person": _by_shape("Person", figures()),
        "Organization": _by_shape("Organization", bodies()),
        "Location": _by_shape("Location", sorted(places)),
    }


def _by_shape(kind: str, names: Iterable[str]) -> Mapping[str, Sequence[Tokens]]:
    found: dict[str, list[Tokens]] = {}
    for name in names:
        tokens = tuple(name[word.start : word.end] for word in words_of(name))
        found.setdefault(_shape(kind, tokens), []).append(tokens)
    return found
