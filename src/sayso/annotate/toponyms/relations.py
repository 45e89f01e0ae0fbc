"""Words before a toponym that move or blur it: "near Bakhmut", "30 km south of Kyiv", "northern Aleppo"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from sayso.spans import Span

_KM_PER_MILE = 1.609344
_KM_PER_DEGREE = 111.2
_BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}  # degrees, clockwise from north
_LOOK_BACK = 60
"""Characters before a toponym in which its relation must end."""

_OFFSET = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|almost|just)\s)?(?P<number>\d{1,4}(?:[.,]\d{1,3})?)[\s-]?"
    r"(?P<unit>km|kms|kilometers?|kilometres?|miles?|mi)(?:\s\([^()]{1,24}\))?\s(?:to\sthe\s)?"
    r"(?:(?P<compass>north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?\sof|from|outside|off|away\sfrom)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:near|outside|close\sto|around|just\soff|(?:(?:on|in|at)\s)?(?:the\s)?(?:outskirts|suburbs|vicinity)\sof)\s(?:the\s)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:the\s)?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|central)(?:ern)?\s$"
    r"|\b(?:the\s)?(?:northern|southern|eastern|western|central)\spart\sof\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a place is meant relative to its toponym.

    `words` as printed, without the toponym. `distance_km` and `bearing` (degrees clockwise from north) are None
    where not
    told.
    """

    words: str
    near: bool = False
    distance_km: float | None = None
    bearing: float | None = None


def relation_before(text: str, span: Span) -> Relation | None:
    """The relation that the words before the toponym at `span` give it, None for none."""
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    if found := _OFFSET.search(before):
        km = float(found["number"].replace(",", ".")) * (_KM_PER_MILE if found["unit"].lower().startswith("mi") else 1)
        compass = (found["compass"] or "").lower().replace("-", "")
        return Relation(found[0].strip(), True, round(km, 1), _BEARINGS.get(compass))
    if found := _NEAR.search(before):
        return Relation(found[0].strip(), near=True)
    if found := _PART.search(before):
        return Relation(found[0].strip())
    return None


def moved(latitude: float, longitude: float, distance_km: float, bearing: float) -> tuple[float, float]:
    """The point `distance_km` away at `bearing`; flat geometry, off by less than 1 % under 300 km."""
    angle = math.radians(bearing)
    north = distance_km * math.cos(angle) / _KM_PER_DEGREE
    east = distance_km * math.sin(angle) / (_KM_PER_DEGREE * max(0.01, math.cos(math.radians(latitude))))
    return round(latitude + north, 3), round((longitude + east + 180) % 360 - 180, 3)
