"""Hours and minutes: "3 p.m.", "22:15", "1700 GMT", "noon"."""

from __future__ import annotations

import re

from sayso.annotate.timex.clock import clock_time, moment, part_of
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.reading import LIKELY, Reading, unanchored
from sayso.annotate.timex.scene import Scene
from sayso.record.when import Granularity, TimexType

_DAY_LIKE = {Granularity.DAY, Granularity.DAY_PART, Granularity.MINUTE, Granularity.SECOND}


def at_time(scene: Scene, start: int, time: str, zone: str | None, mod: str | None) -> Reading:
    """A time of the day that is being told, else of the report's day."""
    told = scene.narrated(start, lambda stretch: stretch.granularity in _DAY_LIKE)
    at = told.stretch.first if told else scene.anchor.day
    if at is None:
        return Reading(TimexType.TIME, value=None, mod=mod, time=time, zone=zone, confidence=LIKELY)
    anchor = "narrative" if told else scene.anchor.basis
    index = told.index if told else None
    return Reading(
        TimexType.TIME,
        moment(at, time, zone),
        mod=mod,
        anchor=anchor,
        time=time,
        zone=zone,
        confidence=LIKELY,
        counted_from=index,
    )


def _zone(hit: Hit) -> str | None:
    value = hit.value("zone")
    offset = _offset(hit) if hit.has("offset") else None
    return offset or (value if isinstance(value, str) else None)


def _offset(hit: Hit) -> str | None:
    """What is written right after "GMT" or "UTC" as "+2" or "-05:30"; None for anything else, as a dash with spaces."""
    sign, offset = hit.match.start("sign"), hit.match.start("offset")
    digits = hit.lexed.words[offset].replace(":", "")
    close = hit.lexed.adjacent(sign - 1) and hit.lexed.adjacent(sign)
    if not close or hit.value("zone") != "+00:00" or hit.lexed.at(sign) not in _SIGNS or len(digits) > 4:
        return None
    hours, minutes = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])
    if int(hours) > 14 or int(minutes) > 59:
        return None
    return f"{_SIGNS[hit.lexed.at(sign)]}{hours:0>2}:{minutes}"


_SIGNS = {"+": "+", "-": "-", "\u2212": "-", "\u2013": "-"}


def _mod(hit: Hit) -> str | None:
    return "APPROX" if hit.has("mod") else None


def on_the_clock(hit: Hit, scene: Scene) -> Reading | None:
    """As in "22:15", "10:30 a.m."; a score or a ratio has no such company."""
    hour, minute, *rest = (int(part) for part in re.split(r"[:.]", hit.lexed.words[hit.match.start("clock")]))
    half_day = hit.value("half_day")
    time = clock_time(hour, minute, rest[0] if rest else None, half_day if isinstance(half_day, str) else None)
    if time is None:
        return None
    return at_time(scene, hit.start, time, _zone(hit), _mod(hit))


def hour_of_half_day(hit: Hit, scene: Scene) -> Reading | None:
    """As in "3 p.m."."""
    hour, half_day = hit.number("hour"), hit.value("half_day")
    time = clock_time(hour, 0, None, half_day if isinstance(half_day, str) else None) if hour is not None else None
    return at_time(scene, hit.start, time, _zone(hit), _mod(hit)) if time else None


def oclock(hit: Hit, scene: Scene) -> Reading | None:
    """As in "8 o'clock in the evening"; without a part of the day either half may be meant, and none is chosen."""
    hour, part = hit.number("hour"), str(hit.value("part")) if hit.has("part") else None
    if hour is None or not 1 <= hour <= 12:
        return None
    if part is None:
        return unanchored(TimexType.TIME)
    time = clock_time(hour, 0, None, "am" if part == "MO" else "pm")
    return at_time(scene, hit.start, time, None, _mod(hit)) if time else None


def military(hit: Hit, scene: Scene) -> Reading | None:
    """As in "1700 GMT": four digits, or two figures, before the name of a zone."""
    digits = hit.lexed.words[hit.match.start("digits")]
    if len(digits) != 4:
        return None
    time = clock_time(int(digits[:2]), int(digits[2:]))
    return at_time(scene, hit.start, time, _zone(hit), _mod(hit)) if time else None


def noon(hit: Hit, scene: Scene) -> Reading | None:
    """As in "noon", "midnight GMT"."""
    return (
        at_time(scene, hit.start, str(hit.value("noon")), _zone(hit), _mod(hit))
        if hit.after() not in ("mass", "prayers")
        else None
    )


def part_of_day(hit: Hit, scene: Scene) -> Reading | None:
    """As in "in the morning", "at dawn", "at night": of the day being told, if one is."""
    if hit.before() not in listed("before_parts") or (
        hit.after().isalpha() and hit.after() not in listed("after_parts")
    ):
        return None
    days = [told for told in scene.recent_here(hit.start) if told.stretch.granularity in _DAY_LIKE]
    if not days:
        return unanchored(TimexType.TIME)
    stretch = part_of(days[0].stretch.first, str(hit.value("part")))
    return Reading(TimexType.TIME, stretch, anchor="narrative", confidence=LIKELY, counted_from=days[0].index)


def zoned(hit: Hit, scene: Scene) -> Reading | None:
    """As in "19:05 GMT-5": a clock whose zone is told by how far it is from UTC."""
    return on_the_clock(hit, scene) if _offset(hit) else None


_MOD = "(?P<mod>JUST? ABOUT|NEARLY)?"
_CLOCK = f"{_MOD} (?P<clock>CLOCK) (?P<half_day>HALF_DAY)?"
_OFFSET = "(?P<zone>ZONE) (?P<sign>[HYPHEN OTHER]) (?P<offset>[DAY_NUMBER CLOCK FOUR_DIGITS])"

RULES = (
    Rule("clock:zoned", f"{_CLOCK} {_OFFSET}", zoned),
    Rule("clock", f"{_CLOCK} (?P<zone>ZONE)?", on_the_clock),
    Rule("clock", f"{_MOD} (?P<clock>DOTTED_CLOCK) (?P<half_day>HALF_DAY) (?P<zone>ZONE)?", on_the_clock),
    Rule(
        "clock:hour",
        f"{_MOD} (?P<hour>[DAY_NUMBER NUMBER_WORD]) (?P<half_day>HALF_DAY) (?P<zone>ZONE)?",
        hour_of_half_day,
    ),
    Rule("clock:hour", f"{_MOD} (?P<hour>[DAY_NUMBER NUMBER_WORD]) OCLOCK (?:IN THE (?P<part>PART))?", oclock),
    Rule("clock:military", f"{_MOD} (?P<digits>[FOUR_DIGITS YEAR_NUMBER]) (?P<zone>ZONE)", military),
    Rule("clock:noon", f"{_MOD} (?P<noon>NOON) (?P<zone>ZONE)?", noon),
    Rule("part:bare", "THE? (?P<part>[PART DAWN])", part_of_day),
)
