"""Attributions read as statements: source, cue and content joined with all that is told beside them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.acts import act_of
from sayso.attribute.manner import manner_of, quoted_parts
from sayso.attribute.neighbourhoods import Neighbourhoods
from sayso.attribute.polarity import polarity_of
from sayso.attribute.told import told_beside
from sayso.attribute.worded import Wordings
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.reference import Reference
from sayso.record.statement import Statement
from sayso.spans import Span


def statements_of(annotated: AnnotatedReport) -> tuple[Statement, ...]:
    """A statement for each attribution, in order of their cues, nested ones pointing at what they are within."""
    ordered = sorted(annotated.attributions, key=lambda one: (*_places(one)[0:1], *_places(one)))
    hoods = Neighbourhoods.of(annotated, ordered)
    joiner = _Joiner(annotated, Wordings.in_report(annotated))
    ids = [finding_id("st", annotated.report.id, _places(one)) for one in ordered]
    outer = (None if around is None else ids[around] for around in hoods.outer)
    plain = [joiner.statement(one, identity, within) for one, identity, within in zip(ordered, ids, outer, strict=True)]
    return told_beside(hoods, plain)


def _places(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.cue, *attribution.content)


@dataclass(frozen=True, slots=True)
class _Joiner:
    annotated: AnnotatedReport
    wordings: Wordings

    def statement(self, one: Attribution, identity: str, within: str | None) -> Statement:
        report = self.annotated.report
        quoted = quoted_parts(one.content, self.annotated.quotations, report.text)
        wording = self.wordings.of(one, quoted)
        act = act_of(wording)
        return Statement(
            id=identity,
            report_id=report.id,
            manner=manner_of(one.content, quoted, report.text),
            content=tuple(report.words(span) for span in one.content),
            cue=tuple(report.words(span) for span in one.cue),
            source=Reference(words=report.words(one.source)) if one.source else None,
            evidence=Evidence(spans=_places(one), method=one.method, confidence=one.confidence),
            quoted=tuple(report.words(span) for span in quoted),
            act=act,
            polarity=polarity_of(act, wording),
            within=within,
        )
