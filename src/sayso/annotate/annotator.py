"""Hop 3: a report to its layers of spans, in their order."""

from __future__ import annotations

from sayso.annotate.found import Found
from sayso.annotate.passage import Passage, passage_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.rules import attributions_in
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of
from sayso.protocols import Tagger
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.record.report import Report


def annotate(report: Report, *, tagger: Tagger | None = None) -> AnnotatedReport:
    """The layers of a report; with no tagger, attributions are found by rule and there are no names or chains."""
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    quotations = quotations_of(report, tokens, firsts, sentences)
    passage = passage_of(report, tokens, sentences, quotations)
    attributions = tuple(_attribution(passage, found) for found in attributions_in(passage))
    return AnnotatedReport(
        report=report,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=tuple(quotations),
        attributions=attributions,
    )


def _attribution(passage: Passage, found: Found) -> Attribution:
    return Attribution(
        cue=(passage.span(*found.cue),),
        source=passage.span(*found.source) if found.source else None,
        content=tuple(passage.span(*piece) for piece in found.content),
        method=f"rule:{found.rule}@1",
        confidence=0.5,
    )
