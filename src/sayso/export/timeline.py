"""When a report's times lie, as bars on one scale with the report's own day in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.export.whereabouts import Spot
from sayso.export.wording import clock
from sayso.record.record import Record
from sayso.record.report import Furniture
from sayso.record.when import DateRange, Timex

_TICKS = ((7, "1 week"), (30, "1 month"), (365, "1 year"), (3_652, "10 years"), (36_524, "100 years"))
"""Days from the report's own day, and what a person calls that."""
_LABEL = 20.0
"""Percent of the width that a label needs."""
_NARROWEST = 1.2
"""Percent of the width: a bar that one can still see."""
_MARGIN = 0.06
"""Share of the scale left free at each end."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on the scale, in percent of its width.

    `said` is whether something was said then; `open_start` and `open_end` tell that the bar has no end there.
    """

    start: float
    width: float
    said: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale, in percent of its width, with its label; empty where there is no room for one."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a template draws: a bar for each spot (None where it cannot be placed), the scale, and the report's own day.

    The scale is logarithmic on both sides of that day, since news tells its last days by the hour and the rest by the
    year.
    """

    bars: tuple[Bar | None, ...]
    ticks: tuple[Tick, ...]
    own_day: float
    own_day_words: str


Interval = tuple[float | None, float | None]
"""Days from noon of the report's own day; None is an open end."""


def timeline_of(record: Record, spots: Sequence[Spot]) -> Timeline | None:
    """The time line of these times; None where the report has no day of its own, or no time that can be placed."""
    day = _own_day(record.report.furniture)
    intervals = [_interval(spot, day) if day else None for spot in spots]
    ends = [end for interval in intervals if interval for end in interval if end is not None]
    if day is None or not ends:
        return None
    scale = _Scale.over(ends)
    said = {statement.said.timex for statement in record.statements if statement.said}
    return Timeline(
        tuple(
            _bar(interval, scale, said=any(finding.id in said for finding in spot.findings)) if interval else None
            for interval, spot in zip(intervals, spots, strict=True)
        ),
        tuple(scale.ticks()),
        scale.at(0.0),
        clock(day.isoformat()),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to percent."""

    low: float
    high: float

    @classmethod
    def over(cls, ends: Iterable[float]) -> _Scale:
        places = [*map(_stretched, ends), _stretched(-1.0), _stretched(1.0)]
        margin = _MARGIN * (max(places) - min(places))
        return cls(min(places) - margin, max(places) + margin)

    def at(self, days: float) -> float:
        return round((_stretched(days) - self.low) / (self.high - self.low) * 100, 2)

    def ticks(self) -> list[Tick]:
        """Both sides of the scale, labelled from the outside in; the own day has a label too, elsewhere."""
        before = [(self.at(-days), label) for days, label in reversed(_TICKS) if _stretched(-days) > self.low]
        after = [(self.at(days), label) for days, label in reversed(_TICKS) if _stretched(days) < self.high]
        return [*_labelled(before), *reversed(_labelled(after))]


def _labelled(side: Iterable[tuple[float, str]]) -> list[Tick]:
    ticks: list[Tick] = []
    taken = math.inf
    for at, label in side:
        has_room = abs(at - taken) >= _LABEL
        ticks.append(Tick(at, label if has_room else ""))
        taken = at if has_room else taken
    return ticks


def _stretched(days: float) -> float:
    return math.copysign(math.log1p(2 * abs(days)), days)


def _bar(interval: Interval, scale: _Scale, *, said: bool) -> Bar:
    first, last = interval
    start = 0.0 if first is None else scale.at(first)
    end = 100.0 if last is None else scale.at(last)
    lacking = max(0.0, _NARROWEST - (end - start)) / 2
    return Bar(round(start - lacking, 2), round(end - start + 2 * lacking, 2), said, first is None, last is None)


def _own_day(furniture: Furniture) -> date | None:
    stamp = furniture.first_published or furniture.last_updated
    try:
        return date.fromisoformat(stamp.value[:10]) if stamp else None
    except ValueError:
        return None


def _interval(spot: Spot, day: date) -> Interval | None:
    """Where the time lies from the report's own day; None if its ends are no dates."""
    when = next((finding.range for finding in spot.findings if isinstance(finding, Timex)), None)
    noon = datetime(day.year, day.month, day.day, 12)
    try:
        return _ends(when, noon) if when else None
    except (ValueError, OverflowError):
        return None


def _ends(when: DateRange, noon: datetime) -> Interval:
    first = _moment(when.earliest) - noon if when.earliest else None
    last = _moment(when.latest) - noon if when.latest else None
    if last is not None and "T" not in (when.latest or ""):
        last += timedelta(days=1)
    return _in_days(first), _in_days(last)


def _moment(value: str) -> datetime:
    """The moment as its place's clock shows it."""
    return datetime.fromisoformat(value).replace(tzinfo=None)


def _in_days(time: timedelta | None) -> float | None:
    return None if time is None else time / timedelta(days=1)
