"""Where a report comes from: the place of its dateline, or its publisher's town."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sayso.annotate.toponyms.candidates import candidates
from sayso.annotate.toponyms.resolve import meant, resolve
from sayso.gazetteer.file import Entry, Gazetteer, PlaceKind
from sayso.ontology.places import place_words
from sayso.record.report import Furniture
from sayso.spans import Span

_HOME_TOWN = 20_000
"""People a town needs to be taken for the home of the paper named after it: "Post" and "Star" are villages, too."""


def home_of(furniture: Furniture, gazetteer: Gazetteer) -> Entry | None:
    """The place of the dateline, the first of several; else the town in the publisher's name; None if there is neither.

    "KISUMU, Kenya" names its country, and that decides between namesakes.
    """
    if furniture.dateline is None or not furniture.dateline.places:
        return _town_of(furniture.publisher, gazetteer) if furniture.publisher else None
    printed = furniture.dateline.places[0]
    name, _, container = printed.partition(",")
    spans = [Span(0, len(name))] if name else []
    if container.strip():
        spans.append(Span(len(printed) - len(container.lstrip()), len(printed)))
    found = resolve(printed, spans, gazetteer)
    return meant(found[0])[0].entry if found and found[0].candidates else None


def _town_of(publisher: str, gazetteer: Gazetteer) -> Entry | None:
    """The town that a local paper is named after: "The Boston Globe", "Kathmandu Post"."""
    words = [word for word in publisher.split() if word[0].isupper()]
    runs = [words[first:last] for first in range(len(words)) for last in range(len(words), first, -1)]
    for run in runs:
        name = " ".join(run)
        if name.lower() in place_words()["after.in_names"] | place_words()["names.doubtful"]:
            continue
        towns = [one.entry for one in candidates(name, gazetteer) if one.exact and one.entry.kind == PlaceKind.CITY]
        if towns and towns[0].population >= _HOME_TOWN:
            return towns[0]
    return None


def offset_at(home: Entry | None, stamp: str | None) -> timedelta | None:
    """How far the clocks at `home` are from UTC at an ISO 8601 time with an offset; None if either is not known."""
    if home is None or home.timezone is None or stamp is None or "T" not in stamp:
        return None
    try:
        return datetime.fromisoformat(stamp).astimezone(ZoneInfo(home.timezone)).utcoffset()
    except (ValueError, ZoneInfoNotFoundError):
        return None
