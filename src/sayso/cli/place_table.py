"""The places of a record: lines of JSON, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.cli.table import Head, print_table
from sayso.export.jsonl import lines_of
from sayso.record.place import Place
from sayso.record.record import Failure, Record
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console

_HEADS = (
    *(Head("as printed"), Head("role", whole=True), Head("stands for"), Head("country", whole=True)),
    *(Head("kind", whole=True), Head("precision"), Head("ACLED\nUCDP", whole=True), Head("confi-\ndence", whole=True)),
)
_PRECISION = {1: "exact", 2: "near", 3: "district", 4: "province", 5: "area or line", 6: "country"}
"""UCDP GED codebook, "where_prec"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The view of `sayso places`; an empty set lets everything through."""

    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    noun: str = "places"
    sparse: bool = False

    def count(self, record: Record) -> int:
        return len(list(self._chosen(record)))

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        if isinstance(finding, Record):
            yield from lines_of("place", self._chosen(finding), found.uri if located else None)

    def print(self, record: Record, console: Console) -> None:
        rows = (_row(place) for place in self._chosen(record))
        print_table(record.report, _HEADS, rows, console, "No places found.")

    def _chosen(self, record: Record) -> Iterator[Place]:
        for place in record.places:
            if self.roles and place.role not in self.roles:
                continue
            if not self.countries or self.countries.intersection((place.country or "").split("/")):
                yield place


def _row(place: Place) -> tuple[str, ...]:
    return (
        place.words.text,
        place.role.replace("_", " "),
        _meant(place),
        place.country or "",
        place.kind or "",
        _precision(place),
        _codes(place),
        f"{place.evidence.confidence:.2f}" if place.name else "",
    )


def _meant(place: Place) -> str:
    if place.name is None:
        return "not known"
    name = place.name
    return f"{place.relation} {name}" if place.relation else name


def _precision(place: Place) -> str:
    words = _PRECISION.get(place.where_prec or 0, "")
    return f"{words}, {place.radius_km:.0f} km" if place.radius_km else words


def _codes(place: Place) -> str:
    if place.geo_precision is None and place.where_prec is None:
        return ""
    return f"{_code(place.geo_precision)} {_code(place.where_prec)}"


def _code(code: int | None) -> str:
    return "–" if code is None else str(code)
