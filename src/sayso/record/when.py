"""Times as reports give them: partial, and saying what they do not know."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.evidence import Evidence
from sayso.spans import Words


class Granularity(StrEnum):
    """How fine a time is given."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
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
    ("dateline", "published", "narrative", "absolute").
    """

    earliest: str | None
    latest: str | None
    granularity: Granularity
    basis: str


class TimexType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Timex(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A TIMEX3 expression, its value and the interval it stands for; `value` and `range` are None where unknown."""

    id: str
    report_id: str
    words: Words
    type: TimexType
    evidence: Evidence
    value: str | None = None
    mod: str | None = None
    anchor: str | None = None
    range: DateRange | None = None
