"""Layers of spans over a report: "this stretch is …"; nothing yet about who did what."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.place import Place
from sayso.record.report import Report
from sayso.record.when import Timex
from sayso.spans import Span


class Token(Span, frozen=True, kw_only=True):
    """A word or a mark, with its words (`text == report.text[start:end]`)."""

    text: str


class Sentence(Span, frozen=True, kw_only=True):
    """A sentence.

    `block` is the index of its block, `tokens` the half-open range of its tokens in `AnnotatedReport.tokens`.
    """

    block: int
    tokens: tuple[int, int]


class Quotation(Span, frozen=True, kw_only=True):
    """A stretch inside quotation marks, before anyone owns it.

    The span covers the inside, without the marks. `opened` and `closed` say whether each mark is there; a
    quotation over several paragraphs has one `Quotation` a paragraph, joined by `continues` (the index of
    the one before). `depth` is 0 for an outer one.
    """

    opened: bool
    closed: bool
    depth: int = 0
    continues: int | None = None


class MentionKind(StrEnum):
    """How a mention refers."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOMINAL = "pronominal"


class NamedSpan(Span, frozen=True, kw_only=True):
    """A name found in the text.

    `label` is its class ("person", "organisation", "gpe", "norp" …), `score` raw in [0, 1].
    """

    label: str
    score: float


class CorefChain(Struct, frozen=True, kw_only=True):
    """Mentions of one thing within one report, in text order, with the kind of each."""

    mentions: tuple[Span, ...]
    kinds: tuple[MentionKind, ...]


class Attribution(Struct, frozen=True, kw_only=True):
    """The relation source, cue, content as found by spans, before it is read as a statement.

    `source` is None where none was found; contents may be discontinuous, and `content` is empty for a cue
    that attributes nothing ("declined to comment"). `method` and `confidence` are as in `Evidence`.
    """

    cue: tuple[Span, ...]
    source: Span | None
    content: tuple[Span, ...]
    method: str
    confidence: float


class AnnotatedReport(Struct, frozen=True, kw_only=True):
    """A report with its layers, each in text order; `made_by` names what made them, with versions."""

    report: Report
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[NamedSpan, ...] = ()
    chains: tuple[CorefChain, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    timexes: tuple[Timex, ...] = ()
    made_by: dict[str, str] = {}
