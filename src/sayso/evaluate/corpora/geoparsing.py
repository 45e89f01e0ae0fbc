"""LGL and GeoVirus: news with toponyms and the coordinates they stand for (Lieberman et al. 2010; Gritta et al. 2018).

Both as packed by milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation. GeoVirus counts offsets from 1 and marks each
place once per string.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.errors import CorpusMissing
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


def lgl(corpora: Path) -> Iterator[GeoReport]:
    """The reports of LGL; toponyms without coordinates are left out."""
    for article in _articles(corpora / "geoparsing" / "lgl.xml"):
        places = (
            _toponym(place, ".//lat", ".//lon", first=0)
            for place in article.iterfind("toponyms/toponym")
            if place.find(".//lat") is not None
        )
        yield GeoReport(article.get("docid", ""), article.findtext("text", ""), tuple(sorted(places, key=_start)))


def geovirus(corpora: Path) -> Iterator[GeoReport]:
    """The reports of GeoVirus."""
    for number, article in enumerate(_articles(corpora / "geoparsing" / "GeoVirus.xml")):
        places = (_toponym(place, "lat", "lon", first=1) for place in article.iterfind("locations/location"))
        yield GeoReport(str(number), article.findtext("text", ""), tuple(sorted(places, key=_start)))


def _articles(path: Path) -> ElementTree.Element:
    if not path.is_file():
        raise CorpusMissing(f"{path}: not there (the folder given must hold the corpora)")
    return ElementTree.parse(path).getroot()  # noqa: S314 - a gold corpus, not a stranger's file


def _toponym(place: ElementTree.Element, latitude: str, longitude: str, *, first: int) -> GoldToponym:
    start, end = int(place.findtext("start", "")) - first, int(place.findtext("end", "")) - first
    return GoldToponym(Span(start, end), float(place.findtext(latitude, "")), float(place.findtext(longitude, "")))


def _start(toponym: GoldToponym) -> Span:
    return toponym.span
