"""Where a report was filed: the place of its dateline."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sayso.annotate.toponyms.resolve import meant, resolve
from sayso.gazetteer.file import Entry, Gazetteer
from sayso.record.report import Furniture
from sayso.spans import Span


def home_of(furniture: Furniture, gazetteer: Gazetteer) -> Entry | None:
    """The place of the dateline, the first of several; None without one, or if no list knows it.

    "KISUMU, Kenya" names its country, and that decides between namesakes.
    """
    if furniture.dateline is None or not furniture.dateline.places:
        return None
    printed = furniture.dateline.places[0]
    name, _, container = printed.partition(",")
    spans = [Span(0, len(name))] if name else []
    if container.strip():
        spans.append(Span(len(printed) - len(container.lstrip()), len(printed)))
    found = resolve(printed, spans, gazetteer)
    return meant(found[0])[0].entry if found and found[0].candidates else None


def offset_at(home: Entry | None, stamp: str | None) -> timedelta | None:
    """How far the clocks at `home` are from UTC at an ISO 8601 time with an offset; None if either is not known."""
    if home is None or home.timezone is None or stamp is None or "T" not in stamp:
        return None
    try:
        return datetime.fromisoformat(stamp).astimezone(ZoneInfo(home.timezone)).utcoffset()
    except (ValueError, ZoneInfoNotFoundError):
        return None
