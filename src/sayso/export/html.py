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
from markupsafe import Markup

from sayso.export.happenings import Happening, Happenings
from sayso.export.layout import Paragraph, colour, paragraphs, shown
from sayso.export.map import MapView, map_of
from sayso.export.masthead import addresses, headline, origin
from sayso.export.outline import Entry, count_speakers, outline
from sayso.export.timeline import Timeline, timeline_of
from sayso.export.visible import one_line
from sayso.export.whereabouts import Spot, credit_of, notes_of, places_of, times_of
from sayso.export.wording import facts_of, features
from sayso.record.record import Failure, Record
from sayso.record.report import BlockKind

_OPENABLE = re.compile(r"https?://[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x7e]+")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address as text, and where to go if it is one that can be opened."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """One report as the page shows it.

    `prefix` keeps several reports apart; `title` is the headline where it is part of the text, None otherwise;
    `speakers` is None where it is not known which names are one person's; `credit` names whose list the places are of.
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
    map: MapView | None
    places: list[Spot]
    credit: str | None
    events: list[Happening]
    times: list[Spot]
    timeline: Timeline | None


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
    report, entries, times = record.report, outline(record), times_of(record)
    blocks = paragraphs(report, entries, notes_of(record))
    titles = [paragraph for paragraph in blocks if paragraph.kind == BlockKind.HEADLINE]
    return Section(
        record=record,
        prefix=f"r{number}",
        headline=headline(report),
        title=titles[0] if titles else None,
        origin=origin(report.furniture),
        addresses=[Address(url, url if _OPENABLE.fullmatch(url) else None) for url in addresses(report.furniture)],
        entries=entries,
        speakers=count_speakers(record, entries),
        paragraphs=[paragraph for paragraph in blocks if paragraph not in titles[:1]],
        map=map_of(record.places),
        places=places_of(record),
        credit=credit_of(record),
        events=Happenings(record).all(),
        times=times,
        timeline=timeline_of(record, times),
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(colour=colour, facts_of=facts_of, features=features)
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
