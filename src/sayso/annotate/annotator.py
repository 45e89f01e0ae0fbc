"""Hop 3: a report to its layers of spans, in their order."""

from __future__ import annotations

from sayso.annotate.confidence import FLOOR, confidence_of
from sayso.annotate.found import Found
from sayso.annotate.merge import merged
from sayso.annotate.passage import Passage, passage_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.rules import attributions_in
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of
from sayso.protocols import Tagger
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.record.report import Report


def annotate(report: Report, *, tagger: Tagger | None = None) -> AnnotatedReport:
    """The layers of a report.

    With no tagger, attributions are found by rule and there are no names or chains. With one, its attributions take the
    place of the rules'; a few rules still add what it did not see (`evidence.method` says which).
    """
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    quotations = quotations_of(report, tokens, firsts, sentences)
    passage = passage_of(report, tokens, sentences, quotations)
    ruled = _ruled(passage)
    tagged, names, chains = tagger.tag(report.text, sentences, tokens) if tagger else ((), (), ())
    return AnnotatedReport(
        report=report,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=tuple(quotations),
        names=names,
        chains=chains,
        attributions=merged(tagged, ruled) if tagger else ruled,
    )


def _ruled(passage: Passage) -> tuple[Attribution, ...]:
    """What the rules find and are sure enough of."""
    found = ((one, confidence_of(one)) for one in attributions_in(passage))
    return tuple(_attribution(passage, one, confidence) for one, confidence in found if confidence >= FLOOR)


def _attribution(passage: Passage, found: Found, confidence: float) -> Attribution:
    return Attribution(
        cue=(passage.span(*found.cue),),
        source=passage.span(*found.source) if found.source else None,
        content=tuple(passage.span(*piece) for piece in found.content),
        method=f"rule:{found.rule}@1",
        confidence=confidence,
    )
