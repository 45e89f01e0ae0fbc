"""Layers of spans over a report: "this stretch is …"; nothing yet about who did what."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.event import Role
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


class Word(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What a tagger makes of one token within its sentence, in the terms of Universal Dependencies.

    `tag` is its part of speech ("VERB"), `relation` its relation ("nsubj") to the token at index `head` of
    `AnnotatedReport.tokens`; `head` is None for the root of the sentence. `happened` tells how sure the words make
    a reader that what this word tells of took place, from -3 (it did not) to 3 (it did); None where not asked. `event`
    has the types of the event that this word may tell of, as PLOVER calls them, with their probabilities, likeliest
    first and none below 0.05; None where not asked. `participants` has, for a word that may tell of an event, by role
    the tokens of its sentence that may stand for who takes part in it, likewise.
    """

    tag: str
    head: int | None
    relation: str
    happened: float | None = None
    event: dict[str, float] | None = None
    participants: dict[Role, dict[int, float]] | None = None


class Tagged(Struct, frozen=True, kw_only=True):
    """What a tagger finds in a text; `words` has one for each token, or none at all."""

    attributions: tuple[Attribution, ...] = ()
    names: tuple[NamedSpan, ...] = ()
    chains: tuple[CorefChain, ...] = ()
    words: tuple[Word, ...] = ()


class AnnotatedReport(Struct, frozen=True, kw_only=True):
    """A report with its layers, each in text order; `made_by` names what made them, with versions.

    `words` stands beside `tokens`, one for one; it is empty where no tagger parsed the report.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[NamedSpan, ...] = ()
    chains: tuple[CorefChain, ...] = ()
    words: tuple[Word, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    timexes: tuple[Timex, ...] = ()
    made_by: dict[str, str] = {}
