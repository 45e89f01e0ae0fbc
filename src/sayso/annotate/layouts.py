"""Speakers given by layout alone, as in "Minister: no talks before spring" or "SMITH: That is not so"."""

from __future__ import annotations

from sayso.annotate.contents import content_end
from sayso.annotate.found import Found
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after
from sayso.ontology.codebook import cue_book
from sayso.record.report import BlockKind

_SOURCE_TOKENS = 9
"""A longer stretch before the colon names no speaker."""


def layouts_in(passage: Passage) -> list[Found]:
    """Attributions whose cue is the colon after a speaker at the beginning of a block."""
    found = []
    block = -1
    for sentence in passage.sentences:
        if sentence.block != block:
            block = sentence.block
            one = _at(passage, sentence.tokens[0], sentence.tokens[1])
            if one:
                found.append(one)
    return found


def _at(passage: Passage, first: int, last: int) -> Found | None:
    colon = passage.shape.find(":", first, min(last, first + _SOURCE_TOKENS))
    if colon < 0 or colon + 1 >= last or phrase_after(passage, first, colon) != colon:
        return None
    if passage.low[colon - 1] in cue_book().lists["layout.labels"] or passage.shape[colon - 1] not in "MN)":
        return None
    rule = _rule(passage, first, colon)
    if rule is None:
        return None
    end = _end_of_block(passage, first) if rule == "transcript" else content_end(passage, colon + 1, last)
    return Found((colon, colon + 1), (first, colon), ((colon + 1, end),), rule, ":", first, direct=True)


def _rule(passage: Passage, first: int, colon: int) -> str | None:
    if passage.block_kind(first) is BlockKind.HEADLINE:
        return "headline"
    words = [passage.tokens[at].text for at in range(first, colon)]
    named = all(word.isupper() or word[0].isupper() for word in words)
    if named and passage.quoted[colon + 1] >= 0:
        return "speaker-colon"
    return "transcript" if all(word.isupper() and len(word) > 2 for word in words) else None


def _end_of_block(passage: Passage, at: int) -> int:
    number = passage.sentence[at]
    block = passage.sentences[number].block
    while number + 1 < len(passage.sentences) and passage.sentences[number + 1].block == block:
        number += 1
    return passage.sentences[number].tokens[1]
