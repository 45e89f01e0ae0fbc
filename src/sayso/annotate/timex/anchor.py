"""What relative expressions count from: the day a report was filed, else the day it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from sayso.annotate.timex.lexicon import listed
from sayso.record.report import Furniture


@dataclass(frozen=True, slots=True)
class Anchor:
    """The report's own day; `day` is None where the report has no date, and then relative expressions have no value.

    `basis` is "dateline" or "published". `day_first` tells how the publisher writes numeric dates: True for
    10/11 as 10 November, False for October 11, None where it is not known. `southern` is whether its
    summer is in January.
    """

    day: date | None
    basis: str = "published"
    day_first: bool | None = None
    southern: bool = False


NO_ANCHOR = Anchor(None)


def anchor_of(furniture: Furniture, *, dateline_offset: timedelta | None = None) -> Anchor:
    """The anchor of a report with this furniture.

    A date printed in the dateline comes first, alone only if it has its year; then the day it was at the dateline's
    place when the report was published, if `dateline_offset` (its offset from UTC on that day) and a published time
    with an offset are there; then the day of publication as printed.
    """
    published = _published(furniture)
    day_first = numeric_order(furniture)
    filed = _filed(furniture, published.date() if published else None)
    if filed:
        return Anchor(filed, "dateline", day_first, _southern(furniture))
    if published and published.tzinfo and dateline_offset is not None:
        local = published.astimezone(timezone(dateline_offset)).date()
        basis = "published" if local == published.date() else "dateline"
        return Anchor(local, basis, day_first, _southern(furniture))
    return Anchor(published.date() if published else None, "published", day_first, _southern(furniture))


def _published(furniture: Furniture) -> datetime | None:
    stamp = furniture.first_published or furniture.last_updated
    if stamp is None or len(stamp.value) < len("2022-10-15"):
        return None
    try:
        return datetime.fromisoformat(stamp.value)
    except ValueError:
        return None


_MONTHS = {
    name: at
    for at, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_PRINTED = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})\b|\b(\d{1,2})\s+([A-Za-z]{3,9})\b")
_YEAR = re.compile(r",?\s{1,3}((?:19|20)\d\d)\b")
_MOST_DAYS_FILED_BEFORE = 14
"""A dateline further from publication than this is another year's, or misread."""


def _filed(furniture: Furniture, published: date | None) -> date | None:
    """The day printed in the dateline, in the year that is printed or that puts it nearest before publication."""
    printed = furniture.dateline.date if furniture.dateline else None
    match = _PRINTED.search(printed or "")
    if match is None:
        return None
    name, number = (match[1], match[2]) if match[1] else (match[4], match[3])
    month = _MONTHS.get(name[:3].lower())
    year_printed = _YEAR.match(printed or "", match.end())
    if published is None:
        return _day(int(year_printed[1]), month, int(number)) if year_printed else None
    for year in (published.year, published.year - 1, published.year + 1):
        filed = _day(year, month, int(number))
        if filed and -1 <= (published - filed).days <= _MOST_DAYS_FILED_BEFORE:
            return filed
    return None


def _day(year: int, month: int | None, number: int) -> date | None:
    try:
        return date(year, month, number) if month else None
    except ValueError:
        return None


_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)


def _country(furniture: Furniture) -> str | None:
    """The last part of the publisher's host name; None where no address is known."""
    match = _HOST.match(furniture.canonical_url or furniture.original_url or "")
    return match[1].lower().rpartition(".")[2] if match else None


def numeric_order(furniture: Furniture) -> bool | None:
    """Whether the publisher writes the day first, from the country of its address; None where that does not tell."""
    country = _country(furniture)
    if country in listed("month_first_countries"):
        return False
    return True if country in listed("day_first_countries") else None


def _southern(furniture: Furniture) -> bool:
    return _country(furniture) in listed("southern_countries")
