"""The events of a record as a person reads them: who did what to whom, and on whose word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.export.visible import one_line
from sayso.export.wording import factuality_words, magnitude_words, time_words
from sayso.record.event import DONE_TO, Event, Participant, Role
from sayso.record.record import Record
from sayso.record.statement import Statement

OWN_VOICE = "the report"
NOT_NAMED = "a source not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event in words, each on one line and empty where nothing is known.

    `voice` names those on whose word it stands, from the one who tells it outwards; `told_as` says how sure they are.
    """

    event: Event
    kind: str
    who: str
    whom: str
    what: str
    numbers: str
    when: str
    where: str
    voice: tuple[str, ...]
    told_as: str

    def facts(self) -> list[str]:
        """All but the kind and the words, most telling first."""
        between = f"{self.who or 'somebody'} → {self.whom}" if self.whom else self.who
        on_whose = f"on the word of {', as told by '.join(self.voice)}" if self.voice else ""
        return [fact for fact in (between, self.numbers, self.when, self.where, on_whose, self.told_as) if fact]


class Happenings:
    """Tells the events of one record."""

    def __init__(self, record: Record) -> None:
        self._actors = {actor.id: actor for actor in record.actors}
        self._record = record

    def all(self) -> list[Happening]:
        """Every event of the record, in text order."""
        return [self.of(event) for event in self._record.events]

    def of(self, event: Event) -> Happening:
        """One event."""
        return Happening(
            event=event,
            kind=" ".join(filter(None, (event.type, (event.mode or "").replace("_", " ")))),
            who=self._those(event, [Role.ACTOR]),
            whom=self._those(event, DONE_TO),
            what=" … ".join(one_line(words.text) for words in event.trigger),
            numbers=", ".join(map(magnitude_words, event.magnitudes)),
            when=time_words(event.time) if event.time else "",
            where=one_line(event.place.words.text) if event.place else "",
            voice=tuple(map(self._speaker, self._record.word_of(event))),
            told_as=factuality_words(event),
        )

    def _those(self, event: Event, roles: Collection[Role]) -> str:
        """The names in some roles, each once, however many words of the report stand for it."""
        return ", ".join(dict.fromkeys(self._name(one) for one in event.participants if one.role in roles))

    def _name(self, participant: Participant) -> str:
        actor = self._actors.get(participant.reference.actor or "")
        name = one_line(actor.name if actor else participant.reference.words.text)
        return f"{name} ({participant.country})" if participant.country else name

    def _speaker(self, statement: Statement) -> str:
        if statement.source is None:
            return NOT_NAMED
        actor = self._actors.get(statement.source.actor or "")
        return one_line(actor.name if actor else statement.source.words.text)
