"""A record in the form in which people mark the benchmark of attributed events."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.evaluate.corpora.attributed_events import (
    MarkedEvent,
    MarkedMagnitude,
    MarkedParticipant,
    MarkedPlace,
    MarkedReport,
    MarkedStatement,
    MarkedTime,
)
from sayso.record.event import DONE_TO, Certainty, Event, Factuality, Magnitude, Occurrence, Participant, Role
from sayso.record.place import Place, ToponymRole
from sayso.record.record import Record
from sayso.record.reference import PlaceReference, Reference, TimeReference
from sayso.record.statement import Statement
from sayso.spans import Span

_TOPONYMS = (ToponymRole.LITERAL, ToponymRole.METONYMIC)
_AS_TOLD = Factuality(certainty=Certainty.CERTAIN, occurrence=Occurrence.HAPPENED)


def marks_of(record: Record, report: str) -> MarkedReport:
    """What the record finds, as offsets; `report` is the benchmark's name of the report."""
    return MarkedReport(
        report=report,
        by="sayso",
        statements=tuple(map(_statement, record.statements)),
        events=tuple(map(_event, record.events)),
        times=tuple(MarkedTime(words=_plain(timex.words), value=timex.value) for timex in record.timexes),
        places=tuple(_place(place) for place in record.places if place.role in _TOPONYMS),
    )


def _statement(statement: Statement) -> MarkedStatement:
    return MarkedStatement(
        id=statement.id,
        source=_words(statement.source),
        cue=tuple(map(_plain, statement.cue)),
        content=tuple(map(_plain, statement.content)),
        act=statement.act,
        within=statement.within,
    )


def _event(event: Event) -> MarkedEvent:
    told = (event.source_factuality if event.attributed_to else event.report_factuality) or _AS_TOLD
    return MarkedEvent(
        id=event.id,
        type=event.type,
        trigger=_plain(event.trigger[0]),
        mentions=tuple(map(_plain, (*event.trigger[1:], *event.mentions))),
        actor=_participants(event, (Role.ACTOR,)),
        recipient=_participants(event, DONE_TO),
        place=_words(event.place),
        time=_words(event.time),
        occurrence=told.occurrence,
        certainty=told.certainty,
        report_factuality=event.report_factuality if event.attributed_to else None,
        attributed_to=event.attributed_to,
        magnitudes=tuple(map(_magnitude, event.magnitudes)),
    )


def _participants(event: Event, roles: Iterable[Role]) -> tuple[MarkedParticipant, ...]:
    return tuple(map(_participant, (one for one in event.participants if one.role in roles)))


def _participant(participant: Participant) -> MarkedParticipant:
    return MarkedParticipant(words=_plain(participant.reference.words), country=participant.country)


def _magnitude(magnitude: Magnitude) -> MarkedMagnitude:
    return MarkedMagnitude(
        what=magnitude.what,
        words=_plain(magnitude.words),
        low=magnitude.low,
        high=magnitude.high,
        attributed_to=magnitude.attributed_to,
    )


def _place(place: Place) -> MarkedPlace:
    return MarkedPlace(
        words=_plain(place.words), country=place.country, latitude=place.latitude, longitude=place.longitude
    )


def _words(reference: Reference | PlaceReference | TimeReference | None) -> Span | None:
    return _plain(reference.words) if reference else None


def _plain(span: Span) -> Span:
    return Span(span.start, span.end)
