"""Words broken at a line's end: which hyphens belong to the word, and which came with the line."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BROKEN = re.compile(
    r"(?P<head>[^\W\d_]{2,40})(?P<hyphen>[-\u2010])[ \t]{0,4}(?:\r\n|[\n\r])[ \t>]{0,8}(?P<tail>[a-zß-öø-ÿ]{2,40})"
)
_HEAD = re.compile(r"(?P<head>[^\W\d_]{2,40})[-\u2010]\Z")
_TAIL = re.compile(r"[a-zß-öø-ÿ]{2,40}")
_WORD = re.compile(r"[^\W\d_]{2,40}(?:[-\u2010][^\W\d_]{2,40}){0,3}")


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of a report in lower case, compounds with their hyphens and broken words left out."""
    return frozenset(word.group().lower() for text in texts for word in _WORD.finditer(_BROKEN.sub(" ", text)))


def broken_words(raw: str, known: frozenset[str]) -> tuple[str, ...]:
    """The steps that put the broken words of `raw` together again.

    A compound that stands elsewhere in the report keeps its hyphen, and so do two halves that are both words of it
    where the whole is not; any other hyphen at a line's end came with the line.
    """
    found = reversed(list(_BROKEN.finditer(raw)))
    return tuple(f"{step_for(one.group('head'), one.group('tail'), known)}@{one.start('hyphen')}" for one in found)


def halves(first: str, second: str) -> tuple[str, str] | None:
    """The two halves of a word that one paragraph ends and the next begins with; None if no word is broken there."""
    head, tail = _HEAD.search(first[-50:]), _TAIL.match(second)
    return (head.group("head"), tail.group()) if head and tail else None


def step_for(head: str, tail: str, known: frozenset[str]) -> str:
    """The step that puts two halves of a word together: "hyphenation" drops the hyphen, "line-hyphen" keeps it."""
    head, tail = head.lower(), tail.lower()
    if head + tail in known:
        return "hyphenation"
    if f"{head}-{tail}" in known or (head in known and tail in known):
        return "line-hyphen"
    return "hyphenation"
