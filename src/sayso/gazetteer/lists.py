"""Lists of places as they come: our regions, a GeoNames dump, a table of one's own."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from sayso.errors import CodebookError
from sayso.gazetteer.build import Row
from sayso.gazetteer.file import PlaceKind
from sayso.ontology.places import names_in, table

_TABLE_COLUMNS = ("name", "latitude", "longitude")
_KINDS = {"region": PlaceKind.REGION, "country": PlaceKind.COUNTRY, "admin1": PlaceKind.ADMIN1}
_KINDS |= {"admin2": PlaceKind.ADMIN2, "town": PlaceKind.CITY, "": PlaceKind.CITY, "site": PlaceKind.SITE}
_RADIUS_KM = {PlaceKind.REGION: 200.0, PlaceKind.COUNTRY: 400.0, PlaceKind.ADMIN1: 100.0, PlaceKind.ADMIN2: 30.0}
_TOWN_RADIUS_KM = 2.0


def our_regions() -> Iterator[Row]:
    """Regions and seas that gazetteers of towns leave out (ontology/places/regions.txt)."""
    return _ours("regions.txt", PlaceKind.REGION)


def our_sites() -> Iterator[Row]:
    """Airports, squares, prisons, camps, bases, rivers, islands and the like (ontology/places/sites.txt)."""
    return _ours("sites.txt", PlaceKind.SITE)


def _ours(name: str, kind: PlaceKind) -> Iterator[Row]:
    for names, latitude, longitude, radius, country in table(name):
        first, *others = names_in(names)
        yield Row(
            name=first,
            kind=kind,
            latitude=float(latitude),
            longitude=float(longitude),
            radius_km=float(radius),
            country=country,
            names=tuple(others),
        )


def geonames_dump(path: Path) -> Iterator[Row]:
    """Countries, divisions and towns of a GeoNames dump ("allCountries.txt", "cities500.zip", "UA.zip").

    The format is that of download.geonames.org/export/dump: 19 columns with tabs between. Other features are left out.
    Raises `CodebookError` for a line that is not of that form.
    """
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 19:
                message = f"{path}, line {number}: {len(cells)} columns, but a GeoNames dump has 19"
                raise CodebookError(message, path=str(path), entry=number)
            if (kind := _kind(cells[6], cells[7])) is not None:
                yield _geonames_row(cells, kind)


def _opened(path: Path) -> IO[str]:
    if path.suffix != ".zip":
        return path.open(encoding="utf-8", newline="\n")
    archive = zipfile.ZipFile(path)
    name = next(name for name in archive.namelist() if name.endswith(".txt") and not name.startswith("readme"))
    return io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="\n")


def _kind(feature_class: str, feature_code: str) -> PlaceKind | None:
    if feature_class == "P":
        return PlaceKind.CITY
    if feature_code.startswith("PCL"):
        return PlaceKind.COUNTRY
    return {"ADM1": PlaceKind.ADMIN1, "ADM2": PlaceKind.ADMIN2, "RGN": PlaceKind.REGION}.get(feature_code)


def _geonames_row(cells: list[str], kind: PlaceKind) -> Row:
    country, first, second = cells[8], cells[10], cells[11]
    codes = {
        PlaceKind.COUNTRY: country,
        PlaceKind.ADMIN1: f"{country}.{first}",
        PlaceKind.ADMIN2: f"{country}.{first}.{second}",
    }
    return Row(
        name=cells[1],
        kind=kind,
        latitude=float(cells[4]),
        longitude=float(cells[5]),
        population=int(cells[14] or 0),
        radius_km=_RADIUS_KM.get(kind, _TOWN_RADIUS_KM),
        geonames=int(cells[0]),
        country=country,
        code=codes.get(kind, ""),
        admin1=f"{country}.{first}" if kind > PlaceKind.ADMIN1 and first else "",
        admin2=f"{country}.{first}.{second}" if kind > PlaceKind.ADMIN2 and second else "",
        timezone=cells[17],
        names=tuple(name for name in cells[3].split(",") if name),
    )


def table_of_places(path: Path) -> Iterator[Row]:
    """A CSV table of one's own: name, latitude, longitude, and, if wanted, kind, country, population, radius_km, names.

    `kind` is town (the default), site, admin2, admin1, country or region; `country` an ISO 3166-1 alpha-2 code; `names`
    holds further
    names, with semicolons between. Raises `CodebookError` for a row that makes no sense.
    """
    with path.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.DictReader(opened)
        missing = [name for name in _TABLE_COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise CodebookError(f"{path}: no column {', '.join(missing)}", path=str(path), entry=1)
        for row in reader:
            yield _table_row(path, reader.line_num, row)


def _table_row(path: Path, number: int, row: dict[str, str]) -> Row:
    cells = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str)}
    try:
        kind = _KINDS[cells.get("kind", "").lower()]
        return Row(
            name=cells["name"],
            kind=kind,
            latitude=_degrees(cells["latitude"], 90),
            longitude=_degrees(cells["longitude"], 180),
            population=int(cells.get("population") or 0),
            radius_km=float(cells.get("radius_km") or _RADIUS_KM.get(kind, _TOWN_RADIUS_KM)),
            country=cells.get("country", "").upper(),
            names=tuple(name.strip() for name in cells.get("names", "").split(";") if name.strip()),
        )
    except (KeyError, ValueError) as error:
        raise CodebookError(f"{path}, line {number}: {error}", path=str(path), entry=number) from error


def _degrees(cell: str, most: float) -> float:
    degrees = float(cell)
    if not -most <= degrees <= most:
        raise ValueError(f"{cell} is not between -{most:g} and {most:g} degrees")
    return degrees
