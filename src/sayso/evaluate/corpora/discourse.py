"""Attributions in GUM's discourse trees.

Elementary units are numbered; each hangs on another by a relation, at a height: units that hang on the same one lower
down belong to what the higher ones hang on. So the content of an attribution is its target unit with all that hangs
on that below the attribution. Source and cue are tokens that the annotators marked as signals of the relation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_EDGE = re.compile(r"(?P<relation>[\w-]+):(?P<unit>\d+)(?:->(?P<head>\d+))?:(?P<height>\d+)(?::(?P<rest>.*))?")
_SIGNAL = re.compile(r"(?P<kind>\w+-[^-]+)-(?P<tokens>\d[\d,-]*)-")
_CUES = ("lex-indwd", "lex-indph", "dm-according to")


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as word numbers of its document, counted from 0; perhaps without cue."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Edge:
    """The tree is made of the primary edges; a secondary one only adds a relation between two units."""

    relation: str
    unit: int
    head: int
    height: int
    signals: str
    primary: bool


def attributions(column: Sequence[str | None]) -> list[Marked]:
    """The attributions of a document, in order; `column` is the Discourse value of each word that opens a unit."""
    units, edges = _units(column)
    hung: defaultdict[int, list[_Edge]] = defaultdict(list)
    for edge in edges:
        if edge.primary:
            hung[edge.head].append(edge)
    return [_marked(edge, hung, units) for edge in edges if edge.relation.startswith("attribution")]


def _units(column: Sequence[str | None]) -> tuple[dict[int, frozenset[int]], list[_Edge]]:
    """The words of each unit, and all edges."""
    words: defaultdict[int, set[int]] = defaultdict(set)
    edges: list[_Edge] = []
    unit = 0
    for number, value in enumerate(column):
        if value:
            edges.extend(_edges(value))
            unit = edges[-1].unit
        words[unit].add(number)
    return {unit: frozenset(numbers) for unit, numbers in words.items()}, edges


def _edges(value: str) -> Iterable[_Edge]:
    """The edges of one unit; the first is its place in the tree."""
    for number, found in enumerate(map(_EDGE.match, value.split(";"))):
        if found:
            unit, head, height = int(found["unit"]), int(found["head"] or 0), int(found["height"])
            yield _Edge(found["relation"], unit, head, height, found["rest"] or "", primary=number == 0)


def _marked(edge: _Edge, hung: dict[int, list[_Edge]], units: dict[int, frozenset[int]]) -> Marked:
    below = [other.unit for other in hung[edge.head] if other.height < edge.height and other.unit != edge.unit]
    inner = {unit for top in below for unit in _hanging(top, hung)}
    content = frozenset[int]().union(*(units[unit] for unit in {edge.head, *inner} - {edge.unit}))
    signals = [(found["kind"], _numbers(found["tokens"])) for found in _SIGNAL.finditer(edge.signals)]
    source = frozenset[int]().union(*(tokens for kind, tokens in signals if kind == "sem-atsrc"))
    cue = frozenset[int]().union(*(tokens for kind, tokens in signals if kind in _CUES))
    return Marked(source, cue - source, content - source - cue)


def _hanging(unit: int, hung: dict[int, list[_Edge]]) -> set[int]:
    """The unit and all below it."""
    return {unit}.union(*(_hanging(edge.unit, hung) for edge in hung[unit]))


def _numbers(tokens: str) -> frozenset[int]:
    """Word numbers from 0 of tokens counted from 1, as in "49-52,60"."""
    numbers: set[int] = set()
    for part in tokens.split(","):
        first, _, last = part.partition("-")
        numbers.update(range(int(first) - 1, int(last or first)))
    return frozenset(numbers)
