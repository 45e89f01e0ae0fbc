"""One self-contained page: reports with highlights by speaker, and their statements beside them.

Everything of a report goes through autoescaping. The page asks nobody for anything: its policy allows exactly the
one style sheet and the one script below, by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sayso.export.masthead import addresses, headline, origin
from sayso.export.outline import Entry, count_speakers, outline
from sayso.export.segments import Part, Segment, marks_of, segments
from sayso.export.visible import one_line, visible
from sayso.export.wording import features
from sayso.record.record import Failure, Record
from sayso.record.report import BlockKind, Report

_COLOURS = 8
_ELEMENTS = {BlockKind.HEADLINE: "h2", BlockKind.HEADING: "h3", BlockKind.BLOCKQUOTE: "blockquote"}
_OPENABLE = re.compile(r"https?://[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x7e]+")
_MARKED = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A segment as the page shows it.

    `roles` says what it is in which statements ("2=content,quoted 3=source"), the innermost first; `first` lists the
    statements whose content begins here, `last` those whose content ends.
    """

    shown: Markup
    roles: str
    classes: str
    first: list[Entry]
    last: list[Entry]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report as the page shows it."""

    element: str
    kind: str
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class Address:
    """A web address as text, and where to go if it is one that can be opened."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """One report as the page shows it.

    `prefix` keeps several reports apart; `title` is the headline where it is part of the text, None otherwise;
    `speakers` is None where it is not known which names are one person's.
    """

    record: Record
    prefix: str
    headline: str
    title: Paragraph | None
    origin: list[str]
    addresses: list[Address]
    entries: list[Entry]
    speakers: int | None
    paragraphs: list[Paragraph]


def write_page(findings: Iterable[Record | Failure], path: Path) -> None:
    """Write the page to `path`, wholly or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(page(findings))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def page(findings: Iterable[Record | Failure]) -> Iterator[str]:
    """The page of these findings, in pieces; a report that comes twice is shown once."""
    records: dict[str, Record] = {}
    failures: list[Failure] = []
    for finding in findings:
        if isinstance(finding, Failure):
            failures.append(finding)
        else:
            records.setdefault(finding.report.id, finding)
    sections = [section(record, number) for number, record in enumerate(records.values(), 1)]
    style, script = _asset("page.css"), _asset("page.js")
    pieces: Iterator[str] = _template().generate(
        sections=sections,
        failures=failures,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_digest=_digest(style),
        script_digest=_digest(script),
    )
    return pieces


def section(record: Record, number: int) -> Section:
    """One report laid out; `number` counts the reports of the page from 1."""
    report, entries = record.report, outline(record)
    paragraphs = _paragraphs(report, entries)
    titles = [paragraph for paragraph in paragraphs if paragraph.kind == BlockKind.HEADLINE]
    return Section(
        record=record,
        prefix=f"r{number}",
        headline=headline(report),
        title=titles[0] if titles else None,
        origin=origin(report.furniture),
        addresses=[Address(url, url if _OPENABLE.fullmatch(url) else None) for url in addresses(report.furniture)],
        entries=entries,
        speakers=count_speakers(record, entries),
        paragraphs=[paragraph for paragraph in paragraphs if paragraph not in titles[:1]],
    )


def _paragraphs(report: Report, entries: list[Entry]) -> list[Paragraph]:
    marks = [mark for entry in entries for mark in marks_of(entry.statement, entry.number)]
    laid_out = [(block, segments(report.text, block.span, marks)) for block in report.blocks]
    layout = _Layout(entries, [segment for _, found in laid_out for segment in found])
    return [
        Paragraph(_ELEMENTS.get(block.kind, "p"), block.kind.value, [layout.stretch(segment) for segment in found])
        for block, found in laid_out
    ]


class _Layout:
    """Where in a report each statement begins and ends, and what each segment is in it."""

    def __init__(self, entries: list[Entry], found: list[Segment]) -> None:
        self._entries = {entry.number: entry for entry in entries}
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}
        for segment in found:
            for number in self._said_in(segment):
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


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(colour=colour, features=features)
    environment.filters.update(shown=shown, one_line=one_line)
    return environment


def _template() -> Any:
    return _environment().get_template("page.html")


@cache
def _asset(name: str) -> str:
    return files("sayso.export").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The digest of an inline style or script, as a content security policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
