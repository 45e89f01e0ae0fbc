"""Days with names: "New Year's Eve", "Ramadan", "Good Friday", "9/11"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.anchor import Anchor
from sayso.annotate.timex.lexicon import calendar_table
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.stretch import Stretch, day, days, month, valid_day

InYear = Callable[[int], Stretch | None]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name: where it stands in a year, None if that is not known; `value` where no year is."""

    in_year: InYear
    value: str | None = None
    mod: str | None = None


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the reckoning of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    number = (h - m + r + 90) // 25
    return date(year, number, (h - m + r + number + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, in the Gregorian calendar; right from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    number, day_number = divmod(d + e + 114, 31)
    return date(year, number, day_number + 1) + timedelta(13)


def _fixed(month_day: str, year: int) -> Stretch | None:
    number, day_number = (int(part) for part in month_day.split("-"))
    found = valid_day(year, number, day_number)
    return day(found) if found else None


def _from_easter(by: int, year: int) -> Stretch | None:
    return day(easter(year) + timedelta(by))


def _from_orthodox_easter(by: int, year: int) -> Stretch | None:
    return day(orthodox_easter(year) + timedelta(by)) if 1900 <= year < 2100 else None


def _nth_weekday(rule: tuple[int, int, int, int], year: int) -> Stretch | None:
    number, weekday, nth, after = rule
    whole = month(year, number)
    if nth < 0:
        found = whole.last - timedelta((whole.last.isoweekday() - weekday) % 7)
    else:
        found = whole.first + timedelta((weekday - whole.first.isoweekday()) % 7 + 7 * (nth - 1))
    return day(found + timedelta(after))


def _by_moon(starts: dict[int, date], after: int, lasts: int, ends: dict[int, date], year: int) -> Stretch | None:
    """From the table of that year; a month lasts until the day before the feast that ends it."""
    first = starts.get(year)
    if first is None:
        return None
    first += timedelta(after)
    last = first + timedelta(lasts - 1) if lasts else _day_before(ends, first)
    return day(first) if last == first else days(first, last)


def _day_before(ends: dict[int, date], first: date) -> date:
    following = [end for end in ends.values() if end > first]
    return min(following, default=first + timedelta(30)) - timedelta(1)


def _by_year(starts: list[str]) -> dict[int, date]:
    """The first of each calendar year: some feasts come twice in one."""
    found: dict[int, date] = {}
    for start in map(date.fromisoformat, starts):
        found.setdefault(start.year, start)
    return found


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holidays by name in lower case, and a pattern that finds their names."""

    holidays: dict[str, Holiday]
    pattern: re.Pattern[str]


@cache
def holiday_calendar() -> Calendar:
    """The named days, read on first use."""
    table = calendar_table("holidays")
    tables = {name: _by_year(starts) for name, starts in table["tables"].items()}
    known = {name: Holiday(partial(_fixed, at), f"XXXX-{at}") for name, at in table["fixed"].items()}
    known |= {name: Holiday(partial(_from_easter, by)) for name, by in table["easter"].items()}
    known |= {name: Holiday(partial(_from_orthodox_easter, by)) for name, by in table["orthodox_easter"].items()}
    known |= {name: Holiday(partial(_nth_weekday, tuple(rule))) for name, rule in table["weekday"].items()}
    for name, (which, after, lasts) in table["moon"].items():
        known[name] = Holiday(partial(_by_moon, tables[which], after, lasts, tables["eid_al_fitr"]), mod="APPROX")
    for name, at in table["named_days"].items():
        known[name] = Holiday(partial(_only, date.fromisoformat(at)), value=at)
    return Calendar(known, _names(known))


def _only(at: date, year: int) -> Stretch | None:
    return day(at) if year == at.year else None


def _names(known: dict[str, Holiday]) -> re.Pattern[str]:
    """Longest names first, each word with a capital where it is one."""
    longest = sorted(known, key=lambda name: (-len(name), name))
    spelled = (re.escape(_spelling(name)).replace("'", "['’]") for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w|-year)")


_SMALL = frozenset(("of", "the", "al"))


def _spelling(name: str) -> str:
    words = re.split(r"([ -])", name)
    return "".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def placed(name: str, anchor: Anchor, tense: Tense | None, year: int | None) -> Reading | None:
    """The holiday of a year that is given, or the last or coming one by tense; None if the name is not one."""
    holiday = holiday_calendar().holidays.get(name)
    if holiday is None:
        return None
    if year is not None:
        found = holiday.in_year(year)
        return dated(found, mod=holiday.mod) if found else unanchored()
    if anchor.day is None:
        fixed = holiday.value if holiday.value and not holiday.value.startswith("X") else None
        return dated(day(date.fromisoformat(fixed))) if fixed else unanchored(value=holiday.value)
    found = _nearest(holiday, anchor.day, tense)
    return (
        dated(found, anchor=anchor.basis, mod=holiday.mod, confidence=LIKELY)
        if found
        else unanchored(value=holiday.value)
    )


def _nearest(holiday: Holiday, anchor: date, tense: Tense | None) -> Stretch | None:
    if holiday.value and not holiday.value.startswith("X"):
        only = day(date.fromisoformat(holiday.value))
        return only if only.first <= anchor else None
    around = [one for turn in (-1, 0, 1) if (one := holiday.in_year(anchor.year + turn)) is not None]
    if tense is Tense.FUTURE:
        return next((one for one in around if one.last >= anchor), None)
    if tense is Tense.PAST:
        return next((one for one in reversed(around) if one.first <= anchor), None)
    return min(around, key=lambda one: abs((one.first - anchor).days), default=None)
