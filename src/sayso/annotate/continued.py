"""Quotations that no cue claims, but that go on with the words of the speaker before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.found import Found, Piece
from sayso.annotate.passage import Passage, QuotedTokens


def with_continued(passage: Passage, found: Sequence[Found]) -> list[Found]:
    """The attributions, sorted by cue, each with the quotations that follow it and belong to it."""
    kept = list(found)
    owner = _owners(passage, kept)
    speaking = _speaking(passage, kept)
    for number, quote in enumerate(passage.quotes):
        if owner[number] is None:
            owner[number] = _owner(passage, quote, owner, speaking)
            if (heir := owner[number]) is not None:
                kept[heir] = replace(kept[heir], content=_added(kept[heir].content, (quote.first, quote.last)))
                _speak_on(passage, quote, heir, speaking)
    return kept


def _owners(passage: Passage, found: Sequence[Found]) -> list[int | None]:
    """For each quotation the attribution whose content or cue clause touches it."""
    owner: list[int | None] = [None] * len(passage.quotes)
    for number, one in enumerate(found):
        for first, last in one.content:
            at = first
            while at < last:
                quote = passage.quoted[at]
                if quote >= 0 and owner[quote] is None:
                    owner[quote] = number
                at = max(at + 1, passage.quotes[quote].last if quote >= 0 else 0)
    return owner


def _speaking(passage: Passage, found: Sequence[Found]) -> dict[int, int]:
    """For each sentence that ends an attribution, which one: the first of the sentence that stands by itself."""
    speaking: dict[int, int] = {}
    for number, one in enumerate(found):
        last = max([one.cue, *one.content], key=lambda piece: piece[1])[1]
        within = any(
            first <= one.cue[0] < end for other in found[max(0, number - 3) : number] for first, end in other.content
        )
        if not within and one.direct:
            speaking[passage.sentence[last - 1]] = number
    return speaking


def _owner(passage: Passage, quote: QuotedTokens, owner: Sequence[int | None], speaking: dict[int, int]) -> int | None:
    """Whose words these are: of the paragraph before that did not close, or of the sentence before."""
    if quote.continues is not None and owner[quote.continues] is not None:
        return owner[quote.continues]
    sentence = passage.sentence[quote.first]
    if not quote.opened or quote.first != passage.first_of(quote.first) or quote.last < passage.last_of(quote.last - 1):
        return None
    if sentence and sentence - 1 in speaking and _near(passage, quote, sentence):
        return speaking[sentence - 1]
    return None


def _near(passage: Passage, quote: QuotedTokens, sentence: int) -> bool:
    """Whether the quotation follows in the same block, or fills the next one."""
    here, before = passage.sentences[sentence].block, passage.sentences[sentence - 1].block
    if here == before:
        return True
    end = passage.sentence[quote.last - 1]
    fills = end + 1 == len(passage.sentences) or passage.sentences[end + 1].block != here
    return here == before + 1 and fills


def _speak_on(passage: Passage, quote: QuotedTokens, heir: int, speaking: dict[int, int]) -> None:
    speaking.setdefault(passage.sentence[quote.last - 1], heir)


def _added(content: tuple[Piece, ...], piece: Piece) -> tuple[Piece, ...]:
    return tuple(sorted({*content, piece}))
