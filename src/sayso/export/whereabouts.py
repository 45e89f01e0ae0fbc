"""The places and times of a record as a person looks them up: each once, with where the report names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.export.visible import one_line
from sayso.export.wording import range_words
from sayso.record.place import Place, ToponymRole
from sayso.record.record import Record
from sayso.record.when import Timex
from sayso.spans import Words


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or a time: its name, what more is known, and the findings that name it, in text order."""

    name: str
    detail: str
    findings: tuple[Place | Timex, ...]

    def words(self) -> list[str]:
        """The different words the report has for it."""
        return list(dict.fromkeys(one_line(finding.words.text) for finding in self.findings))


def places_of(record: Record) -> list[Spot]:
    """The places where something is, in text order; names that stand for a government or a people are left out."""
    kept = [place for place in record.places if place.role == ToponymRole.LITERAL and place.name]
    return list(_once(((_place_name(place), _country(place)), place) for place in kept))


def credit_of(record: Record) -> str | None:
    """Whom the licence of the places shown asks to be named; None where nobody is."""
    if any((place.gazetteer_id or "").startswith("geonames:") for place in record.places):
        return "Places from GeoNames (CC BY 4.0), outlines from Natural Earth."
    return None


def times_of(record: Record) -> list[Spot]:
    """The times whose day or span is known, earliest first."""
    kept = [(range_words(timex.range), timex) for timex in record.timexes if timex.range]
    dated = [(words, timex) for words, timex in kept if words]
    dated.sort(key=lambda pair: (pair[1].range and pair[1].range.earliest) or "")
    return list(_once(((words, ""), timex) for words, timex in dated))


def notes_of(record: Record) -> list[tuple[str, Words]]:
    """Id and words of every place and time of the record, and of the words that tell of each event."""
    findings: tuple[Place | Timex, ...] = (*record.places, *record.timexes)
    told = [(event.id, event.trigger[0]) for event in record.events if event.trigger]
    return [(finding.id, finding.words) for finding in findings] + told


def _once(named: Iterable[tuple[tuple[str, str], Place | Timex]]) -> Iterator[Spot]:
    spots: dict[tuple[str, str], list[Place | Timex]] = {}
    for key, finding in named:
        spots.setdefault(key, []).append(finding)
    return (Spot(name, detail, tuple(findings)) for (name, detail), findings in spots.items())


def _place_name(place: Place) -> str:
    name = one_line(place.name or place.words.text)
    return f"{one_line(place.relation)} {name}" if place.relation else name


def _country(place: Place) -> str:
    return place.country if place.country and place.kind != "country" else ""
