"""Statements from paragraphs, by rules alone."""

from __future__ import annotations

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.statements import statements_of
from sayso.record.statement import Statement


def statements(*paragraphs: str) -> tuple[Statement, ...]:
    return statements_of(annotate(report_of(*paragraphs)))


def statement(text: str) -> Statement:
    (only,) = statements(text)
    return only
