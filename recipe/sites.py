"""What the gazetteer has beside towns and divisions: sites of ours, airports, further spellings.

Airports are airportsdata's (MIT licence); sites and spellings are written by us (src/sayso/ontology/places).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

import msgspec

from sayso.gazetteer.build import Row
from sayso.gazetteer.file import PlaceKind
from sayso.gazetteer.fold import fold
from sayso.gazetteer.lists import our_sites
from sayso.ontology.places import names_in, table

_TOWN = 10_000
"""People of a town whose name a site of its country does not take."""

_CIVIL = re.compile(r"\w International Airport$")
_MILITARY = re.compile(r"\w Air (?:Force )?Base$")


def unknown_sites(known: Iterable[Row]) -> Iterator[Row]:
    """Sites of ours, without the names that a region, a division or a town of the same country bears already."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in known:
        if row.kind < PlaceKind.CITY or row.population >= _TOWN:
            for name in (row.name, *row.names):
                bearers[fold(name)].add(row.country)
    for site in our_sites():
        names = [name for name in (site.name, *site.names) if not _taken(bearers[fold(name)], site.country)]
        if names:
            yield msgspec.structs.replace(site, name=names[0], names=tuple(names[1:]))


def _taken(countries: set[str], country: str) -> bool:
    return "" in countries or country in countries or (not country and bool(countries))


def airports(lines: Iterable[str]) -> Iterator[Row]:
    """Airports for flights between countries, and air bases, by their names and without "International".

    `lines` are those of airportsdata's airports.csv.
    """
    for cells in csv.DictReader(lines):
        name = cells["name"].replace("/", " ").strip()
        if _MILITARY.search(name) or (_CIVIL.search(name) and cells["iata"]):
            yield _airport(cells, name)


def _airport(cells: dict[str, str], name: str) -> Row:
    return Row(
        name=name,
        kind=PlaceKind.SITE,
        latitude=float(cells["lat"]),
        longitude=float(cells["lon"]),
        radius_km=3.0,
        country=cells["country"],
        timezone=cells["tz"],
        names=tuple(_airport_names(name, cells["city"])),
    )


def _airport_names(name: str, city: str) -> Iterator[str]:
    plain = name.replace(" International", "")
    shorter = plain.removeprefix(f"{city} ")
    for one in (plain, shorter, shorter.replace("Air Base", "airfield")):
        if one.count(" ") > ("Air " in one):
            yield one


def spelled(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, towns with the further spellings of our table; of several so named the most populous."""
    kept = list(rows)
    best: dict[tuple[str, str], int] = {}
    for number, row in enumerate(kept):
        for name in (row.name, *row.names) if row.kind >= PlaceKind.ADMIN1 else ():
            key = (row.country, fold(name))
            if key not in best or row.population > kept[best[key]].population:
                best[key] = number
    more = {best[_known(country, name, best)]: names_in(cell) for country, name, cell in table("spellings.txt")}
    for number, row in enumerate(kept):
        yield msgspec.structs.replace(row, names=(*row.names, *more.get(number, ())))


def _known(country: str, name: str, rows: Container[tuple[str, str]]) -> tuple[str, str]:
    if (country, fold(name)) not in rows:
        raise SystemExit(f"spellings.txt: the gazetteer has no {name} in {country}")
    return country, fold(name)


def with_sites(rows: Iterable[Row], airport_lines: Iterable[str]) -> list[Row]:
    """The rows with their further spellings, and all sites."""
    known = list(spelled(rows))
    return [*known, *unknown_sites(known), *airports(airport_lines)]
