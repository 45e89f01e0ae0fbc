"""LGL and GeoVirus: news with toponyms and the coordinates they stand for (Lieberman et al. 2010; Gritta et al. 2018).

Both as packed by milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation. GeoVirus counts offsets from 1 and marks each
place once per string.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.evaluate.corpora.gold import digest_of_files, need
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A place name and where on Earth it is, in WGS 84 degrees."""

    span: Span
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class GeoReport:
    """One report's text and its toponyms, in text order."""

    id: str
    text: str
    toponyms: tuple[GoldToponym, ...]


_FILES = {"geovirus": "GeoVirus.xml", "lgl": "lgl.xml"}


def reports(folder: Path, part: str) -> Iterator[GeoReport]:
    """The reports of "lgl" or "geovirus"; toponyms without coordinates are left out."""
    read = _lgl if part == "lgl" else _geovirus
    yield from read(ElementTree.parse(_path(folder, part)).getroot())  # noqa: S314 - a gold corpus, no stranger's file


def digest(folder: Path, part: str) -> str:
    """The digest of the file that `reports` reads."""
    return digest_of_files(folder, [_path(folder, part)])


def _path(folder: Path, part: str) -> Path:
    return need(folder / _FILES[part])


def _lgl(articles: ElementTree.Element) -> Iterator[GeoReport]:
    for article in articles:
        places = (
            _toponym(place, ".//lat", ".//lon", first=0)
            for place in article.iterfind("toponyms/toponym")
            if place.find(".//lat") is not None
        )
        yield GeoReport(article.get("docid", ""), article.findtext("text", ""), tuple(sorted(places, key=_start)))


def _geovirus(articles: ElementTree.Element) -> Iterator[GeoReport]:
    for number, article in enumerate(articles):
        places = (_toponym(place, "lat", "lon", first=1) for place in article.iterfind("locations/location"))
        yield GeoReport(str(number), article.findtext("text", ""), tuple(sorted(places, key=_start)))


def _toponym(place: ElementTree.Element, latitude: str, longitude: str, *, first: int) -> GoldToponym:
    start, end = int(place.findtext("start", "")) - first, int(place.findtext("end", "")) - first
    return GoldToponym(Span(start, end), float(place.findtext(latitude, "")), float(place.findtext(longitude, "")))


def _start(toponym: GoldToponym) -> Span:
    return toponym.span
