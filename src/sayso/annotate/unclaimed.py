"""Paragraphs of nothing but quoted words, with no cue beside them: dialogues, and words of who was just introduced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from sayso.annotate.passage import Passage
from sayso.annotate.shared import sentence_subject
from sayso.ontology.codebook import word_lists
from sayso.record.annotation import Attribution
from sayso.record.report import BlockKind
from sayso.spans import Span, trimmed, without

_SHORT = 25
"""Turns of a dialogue have no more tokens."""
_SURE = 0.6
"""Of words after somebody was introduced; not measured, for want of texts in which they are marked."""


def with_unclaimed(passage: Passage, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in order of cues, with those paragraphs given to who speaks in them."""
    turns = _Turns(passage, attributions)
    number = 0
    while number < len(turns.blocks):
        number = max(turns.going_on(number) or turns.apart(number), number + 1)
    return tuple(sorted(turns.kept, key=lambda one: (*one.cue, *one.content)[0]))


@dataclass(frozen=True, slots=True)
class _Block:
    """A block in tokens.

    `spoken` says that all of it stands in marks, `fresh` that no paragraph before goes on in it, `asks` that it asks,
    `closed` that every quotation in it is.
    """

    first: int
    last: int
    spoken: bool
    fresh: bool
    asks: bool
    closed: bool


def _blocks(passage: Passage) -> list[_Block]:
    bounds: list[list[int]] = []
    before = -1
    for sentence in passage.sentences:
        if sentence.block != before:
            bounds.append([sentence.tokens[0], sentence.tokens[1]])
        bounds[-1][1] = sentence.tokens[1]
        before = sentence.block
    return [_block(passage, first, last) for first, last in bounds]


def _block(passage: Passage, first: int, last: int) -> _Block:
    numbers = {passage.quoted[at] for at in range(first, last)}
    quotes = [passage.quotes[number] for number in numbers if number >= 0]
    fresh = bool(quotes) and all(quote.opened and quote.closed and quote.continues is None for quote in quotes)
    asks = any(passage.low[quote.last - 2] == "?" for quote in quotes)
    return _Block(first, last, -1 not in numbers, fresh, asks, all(quote.closed for quote in quotes))


class _Turns:
    """The blocks of a report, and the attributions as they grow; `_near` has for each block those that touch it."""

    def __init__(self, passage: Passage, attributions: Sequence[Attribution]) -> None:
        self.blocks = _blocks(passage)
        self.kept: list[Attribution] = []
        self._passage = passage
        self._starts = [passage.tokens[block.first].start for block in self.blocks]
        self._near: list[set[int]] = [set() for _ in self.blocks]
        for one in attributions:
            self._add(one)

    def _add(self, one: Attribution) -> None:
        self.kept.append(one)
        for span in (*one.cue, *one.content):
            self._mark(len(self.kept) - 1, span)

    def _mark(self, number: int, span: Span) -> None:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for block in range(first, bisect_right(self._starts, span.end - 1)):
            self._near[block].add(number)

    def _grow(self, number: int, piece: Span) -> None:
        one = self.kept[number]
        self.kept[number] = msgspec.structs.replace(one, content=tuple(sorted((*one.content, piece))))
        self._mark(number, piece)

    def _touching(self, first: int, last: int) -> set[int]:
        return {number for block in range(first, last) for number in self._near[block]}

    def _span(self, first: int, last: int) -> Span:
        """The words of the blocks from `first` up to, not including, `last`."""
        return self._passage.span(self.blocks[first].first, self.blocks[last - 1].last)

    def _taken(self, first: int, last: int) -> bool:
        """Whether an attribution that is not made within these blocks has a part of them."""
        speech = self._span(first, last)
        near = (self.kept[number] for number in self._touching(first, last))
        return any(piece.overlaps(speech) for one in near if not _inside(one, speech) for piece in one.content)

    def going_on(self, number: int) -> int:
        """Where to go on after paragraphs that one quotation runs over; 0 if none begins here.

        They are given to who speaks in the last, or was introduced before.
        """
        end = number
        while end < len(self.blocks) and self.blocks[end].spoken and not self.blocks[end].closed:
            end += 1
        if end == number or end == len(self.blocks) or self._passage.quoted[self.blocks[end].first] < 0:
            return 0
        if self._taken(number, end) or len({self._opening(block) for block in self.blocks[number : end + 1]}) > 1:
            return 0
        if not self.blocks[end].spoken:
            return end if self._joined(number, end) else 0
        return end + 1 if self._introduced(number, end + 1) else 0

    def _opening(self, block: _Block) -> str:
        """The mark that a block begins with: a quotation that runs over several opens each of them alike."""
        return self._passage.tokens[block.first].text

    def _joined(self, number: int, end: int) -> bool:
        """Gives the blocks to the one whose cue stands after the quotation that ends them."""
        block = self.blocks[end]
        ending = self._passage.span(block.first, self._passage.quotes[self._passage.quoted[block.first]].last)
        for at in sorted(self._near[end]):
            one = self.kept[at]
            if one.cue and any(piece.overlaps(ending) for piece in one.content) and not _inside(one, ending):
                self._grow(at, self._span(number, end))
                return True
        return False

    def apart(self, number: int) -> int:
        """Where to go on after paragraphs that are quoted each by itself; 0 if none begins here."""
        end = number
        while end < len(self.blocks) and self.blocks[end].spoken and self.blocks[end].fresh:
            end += 1
        pair = self._pair(number) if end > number else None
        if pair and (end - number > 1 or self.blocks[number - 1].asks):
            self._alternate(range(number, end), pair)
        elif end > number:
            self._introduced(number, end)
        return end if end > number else 0

    def _pair(self, number: int) -> tuple[int, int] | None:
        """The two who spoke in the two paragraphs before, in turns; None if they did not."""
        if number < 2:
            return None
        first, second = self._turn(number - 2), self._turn(number - 1)
        if first is None or second is None:
            return None
        names = [self._name(first), self._name(second)]
        return (first, second) if all(names) and names[0] != names[1] else None

    def _name(self, number: int) -> str:
        source = self.kept[number].source
        return source.of(self._passage.report.text) if source else ""

    def _turn(self, number: int) -> int | None:
        """Who speaks in a short paragraph that begins with quoted words."""
        block = self.blocks[number]
        if self._passage.quoted[block.first] < 0 or block.last - block.first > _SHORT:
            return None
        span = self._span(number, number + 1)
        found = [at for at in self._near[number] if self.kept[at].cue and span.covers(self.kept[at].cue[0])]
        return found[0] if len(found) == 1 else None

    def _alternate(self, numbers: Iterable[int], pair: tuple[int, int]) -> None:
        """Give the paragraphs to the two in turns, and to nobody else."""
        for place, number in enumerate(numbers):
            if self.blocks[number].last - self.blocks[number].first > _SHORT:
                return
            span = self._span(number, number + 1)
            for at in self._near[number]:
                self.kept[at] = _left(self.kept[at], span, self._passage.report.text)
            self._grow(pair[place % 2], span)

    def _introduced(self, number: int, end: int) -> bool:
        """Gives the words to whom the paragraph before is about, if nobody has them."""
        before = self.blocks[number - 1] if number else None
        if before is None or before.spoken or self._taken(number, end):
            return False
        if self._passage.block_kind(before.first) is not BlockKind.PARAGRAPH:
            return False
        subject = _subject(self._passage, before.last - 1)
        if subject is None:
            return False
        source, content = self._passage.span(*subject), self._span(number, end)
        method = "rule:introduced@1"
        self._add(Attribution(cue=(), source=source, content=(content,), method=method, confidence=_SURE))
        return True


def _inside(one: Attribution, speech: Span) -> bool:
    """Whether the attribution is made within the speech."""
    return any(speech.covers(cue) for cue in one.cue)


def _left(one: Attribution, span: Span, text: str) -> Attribution:
    """The attribution without the paragraph, if its cue stands elsewhere."""
    if not any(piece.overlaps(span) for piece in one.content) or _inside(one, span):
        return one
    pieces = (trimmed(left, text) for piece in one.content for left in without(piece, (span,)))
    return msgspec.structs.replace(one, content=tuple(piece for piece in pieces if piece))


def _subject(passage: Passage, last: int) -> tuple[int, int] | None:
    """The subject of the sentence that ends at `last`, if it may be a person's name, or is "he" or "she"."""
    phrase = sentence_subject(passage, passage.first_of(last), last)
    if phrase and passage.low[phrase[0]] in word_lists()["time_nouns"] and phrase[1] - phrase[0] > 1:
        phrase = phrase[0] + 1, phrase[1]  # the "years" of "for forty years Ada Lund has …"
    if phrase is None or passage.quoted[phrase[0]] >= 0:
        return None
    first, end = phrase
    pronoun = end == first + 1 and passage.low[first] in ("he", "she")
    named = passage.shape[end - 1] == "M" or passage.shape[end - 2 : end] == "M,"
    return phrase if pronoun or named else None
