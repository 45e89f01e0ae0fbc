"""Hop 4: a report with its layers to the record of who said what."""

from __future__ import annotations

import msgspec

from sayso.attribute.actors.actors import company_of
from sayso.attribute.events.events import events_of
from sayso.attribute.methods import with_methods
from sayso.attribute.rounding import rounded
from sayso.attribute.said import dated
from sayso.attribute.statements import statements_of
from sayso.record.annotation import AnnotatedReport
from sayso.record.record import Record

VERSION = "rule@1"


def attribute(annotated: AnnotatedReport) -> Record:
    """The record that an annotated report supports: its statements, events, actors, places and times, in text order."""
    statements = [dated(statement, annotated.timexes) for statement in statements_of(annotated)]
    company = company_of(annotated, statements)
    record = Record(
        report=annotated.report,
        statements=tuple(map(with_methods, rounded(annotated, company))),
        actors=company.actors,
        mentions=company.mentions,
        places=annotated.places,
        timexes=annotated.timexes,
        made_by=annotated.made_by | {"attribute": VERSION},
    )
    return msgspec.structs.replace(record, events=events_of(annotated, record))
