"""A report's tokens with all that the rules ask of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.shapes import shape_of
from sayso.record.annotation import Quotation, Sentence, Token
from sayso.record.report import BlockKind, Report
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class QuotedTokens:
    """A quotation in tokens: `first` and `last` bound it half-open, its marks included where they are there."""

    first: int
    last: int
    opened: bool
    closed: bool
    continues: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Everything about a report that rules ask for, by token number.

    `sentence` gives each token its sentence's number, `quoted` the number in `quotes` of the outer quotation it
    stands in, marks included, or -1.
    """

    report: Report
    tokens: Sequence[Token]
    low: Sequence[str]
    shape: str
    sentences: Sequence[Sentence]
    sentence: Sequence[int]
    quotes: Sequence[QuotedTokens]
    quoted: Sequence[int]

    def first_of(self, at: int) -> int:
        """The first token of the sentence of the token at `at`."""
        return self.sentences[self.sentence[at]].tokens[0]

    def last_of(self, at: int) -> int:
        """One past the last token of the sentence of the token at `at`."""
        return self.sentences[self.sentence[at]].tokens[1]

    def block_first(self, at: int) -> int:
        """The first token of the block of the token at `at`."""
        number = self.sentence[at]
        block = self.sentences[number].block
        while number and self.sentences[number - 1].block == block:
            number -= 1
        return self.sentences[number].tokens[0]

    def block_last(self, at: int) -> int:
        """One past the last token of the block of the token at `at`."""
        number = self.sentence[at]
        block = self.sentences[number].block
        while number + 1 < len(self.sentences) and self.sentences[number + 1].block == block:
            number += 1
        return self.sentences[number].tokens[1]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens from `first` up to, not including, `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def tokens_in(self, span: Span) -> range:
        """The numbers of the tokens that begin within the span."""
        first = bisect_left(self.tokens, span.start, key=_start)
        return range(first, bisect_left(self.tokens, span.end, lo=first, key=_start))

    def block_kind(self, at: int) -> BlockKind:
        """The kind of the block that the token stands in."""
        return self.report.blocks[self.sentences[self.sentence[at]].block].kind


def passage_of(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Passage:
    """The passage that rules look at."""
    low = [token.text.lower().replace("\u2019", "'") for token in tokens]
    sentence = [number for number, one in enumerate(sentences) for _ in range(*one.tokens)]
    quotes = _quoted_tokens(tokens, quotations)
    quoted = [-1] * len(tokens)
    for number, quote in enumerate(quotes):
        for at in range(quote.first, quote.last):
            quoted[at] = number
    shape = shape_of(tokens, low, sentences)
    return Passage(report, tokens, low, shape, sentences, sentence, quotes, quoted)


def _start(token: Token) -> int:
    return token.start


def _quoted_tokens(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[QuotedTokens]:
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]
    numbers: dict[int, int] = {}
    found: list[QuotedTokens] = []
    for place, quotation in enumerate(quotations):
        if quotation.depth:
            continue
        first = bisect_right(starts, quotation.start) - 1
        last = bisect_right(ends, quotation.end - 1) + 1
        first -= quotation.opened
        last += quotation.closed
        before = numbers.get(quotation.continues) if quotation.continues is not None else None
        numbers[place] = len(found)
        found.append(QuotedTokens(first, last, quotation.opened, quotation.closed, before))
    return found
