"""Hop 4: a report with its layers to the record of who said what."""

from __future__ import annotations

from sayso.attribute.statements import statements_of
from sayso.record.annotation import AnnotatedReport
from sayso.record.record import Record

VERSION = "rule@1"


def attribute(annotated: AnnotatedReport) -> Record:
    """The record that an annotated report supports: its statements, in text order."""
    return Record(report=annotated.report, statements=statements_of(annotated), made_by={"attribute": VERSION})
