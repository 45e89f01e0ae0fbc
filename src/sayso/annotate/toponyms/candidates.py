"""Which places of the gazetteer a toponym could stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.gazetteer.distance import distance_km
from sayso.gazetteer.file import Entry, Gazetteer, PlaceKind
from sayso.gazetteer.fold import fold
from sayso.ontology.actors import capitals, country_of_power
from sayso.ontology.places import alpha3_codes, demonyms, state_abbreviations

_DIVISIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
_WORDS = frozenset({"OH", "OK", "IN", "ME", "HI", "OR", "PA", "LA"})
"""Postal codes that are words more often than states."""

_MOST = 60
"""Candidates kept for one name, the most populous first; of "San Antonio" there are hundreds."""

_CAPITAL_KM = 40.0
"""How far from the capital a town or quarter may lie that is called like a seat of power, and be it."""
_POWERS = frozenset({PlaceKind.COUNTRY, PlaceKind.SITE})
"""Kinds of such seats wherever they lie in the country: the Vatican, Stormont."""

_PARTS_OF_COUNTRIES = _DIVISIONS - {PlaceKind.COUNTRY}
_REPUBLIC = re.compile(r"\s(?:republic|territory)$", re.IGNORECASE)
_DIVISION_AFTER = re.compile(
    r"\s{1,9}(?:county|parish|borough|province|region|state|oblast|krai|district|governorate|prefecture|department|"
    r"republic|territory|canton|voivodeship)$",
    re.IGNORECASE,
)
_DIVISION_BEFORE = re.compile(
    r"^(?:the\s+)?(?:province|state|region|county|governorate|district|republic|department)\s+of\s+", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)[- ]?(?:east|west)(?:ern)?|central|upper|lower|greater|"
    r"metropolitan|downtown|mainland|rural|old|inner)[- ]\s*",
    re.IGNORECASE,
)
_CITY = re.compile(
    r"^(?:the\s+)?(?:city|town|village|port)\s+of\s+|\s{1,9}(?:city|township|village|area|metro)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a toponym could stand for; `exact` when the toponym is the name the gazetteer prints first."""

    entry: Entry
    exact: bool
    part: bool = False


def candidates(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """What `name` could stand for, the most populous first; empty if nothing is so called.

    "northern Aleppo" gives the candidates of "Aleppo" with `part` set, "Cook County" only divisions, "Ukrainian"
    Ukraine.
    """
    if found := _short_forms(name, gazetteer):
        return found
    if country := country_of_power(name):
        return _of_power(name, country, gazetteer)
    for spelling, part, kinds in _spellings(name):
        entries = gazetteer.entries(gazetteer.rows_named(spelling))
        kept = [entry for entry in entries if not kinds or entry.kind in kinds]
        if kept:
            kept = _without_divisions(kept, spelling)
            kept.sort(key=lambda entry: (-entry.population, entry.kind, entry.row))
            folded = fold(spelling)
            return [Candidate(entry, fold(entry.name) == folded, part) for entry in kept[:_MOST]]
    return _part_of_region(name, gazetteer)


def _without_divisions(entries: list[Entry], name: str) -> list[Entry]:
    """Without divisions called like a country: "Niger" is the state, not the one in Nigeria; Georgia may be either."""
    if name == "Georgia" or all(entry.kind is not PlaceKind.COUNTRY for entry in entries):
        return entries
    return [entry for entry in entries if entry.kind not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)]


def _of_power(name: str, country: str, gazetteer: Gazetteer) -> list[Candidate]:
    """What lies in the capital whose power it is: Stormont, but for "White House" no Casablanca and no town."""
    towns = [
        one for town, code in capitals().items() if code == country for one in _in_country(town, country, gazetteer)
    ]
    here = max(towns, key=lambda entry: entry.population, default=None)
    entries = _in_country(name, country, gazetteer)
    near = [one for one in entries if one.kind in _POWERS or (here and _is_near(one, here))]
    return [Candidate(entry, fold(entry.name) == fold(name)) for entry in near]


def _in_country(name: str, country: str, gazetteer: Gazetteer) -> list[Entry]:
    entries = gazetteer.entries(gazetteer.rows_named(name))
    return [entry for entry in entries if alpha3_codes().get(entry.country or "") == country]


def _is_near(one: Entry, other: Entry) -> bool:
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) <= _CAPITAL_KM


def _part_of_region(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """The country for what lies there of a region of several: Peru for "Peruvian Amazon"."""
    people, _, region = name.partition(" ")
    entry = gazetteer.by_code(demonyms()[people]) if region and people in demonyms() else None
    rows = gazetteer.rows_named(region) if entry is not None else []
    wide = any(one.kind is PlaceKind.REGION and one.country is None for one in gazetteer.entries(rows))
    return [Candidate(entry, False, True)] if entry is not None and wide else []


def _short_forms(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    code = demonyms().get(name) or (state_abbreviations().get(name) if name not in _WORDS else None)
    entry = gazetteer.by_code(code) if code else None
    return [Candidate(entry, True)] if entry else []


def _spellings(name: str) -> Iterator[tuple[str, bool, frozenset[PlaceKind]]]:
    """Spellings to look up, each with whether it names a part, and the kinds it may be (empty: any)."""
    yield name, False, frozenset()
    for pattern in (_DIVISION_AFTER, _DIVISION_BEFORE):
        if (shorter := pattern.sub("", name)) != name:
            whole = pattern is _DIVISION_BEFORE or _REPUBLIC.search(name)
            yield shorter, False, _DIVISIONS if whole else _PARTS_OF_COUNTRIES  # "Niger State" is no country
    if (shorter := _CITY.sub("", name)) != name:
        yield shorter, False, frozenset({PlaceKind.CITY})
    if (shorter := _PART_BEFORE.sub("", name)) != name:
        yield shorter, True, frozenset()
