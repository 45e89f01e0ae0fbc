"""Sentences: where they end, and where a full stop does not end one."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ontology.codebook import word_lists
from sayso.record.annotation import Sentence, Token

MAX_TOKENS = 400
"""A longer stretch without a full stop is cut here, so that no later rule looks further."""

_ENDS = frozenset({".", "!", "?", "\u2026", "...", "....", "\u3002"})
_CLOSERS = frozenset("\"'\u201d\u2019\u00bb)]}") | {"''"}


def sentences_of(tokens: Sequence[Token], firsts: Sequence[int]) -> list[Sentence]:
    """The sentences of all blocks; `firsts` as `tokens_of` gives it."""
    found: list[Sentence] = []
    for block in range(len(firsts) - 1):
        found.extend(_in_block(tokens, firsts[block], firsts[block + 1], block))
    return found


def _in_block(tokens: Sequence[Token], first: int, last: int, block: int) -> list[Sentence]:
    found: list[Sentence] = []
    start = at = first
    while at < last:
        end = _end_after(tokens, at, last)
        if end or at + 1 - start >= MAX_TOKENS or at + 1 == last:
            end = end or at + 1
            found.append(Sentence(tokens[start].start, tokens[end - 1].end, block=block, tokens=(start, end)))
            start = end
        at = max(at + 1, end)
    return found


def _end_after(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where the sentence ends if the token at `at` ends one, closing marks included; 0 if it does not."""
    text = tokens[at].text
    if text not in _ENDS:
        return at + 1 if text[-1:] == "." and len(text) > 1 and _ends_abbreviated(tokens, at, last) else 0
    end = at + 1
    while end < last and tokens[end].text in _ENDS:
        end += 1
    while end < last and tokens[end].text in _CLOSERS and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end if end == last or _begins(tokens, end) else 0


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence can begin at the token: white space before, then anything but a small letter."""
    if tokens[at].start == tokens[at - 1].end:
        return False
    first = tokens[at].text[0]
    return not first.islower() and first not in ",;:)]%"


def _ends_abbreviated(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a full stop that belongs to an abbreviation also ends the sentence ("in the U.S. The talks …")."""
    if at + 1 >= last or tokens[at].text.lower() in word_lists()["never_last"] or not _begins(tokens, at + 1):
        return False
    following = tokens[at + 1].text
    return following.lower() in word_lists()["sentence_openers"] and following[0].isupper()
