"""The gazetteer's file: columns of places and a sorted column of name keys, mapped into memory."""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.errors import BundleMismatch, BundleNotFound
from sayso.gazetteer.fold import fold, key_of, key_of_code

MAGIC = b"sayso gazetteer 2\n"
NONE = 0xFFFF_FFFF
"""The row number that means "no such place"."""


class PlaceKind(IntEnum):
    """What a place is, from the largest kind to the smallest; a site is no town: an airport, a camp, an island."""

    CONTINENT = 0
    REGION = 1
    COUNTRY = 2
    ADMIN1 = 3
    ADMIN2 = 4
    CITY = 5
    SITE = 6


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer.

    `row` is its number in this file. `id` is "geonames:<id>" where GeoNames has one, else a name of ours. `latitude`
    and `longitude` are WGS 84 degrees, `radius_km` how far the place may reach from there. `timezone` is an IANA name,
    `country` ISO 3166-1 alpha-2; `admin1` and `admin2` are rows of the divisions it lies in.
    """

    row: int
    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    population: int
    radius_km: float
    timezone: str | None = None
    country: str | None = None
    admin1: int | None = None
    admin2: int | None = None


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself: where each column lies (dtype, byte offset, length), and whom to credit."""

    columns: dict[str, tuple[str, int, int]]
    credit: str
    built_from: tuple[str, ...]


class Gazetteer:
    """A gazetteer file, opened; columns are read as they are touched, so opening costs milliseconds."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.header, self._columns = _open(path)
        self._names = bytes(self._columns["names"])
        self._zones = bytes(self._columns["zones"]).decode().split("\n")
        self._keys = self._columns["keys"]

    def __len__(self) -> int:
        return len(self._columns["latitude"])

    def rows_named(self, name: str) -> list[int]:
        """Rows of all places that bear `name`, whatever its case and accents."""
        return self.rows_of_keys([key_of(fold(name))])[0]

    def rows_of_keys(self, keys: Sequence[int]) -> list[list[int]]:
        """For each key, the rows of the places so named. Many at once cost little more than one."""
        wanted = np.array(keys, dtype=np.uint64)
        first = np.searchsorted(self._keys, wanted, "left")
        last = np.searchsorted(self._keys, wanted, "right")
        rows = self._columns["key_rows"]
        return [rows[a:b].tolist() if a < b else [] for a, b in zip(first.tolist(), last.tolist(), strict=True)]

    def by_code(self, code: str) -> Entry | None:
        """The country ("US") or first level division ("US.TX") with this code."""
        rows = self.rows_of_keys([key_of_code(code)])[0]
        return self.entry(rows[0]) if rows else None

    def entry(self, row: int) -> Entry:
        """The place at `row`."""
        column = self._columns
        start, end = int(column["name_ends"][row - 1]) if row else 0, int(column["name_ends"][row])
        number = int(column["id"][row])
        country = bytes(column["country"][row * 2 : row * 2 + 2]).decode().strip()
        name, kind = self._names[start:end].decode(), PlaceKind(int(column["kind"][row]))
        return Entry(
            row=row,
            id=f"geonames:{number}" if number else _own_id(name, country if kind is PlaceKind.SITE else ""),
            name=name,
            kind=kind,
            latitude=round(float(column["latitude"][row]), 5),
            longitude=round(float(column["longitude"][row]), 5),
            population=int(column["population"][row]),
            radius_km=round(float(column["radius"][row]), 1),
            timezone=self._zones[int(column["zone"][row])] or None,
            country=country or None,
            admin1=_row_or_none(column["admin1"][row]),
            admin2=_row_or_none(column["admin2"][row]),
        )

    def widest(self, rows: Sequence[int]) -> int:
        """The largest kind of the places at `rows`, as a number of `PlaceKind`; of one place at least."""
        return int(self._columns["kind"][rows].min())

    def most_people(self, rows: Sequence[int]) -> int:
        """How many people live in the most populous of the places at `rows`; of one place at least."""
        return int(self._columns["population"][rows].max())

    def entries(self, rows: Iterable[int]) -> list[Entry]:
        """The places at `rows`."""
        return [self.entry(row) for row in rows]


def _own_id(name: str, country: str) -> str:
    """The id of a place that GeoNames has none for; several countries have an Independence Square."""
    return f"sayso:{fold(f'{name} {country}').replace(' ', '-')}"


def _row_or_none(value: Any) -> int | None:
    return None if int(value) == NONE else int(value)


def _open(path: Path) -> tuple[Header, dict[str, np.ndarray[Any, Any]]]:
    try:
        with path.open("rb") as opened:
            content = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise BundleNotFound(f"{path}: no gazetteer there ({error})") from error
    start = len(MAGIC) + 4
    if content[: len(MAGIC)] != MAGIC:
        raise BundleMismatch(f"{path}: not a gazetteer of this version (rebuild it)", expected=MAGIC.decode().strip())
    size = int.from_bytes(content[len(MAGIC) : start], "little")
    header = msgspec.msgpack.decode(content[start : start + size], type=Header)
    columns = {
        name: np.frombuffer(content, dtype=dtype, offset=offset, count=count)
        for name, (dtype, offset, count) in header.columns.items()
    }
    return header, columns


def write(path: Path, columns: dict[str, np.ndarray[Any, Any]], *, credit: str, built_from: tuple[str, ...]) -> None:
    """Write a gazetteer file; the columns are those that `Gazetteer` reads."""
    laid: dict[str, tuple[str, int, int]] = {name: (array.dtype.str, 0, len(array)) for name, array in columns.items()}
    size = len(msgspec.msgpack.encode(Header(columns=laid, credit=credit, built_from=built_from))) + 16 * len(laid)
    at = _aligned(len(MAGIC) + 4 + size)
    for name, array in columns.items():
        laid[name] = (array.dtype.str, at, len(array))
        at = _aligned(at + array.nbytes)
    head = msgspec.msgpack.encode(Header(columns=laid, credit=credit, built_from=built_from))
    with path.open("wb") as out:
        out.write(MAGIC + len(head).to_bytes(4, "little") + head)
        for name, array in columns.items():
            out.write(b"\0" * (laid[name][1] - out.tell()))
            out.write(array.tobytes())


def _aligned(offset: int) -> int:
    return (offset + 7) // 8 * 8


@lru_cache(maxsize=1)
def shipped() -> Gazetteer:
    """The gazetteer in the package, opened once a process."""
    with as_file(files("sayso.gazetteer") / "places.gaz") as path:
        return Gazetteer(path)
