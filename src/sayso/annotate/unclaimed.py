"""Paragraphs of nothing but quoted words, with no cue beside them: dialogues, and words of who was just introduced."""

from __future__ import annotations

from collections.abc import Sequence
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


def with_unclaimed(passage: Passage, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in order of cues, with those paragraphs given to who speaks in them."""
    blocks = _blocks(passage)
    kept = list(attributions)
    number = 0
    while number < len(blocks):
        if (end := _going_on(passage, blocks, number, kept)) > number:
            number = end
            continue
        end = _run(blocks, number)
        if end > number:
            pair = _pair(passage, blocks, number, kept)
            if pair and (end - number > 1 or blocks[number - 1].asks):
                _alternate(passage, blocks[number:end], pair, kept)
            elif (one := _introduced(passage, blocks, number, end, kept)) is not None:
                kept.append(one)
        number = max(end, number + 1)
    return tuple(sorted(kept, key=lambda one: (*one.cue, *one.content)[0]))


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


def _going_on(passage: Passage, blocks: Sequence[_Block], number: int, kept: list[Attribution]) -> int:
    """One past paragraphs that one quotation runs over, given to who speaks in the last or was introduced before."""
    end = number
    while end < len(blocks) and blocks[end].spoken and not blocks[end].closed:
        end += 1
    if end == number or end == len(blocks) or passage.quoted[blocks[end].first] < 0:
        return number
    speech = passage.span(blocks[number].first, blocks[end - 1].last)
    if any(piece.overlaps(speech) for one in kept for piece in one.content if not _inside(one, speech)):
        return number
    if not blocks[end].spoken:
        return end if _added(passage, blocks[end], speech, kept) else number
    if (one := _introduced(passage, blocks, number, end + 1, kept)) is not None:
        kept.append(one)
        return end + 1
    return number


def _inside(one: Attribution, speech: Span) -> bool:
    """Whether the attribution is made within the speech."""
    return any(speech.covers(cue) for cue in one.cue)


def _added(passage: Passage, block: _Block, speech: Span, kept: list[Attribution]) -> bool:
    """Gives the speech to the one whose cue stands after the quotation that ends it."""
    last = passage.quotes[passage.quoted[block.first]].last
    ending = passage.span(block.first, last)
    for at, one in enumerate(kept):
        if one.cue and any(piece.overlaps(ending) for piece in one.content) and not _inside(one, ending):
            kept[at] = msgspec.structs.replace(one, content=tuple(sorted((speech, *one.content))))
            return True
    return False


def _run(blocks: Sequence[_Block], number: int) -> int:
    """One past the blocks from `number` on that are nothing but somebody's words, each by itself."""
    end = number
    while end < len(blocks) and blocks[end].spoken and blocks[end].fresh:
        end += 1
    return end


def _pair(
    passage: Passage, blocks: Sequence[_Block], number: int, kept: Sequence[Attribution]
) -> tuple[int, int] | None:
    """The two who spoke in the two paragraphs before, in turns; None if they did not."""
    if number < 2:
        return None
    turns = [_turn(passage, blocks[number - back], kept) for back in (2, 1)]
    first, second = turns
    if first is None or second is None or kept[first].source is None or kept[second].source is None:
        return None
    names = [one.of(passage.report.text) for at in (first, second) if (one := kept[at].source)]
    return (first, second) if names[0] != names[1] else None


def _turn(passage: Passage, block: _Block, kept: Sequence[Attribution]) -> int | None:
    """Who speaks in a short paragraph that begins with quoted words."""
    if passage.quoted[block.first] < 0 or block.last - block.first > _SHORT:
        return None
    span = passage.span(block.first, block.last)
    found = [at for at, one in enumerate(kept) if one.cue and span.covers(one.cue[0])]
    return found[0] if len(found) == 1 else None


def _alternate(passage: Passage, turns: Sequence[_Block], pair: tuple[int, int], kept: list[Attribution]) -> None:
    """Give the paragraphs to the two in turns, and to nobody else."""
    for place, block in enumerate(turns):
        if block.last - block.first > _SHORT:
            return
        span = passage.span(block.first, block.last)
        for at, one in enumerate(kept):
            if one.method.startswith("tagger") or at in pair:
                kept[at] = _left(one, span, passage.report.text)
        speaker = kept[pair[place % 2]]
        kept[pair[place % 2]] = msgspec.structs.replace(speaker, content=tuple(sorted((*speaker.content, span))))


def _left(one: Attribution, span: Span, text: str) -> Attribution:
    """The attribution without the paragraph, if its cue stands elsewhere."""
    if not any(piece.overlaps(span) for piece in one.content) or any(span.covers(cue) for cue in one.cue):
        return one
    pieces = (trimmed(left, text) for piece in one.content for left in without(piece, (span,)))
    return msgspec.structs.replace(one, content=tuple(piece for piece in pieces if piece))


def _introduced(
    passage: Passage, blocks: Sequence[_Block], number: int, end: int, kept: Sequence[Attribution]
) -> Attribution | None:
    """The words as those of whom the paragraph before is about."""
    if number == 0 or passage.block_kind(blocks[number - 1].first) is not BlockKind.PARAGRAPH:
        return None
    content = passage.span(blocks[number].first, blocks[end - 1].last)
    apart = [one for one in kept if not any(content.covers(cue) for cue in one.cue)]
    if any(piece.overlaps(content) for one in apart for piece in one.content):
        return None
    before = blocks[number - 1]
    if before.spoken:
        return None
    last = before.last - 1
    subject = _without_time(passage, sentence_subject(passage, passage.first_of(last), last))
    if subject is None or passage.quoted[subject[0]] >= 0 or not _is_person(passage, *subject):
        return None
    return Attribution(
        cue=(), source=passage.span(*subject), content=(content,), method="rule:introduced@1", confidence=_SURE
    )


def _without_time(passage: Passage, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """The phrase without the "years" of "for forty years Ada Lund has …"."""
    if phrase and passage.low[phrase[0]] in word_lists()["time_nouns"] and phrase[1] - phrase[0] > 1:
        return phrase[0] + 1, phrase[1]
    return phrase


def _is_person(passage: Passage, first: int, last: int) -> bool:
    """Whether the phrase may be a person's name, or is "he" or "she"."""
    if last == first + 1 and passage.low[first] in ("he", "she"):
        return True
    return passage.shape[last - 1] == "M" or (passage.shape[last - 1] == "," and passage.shape[last - 2] == "M")
