"""Where and when a report was filed, and by whom: what stands before its first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.readers.agencies import agency
from sayso.record.report import Dateline

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)"
    r"?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_ANY = rf"(?:{_MONTH}|{_MONTH.upper()})\.?"
_DATE = (
    rf"(?:{_MONTH_ANY}\s\d{{1,2}}(?:,?\s(?:19|20)\d\d)?|\d{{1,2}}\s{_MONTH_ANY}(?:,?\s(?:19|"
    rf"20)\d\d)?|{_MONTH_ANY}\s(?:19|20)\d\d)"
)
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_CAPS_WORD = rf"(?:(?:St|Ste|Mt|Ft)\.|{_UPPER}[A-ZÀ-ÖØ-Þ.'’-]{{1,20}}|(?:de|la|al|el|of|du|des|am|an der)\b)"
_CAPS_PLACE = rf"{_UPPER}[A-ZÀ-ÖØ-Þ.'’-]{{1,20}}(?:\s{_CAPS_WORD}){{0,3}}"
_MIXED_WORD = rf"{_UPPER}[\w.'’-]{{1,20}}"
_MIXED_PLACE = rf"{_MIXED_WORD}(?:\s(?:de|la|of|du|al|el|and\sthe|{_MIXED_WORD})){{0,3}}"
_REGION = rf"(?:,\s(?!{_DATE})(?:{_MIXED_PLACE}|{_UPPER}\.(?:{_UPPER}\.)?)|\s\[{_MIXED_PLACE}\])?"
_AGENCY = r"\((?P<{0}>[A-Z][\w.&' /-]{{1,40}}|dpa)\)"
_DASH = r"\s{0,2}(?:—|–|--?|\u2212|\u2015)\s{0,2}(?=\S)"

_WITH_AGENCY = re.compile(
    rf"\A(?:(?P<place>(?:{_CAPS_PLACE}|{_MIXED_PLACE}){_REGION}(?:\s?(?:/|\band\b|&|"
    rf";)\s?(?:{_CAPS_PLACE}|{_MIXED_PLACE}){_REGION}){{0,3}})"
    rf",?\s{{1,2}})?(?:(?P<date>{_DATE}),?\s)?{_AGENCY.format('agency')}(?:,?\s(?P<then>{_DATE}))?(?:{_DASH}|:\s|"
    rf"\.\s|\s(?={_UPPER}))(?:(?P<late>{_DATE}){_DASH})?"
)
_CAPITALS = re.compile(
    rf"\A(?P<place>{_CAPS_PLACE}{_REGION}(?:\s?(?:/|\band\b|&|;)\s?{_CAPS_PLACE}{_REGION}){{0,3}})"
    rf"(?:(?:,|\s[-–|])?\s(?P<date>{_DATE}))?[.,]?(?:{_DASH}|:\s)"
)
_MIXED_BARE = re.compile(rf"\A(?P<place>{_MIXED_WORD}{_REGION})\s[–—]\s(?=(?:The|A|An)\s)")
_MIXED_DATED = re.compile(rf"\A(?P<place>{_MIXED_PLACE}{_REGION}),\s(?P<date>{_DATE})[.,]?(?:{_DASH}|:\s)")
_DATED = re.compile(rf"\A(?P<date>{_DATE})[.,]?\s{_AGENCY.format('agency')}{_DASH}")
_LARGE = 50_000
"""Inhabitants; names of smaller places are surnames too often."""
_SLASHED = re.compile(
    rf"\A(?P<place>{_CAPS_PLACE}{_REGION}),\s(?P<date>{_DATE})[.,]?\s/(?P<agency>[A-Z][\w.&' -]{{1,30}})/[.:]?\s{{1,2}}"
)
_PLACES = re.compile(r"\s?(?:/|\band\b|&|;)\s?")
_STARTS = re.compile(r"""[A-ZÀ-ÖØ-Þ0-9"'“‘«„(\[$€£¥]|[^\x00-\u024f]""")
_NOT_PLACES_WORDS = """
BREAKING UPDATE UPDATED EXCLUSIVE WATCH LIVE OPINION ANALYSIS EXPLAINER CORRECTION CORRECTED URGENT ALERT
VIDEO PHOTOS REVIEW INTERVIEW FACTBOX NEWS EDITORIAL COMMENT FEATURE TIMELINE FLASH BULLETIN ADVISORY NOTE
EDITOR WARNING READ ALSO MORE Q A FAQ PHOTO FILE RELATED WHO WHAT WHY WHEN WHERE HOW SOURCE FACT REPORT
SPECIAL LEAD ANNOUNCEMENT IMPORTANT SUMMARY BACKGROUND QUESTION ANSWER KEY LATEST COLUMN SPOILER
MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY TODAY YESTERDAY
"""
_NOT_PLACES = frozenset(_NOT_PLACES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first sentence: `end` is where the sentence begins, in code points of the paragraph."""

    end: int
    dateline: Dateline | None
    credit: str | None
    agencies: tuple[str, ...]


def opening_of(paragraph: str) -> Opening | None:
    """The dateline and agency credit that open `paragraph` ("LONDON, Oct 15 (AP) — "); None if it has none."""
    head = paragraph[:240]
    for form in (_DATED, _SLASHED, _WITH_AGENCY, _CAPITALS, _MIXED_DATED, _MIXED_BARE):
        found = form.match(head)
        if found and _plausible(found, paragraph):
            return _opening(found)
    return None


def _plausible(found: re.Match[str], paragraph: str) -> bool:
    rest = paragraph[found.end() :]
    if not rest or not _STARTS.match(rest):
        return False
    parts = found.groupdict()
    place, name = parts.get("place"), parts.get("agency")
    if name is not None and not _signs(name, place):
        return False
    if place is None:
        return True
    if found.group().rstrip().endswith(":") and not (name or parts.get("date") or "," in place):
        return _is_known(place)
    return not any(word.strip(".,:") in _NOT_PLACES for word in place.upper().split()) and _is_name(place)


def _signs(name: str, place: str | None) -> bool:
    """Whether a name in brackets is a credit: an agency's, or any short one after what can only be a place ("CNN")."""
    if all(agency(part) for part in name.split("/")):
        return True
    return place is not None and (place.isupper() or ", " in place) and len(name.split()) <= 4


def _is_name(place: str) -> bool:
    """Whether words in capitals can be a place: the first has three letters or more, or is a known short form."""
    first = place.split("/")[0].split(",")[0]
    letters = [char for char in first if char.isalpha()]
    return len(letters) >= 3 or first in ("UN", "U.N.", "DC")


def _is_known(place: str) -> bool:
    """Whether each is one of the gazetteer's larger places; else "OBI: The bridge" may be someone speaking."""
    from sayso.gazetteer.file import shipped

    gazetteer = shipped()
    rows = (gazetteer.entries(gazetteer.rows_named(_bare(one))) for one in _PLACES.split(place))
    return all(any(entry.population >= _LARGE for entry in entries) for entries in rows)


def _opening(found: re.Match[str]) -> Opening:
    parts = found.groupdict()
    name = parts.get("agency")
    date = parts.get("date") or parts.get("then") or parts.get("late")
    names = [agency(part) for part in name.split("/")] if name else []
    known = tuple(one for one in names if one)
    text = found.group().strip(" —–-:\u2015\u2212")
    places = tuple(_PLACES.split(parts["place"])) if parts.get("place") else ()
    dateline = (
        Dateline(text=text, places=tuple(_bare(place) for place in places), date=date) if places or date else None
    )
    return Opening(found.end(), dateline, text if name and not dateline else (f"({name})" if name else None), known)


def _bare(place: str) -> str:
    """A place without the stop that closes it, where that is not part of an abbreviation ("D.C.")."""
    place = place.strip()
    return place.rstrip(".") if place.isupper() and "." not in place[:-1] else place
