"""The layers of hop 3 for paragraphs, and what the rules find in them."""

from __future__ import annotations

from builders import report_of
from sayso.annotate.found import Found, Piece
from sayso.annotate.passage import Passage, passage_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.rules import attributions_in
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of


def passage(*paragraphs: str, headline: str | None = None) -> Passage:
    report = report_of(*paragraphs, headline=headline)
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    return passage_of(report, tokens, sentences, quotations_of(report, tokens, firsts, sentences))


def attributed(*paragraphs: str, headline: str | None = None) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each attribution, as words."""
    seen = passage(*paragraphs, headline=headline)
    return [_words(seen, one) for one in attributions_in(seen)]


def _words(seen: Passage, one: Found) -> tuple[str | None, str, list[str]]:
    def words(piece: Piece) -> str:
        return seen.span(*piece).of(seen.report.text)

    return words(one.source) if one.source else None, words(one.cue), [words(piece) for piece in one.content]
