"""Findings that stand alone on a line: with whose words they are, and the report they come from."""

from __future__ import annotations

from msgspec import Struct

from sayso.record.actor import Actor
from sayso.record.event import Event
from sayso.record.record import Record
from sayso.record.report import Report
from sayso.record.statement import Statement


class Origin(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The report that a finding comes from; None where it does not say."""

    id: str
    headline: str | None = None
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


class ToldStatement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A statement with its speaker, if the report tells who that is."""

    statement: Statement
    speaker: Actor | None = None
    report: Origin


class ToldEvent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An event with the actors that take part in it, and the statements on whose word it stands, innermost first."""

    event: Event
    actors: tuple[Actor, ...] = ()
    word_of: tuple[ToldStatement, ...] = ()
    report: Origin


def told_statement(statement: Statement, record: Record) -> ToldStatement:
    """The statement of the record, as a line of its own."""
    wanted = statement.source.actor if statement.source else None
    speaker = next((actor for actor in record.actors if actor.id == wanted), None)
    return ToldStatement(statement=statement, speaker=speaker, report=_origin(record.report))


def told_event(event: Event, record: Record) -> ToldEvent:
    """The event of the record, as a line of its own."""
    wanted = {participant.reference.actor for participant in event.participants}
    return ToldEvent(
        event=event,
        actors=tuple(actor for actor in record.actors if actor.id in wanted),
        word_of=tuple(told_statement(statement, record) for statement in record.word_of(event)),
        report=_origin(record.report),
    )


def _origin(report: Report) -> Origin:
    furniture = report.furniture
    stamp = furniture.first_published
    return Origin(
        id=report.id,
        headline=furniture.headline,
        publisher=furniture.publisher,
        agencies=furniture.agencies,
        published=stamp.value if stamp else None,
        url=furniture.canonical_url,
    )
