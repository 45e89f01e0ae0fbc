"""The events of a record: lines of JSON, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from sayso.cli.table import Head, print_table
from sayso.export.jsonl import placed
from sayso.export.told import told_event
from sayso.export.wording import factuality_words, magnitude_words, time_words
from sayso.query.events import EventQuery, word_of
from sayso.record.event import Event, Participant, Role
from sayso.record.record import Failure, Record
from sayso.record.statement import Statement
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console

_HEADS = (
    *(Head("type", whole=True), Head("who"), Head("to whom"), Head("what"), Head("when"), Head("where")),
    *(Head("on whose word"), Head("told as"), Head("id", whole=True)),
)


@dataclass(frozen=True, slots=True)
class Events:
    """The view of `sayso events`."""

    query: EventQuery = field(default_factory=EventQuery)
    noun: str = "events"
    sparse: bool = True

    def count(self, record: Record) -> int:
        return sum(1 for _ in self.query.of(record))

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        if isinstance(finding, Record):
            statements = {statement.id: statement for statement in finding.statements}
            for event in self.query.of(finding):
                line = msgspec.json.encode(told_event(event, word_of(event, statements), finding))
                yield placed(found.uri, "event", line) if located else line

    def print(self, record: Record, console: Console) -> None:
        rows = (_Row(record).cells(event) for event in self.query.of(record))
        print_table(record.report, _HEADS, rows, console, "No events found.")


class _Row:
    """What a table tells of an event of one record."""

    def __init__(self, record: Record) -> None:
        self._actors = {actor.id: actor for actor in record.actors}
        self._statements = {statement.id: statement for statement in record.statements}

    def cells(self, event: Event) -> tuple[str, ...]:
        return (
            f"{event.type} {event.mode or ''}".strip().replace("_", " "),
            self._those(event, Role.ACTOR),
            self._those(event, Role.RECIPIENT),
            " … ".join([words.text for words in event.trigger] + list(map(magnitude_words, event.magnitudes))),
            time_words(event.time) if event.time else "",
            event.place.words.text if event.place else "",
            " ← ".join(map(self._speaker, word_of(event, self._statements))) or "the report",
            factuality_words(event),
            event.id,
        )

    def _those(self, event: Event, role: Role) -> str:
        return ", ".join(self._name(one) for one in event.participants if one.role is role)

    def _name(self, participant: Participant) -> str:
        actor = self._actors.get(participant.reference.actor or "")
        name = actor.name if actor else participant.reference.words.text
        return f"{name} ({participant.country})" if participant.country else name

    def _speaker(self, statement: Statement) -> str:
        if statement.source is None:
            return "source not named"
        actor = self._actors.get(statement.source.actor or "")
        return actor.name if actor else statement.source.words.text
