"""What is measured: corpus text read as `sayso read` reads it, and what of that is compared with gold.

A corpus gives text, not files, so a report is laid out around the text as it stands: offsets of findings are
offsets of the corpus. Everything from there on is the same as for any report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.evaluate.corpora.gold import Relation, Stretches
from sayso.protocols import Tagger
from sayso.record.annotation import AnnotatedReport
from sayso.record.ids import digest_of, report_id
from sayso.record.record import Record
from sayso.record.report import Block, BlockKind, Furniture, Origin, Report
from sayso.record.statement import Statement
from sayso.spans import Span

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as hops 3 and 4 leave it."""

    annotated: AnnotatedReport
    record: Record


@dataclass(frozen=True, slots=True)
class System:
    """What is measured; `tagger` is None for the rules alone."""

    name: str
    tagger: Tagger | None = None

    @property
    def version(self) -> str:
        """The name, and which tagger it is: "tagger en@2026.1"."""
        return f"{self.name} {self.tagger.version}" if self.tagger else self.name

    def annotate(self, report: Report) -> AnnotatedReport:
        """Hop 3."""
        from sayso.annotate.annotator import annotate

        return annotate(report, tagger=self.tagger)

    def read(self, report: Report) -> Reading:
        """Hops 3 and 4."""
        from sayso.attribute.attributor import attribute

        annotated = self.annotate(report)
        return Reading(annotated, attribute(annotated))


def report_of(text: str, *, headline: bool = False) -> Report:
    """A report whose text is `text`, each line a block; `headline` says that the first line is one."""
    lines = [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]
    kinds = [BlockKind.HEADLINE if headline and number == 0 else BlockKind.PARAGRAPH for number in range(len(lines))]
    body = lines[1:] if headline else lines
    content = text.encode()
    return Report(
        id=report_id(digest_of(content)),
        origin=Origin(digest=digest_of(content), media_type="text/plain", size_bytes=len(content), reader="corpus@1"),
        text=text,
        body=Span(body[0].start, body[-1].end) if body else None,
        blocks=tuple(Block(kind=kind, span=line, locator=None) for kind, line in zip(kinds, lines, strict=True)),
        furniture=Furniture(headline=lines[0].of(text) if headline and lines else None),
        language="en",
    )


def scored(record: Record) -> list[Statement]:
    """The statements that PolNeAR and its kin would mark.

    One within another is left out, since those corpora mark none inside a content, and so is one that attributes
    nothing ("declined to comment").
    """
    return [one for one in record.statements if one.within is None and one.content]


def relations_of(record: Record) -> list[Relation]:
    """The scored statements as spans."""
    return [relation_of(one) for one in scored(record)]


def relation_of(statement: Statement) -> Relation:
    """Source, cue and content of a statement, as plain spans."""
    source = [statement.source.words] if statement.source else []
    return Relation(_plain(source), _plain(statement.cue), _plain(statement.content))


def _plain(spans: Sequence[Span]) -> Stretches:
    return tuple(sorted(Span(span.start, span.end) for span in spans))
