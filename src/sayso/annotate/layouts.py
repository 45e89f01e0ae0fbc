"""Speakers given by layout alone, as in "Minister: no talks before spring" or "SMITH: That is not so"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from sayso.annotate.contents import content_end
from sayso.annotate.found import Found
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after
from sayso.ontology.codebook import cue_book
from sayso.record.report import BlockKind

_SOURCE_TOKENS = 9
"""A longer stretch beside the mark names no speaker."""
_DIALOGUE = 3
"""So many turns, with speakers that come back, make a dialogue."""


def layouts_in(passage: Passage) -> list[Found]:
    """Attributions whose cue is a colon after a speaker that opens a block, or a mark before one that closes it."""
    bounds = list(_blocks(passage))
    colons = [_colon(passage, *block) for block in bounds]
    speakers = Counter(
        " ".join(passage.low[first:colon]) for (first, _), colon in zip(bounds, colons, strict=True) if colon
    )
    dialogue = speakers.total() >= _DIALOGUE and speakers.total() > len(speakers)
    found = (
        _after_colon(passage, first, colon, last, dialogue) if colon else _signed(passage, first, last)
        for (first, last), colon in zip(bounds, colons, strict=True)
    )
    signed = (_signature(passage, before, block) for before, block in pairwise(bounds))
    return [one for one in (*found, *signed) if one]


def _blocks(passage: Passage) -> Iterator[tuple[int, int]]:
    """First token, and one past the last, of each block."""
    first = last = 0
    block = -1
    for sentence in passage.sentences:
        if sentence.block != block:
            if block >= 0:
                yield first, last
            block, first = sentence.block, sentence.tokens[0]
        last = sentence.tokens[1]
    if block >= 0:
        yield first, last


def _colon(passage: Passage, first: int, last: int) -> int:
    """The colon after a speaker at the beginning of a block; 0 if there is none."""
    colon = passage.shape.find(":", first, min(last, first + _SOURCE_TOKENS))
    if not passage.tokens[first].text[0].isupper():
        return 0
    if not first < colon < last - 1 or len(passage.low[colon - 1]) < 2:
        return 0
    if phrase_after(passage, first, colon) != colon:
        return 0
    label = colon == first + 1 and passage.low[first] in cue_book().lists["layout.labels"]
    return 0 if label or passage.shape[colon - 1] not in "MN)" else colon


def _after_colon(passage: Passage, first: int, colon: int, last: int, dialogue: bool) -> Found | None:
    rule = _rule(passage, first, colon, dialogue)
    if rule is None:
        return None
    end = content_end(passage, colon + 1, passage.last_of(first)) if rule == "headline" else last
    return Found((colon, colon + 1), (first, colon), ((colon + 1, end),), rule, ":", first, direct=rule != "headline")


def _rule(passage: Passage, first: int, colon: int, dialogue: bool) -> str | None:
    words = [passage.tokens[at].text for at in range(first, colon)]
    if passage.block_kind(first) is BlockKind.HEADLINE:
        return "headline"
    if all(word.isupper() and len(word) > 2 for word in words):
        return "transcript"
    if passage.quoted[colon + 1] >= 0 and words[-1][0].isupper():
        return "speaker-colon"
    return "transcript" if dialogue else None


def _signed(passage: Passage, first: int, last: int) -> Found | None:
    """Words that a speaker's name follows: "Dam is safe: minister" in a headline, or a quotation and a dash."""
    mark = max(passage.shape.rfind(letter, max(first, last - _SOURCE_TOKENS), last) for letter in ":-")
    if mark <= first + 1 or phrase_after(passage, mark + 1, last) not in (last, last - 1):
        return None
    quote = passage.quoted[mark - 1]
    end = last - (passage.shape[last - 1] == ".")
    owned = "'s" in passage.low[mark + 1 : end]
    spoken = passage.low[end - 1] in _speakers() or (passage.tokens[mark + 1].text[0].isupper() and not owned)
    headline = passage.block_kind(first) is BlockKind.HEADLINE and passage.low[end - 1] in _speakers()
    if not headline and not (quote >= 0 and spoken):
        return None
    start = first if headline else passage.quotes[quote].first
    return Found((mark, mark + 1), (mark + 1, end), ((start, mark),), "signed", passage.low[mark], first)


def _signature(passage: Passage, before: tuple[int, int], block: tuple[int, int]) -> Found | None:
    """A block of its own with a dash and a name, under a quoted one."""
    first, last = block
    set_apart = passage.block_kind(before[0]) is BlockKind.BLOCKQUOTE or passage.quoted[before[0]] >= 0
    if passage.shape[first] != "-" or not set_apart or last - first < 2 or passage.shape[first + 1] not in "MND":
        return None
    end = phrase_after(passage, first + 1, last)
    if end is None or passage.shape[end:last].strip("T#,.()MN?") or last - first > 2 * _SOURCE_TOKENS:
        return None
    return Found((first, first + 1), (first + 1, end), (before,), "signed", passage.low[first], first)


def _speakers() -> frozenset[str]:
    lists = cue_book().lists
    return frozenset().union(*(words for name, words in lists.items() if name.startswith("roles.")))
