"""Where an extractor's lines stand in the page: in order, each once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OCCURRENCES = 12
"""How many places a line is tried at; more says that it is furniture."""
_SEED = 12
"""Characters that must agree before a line that is found only in parts goes on somewhere else."""
_NEAR = 400
"""How far the next part of such a line may be, in characters; what lies between was left out by the extractor."""
_ENOUGH = 0.9
"""The share of a line that must be found, for a line found in parts."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Lines placed so far: the last place ends at `end`, `weight` characters are placed in all."""

    end: int
    weight: int
    line: int
    place: Place | None
    before: _Chain | None


def align(lines: Sequence[str], text: str) -> list[list[Place] | None]:
    """For each line the half-open places in `text`, in order, that it is made of; None where it was not found.

    Places of later lines follow those of earlier ones. Of all ways to place whole lines, the one that places most
    characters; where a line fits in two places, the one nearer to what follows it. Both sides come squashed.
    """
    whole = _pulled_together(lines, text, _best_chain(lines, text))
    limits = _next_starts(whole, len(text))
    found: list[list[Place] | None] = []
    end = 0
    for line, place, limit in zip(lines, whole, limits, strict=True):
        parts = [place] if place else _in_parts(line, text, end, limit)
        found.append(parts)
        end = parts[-1][1] if parts else end
    return found


def _best_chain(lines: Sequence[str], text: str) -> list[Place | None]:
    ends: list[int] = [0]
    chains: list[_Chain] = [_Chain(0, 0, -1, None, None)]
    for number, line in enumerate(lines):
        grown = []
        for start in _occurrences(line, text):
            best = chains[bisect_right(ends, start) - 1]
            grown.append(_Chain(start + len(line), best.weight + len(line), number, (start, start + len(line)), best))
        for chain in grown:
            _keep(chain, ends, chains)
    return _unwound(chains[-1], len(lines))


def _occurrences(line: str, text: str) -> Iterator[int]:
    at = text.find(line) if line else -1
    for _ in range(_OCCURRENCES):
        if at < 0:
            return
        yield at
        at = text.find(line, at + 1)


def _keep(chain: _Chain, ends: list[int], chains: list[_Chain]) -> None:
    """Keep the chains that nothing beats: an earlier end, or more placed."""
    at = bisect_right(ends, chain.end)
    if chains[at - 1].weight >= chain.weight:
        return
    stop = at
    while stop < len(chains) and chains[stop].weight <= chain.weight:
        stop += 1
    first = at - 1 if ends[at - 1] == chain.end else at
    ends[first:stop] = [chain.end]
    chains[first:stop] = [chain]


def _unwound(chain: _Chain | None, count: int) -> list[Place | None]:
    places: list[Place | None] = [None] * count
    while chain is not None and chain.place is not None:
        places[chain.line] = chain.place
        chain = chain.before
    return places


def _pulled_together(lines: Sequence[str], text: str, places: list[Place | None]) -> list[Place | None]:
    """Each line moved to its last place before the line that follows it."""
    limit: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        place = places[index]
        if place is None:
            continue
        if limit is not None and (later := text.rfind(lines[index], place[0], limit)) > place[0]:
            place = places[index] = (later, later + len(lines[index]))
        limit = place[0]
    return places


def _next_starts(places: Sequence[Place | None], length: int) -> list[int]:
    """For each line where the next line with a place begins; `length` after the last."""
    starts: list[int] = []
    for place in reversed(places):
        starts.append(length)
        length = place[0] if place else length
    return starts[::-1]


def _in_parts(line: str, text: str, low: int, high: int) -> list[Place] | None:
    """The places of a line that the page interrupts; None if too little of it is there."""
    parts: list[Place] = []
    at, done = low, 0
    while done < len(line):
        reach = high if not parts else min(high, at + _NEAR)
        start = text.find(line[done : done + _SEED], at, reach)
        if start < 0:
            done += 1
            continue
        length = _common(line, done, text, start, high)
        parts.append((start, start + length))
        at, done = start + length, done + length
    return parts if sum(end - start for start, end in parts) >= _ENOUGH * max(1, len(line)) else None


def _common(line: str, done: int, text: str, start: int, high: int) -> int:
    """How many characters agree from `line[done:]` and `text[start:high]` on."""
    low, top = 0, min(len(line) - done, high - start)
    while low < top:
        middle = (low + top + 1) // 2
        if line.startswith(text[start + low : start + middle], done + low):
            low = middle
        else:
            top = middle - 1
    return low
