"""Hop 3: a report to its layers of spans, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.annotate.clauses import with_clauses
from sayso.annotate.confidence import FLOOR, confidence_of
from sayso.annotate.crossing import uncrossed
from sayso.annotate.entitled import with_entitled
from sayso.annotate.found import Found
from sayso.annotate.given import with_given
from sayso.annotate.headlines import clipped
from sayso.annotate.inner import claimed, inner_in, insides_of
from sayso.annotate.merge import merged
from sayso.annotate.own_voice import without_own_voice
from sayso.annotate.passage import Passage, passage_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.rejected import without_rejected
from sayso.annotate.repairs import repaired
from sayso.annotate.rules import attributions_in
from sayso.annotate.sentences import sentences_of
from sayso.annotate.timex.anchor import Anchor, anchor_of
from sayso.annotate.timex.finder import find_times
from sayso.annotate.tokens import tokens_of
from sayso.annotate.toponyms.home import home_of, offset_at
from sayso.annotate.toponyms.places import places_of
from sayso.annotate.tree import Tree
from sayso.annotate.unclaimed import with_unclaimed
from sayso.gazetteer.file import Entry, Gazetteer, shipped
from sayso.protocols import Tagger
from sayso.record.annotation import AnnotatedReport, Attribution, Tagged
from sayso.record.report import BlockKind, Report

VERSION = "rule@1"
LANGUAGE = "en"
"""The language in which attributions, places and times are found."""


def annotate(report: Report, *, tagger: Tagger | None = None, gazetteer: Gazetteer | None = None) -> AnnotatedReport:
    """The layers of a report.

    With no tagger, attributions are found by rule and there are no names or chains. With one, its attributions take
    the place of the rules'; a few rules still add what it did not see (`evidence.method` says which). Places are
    looked up in `gazetteer` (the shipped one if None); times count from the day the report was filed. In a report
    that is told to be in another language than English nothing is looked for but sentences, words and quotation
    marks.
    """
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    quotations = quotations_of(report, tokens, firsts, sentences)
    plain = AnnotatedReport(
        report=report,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=tuple(quotations),
        made_by={"annotate": VERSION},
    )
    if report.language not in (None, LANGUAGE):
        return plain
    passage = passage_of(report, tokens, sentences, quotations)
    outer, inner = _ruled(passage)
    ruled = sorted([*outer, *inner], key=lambda one: one.cue[0])
    tagged = _apart(report, tagger.tag(report.text, sentences, tokens)) if tagger else Tagged()
    names = with_given(tagged.names, tokens)
    found = merged(tagged.attributions, ruled, report.text) if tagger else tuple(ruled)
    tree = Tree.of(tagged.words, sentences)
    found = without_rejected(passage, with_clauses(passage, tree, repaired(passage, tree, found)))
    found = with_entitled(passage, uncrossed(passage, found))
    gazetteer = gazetteer or shipped()
    home = home_of(report.furniture, gazetteer)
    return msgspec.structs.replace(
        plain,
        names=names,
        chains=tagged.chains,
        words=tagged.words,
        attributions=without_own_voice(passage, claimed(with_unclaimed(passage, found), inner)),
        places=places_of(passage, gazetteer, names=names, home=(home.latitude, home.longitude) if home else None),
        timexes=find_times(report.text, sentences, _anchor(report, home), report_id=report.id),
        made_by=plain.made_by | ({"tagger": tagger.version} if tagger else {}),
    )


def _anchor(report: Report, home: Entry | None) -> Anchor:
    """The day that times count from, by the clocks of the place the report was filed from."""
    stamp = report.furniture.first_published if report.furniture.dateline else None
    return anchor_of(report.furniture, dateline_offset=offset_at(home, stamp.value if stamp else None))


def _ruled(passage: Passage) -> tuple[list[Attribution], list[Attribution]]:
    """What the rules find and are sure enough of: outside quotation marks, and inside."""
    insides = insides_of(passage)
    return list(_sure(passage, attributions_in(passage))), list(_sure(insides, inner_in(insides)))


def _apart(report: Report, tagged: Tagged) -> Tagged:
    """What a tagger found, with headline and text kept apart: a sentence does not go on from one into the other."""
    headlines = [block.span for block in report.blocks if block.kind is BlockKind.HEADLINE]
    found = tuple(clipped(one, headlines, report.text) for one in tagged.attributions) if headlines else None
    return msgspec.structs.replace(tagged, attributions=found) if found else tagged


def _sure(passage: Passage, found: Iterable[Found]) -> Iterator[Attribution]:
    rated = ((one, confidence_of(one)) for one in found)
    return (_attribution(passage, one, confidence) for one, confidence in rated if confidence >= FLOOR)


def _attribution(passage: Passage, found: Found, confidence: float) -> Attribution:
    return Attribution(
        cue=(passage.span(*found.cue),),
        source=passage.span(*found.source) if found.source else None,
        content=tuple(passage.span(*piece) for piece in found.content),
        method=f"rule:{found.rule}@1",
        confidence=confidence,
    )
