"""Statements as they are kept, once it is known who is who in the report."""

from __future__ import annotations

from sayso.attribute.actors.actors import Company
from sayso.attribute.headlines import with_headline_sources
from sayso.attribute.pointed import with_references
from sayso.attribute.sources import with_source_kinds
from sayso.record.annotation import AnnotatedReport
from sayso.record.statement import Statement


def rounded(annotated: AnnotatedReport, company: Company) -> tuple[Statement, ...]:
    """The company's statements with headline speakers, kinds of sources, addressees and venues joined to its actors."""
    spoken = with_headline_sources(annotated.report, company.statements, company.actors)
    kinds = with_source_kinds(annotated, spoken, company.actors, company.mentions)
    return with_references(annotated, kinds, company.mentions)
