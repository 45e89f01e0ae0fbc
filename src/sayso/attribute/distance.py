"""Signs that the reporter keeps a distance from what is reported, and what each covers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.attribute.doubts import doubted
from sayso.attribute.nearby import Nearby
from sayso.attribute.neighbourhoods import Neighbourhoods
from sayso.attribute.phrases import low, phrase_end
from sayso.attribute.scare import scare_quotes
from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.annotation import Attribution, Token
from sayso.record.statement import Distance
from sayso.spans import Span, hull

_GAP = 6
"""Characters between "what it calls" and the mark that opens what it covers: an article, a blank."""
_TERM = 80
"""A quotation of so many characters is no term any more."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a sign of distance stands, its kind, and what it covers; None for a statement's whole content."""

    span: Span
    kind: str
    covers: Span | None = None


def distances_in(hoods: Neighbourhoods, nearest: Sequence[Nearby]) -> list[tuple[Distance, ...]]:
    """For each attribution the signs of distance from it, in text order; `nearest` is what stands near each."""
    signs = [set(_verb(near.verb)) for near in nearest]
    for sign in (*_words(hoods), *(Sign(span, "marks", span) for span in scare_quotes(hoods))):
        bearer = _bearer(hoods, sign)
        if bearer is not None:
            signs[bearer].add(sign)
    for doubtful, span, kind in doubted(hoods):
        signs[doubtful].add(Sign(span, kind))
    return [
        tuple(_told(hoods, number, sign) for sign in sorted(found, key=lambda one: one.span))
        for number, found in enumerate(signs)
    ]


def _told(hoods: Neighbourhoods, number: int, sign: Sign) -> Distance:
    report, content = hoods.annotated.report, hoods.attributions[number].content
    covers = sign.covers or (hull(content) if content else None)
    return Distance(
        words=report.words(sign.span), kind=sign.kind, covers=report.words(covers) if covers is not None else None
    )


def _verb(verb: Token | None) -> Iterator[Sign]:
    """The verb itself: "claimed", "alleged"."""
    if verb and any(one.distance for one, _ in cue_book().verbs.get(low(verb.text), ())):
        yield Sign(Span(verb.start, verb.end), "verb")


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:so-called|self-styled|self-proclaimed|self-described|purported|supposed|alleged"
        r"|what (?:\w+ ){1,3}?(?:calls?|called|describes?|described as|terms|termed|dubbed|claimed|claims|said) "
        r"(?:was |were |is |are )?)(?=\s|\b)",
        re.IGNORECASE,
    )


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:allegedly|purportedly|supposedly|reportedly|falsely|baselessly|dubiously|unconfirmed|unverified"
        r"|unsubstantiated|unproven|unfounded|baseless|unsupported)\b",
        re.IGNORECASE,
    )


def _words(hoods: Neighbourhoods) -> Iterator[Sign]:
    """Words that do it, with the phrase they stand before, or with all that is said."""
    text = hoods.annotated.report.text
    for match in _adjectives().finditer(text):
        covers = _phrase_after(hoods, match.end())
        if covers and (match.group().lower() != "alleged" or _is_adjective(hoods, match.start())):
            kept = match.group().rstrip()
            yield Sign(Span(match.start(), match.start() + len(kept)), "word", covers)
    for match in _adverbs().finditer(text):
        yield Sign(Span(*match.span()), "word")


def _phrase_after(hoods: Neighbourhoods, at: int) -> Span | None:
    """The noun phrase after a word, or what stands in marks there."""
    quotations = hoods.annotated.quotations
    number = bisect_left(quotations, at, key=lambda quotation: quotation.start)
    near = next((one for one in quotations[number : number + 1] if one.start <= at + _GAP), None)
    if near is not None and len(near) < _TERM:
        return Span(near.start, near.end)
    first = hoods.range_of(Span(at, at + 1)).start
    tokens = hoods.annotated.tokens[first : first + 12]
    words = [token.text for token in tokens]
    end = phrase_end(words, 0)
    return Span(tokens[0].start, tokens[end - 1].end) if end else None


def _is_adjective(hoods: Neighbourhoods, at: int) -> bool:
    """Whether "alleged" stands before a noun, and not after one as a verb."""
    before = hoods.tokens_before(Span(at, at + 1))
    word = low(before[0].text) if before else ""
    lists = word_lists()
    return not word[:1].isalpha() or word in lists["determiners"] | lists["possessives"] | lists["prepositions"]


def _bearer(hoods: Neighbourhoods, sign: Sign) -> int | None:
    """The statement a sign belongs to: the tightest whose content holds it, else one whose source or cue does.

    None in words that are quoted, which are not the reporter's, and where the sentence attributes nothing.
    """
    if sign.kind != "marks" and hoods.is_quoted(sign.span):
        return None
    holding = [
        (len(piece), number)
        for number, one in _near(hoods, sign.span)
        for piece in one.content
        if piece.covers(sign.span)
    ]
    if holding and (sign.covers is not None or _only_inside(hoods, sign, min(holding)[1])):
        return min(holding)[1]
    sentence = hoods.sentence_of(sign.span.start)
    beside = [
        (not _touches(one, sign.span), abs(one.cue[0].start - sign.span.start), number)
        for number, one in _near(hoods, sign.span)
        if one.cue and hoods.sentence_of(one.cue[0].start) == sentence
    ]
    return min(beside)[2] if beside else None


def _only_inside(hoods: Neighbourhoods, sign: Sign, number: int) -> bool:
    return not any(span.covers(sign.span) for span in hoods.attributions[number].cue)


def _touches(one: Attribution, span: Span) -> bool:
    return any(piece.overlaps(span) for piece in (*one.cue, *([one.source] if one.source else [])))


def _near(hoods: Neighbourhoods, span: Span) -> Sequence[tuple[int, Attribution]]:
    """Attributions that have a token of the sentence of `span`, with their numbers."""
    first, last = hoods.annotated.sentences[hoods.sentence_of(span.start)].tokens
    numbers = sorted({number for at in range(first, last) for number in hoods.touching[at]})
    return [(number, hoods.attributions[number]) for number in numbers]
