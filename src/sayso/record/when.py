"""Times as reports give them: partial, and saying what they do not know."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from msgspec import Struct

from sayso.record.evidence import Evidence
from sayso.spans import Words


class Granularity(StrEnum):
    """How fine a time is given."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY_PART = "day_part"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Stamp(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A clock reading from a report's furniture: first published, last updated.

    `value` is ISO 8601, as fine as the report gives it: "2022-10-15", or "2022-10-15T08:00:00+00:00" with
    the offset that was printed; a time without an offset stays without one. `basis` names where it was read
    ("json-ld:datePublished", "meta:article:published_time", "text:line", "htmldate"). `others` holds what
    other places of the same report said, where they disagree.
    """

    value: str
    granularity: Granularity
    basis: str
    others: tuple[str, ...] = ()


class DateRange(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An interval, both ends included, at the granularity given; an end that is None is open or unknown.

    `earliest` and `latest` are ISO 8601 dates or date-times. `basis` says what the interval was counted from
    ("dateline", "published", "narrative", "absolute"). `time_precision` is ACLED's code of how well a day
    is known (1 the day, 2 the week, 3 the month), `date_prec` UCDP GED's (1 the day, 2 two to six days,
    3 the week, 4 the month, 5 the year); None where the interval is wider than the coding scheme allows, or open.
    """

    earliest: str | None
    latest: str | None
    granularity: Granularity
    basis: str
    time_precision: int | None = None
    date_prec: int | None = None

    @classmethod
    def between(cls, earliest: str | None, latest: str | None, granularity: Granularity, basis: str) -> Self:
        """The interval with its precision codes worked out."""
        days = _days(earliest, latest, granularity)
        return cls(
            earliest=earliest,
            latest=latest,
            granularity=granularity,
            basis=basis,
            time_precision=_code(days, _ACLED),
            date_prec=_code(days, _UCDP),
        )


_ACLED = ((1, 1), (7, 2), (31, 3))
"""ACLED codebook, "Time precision": days an event may lie in, at most, and the code."""

_UCDP = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""UCDP GED codebook, "date_prec": days an event may lie in, at most, and the code."""

_WITHIN_A_DAY = {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.DAY_PART}


def _days(earliest: str | None, latest: str | None, granularity: Granularity) -> int | None:
    if earliest is None or latest is None:
        return None
    if granularity in _WITHIN_A_DAY:
        return 1
    return (date.fromisoformat(latest[:10]) - date.fromisoformat(earliest[:10])).days + 1


def _code(days: int | None, scheme: tuple[tuple[int, int], ...]) -> int | None:
    return next((code for most, code in scheme if days is not None and days <= most), None)


class TimexType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexReading(Struct, frozen=True, kw_only=True):
    """One of several things a time expression may mean: "10/11/2022" is in October or in November."""

    value: str
    range: DateRange


class Timex(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A TIMEX3 expression, its value and the interval it stands for; `value` and `range` are None where unknown.

    `value` is TIMEX3's ("2022-10-14", "2022-10-14TNI", "2022-W41-WE", "P2W", "PAST_REF"; "XXXX-02" where the
    year is unknown; two ISO dates with a slash between for "3 to 5 May"). `mod` is TIMEX3's (START, MID, END,
    APPROX, MORE_THAN …). `anchor` is what a relative expression was counted from: "dateline", "published", or
    the id of another timex of the record. `begin` and `end` are the ISO dates a duration is known to run from
    and to. `quant` and `freq` are those of a SET. `signal` is the preposition it stands under, in lower case
    ("since", "until", "by"). `readings` holds the possible meanings where there is more than one: best
    first if `value` is one of them, in order of date if `value` is None because nothing decides.
    """

    id: str
    report_id: str
    words: Words
    type: TimexType
    evidence: Evidence
    value: str | None = None
    mod: str | None = None
    anchor: str | None = None
    range: DateRange | None = None
    begin: str | None = None
    end: str | None = None
    quant: str | None = None
    freq: str | None = None
    signal: str | None = None
    readings: tuple[TimexReading, ...] = ()
