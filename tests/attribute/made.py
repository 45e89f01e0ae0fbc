"""Statements from paragraphs, by rules alone."""

from __future__ import annotations

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.record.statement import Statement


def statements(*paragraphs: str) -> tuple[Statement, ...]:
    return attribute(annotate(report_of(*paragraphs))).statements


def statement(text: str) -> Statement:
    (only,) = statements(text)
    return only
