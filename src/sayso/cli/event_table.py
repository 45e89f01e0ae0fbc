"""The events of a record: lines of JSON, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.cli.table import Head, print_table
from sayso.export.happenings import OWN_VOICE, Happening, Happenings
from sayso.export.jsonl import lines_of
from sayso.export.told import told_event
from sayso.query.events import EventQuery
from sayso.record.record import Failure, Record
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
            told = (told_event(event, finding) for event in self.query.of(finding))
            yield from lines_of("event", told, found.uri if located else None)

    def print(self, record: Record, console: Console) -> None:
        happenings = Happenings(record)
        rows = (_row(happenings.of(event)) for event in self.query.of(record))
        print_table(record.report, _HEADS, rows, console, "No events found.")


def _row(one: Happening) -> tuple[str, ...]:
    what = f"{one.what} ({one.numbers})" if one.numbers else one.what
    voice = " ← ".join(one.voice) or OWN_VOICE
    return (one.kind, one.who, one.whom, what, one.when, one.where, voice, one.told_as, one.event.id)
