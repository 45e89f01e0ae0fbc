"""Whether others have to do with a place name as with a government: "pressure on Tehran", "guarantees from Addis"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.passage import Passage
from sayso.annotate.toponyms.find import Toponym
from sayso.ontology.places import place_words

_REACH = 5
"""Words before a preposition among which what it belongs to is looked for."""


def dealt_with(passage: Passage, toponym: Toponym, *, governed: bool) -> bool | None:
    """Whether the preposition before the name brings in somebody that others deal with; None if none tells.

    `governed` says that the place is a country, a capital or a seat of power; other places are hardly dealt with.
    """
    first = passage.first_of(toponym.first)
    at = toponym.first - 1
    at -= at >= first and passage.low[at] in ("the", "both", "only")
    if at < first or not governed:
        return _of_any(passage, at, first)
    word, before = passage.low[at], passage.low[max(first, at - _REACH) : at]
    words = place_words()
    if word in words["before.associative"]:
        if word == "between":
            return _related(before)
        return word == "against" or words["dealing.lines"].isdisjoint(before)
    if word == "and":
        return _second_of_two(passage, at, first)
    if f"dealing.{word}" not in words:
        return None
    near = [one for one in reversed(before) if one not in ("the", "a", "an", "s")][:3]
    return True if not words[f"dealing.{word}"].isdisjoint(near) else None


def _of_any(passage: Passage, at: int, first: int) -> bool | None:
    """Also a town that is no capital may be against, and according to it something may be so."""
    if at < first:
        return None
    if passage.low[at] == "against" or (passage.low[at] == "to" and passage.low[max(first, at - 1)] == "according"):
        return True
    return None


def _second_of_two(passage: Passage, at: int, first: int) -> bool | None:
    """Whether this closes "between one and the other", of people: the first may be no place."""
    between = next((back for back in range(at - 1, max(first, at - 6) - 1, -1) if passage.low[back] == "between"), None)
    if between is None:
        return None
    return _related(passage.low[max(first, between - _REACH) : between])


def _related(before: Sequence[str]) -> bool:
    """Whether words before "between" tell of governments that have to do with each other; land also lies between."""
    return not place_words()["dealing.between"].isdisjoint(before)
