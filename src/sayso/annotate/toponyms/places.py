"""A report's toponyms as places of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.passage import Passage
from sayso.annotate.toponyms.candidates import candidates
from sayso.annotate.toponyms.find import find_toponyms
from sayso.annotate.toponyms.relations import Relation, moved, relation_before
from sayso.annotate.toponyms.resolve import Resolved, meant, resolve
from sayso.annotate.toponyms.roles import Judged, role_of
from sayso.gazetteer.file import Entry, Gazetteer
from sayso.gazetteer.file import PlaceKind as Level
from sayso.ontology.places import alpha3_codes
from sayso.record.annotation import NamedSpan
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.place import Place, PlaceCandidate, PlaceKind, ToponymRole
from sayso.record.report import Report
from sayso.spans import Span

METHOD = "rule:toponym@1"

_KINDS = {
    Level.CONTINENT: PlaceKind.REGION,
    Level.REGION: PlaceKind.REGION,
    Level.COUNTRY: PlaceKind.COUNTRY,
    Level.ADMIN1: PlaceKind.ADMIN1,
    Level.ADMIN2: PlaceKind.ADMIN2,
    Level.CITY: PlaceKind.TOWN,
    Level.SITE: PlaceKind.SITE,
}
_CODES = {
    PlaceKind.TOWN: (1, 1),
    PlaceKind.SITE: (1, 1),
    PlaceKind.ADMIN2: (2, 3),
    PlaceKind.ADMIN1: (3, 4),
    PlaceKind.REGION: (3, 5),
    PlaceKind.BORDER: (3, 5),
    PlaceKind.COUNTRY: (3, 6),
}
"""ACLED's geo_precision and UCDP GED's where_prec for a place of each kind, taken as it stands."""

_WIDE_KM = 20.0
"""From this radius on an island or a river is told as a region is."""

_NEAR_KM = 25.0
"""What UCDP GED counts as "around" a place."""

_KEPT = 5
"""Candidates that the record shows."""

_BORDER = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)[-–—]([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:border|frontier)\b")


def places_of(
    passage: Passage, gazetteer: Gazetteer, *, names: Sequence[NamedSpan] = (), home: tuple[float, float] | None = None
) -> tuple[Place, ...]:
    """Every toponym of the report, with the place it stands for where the gazetteer has one, in text order.

    `home` is (latitude, longitude) of where the report was filed, None if unknown.
    """
    report = passage.report
    borders = list(_borders(report, gazetteer))
    toponyms = [
        toponym
        for toponym in find_toponyms(passage, gazetteer, names)
        if not any(toponym.span.overlaps(border.words) for border in borders)
    ]
    resolved = resolve(report.text, [toponym.span for toponym in toponyms], gazetteer, home=home)
    found = []
    before: Judged | None = None
    for toponym, one in zip(toponyms, resolved, strict=True):
        entry = one.candidates[0].entry if one.candidates else None
        before = Judged(toponym, entry, role_of(passage, toponym, entry, before))
        found.append(_place(report, one, before.role))
    return tuple(sorted((*found, *borders), key=lambda place: (place.words.start, place.words.end)))


def _place(report: Report, resolved: Resolved, role: ToponymRole) -> Place:
    span = resolved.span
    identity = {
        "id": finding_id("pl", report.id, (span,)),
        "report_id": report.id,
        "words": report.words(span),
        "role": role,
    }
    if not resolved.candidates:
        evidence = Evidence(spans=(span,), method=METHOD, confidence=0.5)
        return Place(**identity, evidence=evidence)  # type: ignore[arg-type]
    best, share = meant(resolved)
    relation = relation_before(report.text, span) if role == ToponymRole.LITERAL else None
    return Place(
        **identity,  # type: ignore[arg-type]
        evidence=Evidence(spans=(span,), method=METHOD, confidence=round(share, 3)),
        name=best.entry.name,
        gazetteer_id=best.entry.id,
        country=alpha3_codes().get(best.entry.country or ""),
        candidates=tuple(_candidates(resolved)),
        **_where(best.entry, relation, part=best.part),  # type: ignore[arg-type]
    )


def _where(entry: Entry, relation: Relation | None, *, part: bool) -> dict[str, object]:
    wide = entry.kind is Level.SITE and entry.radius_km >= _WIDE_KM
    kind = PlaceKind.REGION if wide else _KINDS[entry.kind]
    geo_precision, where_prec = _CODES[kind]
    latitude, longitude, radius = entry.latitude, entry.longitude, entry.radius_km
    if relation and relation.distance_km is not None:
        latitude, longitude, radius = _offset(entry, relation)
    elif relation and relation.near:
        radius = max(radius, _NEAR_KM)
    if relation and relation.near and kind in (PlaceKind.TOWN, PlaceKind.SITE):
        geo_precision, where_prec = 2, 2
    elif (relation or part) and kind in (PlaceKind.TOWN, PlaceKind.SITE, PlaceKind.ADMIN2):
        geo_precision = 2
    return {
        "kind": kind,
        "relation": relation.words if relation else None,
        "latitude": latitude,
        "longitude": longitude,
        "radius_km": radius,
        "geo_precision": geo_precision,
        "where_prec": where_prec,
    }


def _offset(entry: Entry, relation: Relation) -> tuple[float, float, float]:
    """Point and radius of a place told by its distance; without a direction it lies anywhere on the circle."""
    distance = relation.distance_km or 0.0
    if relation.bearing is None:
        return entry.latitude, entry.longitude, round(entry.radius_km + distance, 1)
    latitude, longitude = moved(entry.latitude, entry.longitude, distance, relation.bearing)
    return latitude, longitude, round(max(5.0, entry.radius_km + 0.2 * distance), 1)


def _candidates(resolved: Resolved) -> Iterator[PlaceCandidate]:
    for candidate, share in list(zip(resolved.candidates, resolved.shares, strict=True))[:_KEPT]:
        entry = candidate.entry
        country = alpha3_codes().get(entry.country or "")
        yield PlaceCandidate(gazetteer_id=entry.id, name=entry.name, share=round(share, 3), country=country)


def _borders(report: Report, gazetteer: Gazetteer) -> Iterator[Place]:
    """Borders named by their two countries: an area along a line, for which no point is drawn."""
    for found in _BORDER.finditer(report.text):
        countries = [_country(name, gazetteer) for name in found.groups()]
        if None in countries:
            continue
        span = Span(*found.span())
        geo_precision, where_prec = _CODES[PlaceKind.BORDER]
        yield Place(
            id=finding_id("pl", report.id, (span,)),
            report_id=report.id,
            words=report.words(span),
            role=ToponymRole.LITERAL,
            evidence=Evidence(spans=(span,), method="rule:border@1", confidence=0.95),
            name=found[0],
            kind=PlaceKind.BORDER,
            country="/".join(code for code in countries if code),
            geo_precision=geo_precision,
            where_prec=where_prec,
        )


def _country(name: str, gazetteer: Gazetteer) -> str | None:
    entries = [candidate.entry for candidate in candidates(name, gazetteer)]
    codes = [alpha3_codes().get(entry.country or "") for entry in entries if entry.kind == Level.COUNTRY]
    return codes[0] if codes else None
