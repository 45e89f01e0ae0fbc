"""Which events somebody asks for: what, who, to whom, where, when, and on whose word."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.query.days import Days, published
from sayso.query.names import Actors, names_of, names_one
from sayso.record.event import DONE_TO, Certainty, Event, Occurrence, Participant, Role
from sayso.record.record import Record


class Voice(StrEnum):
    """In whose voice an event is told."""

    REPORT = "report"
    ATTRIBUTED = "attributed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """What is None or empty lets everything through.

    `actor`, `recipient` and `word_of` (on whose word it stands) are words of a name or role, or a country's code;
    `place` words of a place's name, or its country's code. `days` are those of the event, or where the report does
    not tell them, the day of its publication.
    """

    types: frozenset[str] = frozenset()
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    word_of: str | None = None
    voice: Voice | None = None
    days: Days = field(default_factory=Days)

    def of(self, record: Record) -> Iterator[Event]:
        """The events asked for, in text order."""
        known = _Known(record)
        for event in record.events:
            if (not self.types or event.type in self.types) and self._told(event, known) and self._done(event, known):
                yield event

    def _told(self, event: Event, known: _Known) -> bool:
        if self.voice and not _IN_VOICE[self.voice](event):
            return False
        return self.word_of is None or names_one(self.word_of, known.word_of(event))

    def _done(self, event: Event, known: _Known) -> bool:
        asked = ((self.actor, (Role.ACTOR,)), (self.recipient, DONE_TO))
        if not all(name is None or names_one(name, known.names(event, roles)) for name, roles in asked):
            return False
        if self.place is not None and not names_one(self.place, known.places(event)):
            return False
        return self.days.may_hold(event.time.range if event.time and event.time.range else known.published)


class _Known:
    """What a record knows of those whom its events point at."""

    def __init__(self, record: Record) -> None:
        self.actors: Actors = {actor.id: actor for actor in record.actors}
        self.record = record
        self.published = published(record.report)
        self._places = {place.id: place for place in record.places}

    def word_of(self, event: Event) -> Iterator[str]:
        """The names of everyone on whose word the event stands, innermost first."""
        for statement in self.record.word_of(event):
            yield from names_of(statement.source, self.actors)
            actor = self.actors.get(statement.source.actor or "") if statement.source else None
            yield from filter(None, [actor and actor.country])

    def names(self, event: Event, roles: Collection[Role]) -> Iterator[str]:
        for participant in event.participants:
            if participant.role in roles:
                yield from self._names(participant)

    def places(self, event: Event) -> Iterator[str]:
        if event.place is not None:
            place = self._places.get(event.place.place or "")
            yield event.place.words.text
            if place is not None:
                yield from filter(None, (getattr(place, name, None) for name in ("name", "country")))

    def _names(self, participant: Participant) -> Iterator[str]:
        yield from names_of(participant.reference, self.actors)
        yield from filter(None, [participant.country])


def _is_fact(event: Event) -> bool:
    """Told in the report's own voice, as something that certainly happened or goes on."""
    told = event.report_factuality
    happened = told is None or told.occurrence in (Occurrence.HAPPENED, Occurrence.ONGOING)
    return event.attributed_to is None and happened and (told is None or told.certainty is Certainty.CERTAIN)


def _is_denied(event: Event) -> bool:
    told = (event.report_factuality, event.source_factuality)
    return any(one is not None and one.occurrence is Occurrence.DID_NOT_HAPPEN for one in told)


_IN_VOICE = {
    Voice.REPORT: _is_fact,
    Voice.ATTRIBUTED: lambda event: event.attributed_to is not None,
    Voice.DENIED: _is_denied,
}
