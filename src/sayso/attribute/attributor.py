"""Hop 4: a report with its layers to the record of who said what."""

from __future__ import annotations

from sayso.attribute.said import dated
from sayso.attribute.statements import statements_of
from sayso.record.annotation import AnnotatedReport
from sayso.record.record import Record

VERSION = "rule@1"


def attribute(annotated: AnnotatedReport) -> Record:
    """The record that an annotated report supports: its statements, places and times, each in text order."""
    return Record(
        report=annotated.report,
        statements=tuple(dated(statement, annotated.timexes) for statement in statements_of(annotated)),
        places=annotated.places,
        timexes=annotated.timexes,
        made_by={"attribute": VERSION},
    )
