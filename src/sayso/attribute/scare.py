"""Words in marks that the reporter does not share: the "liberators", its "special units"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribute.neighbourhoods import Neighbourhoods
from sayso.attribute.phrases import low, phrase_end
from sayso.ontology.codebook import word_lists
from sayso.record.annotation import Quotation, Token
from sayso.spans import Span

_MOST_WORDS = 3
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "these", "those", "'s", "'", "our", "your"})


def scare_quotes(hoods: Neighbourhoods) -> Iterator[Span]:
    """A few words in marks that name a thing or a deed within a clause that is not itself quoted."""
    for quotation in hoods.annotated.quotations:
        inside = hoods.range_of(quotation)
        if quotation.depth or not (quotation.opened and quotation.closed) or not 0 < len(inside) <= _MOST_WORDS:
            continue
        tokens = hoods.annotated.tokens
        before = [token for token in tokens[max(0, inside.start - 4) : inside.start] if token.end <= quotation.start]
        after = tokens[inside.stop + 1 : inside.stop + 2]
        if _is_name(quotation, [*tokens[inside.start : inside.stop]], before[:-1], after):
            yield Span(quotation.start, quotation.end)


def _is_name(quotation: Quotation, words: list[Token], before: list[Token], after: tuple[Token, ...]) -> bool:
    """Whether the words take the place of a noun after "the", or of a verb after "had"."""
    texts = [token.text for token in words]
    if not before or any(not text[0].islower() for text in texts):
        return False
    leading = low(before[-1].text)
    following = low(after[0].text) if after else "."
    if leading in ("have", "has", "had") and len(texts) == 1 and texts[0].endswith("ed"):
        return following in word_lists()["determiners"] | word_lists()["possessives"] or following[0].isalpha()
    nominal = phrase_end(texts, 0) == len(texts) and not texts[-1].endswith("ly")
    definite = leading in _DEFINITE or leading in word_lists()["numbers"] or leading.isdigit()
    return definite and nominal and not _is_judged(before) and phrase_end([following], 0) == 0


def _is_judged(before: list[Token]) -> bool:
    """Whether "was the", "called it the" stands before: then the words are somebody's judgement, quoted."""
    words = [low(token.text) for token in before]
    return bool(word_lists()["be"] & set(words[-3:-1])) or bool({"called", "as", "calling", "calls"} & set(words[:-1]))
