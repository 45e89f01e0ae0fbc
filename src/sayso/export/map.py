"""A small map of where a report's places are, drawn with outlines that lie in the package."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from sayso.record.place import Place, PlaceKind, ToponymRole

WIDTH = 640.0
"""Width of the map in its own units; the page scales it."""

_LEAST_DEGREES = 10.0
"""A map shows at least this much, so that a single town is seen in its country."""

_TALLEST = 0.75
"""Height to width: what lies north and south of each other is shown with the land beside it."""

_KM_PER_DEGREE = 111.2

Box = tuple[float, float, float, float]
"""West, south, east and north in degrees."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map, in its units; `area` when the report means somewhere within `radius`, not a point."""

    x: float
    y: float
    radius: float
    area: bool
    label: str


@dataclass(frozen=True, slots=True)
class MapView:
    """What a template draws: the size, paths of land (SVG path data) and the marks, larger areas first."""

    width: float
    height: float
    land: tuple[str, ...]
    marks: tuple[Mark, ...]


def map_of(places: Iterable[Place]) -> MapView | None:
    """The map of the places where something is; None if none of them has a point.

    A plate carrée, with east-west distances true at the middle: right enough for "where is that", wrong near the poles.
    """
    shown = list({_key(place): place for place in places if _drawn(place)}.values())
    if not shown:
        return None
    box = _box(shown)
    west, south, east, north = box
    squeeze = _squeeze(south, north)
    scale = WIDTH / ((east - west) * squeeze)

    def at(longitude: float, latitude: float) -> tuple[float, float]:
        return round((longitude - west) * squeeze * scale, 1), round((north - latitude) * scale, 1)

    marks = [_mark(place, at(place.longitude or 0.0, place.latitude or 0.0), scale) for place in shown]
    return MapView(
        WIDTH,
        round((north - south) * scale, 1),
        tuple("M" + "L".join(f"{x},{y}" for x, y in (at(*point) for point in ring)) + "Z" for ring in _land(box)),
        tuple(sorted(marks, key=lambda mark: -mark.radius)),
    )


def _key(place: Place) -> tuple[str | None, str | None]:
    return place.gazetteer_id, place.relation


def _drawn(place: Place) -> bool:
    return place.role == ToponymRole.LITERAL and place.latitude is not None and place.longitude is not None


def _mark(place: Place, point: tuple[float, float], scale: float) -> Mark:
    area = place.kind not in (PlaceKind.TOWN, PlaceKind.SITE) or bool(place.relation)
    radius = round((place.radius_km or 0.0) / _KM_PER_DEGREE * scale, 1) if area else 0.0
    label = f"{place.relation} {place.name}" if place.relation else place.name or place.words.text
    return Mark(*point, max(4.0, radius), area, label)


def _box(places: Iterable[Place]) -> Box:
    """The degrees that the map shows: all points, each with as much of its radius as is helpful, and a margin."""
    reach = [(place, min(place.radius_km or 0.0, 600.0) / _KM_PER_DEGREE) for place in places]
    south, north = _wide([((place.latitude or 0.0), by) for place, by in reach], -85.0, 85.0)
    west, east = _wide([((place.longitude or 0.0), by) for place, by in reach], -180.0, 180.0)
    lacking = (north - south) / _TALLEST / _squeeze(south, north) - (east - west)
    if lacking > 0:
        west, east = max(-180.0, west - lacking / 2), min(180.0, east + lacking / 2)
    return west, south, east, north


def _squeeze(south: float, north: float) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle of the map."""
    return max(0.2, math.cos(math.radians((south + north) / 2)))


def _wide(values: list[tuple[float, float]], least: float, most: float) -> tuple[float, float]:
    low, high = min(value - by for value, by in values), max(value + by for value, by in values)
    margin = max(0.1 * (high - low), (_LEAST_DEGREES - (high - low)) / 2)
    return max(least, low - margin), min(most, high + margin)


Ring = tuple[tuple[float, float], ...]


def _land(box: Box) -> Iterator[Ring]:
    west, south, east, north = box
    for (ring_west, ring_south, ring_east, ring_north), ring in _rings():
        if ring_west < east and ring_east > west and ring_south < north and ring_north > south:
            yield ring


@lru_cache(maxsize=1)
def _rings() -> tuple[tuple[Box, Ring], ...]:
    found = []
    for line in (files("sayso.export") / "world.txt").read_text(encoding="ascii").splitlines():
        pairs = [pair.split(",") for pair in line.split()]
        for ring in _unrolled(tuple((int(x) / 100, int(y) / 100) for x, y in pairs)):
            xs, ys = [x for x, _ in ring], [y for _, y in ring]
            found.append(((min(xs), min(ys), max(xs), max(ys)), ring))
    return tuple(found)


def _unrolled(ring: Ring) -> Iterator[Ring]:
    """A ring in one piece also where it crosses the date line, then once on either side of it."""
    xs = [ring[0][0]]
    for x, _ in ring[1:]:
        xs.append(x - 360 * round((x - xs[-1]) / 360))
    for turn in (-360, 0, 360):
        if min(xs) + turn < 180 and max(xs) + turn > -180:
            yield tuple((round(x + turn, 2), y) for x, (_, y) in zip(xs, ring, strict=True))
