"""Times of day: parts of a day, and hours and minutes."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex.stretch import Stretch
from sayso.record.when import Granularity

_PARTS = {
    "MO": ("06:00", "11:59", 0),
    "MI": ("12:00", "12:59", 0),
    "AF": ("12:00", "17:59", 0),
    "EV": ("18:00", "22:59", 0),
    "NI": ("20:00", "05:59", 1),
}
"""When a part of a day begins and ends, and how many days later; a convention, since reports do not say."""

_EARLY = {"MO": ("00:00", "08:59", 0)}
_LATE = {"MO": ("09:00", "11:59", 0), "NI": ("22:00", "05:59", 1)}


def part_of(at: date, part: str, mod: str | None = None) -> Stretch:
    """A part of the day `at`; the night of a day is the one that begins on it. Early morning begins at midnight."""
    begins, ends, days = {"START": _EARLY, "END": _LATE}.get(mod or "", {}).get(part, _PARTS[part])
    start, stop = f"{at.isoformat()}T{begins}", f"{(at + timedelta(days)).isoformat()}T{ends}"
    return Stretch(f"{at.isoformat()}T{part}", at, at, Granularity.DAY_PART, start, stop)


def moment(at: date, time: str, zone: str | None = None) -> Stretch:
    """A time of the day `at`; `time` is "T15:04" or "T15:04:05", "T24:00" for the midnight that ends the day.

    `zone` is an offset from UTC as "+00:00", None or empty where it is not given.
    """
    granularity = Granularity.SECOND if len(time) > len("T15:04") else Granularity.MINUTE
    value = f"{at.isoformat()}{time}" + ("Z" if zone == "+00:00" else zone or "")
    begins = at + timedelta(1) if time == "T24:00" else at
    clock = "T00:00" if time == "T24:00" else time
    start = f"{begins.isoformat()}{clock}{zone or ''}"
    return Stretch(value, at, at, granularity, start, start)


def clock_time(hour: int, minute: int, second: int | None = None, half_day: str | None = None) -> str | None:
    """The time "T15:04" from the numbers on a clock and "am" or "pm"; None if no clock shows them."""
    if half_day is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half_day == "pm" else 0)
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")
