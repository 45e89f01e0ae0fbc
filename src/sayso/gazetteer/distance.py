"""How far apart two points on Earth are."""

from __future__ import annotations

import math

EARTH_DIAMETER_KM = 12_742.0


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The great-circle distance between two points given as (latitude, longitude) in degrees (haversine)."""
    (here_north, here_east), (there_north, there_east) = (map(math.radians, point) for point in (here, there))
    half_north, half_east = (there_north - here_north) / 2, (there_east - here_east) / 2
    h = math.sin(half_north) ** 2 + math.cos(here_north) * math.cos(there_north) * math.sin(half_east) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(h)))
