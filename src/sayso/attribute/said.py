"""When something was said, by the report's calendar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import msgspec

from sayso.attribute.nearby import Nearby, Tokens
from sayso.record.reference import TimeReference
from sayso.record.statement import Statement
from sayso.record.when import Timex, TimexType
from sayso.spans import Span

_NOT_THEN = frozenset({"for", "since", "until", "till", "by", "within", "before"})
"""What stands under one of these is no time at which something was said."""


@cache
def _relative() -> re.Pattern[str]:
    """Times told by what came before: "a day later", "the same evening", "afterwards"."""
    return re.compile(
        r"\b(?:(?:an?|one|two|three|four|five|several|a few) (?:minute|hour|day|night|week|month|year)s?"
        r" (?:later|earlier)"
        r"|the (?:same|next|following|previous) (?:morning|afternoon|evening|day|night|week|month|year)"
        r"|the (?:first|second|third|last|final) (?:day|night|week) of the \w+"
        r"|(?<=in )the (?:morning|afternoon|evening)|afterwards|later)\b",
        re.IGNORECASE,
    )


def said_at(near: Nearby, text: str, timexes: Sequence[Timex]) -> Span | None:
    """The words that date the saying: a time beside the cue, at the beginning of the sentence or at its end.

    `timexes` are those of the report, in text order.
    """
    for zone in (near.after, near.beside, near.lead, near.between, near.end, near.before, near.early):
        found = _in_zone(zone, text, timexes)
        if found:
            return found
    return None


def _in_zone(tokens: Tokens, text: str, timexes: Sequence[Timex]) -> Span | None:
    """The first time that lies in the zone, as the calendar has it, else as told by what came before."""
    if not tokens:
        return None
    zone = Span(tokens[0].start, tokens[-1].end)
    first = bisect_left(timexes, zone.start, key=lambda timex: timex.words.start)
    for timex in timexes[first:]:
        if timex.words.start >= zone.end:
            break
        if _dates(timex) and _is_whole(timex, tokens):
            return Span(timex.words.start, timex.words.end)
    match = _relative().search(text, zone.start, zone.end)
    return Span(*match.span()) if match and any(token.start == match.start() for token in tokens) else None


def _dates(timex: Timex) -> bool:
    return (
        timex.type in (TimexType.DATE, TimexType.TIME)
        and timex.signal not in _NOT_THEN
        and timex.value != "PRESENT_REF"
    )


def _is_whole(timex: Timex, tokens: Tokens) -> bool:
    return any(token.start == timex.words.start for token in tokens)


def dated(statement: Statement, timexes: Sequence[Timex]) -> Statement:
    """`statement` with the words that date it joined to the time expression they are part of, if one was found."""
    if statement.said is None:
        return statement
    words = statement.said.words
    for timex in timexes:
        if timex.words.overlaps(words):
            said = TimeReference(words=timex.words, timex=timex.id, range=timex.range)
            return msgspec.structs.replace(statement, said=said)
    return statement
