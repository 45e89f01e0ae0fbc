"""Stretches of the calendar: a day, a week, a season, each with its TIMEX3 value and its first and last day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.record.when import DateRange, Granularity

FIRST_YEAR, LAST_YEAR = 2, 9998


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar, `first` to `last` day, both included.

    `value` is its TIMEX3 value. `start` and `stop` are ISO 8601 date-times, set only where the stretch is
    finer than a day; then `first` is the day that the value names.
    """

    value: str
    first: date
    last: date
    granularity: Granularity
    start: str | None = None
    stop: str | None = None

    def range(self, basis: str) -> DateRange:
        """The interval this stretch covers."""
        earliest, latest = self.start or self.first.isoformat(), self.stop or self.last.isoformat()
        return DateRange.between(earliest, latest, self.granularity, basis)


def day(at: date) -> Stretch:
    """A day of the calendar."""
    return Stretch(at.isoformat(), at, at, Granularity.DAY)


def week(at: date) -> Stretch:
    """The ISO week, Monday to Sunday, that `at` lies in."""
    year, number, weekday = at.isocalendar()
    monday = at - timedelta(weekday - 1)
    return Stretch(f"{year:04}-W{number:02}", monday, monday + timedelta(6), Granularity.WEEK)


def weekend(at: date) -> Stretch:
    """Saturday and Sunday of the ISO week that `at` lies in."""
    whole = week(at)
    return Stretch(whole.value + "-WE", whole.last - timedelta(1), whole.last, Granularity.WEEKEND)


def month(year: int, number: int) -> Stretch:
    """A month of a year."""
    last = calendar.monthrange(year, number)[1]
    return Stretch(f"{year:04}-{number:02}", date(year, number, 1), date(year, number, last), Granularity.MONTH)


def quarter(year: int, number: int) -> Stretch:
    """A quarter of a year, from 1."""
    first, last = month(year, 3 * number - 2).first, month(year, 3 * number).last
    return Stretch(f"{year:04}-Q{number}", first, last, Granularity.QUARTER)


def half(year: int, number: int) -> Stretch:
    """A half of a year, 1 or 2."""
    first, last = month(year, 6 * number - 5).first, month(year, 6 * number).last
    return Stretch(f"{year:04}-H{number}", first, last, Granularity.HALF)


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(year: int, code: str, *, southern: bool = False) -> Stretch:
    """A season by whole months, spring from March in the north; a winter has the year it begins in."""
    first_month = (_SEASONS[code] + (6 if southern else 0) - 1) % 12 + 1
    last_year, last_month = add_months(year, first_month, 2)
    first, last = date(year, first_month, 1), month(last_year, last_month).last
    return Stretch(f"{year:04}-{code}", first, last, Granularity.SEASON)


def whole_year(year: int) -> Stretch:
    """A year."""
    return Stretch(f"{year:04}", date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)


def decade(number: int) -> Stretch:
    """The decade of the years that begin with the digits of `number`: 201 is 2010 to 2019."""
    return Stretch(f"{number:03}", date(number * 10, 1, 1), date(number * 10 + 9, 12, 31), Granularity.DECADE)


def century(number: int) -> Stretch:
    """The century of the years that begin with the digits of `number`: 19 is 1900 to 1999."""
    return Stretch(f"{number:02}", date(number * 100, 1, 1), date(number * 100 + 99, 12, 31), Granularity.CENTURY)


def days(first: date, last: date) -> Stretch:
    """From one day to another, by an ISO 8601 interval."""
    return Stretch(f"{first.isoformat()}/{last.isoformat()}", first, last, Granularity.DAY)


def add_months(year: int, number: int, by: int) -> tuple[int, int]:
    """The year and month `by` months on."""
    turned = year * 12 + number - 1 + by
    return turned // 12, turned % 12 + 1


def moved(at: date, *, months: int = 0, years: int = 0, days: int = 0) -> date | None:
    """The day so much later, the last of the month where it has no such day; None beyond the calendar."""
    year, number = add_months(at.year, at.month, months + 12 * years)
    if not FIRST_YEAR <= year <= LAST_YEAR or abs(days) > 366 * LAST_YEAR:
        return None
    try:
        return at.replace(year=year, month=number, day=min(at.day, month(year, number).last.day)) + timedelta(days)
    except OverflowError:
        return None


def valid_day(year: int, number: int, day_number: int) -> date | None:
    """That day, or None if there is no such day."""
    try:
        return date(year, number, day_number)
    except ValueError:
        return None


_THIRDS: dict[Granularity, dict[str, tuple[int, int]]] = {
    Granularity.WEEK: {"START": (0, 2), "MID": (1, 3), "END": (3, 6)},
    Granularity.MONTH: {"START": (0, 9), "MID": (10, 19), "END": (20, 30)},
}
"""Days of a week or month that are early, in the middle and late, counted from 0."""

_YEAR_THIRDS: dict[Granularity, dict[str, tuple[int, int]]] = {
    Granularity.DECADE: {"START": (0, 3), "MID": (4, 6), "END": (7, 9)},
    Granularity.CENTURY: {"START": (0, 33), "MID": (34, 66), "END": (67, 99)},
}
"""Years of a decade or century that are early, in the middle and late, counted from 0."""


def narrowed(whole: Stretch, mod: str) -> Stretch:
    """The early, middle or late part of a stretch; the value stays that of the whole."""
    if whole.granularity is Granularity.YEAR:
        first_month, last_month = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}.get(mod, (1, 12))
        year = whole.first.year
        return replace(whole, first=month(year, first_month).first, last=month(year, last_month).last)
    if (years := _YEAR_THIRDS.get(whole.granularity, {}).get(mod)) is not None:
        first = whole.first.year
        return replace(whole, first=date(first + years[0], 1, 1), last=date(first + years[1], 12, 31))
    if (third := _THIRDS.get(whole.granularity, {}).get(mod)) is not None:
        first_day, last_day = (whole.first + timedelta(third[0]), whole.first + timedelta(third[1]))
        return replace(whole, first=first_day, last=min(last_day, whole.last))
    return whole
