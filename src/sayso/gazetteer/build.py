"""Building a gazetteer file from rows of places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.gazetteer.file import NONE, PlaceKind, write
from sayso.gazetteer.fold import fold, key_of, key_of_code


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A place to be built in.

    `names` are further names it is known by. `timezone` is an IANA name. `geonames` is 0 where GeoNames has no id
    for it. `admin1` and `admin2`
    are codes of the
    divisions it lies in, which are themselves rows with `code` "US.TX" and "US.TX.201".
    """

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    population: int = 0
    radius_km: float = 0.0
    geonames: int = 0
    country: str = ""
    code: str = ""
    admin1: str = ""
    admin2: str = ""
    timezone: str = ""
    names: tuple[str, ...] = ()


def build(rows: Iterable[Row], path: Path, *, credit: str, built_from: tuple[str, ...]) -> int:
    """Write the gazetteer of `rows` to `path`; returns how many places it holds. The same rows give the same bytes."""
    kept = sorted(rows, key=lambda row: (row.kind, -row.population, row.country, row.name, row.geonames, row.code))
    write(path, _columns(kept), credit=credit, built_from=built_from)
    return len(kept)


def _columns(rows: list[Row]) -> dict[str, np.ndarray[Any, Any]]:
    names = [row.name.encode() for row in rows]
    zones = {name: number for number, name in enumerate(sorted({row.timezone for row in rows}))}
    at = {row.code: number for number, row in enumerate(rows) if row.code}
    pairs = np.array(sorted(_keys(rows)), dtype=np.uint64).reshape(-1, 2)
    return {
        "latitude": np.array([row.latitude for row in rows], dtype=np.float32),
        "longitude": np.array([row.longitude for row in rows], dtype=np.float32),
        "population": np.array([row.population for row in rows], dtype=np.uint32),
        "radius": np.array([row.radius_km for row in rows], dtype=np.float16),
        "kind": np.array([row.kind for row in rows], dtype=np.uint8),
        "id": np.array([row.geonames for row in rows], dtype=np.uint32),
        "country": np.frombuffer("".join(f"{row.country:2}" for row in rows).encode(), dtype=np.uint8),
        "admin1": np.array([at.get(row.admin1, NONE) for row in rows], dtype=np.uint32),
        "admin2": np.array([at.get(row.admin2, NONE) for row in rows], dtype=np.uint32),
        "zone": np.array([zones[row.timezone] for row in rows], dtype=np.uint16),
        "zones": np.frombuffer("\n".join(zones).encode(), dtype=np.uint8),
        "name_ends": np.cumsum([len(name) for name in names], dtype=np.uint32),
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
        "keys": pairs[:, 0].copy(),
        "key_rows": pairs[:, 1].astype(np.uint32),
    }


def _keys(rows: list[Row]) -> Iterator[tuple[int, int]]:
    for number, row in enumerate(rows):
        folded = {fold(name) for name in (row.name, *row.names)} - {""}
        for name in folded:
            yield key_of(name), number
        if row.code:
            yield key_of_code(row.code), number
