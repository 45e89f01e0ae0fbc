"""Expressions made of others: "early on Friday", "Friday night", "3 p.m. on Friday", "the end of October"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from sayso.annotate.timex.clock import moment, part_of
from sayso.annotate.timex.grammar import expression
from sayso.annotate.timex.lexer import Lexed, Value
from sayso.annotate.timex.lexicon import lexicon, listed
from sayso.annotate.timex.reading import Reading
from sayso.annotate.timex.rules.periods import MODS
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import Stretch, day, days, moved, narrowed, week
from sayso.record.when import Granularity, TimexType


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at tokens `start` to `end`, what it was read as, and by which rule."""

    start: int
    end: int
    reading: Reading
    rule: str


_BEFORE = (
    "THE? (?P<mod>[EARLY LATE]) [ON IN]?",
    "(?P<mod>[EARLIER LATER]) [ON IN]?",
    "THE? (?P<mod>MID) HYPHEN?",
    "THE? (?P<mod>[BEGINNING MIDDLE ENDING]) OF",
    "(?P<mod>ENDING) HYPHEN",
    "(?:THE? (?P<early>[EARLY LATE]))? (?P<part>[PART DAWN]) [OF ON]",
    "THE (?P<part>PART) OF",
    "THE (?P<hours>EARLY TIME_UNITS) OF",
    "THE (?P<week>WEEK_UNIT) OF",
    "THE (?P<nth>[ORDINAL_WORD LAST]) WEEK_UNIT [OF IN]",
    "THE (?P<days>[ORDINAL_WORD LAST]) UNITS OF",
)
"""What may stand before a date and be part of the expression."""

_LONGEST_BEFORE = 5


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expression(pattern, lexicon())) for pattern in _BEFORE)


@cache
def _joint() -> dict[str, re.Pattern[str]]:
    """What may stand between two expressions that are one."""
    known = lexicon()
    return {name: re.compile(expression(pattern, known)) for name, pattern in _JOINTS.items()}


_JOINTS = {
    "clock-day": "(?:COMMA? ON?)",
    "day-clock": "(?:COMMA? AT?)",
    "night-on": "ON?",
    "night-into": "TO",
    "clock-bracket": "LEFT",
    "bracket-day": "(?:RIGHT COMMA? ON?)",
    "part-after": "(?:[AT HYPHEN]? (?P<part>[PART DAWN])|(?P<overnight>OVERNIGHT))",
}


def with_part(found: Found, lexed: Lexed) -> Found:
    """A day with the part of it that follows: "Friday night", "yesterday at dawn"."""
    if not _is_day(found.reading):
        return found
    match = _joint()["part-after"].match(lexed.symbols, found.end)
    if match is None or (found.rule == "duration"):
        return found
    part = str(lexed.values[match.start("part")]) if match.group("part") else "NI"
    return replace(found, end=match.end(), reading=_part(found.reading, part, None), rule="part:of-day")


def _part(reading: Reading, part: str, mod: str | None) -> Reading:
    stretch = part_of(reading.stretch.first, part, mod) if reading.stretch else None
    alternatives = tuple(part_of(one.first, part, mod) for one in reading.alternatives)
    return replace(reading, type=TimexType.TIME, stretch=stretch, mod=mod, alternatives=alternatives)


def _is_day(reading: Reading) -> bool:
    """Whether a reading is a single day, or one that would be if the report had a date."""
    if reading.type is not TimexType.DATE or reading.mod or reading.value or reading.begin:
        return False
    return reading.stretch is None or (
        reading.stretch.granularity is Granularity.DAY and "/" not in reading.stretch.value
    )


def with_lead(found: Found, lexed: Lexed, scene: Scene, floor: int) -> Found:
    """An expression with what stands before it: "early on Friday", "the end of March"; not before token `floor`."""
    if not _takes_lead(found):
        return found
    for start in range(max(floor, found.start - _LONGEST_BEFORE), found.start):
        for pattern in _before():
            match = pattern.fullmatch(lexed.symbols, start, found.start)
            if (
                match is not None
                and not _is_name(lexed, start)
                and (led := _led(found, lexed, scene, match)) is not None
            ):
                return replace(found, start=start, reading=led, rule=found.rule + "+lead")
    return found


def _is_name(lexed: Lexed, at: int) -> bool:
    """Whether a light of day is the end of a name: the ship "Aegean Dawn", the party "Golden Dawn"."""
    light = lexed.symbols[at] == lexicon().symbol("DAWN")
    return light and lexed.ends_name(at) and lexed.words[at - 1] not in listed("before_parts")


def _takes_lead(found: Found) -> bool:
    reading = found.reading
    if reading.type is TimexType.DURATION or reading.type is TimexType.SET or reading.mod in ("START", "MID", "END"):
        return False
    return not (reading.value or "").endswith("_REF") and reading.time is None


def _led(found: Found, lexed: Lexed, scene: Scene, match: re.Match[str]) -> Reading | None:
    groups = match.re.groupindex
    if "part" in groups and match.group("part"):
        if not _is_day(found.reading):
            return None
        early = MODS[lexed.words[match.start("early")]] if "early" in groups and match.group("early") else None
        return _part(found.reading, str(lexed.values[match.start("part")]), early)
    if "hours" in groups:
        return _part(found.reading, "MO", "START") if _is_day(found.reading) else None
    for group, read in _SPANS.items():
        if group in groups:
            return read(found.reading, lexed.values[match.start(group)])
    return modified(found.reading, lexed.words[match.start("mod")], scene)


def _week_of(reading: Reading, _: Value) -> Reading | None:
    """As in "the week of Oct. 10"."""
    return replace(reading, stretch=week(reading.stretch.first)) if reading.stretch and _is_day(reading) else None


def _nth_week(reading: Reading, nth: Value) -> Reading | None:
    """As in "the first week of November": seven days, counted from the first of the month, or up to its last."""
    whole = reading.stretch
    if whole is None or whole.granularity is not Granularity.MONTH or (isinstance(nth, int) and nth > 4):
        return None
    by = timedelta(7 * (nth - 1)) if isinstance(nth, int) else whole.last - whole.first - timedelta(6)
    return replace(reading, stretch=days(whole.first + by, whole.first + by + timedelta(6)))


def _first_days(reading: Reading, nth: Value) -> Reading | None:
    """As in "the first days of March", "the last weeks of 2021"."""
    if nth not in (1, None) or reading.stretch is None or reading.stretch.granularity not in _LONG:
        return None
    mod = "START" if nth == 1 else "END"
    return replace(reading, stretch=narrowed(reading.stretch, mod), mod=mod)


_LONG = {Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.WEEK}
_SPANS: dict[str, Callable[[Reading, Value], Reading | None]] = {
    "week": _week_of,
    "nth": _nth_week,
    "days": _first_days,
}


def modified(reading: Reading, word: str, scene: Scene) -> Reading | None:
    """The reading with "early", "mid", "late", "earlier" … before it, and its interval narrowed."""
    mod, stretch = MODS[word], reading.stretch
    if stretch is None:
        return replace(reading, mod=mod)
    if stretch.granularity is Granularity.DAY_PART:
        narrower = part_of(stretch.first, stretch.value[-2:], mod)
    elif word in ("earlier", "later"):
        narrower = _up_to_report(stretch, scene, word)
    else:
        narrower = narrowed(stretch, mod)
    later_today = word == "later" and reading.alternatives
    return replace(reading, stretch=narrower, mod=mod, alternatives=() if later_today else reading.alternatives)


def _up_to_report(stretch: Stretch, scene: Scene, word: str) -> Stretch:
    """Up to the report's day for "earlier this week", from it for "later this week"."""
    anchor = scene.anchor.day
    if anchor is None or not stretch.first <= anchor <= stretch.last:
        return stretch
    return replace(stretch, last=anchor) if word == "earlier" else replace(stretch, first=anchor)


def joined(first: Found, second: Found, lexed: Lexed) -> Found | None:
    """Two expressions side by side as one, None if they are two: "3 p.m. on Friday", "overnight into Tuesday"."""
    between, joints = (lexed.symbols, first.end, second.start), _joint()
    one, two = first.reading, second.reading
    if one.time and _day_like(two) and joints["clock-day"].fullmatch(*between):
        return _timed(first, second, one, two)
    if two.time and _day_like(one) and joints["day-clock"].fullmatch(*between):
        return _timed(first, second, two, one)
    if first.rule == "overnight" and _is_day(two):
        for name, by in (("night-on", 0), ("night-into", -1)):
            if joints[name].fullmatch(*between):
                return _night(first, second, by)
    return None


def _day_like(reading: Reading) -> bool:
    is_part = reading.type is TimexType.TIME and not reading.time
    return _is_day(reading) or is_part or (reading.mod in ("START", "END") and _is_day(replace(reading, mod=None)))


def _timed(first: Found, second: Found, clock: Reading, at: Reading) -> Found:
    stretch = moment(at.stretch.first, clock.time or "", clock.zone) if at.stretch else None
    alternatives = tuple(moment(one.first, clock.time or "", clock.zone) for one in at.alternatives)
    reading = replace(
        at,
        type=TimexType.TIME,
        stretch=stretch,
        mod=clock.mod,
        time=clock.time,
        zone=clock.zone,
        alternatives=alternatives,
    )
    return Found(first.start, second.end, reading, "clock:day")


def retimed(clock: Found, at: Found, lexed: Lexed, joint: str) -> Found:
    """A clock with the day that is told only after it: "at 8 a.m. (0600 GMT) on Sunday"."""
    fits = _joint()[joint].fullmatch(lexed.symbols, clock.end, at.start)
    if not (clock.reading.time and _day_like(at.reading) and fits):
        return clock
    timed = _timed(clock, at, clock.reading, at.reading)
    return replace(timed, end=clock.end)


def _night(first: Found, second: Found, by: int) -> Found:
    reading = _part(second.reading, "NI", None)
    if reading.stretch and by:
        evening = moved(reading.stretch.first, days=by)
        reading = replace(reading, stretch=part_of(day(evening).first, "NI") if evening else None)
    return Found(first.start, second.end, reading, "overnight:day")
