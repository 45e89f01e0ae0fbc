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


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A toponym and what it stands for.

    `gazetteer_id` is None where no entry fits. `latitude` and `longitude` are WGS 84 degrees; for an area
    they are a representative point, and `radius_km` says how far the place may reach from it.
    """

    id: str
    report_id: str
    words: Words
    role: ToponymRole
    evidence: Evidence
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
