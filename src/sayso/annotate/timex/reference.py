"""What a time expression says of when something was: the expression together with the preposition it stands under."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex.anchor import Anchor
from sayso.record.reference import TimeReference
from sayso.record.when import DateRange, Timex


def time_reference(timex: Timex, anchor: Anchor) -> TimeReference:
    """The time of something told with this expression.

    "since February" runs from February to the report's day, "until Monday" to Monday, "before 2014" ends with 2013.
    `range` is None where the expression has no interval, or is a duration that does not say from when.
    """
    return TimeReference(words=timex.words, timex=timex.id, range=_under(timex, anchor))


def _under(timex: Timex, anchor: Anchor) -> DateRange | None:
    told = timex.range
    if told is None or timex.begin or timex.end:
        return told
    if timex.signal in ("since", "from"):
        return _with(told, told.earliest, _not_before(told.earliest, anchor))
    if timex.signal in ("until", "till", "by", "through"):
        return _with(told, None, told.latest)
    if timex.signal == "before":
        return _with(told, None, _day_beside(told.earliest, -1))
    if timex.signal == "after":
        return _with(told, _day_beside(told.latest, 1), None)
    return told


def _with(told: DateRange, earliest: str | None, latest: str | None) -> DateRange:
    return DateRange.between(earliest, latest, told.granularity, told.basis)


def _not_before(earliest: str | None, anchor: Anchor) -> str | None:
    """The report's day as the end of what began before it; None where it has not begun, or there is no day."""
    day = anchor.day.isoformat() if anchor.day else None
    return day if day and earliest and earliest[:10] <= day else None


def _day_beside(end: str | None, by: int) -> str | None:
    """The day before or after; a time of day bounds itself."""
    if end is None or "T" in end:
        return end
    return (date.fromisoformat(end) + timedelta(by)).isoformat()
