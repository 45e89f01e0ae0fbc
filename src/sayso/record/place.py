"""Places a report names."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.evidence import Evidence
from sayso.spans import Words


class ToponymRole(StrEnum):
    """What a place name does in its sentence."""

    LITERAL = "literal"
    METONYMIC = "metonymic"
    DEMONYM = "demonym"
    PART_OF_NAME = "part_of_name"


class PlaceKind(StrEnum):
    """What a place is; `admin1` and `admin2` are first and second level divisions.

    A site is an airport, a square, a prison, a camp, a base, an island or the like.
    """

    REGION = "region"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    TOWN = "town"
    SITE = "site"
    BORDER = "border"


class PlaceCandidate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place that a toponym could stand for, and its share of what all candidates got, 0 to 1."""

    gazetteer_id: str
    name: str
    share: float
    country: str | None = None


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A toponym and what it stands for.

    `gazetteer_id` is None where no entry fits; then nothing else is claimed. `country` is ISO 3166-1 alpha-3 (two for a
    border, "UKR/BLR"). `relation` holds the words that move or blur the place ("near", "northern", "30 km south of").
    `latitude` and `longitude` are WGS 84 degrees, None where no honest point can be given; for an area they are a
    representative point, and `radius_km` says how far the place may reach from it. `geo_precision` is ACLED's code
    (1 town, 2 near or part, 3 province and wider), `where_prec` UCDP GED's (1 exact, 2 near, 3 and 4 second and first
    level division, 5 line or vague area, 6 country). `candidates` are the likeliest of all, best first.
    """

    id: str
    report_id: str
    words: Words
    role: ToponymRole
    evidence: Evidence
    name: str | None = None
    kind: PlaceKind | None = None
    country: str | None = None
    gazetteer_id: str | None = None
    relation: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    geo_precision: int | None = None
    where_prec: int | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
