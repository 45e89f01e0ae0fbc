"""Text cut where highlights begin and end, so that overlapping and nested ones can be shown side by side."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sayso.record.statement import Statement
from sayso.spans import Span


class Part(StrEnum):
    """What a stretch is in a statement; a note is the name of a place or a time, in none."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    QUOTED = "quoted"
    TIME = "time"
    ADDRESSEE = "addressee"
    VENUE = "venue"
    NOTE = "note"


class Mark(NamedTuple):
    """A stretch of the text that is a part of a statement; `number` counts statements from 1, notes from -1 down."""

    span: Span
    number: int
    part: Part


class Segment(NamedTuple):
    """A stretch over which nothing changes: its words, and the marks that lie over all of it."""

    text: str
    start: int
    marks: tuple[Mark, ...]

    def numbers(self, *parts: Part) -> list[int]:
        """The statements that have one of these parts here (any part, if none is given), each once, in order."""
        here = {mark.number for mark in self.marks if not parts or mark.part in parts}
        return sorted(number for number in here if number > 0)

    def notes(self) -> list[int]:
        """The notes that lie over all of it."""
        return [mark.number for mark in self.marks if mark.part is Part.NOTE]


def marks_of(statement: Statement, number: int) -> Iterator[Mark]:
    """All stretches of one statement."""
    several = {Part.CUE: statement.cue, Part.CONTENT: statement.content, Part.QUOTED: statement.quoted}
    for part, stretches in several.items():
        for words in stretches:
            yield Mark(Span(words.start, words.end), number, part)
    single = {
        Part.SOURCE: statement.source,
        Part.TIME: statement.said,
        Part.ADDRESSEE: statement.addressee,
        Part.VENUE: statement.venue,
    }
    for part, reference in single.items():
        if reference is not None:
            yield Mark(Span(reference.words.start, reference.words.end), number, part)


def segments(text: str, window: Span, marks: Iterable[Mark]) -> list[Segment]:
    """`window` of the text in segments, in order; no cut falls inside what a person sees as one character."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.span.overlaps(window):
            opening[_whole(text, mark.span.start, window)].append(mark)
            closing[_whole(text, mark.span.end, window)].append(mark)
    cuts = sorted({window.start, window.end, *opening, *closing})
    found: list[Segment] = []
    over: dict[Mark, None] = {}
    for start, end in pairwise(cuts):
        over.update(dict.fromkeys(opening[start]))
        for mark in closing[start]:
            over.pop(mark, None)
        found.append(Segment(text[start:end], start, tuple(over)))
    return found


def _whole(text: str, cut: int, window: Span) -> int:
    """`cut` within the window, moved behind any marks that belong to the character before it."""
    cut = max(cut, window.start)
    while window.start < cut < window.end and _continues(text[cut], text[cut - 1]):
        cut += 1
    return min(cut, window.end)


def _continues(character: str, before: str) -> bool:
    joined = character == "\u200d" or before == "\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff"
    return joined or unicodedata.category(character) in ("Mn", "Me")
