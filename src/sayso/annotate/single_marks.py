"""Quotations in single marks, which look like apostrophes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.record.annotation import Token

_OPEN = frozenset({"\u2018", "\u201a", "'"})
_CLOSE = frozenset({"\u2019", "'"})
_WINDOW = 150
"""Tokens within which a single mark must be closed to count as a quotation mark, not an apostrophe."""


def singles_in(text: str, tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """The insides of such quotations in a block, as half-open ranges of tokens."""
    closers = [at for at in range(first, last) if _closes(text, tokens, at, last)]
    found: list[tuple[int, int]] = []
    ended = first
    for at in range(first, last - 1):
        if at < ended or not _opens(text, tokens, at, first):
            continue
        number = bisect_right(closers, at + 1)
        if number < len(closers) and closers[number] <= at + _WINDOW and not _letter(tokens, at + 1, closers[number]):
            found.append((at + 1, closers[number]))
            ended = closers[number] + 1
    return found


def _letter(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether there is one letter only, as in "rock 'n' roll"."""
    return last == first + 1 and len(tokens[first].text) == 1


def _opens(text: str, tokens: Sequence[Token], at: int, first: int) -> bool:
    if tokens[at].text not in _OPEN or tokens[at + 1].start != tokens[at].end:
        return False
    before = text[tokens[at].start - 1] if at > first else " "
    return (before.isspace() or before in '([\u201c"\u2014') and tokens[at + 1].text[0].isalpha()


def _closes(text: str, tokens: Sequence[Token], at: int, last: int) -> bool:
    if tokens[at].text not in _CLOSE or text[tokens[at].start - 1 : tokens[at].start].isspace():
        return False
    return at + 1 >= last or tokens[at + 1].start > tokens[at].end or not tokens[at + 1].text[0].isalnum()
