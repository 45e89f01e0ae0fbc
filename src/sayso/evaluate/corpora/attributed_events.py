"""Attributed events: the benchmark's reports, and the form in which people and systems mark them.

A folder has `index.json`, `reports/NN.txt` and one folder per annotator (`gold`, `second-pass`), each with `NN.json`.
Words are given either as written in the report, with the paragraph and the occurrence where they stand more than once
("said@4#2"), or as offsets. What is left out is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from sayso.errors import EvaluationError
from sayso.evaluate.corpora.gold import digest_of_files, need
from sayso.record.event import Certainty, Factuality, Occurrence
from sayso.record.statement import Act
from sayso.spans import Span

Given = str | Span
"""Words as a person gives them ("the bridge … at dawn@3"), or a span of code points of the report's text."""


_T = TypeVar("_T")


class MarkedStatement(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One attribution; `source` is None where nobody is named, `within` the id of the statement around it."""

    id: str
    source: Given | None
    cue: tuple[Given, ...]
    content: tuple[Given, ...] = ()
    act: Act | None = None
    within: str | None = None
    addressee: Given | None = None
    venue: Given | None = None
    said: Given | None = None


class MarkedParticipant(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Who is in a role of an event; `country` is ISO 3166-1 alpha-3."""

    words: Given
    country: str | None = None


class MarkedMagnitude(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A number of an event, as in `sayso.record.event.Magnitude`."""

    what: str
    words: Given
    low: float | None = None
    high: float | None = None
    attributed_to: str | None = None


class MarkedEvent(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One event: `attributed_to` is the id of the innermost statement, None for the report's own voice.

    `occurrence` and `certainty` are as that voice puts it; `report_factuality` is the report's own belief about an
    attributed event, None where it leaves the matter open. `same_as` is the id of the event whose other telling this
    is.
    """

    id: str
    type: str
    trigger: Given
    mentions: tuple[Given, ...] = ()
    actor: tuple[MarkedParticipant, ...] = ()
    recipient: tuple[MarkedParticipant, ...] = ()
    place: Given | None = None
    time: Given | None = None
    occurrence: Occurrence = Occurrence.HAPPENED
    certainty: Certainty = Certainty.CERTAIN
    report_factuality: Factuality | None = None
    attributed_to: str | None = None
    magnitudes: tuple[MarkedMagnitude, ...] = ()
    same_as: str | None = None


class MarkedActor(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Someone the report speaks of, and every name and description it uses."""

    name: str
    country: str | None = None
    mentions: tuple[Given, ...] = ()


class MarkedTime(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An expression of time and its TIMEX3 value."""

    words: Given
    value: str | None = None


class MarkedPlace(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A toponym; degrees are WGS 84, to about a tenth; `stands_for` is "government" for a capital that speaks."""

    words: Given
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    stands_for: str | None = None


class MarkedReport(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """All that one annotator, or one system, marked in one report; `by` says who."""

    report: str
    by: str
    statements: tuple[MarkedStatement, ...] = ()
    events: tuple[MarkedEvent, ...] = ()
    actors: tuple[MarkedActor, ...] = ()
    times: tuple[MarkedTime, ...] = ()
    places: tuple[MarkedPlace, ...] = ()


class Listed(Struct, frozen=True):
    """A report's line of the index; `published` is an ISO date."""

    report: str
    published: str
    style: str
    topic: str
    words: int


def listed(folder: Path) -> tuple[Listed, ...]:
    """The index, in order."""
    return _decoded(need(folder / "index.json"), tuple[Listed, ...])


def text_of(folder: Path, report: str) -> str:
    """The text of a report, line ends and all."""
    return need(folder / "reports" / f"{report}.txt").read_text(encoding="utf-8")


def marked(path: Path) -> MarkedReport:
    """What a file says of a report. Raises `EvaluationError` for one that has another form."""
    return _decoded(need(path), MarkedReport)


def marked_reports(folder: Path, annotator: str) -> Iterator[tuple[Listed, str, MarkedReport]]:
    """Each report that the annotator marked, with its text."""
    for one in listed(folder):
        if (path := folder / annotator / f"{one.report}.json").exists():
            yield one, text_of(folder, one.report), marked(path)


def digest(folder: Path, annotator: str) -> str:
    """The digest of the texts and the annotator's files."""
    paths = [folder / "index.json", *(folder / "reports").glob("*.txt"), *(folder / annotator).glob("*.json")]
    return digest_of_files(folder, [need(path) for path in paths])


def _decoded(path: Path, form: type[_T]) -> _T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=form)
    except msgspec.DecodeError as error:
        raise EvaluationError(f"{path}: not in the form of the benchmark: {error}") from error
