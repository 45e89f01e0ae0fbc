"""How well a candidate fits its toponym, the words beside it and the rest of the report."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.toponyms.candidates import Candidate
from sayso.gazetteer.distance import EARTH_DIAMETER_KM, distance_km
from sayso.gazetteer.file import Entry, PlaceKind

FEATURES = (
    "population",
    "most_populous",
    "exact",
    "continent_or_region",
    "country",
    "admin1",
    "admin2",
    "small_city",
    "named_container_beside",
    "other_container_beside",
    "metropolis_told",
    "country_told",
    "admin1_told",
    "admin2_told",
    "near_50",
    "near_200",
    "near_800",
    "same_country",
    "home_distance",
)
"""What each column of `features` holds, in order."""

WEIGHTS = np.array(
    [1.37, -0.33, 2.43, 0.86, 1.71, 0.48, -0.95, -0.63, 0.97, -0.97, 1.15, 0.81, 0.85, 1.72, 1.26, 2.81, 0.8, 1.1, 3.5]
)
"""One number a feature, fitted by `recipe/toponyms.py` on LGL and GeoVirus with gold toponyms.

Three-fold cross-validation by report: 84.5 % (LGL) and 90.6 % (GeoVirus) within 161 km; the most populous candidate
alone reaches 56.4 % and 83.6 %. Those corpora give no home, so the last weight is set by hand and untested on a
corpus. Whoever changes the features or the gazetteer runs the recipe again.
"""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A toponym's candidates, how likely each is, and the candidates of the toponym it stands beside ("Paris, Texas").

    `shares` has the length of `candidates` and sums to 1.
    """

    candidates: Sequence[Candidate]
    shares: Floats
    beside: Sequence[Candidate] = ()


def features(choice: Choice, others: Sequence[Choice], home: tuple[float, float] | None) -> Floats:
    """One row a candidate. Shape: (candidates, FEATURES).

    `others` are the different toponyms of the same report; `home` is (latitude, longitude) of where the report was
    filed or its
    publisher lives, None if unknown.
    """
    entries = [candidate.entry for candidate in choice.candidates]
    told = _Told(others)
    weights = [_weight(entry) for entry in entries]
    top = max(weights)
    nearness = told.nearness(entries)
    rows = [
        (
            weight,
            float(weight == top),
            float(candidate.exact),
            float(entry.kind <= PlaceKind.REGION),
            float(entry.kind == PlaceKind.COUNTRY),
            float(entry.kind == PlaceKind.ADMIN1),
            float(entry.kind == PlaceKind.ADMIN2),
            float(entry.kind == PlaceKind.CITY and entry.population < 5_000),
            *_beside(entry, choice.beside),
            float(weight == top and entry.population >= _METROPOLIS) * containers[0],
            *containers,
            *near,
            told.country(entry),
            _home(entry, home),
        )
        for candidate, entry, weight, near, containers in zip(
            choice.candidates, entries, weights, nearness, map(told.containers, entries), strict=True
        )
    ]
    return np.array(rows, dtype=np.float64)


_METROPOLIS = 1_000_000
"""People of a city that is meant where its country is told of, wherever the rest lies: London beside "British"."""

_SITE = 4.0
"""What an airport, a prison or a camp that reports name often weighs: as much as a town of 100,000."""


def _weight(entry: Entry) -> float:
    # A region or site is in our table because reports mean it; it has no count of people to say so.
    if entry.kind is PlaceKind.SITE:
        return _SITE
    return 7.0 if entry.kind <= PlaceKind.REGION else math.log10(entry.population + 10) - 1


def _beside(entry: Entry, beside: Sequence[Candidate]) -> tuple[float, float]:
    containers = [candidate.entry for candidate in beside if candidate.entry.kind in _CONTAINERS]
    if not containers:
        return 0.0, 0.0
    inside = any(lies_in(entry, container) for container in containers)
    return float(inside), float(not inside)


_CONTAINERS = (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2)


def lies_in(entry: Entry, container: Entry) -> bool:
    """Whether the gazetteer says that `entry` lies in the country or division `container`."""
    if entry.row == container.row:
        return False
    if container.kind == PlaceKind.COUNTRY:
        return entry.country == container.country
    return container.row in (entry.admin1, entry.admin2)


class _Told:
    """Where the other toponyms of the report are, as far as that is known."""

    def __init__(self, others: Sequence[Choice]) -> None:
        pairs = [
            (candidate.entry, share)
            for choice in others
            for candidate, share in zip(choice.candidates[:_CONSIDERED], choice.shares[:_CONSIDERED], strict=True)
            if share > _NEGLIGIBLE
        ]
        self._rows: dict[int, float] = {}
        self._countries: dict[str, float] = {}
        for entry, share in pairs:
            self._rows[entry.row] = self._rows.get(entry.row, 0.0) + share
            if entry.country and entry.kind != PlaceKind.COUNTRY:
                self._countries[entry.country] = self._countries.get(entry.country, 0.0) + share
            if entry.kind == PlaceKind.COUNTRY and entry.country:
                self._rows[-_country_number(entry.country)] = share
        points = [(entry, share) for entry, share in pairs if entry.kind >= PlaceKind.ADMIN1]
        self._latitudes = np.radians([entry.latitude for entry, _ in points])
        self._longitudes = np.radians([entry.longitude for entry, _ in points])
        self._shares = np.array([share for _, share in points])

    def containers(self, entry: Entry) -> tuple[float, float, float]:
        """Whether the report names the country, the first and the second division that `entry` lies in, 0 to 1 each."""
        country = self._rows.get(-_country_number(entry.country), 0.0) if entry.country else 0.0
        return (
            country if entry.kind > PlaceKind.COUNTRY else 0.0,
            self._told(entry.admin1),
            self._told(entry.admin2),
        )

    def _told(self, row: int | None) -> float:
        return min(1.0, self._rows.get(row, 0.0)) if row is not None else 0.0

    def nearness(self, entries: Sequence[Entry]) -> list[list[float]]:
        """How many other places lie within about 50, 200 and 800 km of each, counted by their shares and damped."""
        found = np.zeros((len(entries), len(_NEAR_KM)))
        small = [number for number, entry in enumerate(entries) if entry.kind >= PlaceKind.ADMIN1]
        if small and len(self._shares):
            latitudes = np.radians([[entries[number].latitude] for number in small])
            longitudes = np.radians([[entries[number].longitude] for number in small])
            km = _km(latitudes, longitudes, self._latitudes, self._longitudes)
            for column, reach in enumerate(_NEAR_KM):
                found[small, column] = np.log1p((self._shares * np.exp(-((km / reach) ** 2))).sum(axis=1))
        return found.tolist()

    def country(self, entry: Entry) -> float:
        """How many of the other places lie in the country of `entry`, damped."""
        return math.log1p(self._countries.get(entry.country, 0.0)) if entry.country else 0.0


_NEAR_KM = (50.0, 200.0, 800.0)
_CONSIDERED = 12
_NEGLIGIBLE = 0.02


def _country_number(code: str) -> int:
    return 1 + ord(code[0]) * 256 + ord(code[1])


def _km(latitude: Floats, longitude: Floats, latitudes: Floats, longitudes: Floats) -> Floats:
    """Distances from each of some points to each of others, in radians all; the first two have a row a point."""
    h = (
        np.sin((latitudes - latitude) / 2) ** 2
        + np.cos(latitude) * np.cos(latitudes) * np.sin((longitudes - longitude) / 2) ** 2
    )
    return np.asarray(EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.clip(h, 0.0, 1.0))))


def _home(entry: Entry, home: tuple[float, float] | None) -> float:
    if home is None or entry.kind < PlaceKind.ADMIN1:
        return 0.0
    return math.exp(-distance_km((entry.latitude, entry.longitude), home) / 200.0)
