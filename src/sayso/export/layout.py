"""A report's text laid out for a page: paragraphs in stretches, each with what it is in which statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.export.outline import Entry
from sayso.export.segments import Mark, Part, Segment, marks_of, segments
from sayso.export.visible import visible
from sayso.record.report import BlockKind, Report
from sayso.spans import Span, Words

_COLOURS = 8
_ELEMENTS = {BlockKind.HEADLINE: "h2", BlockKind.HEADING: "h3", BlockKind.BLOCKQUOTE: "blockquote"}
_MARKED = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A segment as the page shows it.

    `roles` says what it is in which statements ("2=content,quoted 3=source"), the innermost first; `first` lists the
    statements whose content begins here, `last` those whose content ends, `notes` ids of places and times that begin.
    """

    shown: Markup
    roles: str
    classes: str
    first: list[Entry]
    last: list[Entry]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report as the page shows it."""

    element: str
    kind: str
    stretches: list[Stretch]


def paragraphs(report: Report, entries: list[Entry], notes: Sequence[tuple[str, Words]] = ()) -> list[Paragraph]:
    """The blocks of the report, cut where statements and notes (ids and words) begin and end."""
    marks = [mark for entry in entries for mark in marks_of(entry.statement, entry.number)]
    marks += [Mark(Span(words.start, words.end), -number, Part.NOTE) for number, (_, words) in enumerate(notes, 1)]
    laid_out = [(block, segments(report.text, block.span, marks)) for block in report.blocks]
    layout = _Layout(entries, [name for name, _ in notes], [segment for _, found in laid_out for segment in found])
    return [
        Paragraph(_ELEMENTS.get(block.kind, "p"), block.kind.value, [layout.stretch(segment) for segment in found])
        for block, found in laid_out
    ]


class _Layout:
    """Where in a report each statement begins and ends, and what each segment is in it."""

    def __init__(self, entries: list[Entry], notes: list[str], found: list[Segment]) -> None:
        self._entries = {entry.number: entry for entry in entries}
        self._notes = notes
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}
        for segment in found:
            for number in (*self._said_in(segment), *segment.notes()):
                self._first.setdefault(number, segment.start)
                self._last[number] = segment.start

    def stretch(self, segment: Segment) -> Stretch:
        said = self._said_in(segment)
        return Stretch(
            shown(segment.text),
            " ".join(self._roles(segment)),
            " ".join(self._classes(segment)),
            [self._entries[number] for number in said if self._first[number] == segment.start],
            [self._entries[number] for number in said if self._last[number] == segment.start],
            [self._notes[-number - 1] for number in segment.notes() if self._first[number] == segment.start],
        )

    def _said_in(self, segment: Segment) -> list[int]:
        """The statements that this segment is content of; their cue stands for those without content."""
        numbers = segment.numbers(Part.CONTENT, Part.QUOTED)
        cues = [number for number in segment.numbers(Part.CUE) if not self._entries[number].statement.content]
        return sorted([*numbers, *cues])

    def _roles(self, segment: Segment) -> Iterator[str]:
        content = set(segment.numbers(Part.CONTENT, Part.QUOTED))
        innermost_first = sorted(segment.numbers(), key=lambda number: (number not in content, -self._depth(number)))
        for number in innermost_first:
            parts = [mark.part.value for mark in segment.marks if mark.number == number]
            yield f"{number}={','.join(dict.fromkeys(parts))}"

    def _classes(self, segment: Segment) -> Iterator[str]:
        content = segment.numbers(Part.CONTENT, Part.QUOTED)
        if content:
            yield f"content {colour(self._entries[max(content, key=self._depth)])}"
        parts = {mark.part for mark in segment.marks}
        yield from (part.value for part in Part if part in parts and part is not Part.CONTENT)
        if len(content) > 1:
            yield "nested"

    def _depth(self, number: int) -> int:
        return self._entries[number].depth


def colour(entry: Entry) -> str:
    """The class that gives a speaker their colour and line."""
    return f"speaker-{(entry.speaker.number - 1) % _COLOURS + 1}"


def shown(text: str) -> Markup:
    """`text` escaped, its invisible characters as small labels."""
    safe = str(escape(visible(text)))
    return Markup(_MARKED.sub(lambda found: f'<span class="invisible">{found.group()}</span>', safe))  # noqa: S704
