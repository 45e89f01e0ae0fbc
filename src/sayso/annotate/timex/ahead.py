"""The tense of an expression as the words right before it tell it: "since May", "remanded until 9 March"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.annotate.timex.lexer import Lexed
from sayso.annotate.timex.lexicon import listed


class Tense(Enum):
    """The time a clause speaks of, counted from the report's day."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Clue:
    """A tense, and how many tokens away the verb is that tells it."""

    tense: Tense
    distance: int


def told_before(lexed: Lexed, start: int, end: int, first: int) -> Clue | None:
    """What the words before tokens `start` to `end`, from token `first` on, tell by themselves; None if nothing."""
    return _preposition(lexed, start, end, first) or _put_off(lexed, start, end, first)


def _preposition(lexed: Lexed, start: int, end: int, first: int) -> Clue | None:
    """What stands right before tells by itself: "since May", "is on Thursday", "ahead of Tuesday"."""
    owned = _is_owner(lexed, end)
    near = lexed.words[max(first, start - 2) : start]
    if near[-1:] == ["since"]:
        return Clue(Tense.PAST, 1)
    if near in (["is", "on"], ["are", "on"]) or (owned and near[-1:] and near[-1] in listed("called_off")):
        return Clue(Tense.FUTURE, 1)
    if lexed.words[max(first, start - 4) : start] == ["run", "-", "up", "to"]:
        return Clue(Tense.FUTURE, 1)
    ahead = near[-1:] in (["toward"], ["towards"]) or near in (["ahead", "of"], ["heading", "into"], ["looking", "to"])
    return Clue(Tense.FUTURE, 1) if ahead else None


_FURTHEST_PUT_OFF = 9
"""Tokens between "called" and the "for" that says for when, at most: "called a rally before the court for Monday"."""


def _put_off(lexed: Lexed, start: int, end: int, first: int) -> Clue | None:
    """What is put off, fixed or ordered lies ahead: "remanded until 9 March", "called a rally for Tuesday"."""
    link = lexed.words[start - 1] if start > first else ""
    owned = _is_owner(lexed, end)
    if link not in ("until", "till", "for", "to", "by") or owned:
        return None
    before = lexed.words[max(first, start - 1 - _FURTHEST_PUT_OFF) : start - 1]
    if before[-2:] in (["put", "off"], ["pushed", "back"], ["moved", "back"], ["held", "over"]):
        return Clue(Tense.FUTURE, 1)
    verbs = listed({"for": "fixed", "by": "promised"}.get(link, "put_off"))
    return Clue(Tense.FUTURE, 1) if verbs.intersection(before) else None


def _is_owner(lexed: Lexed, end: int) -> bool:
    return end < len(lexed.words) and lexed.words[end] in ("'s", "’s")
