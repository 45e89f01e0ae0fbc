"""Places: gold toponyms put on the map, and a text read from end to end.

A place counts as right within 161 km (100 miles) of the gold point, the measure of the geoparsing literature. End
to end,
a toponym counts once a report for each spelling, as GeoVirus marks them, and demonyms and parts of names count on
neither side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.annotate.toponyms.resolve import resolve
from sayso.evaluate.corpora.geoparsing import GeoReport, reports
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.reading import System, report_of
from sayso.gazetteer.distance import distance_km
from sayso.gazetteer.file import shipped
from sayso.record.place import Place, ToponymRole

NEAR_KM = 161.0

_COUNTED = (ToponymRole.LITERAL, ToponymRole.METONYMIC)


def place_tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each report's counts."""
    for report in reports(folder, part):
        places = system.annotate(report_of(report.text)).places
        yield {
            ("gold toponyms", "within 161 km"): resolved(report),
            ("end to end", "found"): met(report, places, near_km=None),
            ("end to end", "found, and within 161 km"): met(report, places, near_km=NEAR_KM),
        }


def resolved(report: GeoReport) -> Counts:
    """How many of the gold toponyms are put near their gold point; found are those put anywhere."""
    spans = [toponym.span for toponym in report.toponyms]
    right = found = 0
    for one, gold in zip(resolve(report.text, spans, shipped()), report.toponyms, strict=True):
        found += bool(one.candidates)
        if one.candidates:
            entry = one.candidates[0].entry
            right += distance_km((entry.latitude, entry.longitude), (gold.latitude, gold.longitude)) <= NEAR_KM
    return matched(right, found, len(spans))


def met(report: GeoReport, places: Iterable[Place], *, near_km: float | None) -> Counts:
    """How many spellings are found that are gold, and near their gold point if `near_km` is given."""
    gold = {
        toponym.span.of(report.text): (toponym.latitude, toponym.longitude) for toponym in reversed(report.toponyms)
    }
    found: dict[str, tuple[float, float]] = {}
    for place in places:
        if place.role in _COUNTED and place.latitude is not None and place.longitude is not None:
            found.setdefault(place.words.text, (place.latitude, place.longitude))
    right = sum(
        words in gold and (near_km is None or distance_km(point, gold[words]) <= near_km)
        for words, point in found.items()
    )
    return matched(right, len(found), len(gold))
