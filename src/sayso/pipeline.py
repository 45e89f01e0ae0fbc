"""The hops, wired: a location to its records, records to who is who. The only module that sees every stage.

Each stage is imported when the first capture comes to it, so that a worker pays only for what it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from sayso.errors import (
    BundleNotFound,
    CaptureError,
    NoText,
    ReadingError,
    SaysoError,
    UnknownPlugin,
    UnsupportedFormat,
)
from sayso.limits import Limits
from sayso.protocols import Intake, Reader, Tagger
from sayso.record.annotation import AnnotatedReport
from sayso.record.record import Failure, Record
from sayso.record.report import Capture, Report

if TYPE_CHECKING:
    from datetime import datetime

    from sayso.gazetteer.file import Gazetteer
    from sayso.intake.saved import Saved
    from sayso.link.linked import Links
    from sayso.link.lists.listed import ListedActor
    from sayso.record.judgement import Decision


class Options(Struct, frozen=True, kw_only=True):
    """What one reading may use and how much it may cost.

    `tagger` says whether the neural tagger helps the rules: None means yes, if its files came with the package; True
    without them is a `BundleNotFound`. `gazetteer` is the path of the list of places to read with, None for the one in
    the package; a path that holds none is a `BundleNotFound` or `BundleMismatch`. `ignore_robots` fetches web addresses
    that the site's robots.txt asks programs to leave alone; each is logged.
    """

    limits: Limits = Limits()
    tagger: bool | None = None
    gazetteer: str | None = None
    ignore_robots: bool = False


_DEFAULTS = Options()
MODULES = (
    ("sayso.attribute.attributor", "sayso.intake.files", "sayso.annotate.annotator"),
    ("onnxruntime", "sayso.tagger.tagger", "sayso.readers.text", "trafilatura", "htmldate", "sayso.readers.html"),
    ("ftfy", "charset_normalizer", "sayso.readers.entry", "pypdf", "sayso.readers.pdf"),
)
"""What this module and the stages import when the first capture comes: what any report needs, then what some need."""
_BUNDLE = Path(__file__).parent / "tagger" / "bundle"


def read_report(location: str, *, options: Options = _DEFAULTS) -> Record:
    """The record of the one report at `location`: a file, a URL, or "-" for standard input.

    A file that holds one saved record gives that. Raises `SaysoError` if there is none, or more than one; its `hop`
    tells how far it came.
    """
    with _hop("open", location):
        if holds_records(location):
            return _as_record(location, _only(location, records_at(location, options=options)).finding)
        capture = _only(location, _captures_at(location, options))
    return _record_of(capture, options)


def read_reports(locations: Iterable[str], *, options: Options = _DEFAULTS) -> Iterator[Record | Failure]:
    """The records of all reports at `locations`, in order, as they come.

    A file of records, as `sayso read --json` writes it, gives the records in it. What cannot be read is a `Failure` in
    its place, and the others go on.
    """
    for location in locations:
        for file in files_at(location):
            if holds_records(file):
                yield from (saved.finding for saved in records_at(file, options=options))
                continue
            for capture in open_location(file, options=options):
                yield capture if isinstance(capture, Failure) else read_capture(capture, options=options)


def link_records(
    records: Iterable[Record | Failure],
    decisions: Iterable[Decision] = (),
    *,
    when: datetime,
    listed: Iterable[ListedActor] = (),
) -> Links:
    """Hop 6: who is who across records, those in most reports first, and what the rules judged anew to find them.

    `decisions` are what was judged before, by rule or by a person (`sayso.link.ledger.read_ledger` gives those of a
    file), and count before any rule; `when` is the time of judging, UTC, and `listed` the entries of actor lists.
    Failures are passed over. The same records and decisions give the same, in whatever order they come; nothing is
    kept, and no record is changed.
    """
    from sayso.link.linked import linked

    kept = (record for record in records if isinstance(record, Record))
    return linked(kept, decisions, when=when, listed=listed)


def check(options: Options) -> None:
    """Raise now what every report would fail with: a gazetteer that is none, a tagger whose files are not there."""
    if options.gazetteer:
        _gazetteer(options.gazetteer)
    if options.tagger and not _BUNDLE.is_dir():
        raise BundleNotFound(f"{_BUNDLE}: no files of a tagger there (without it, sayso reads by rule)")


def files_at(location: str) -> Iterator[str]:
    """The files in a folder, in order; any other location is itself, and opening it says what is wrong with it."""
    from sayso.intake import folders

    try:
        yield from folders.files_at(location)
    except CaptureError:
        yield location


def holds_records(location: str) -> bool:
    """Whether there are records in the file at `location` ("-": standard input) already, and no report to be read."""
    from sayso.intake import saved

    return saved.holds_records(location)


def records_at(location: str, *, options: Options = _DEFAULTS) -> Iterator[Saved]:
    """The findings that were saved in a file; a line that gives none is a `Failure` in its place."""
    from sayso.intake import saved

    return saved.records_at(location, limits=options.limits)


def open_location(location: str, *, options: Options = _DEFAULTS) -> Iterator[Capture | Failure]:
    """Hop 1: the captures at a location; where it gives none, or no more, a `Failure` that says why."""
    try:
        with _hop("open", location):
            yield from _captures_at(location, options)
    except SaysoError as error:
        yield _failure(error)


def read_capture(capture: Capture, *, options: Options = _DEFAULTS) -> Record | Failure:
    """Hops 2 to 4: the record of one capture, or why there is none."""
    try:
        return _record_of(capture, options)
    except SaysoError as error:
        return _failure(error, digest=capture.digest)


def _record_of(capture: Capture, options: Options) -> Record:
    with _hop("read", capture.uri):
        report = _read(capture, options)
    with _hop("annotate", capture.uri):
        annotated = _annotate(report, options)
    with _hop("attribute", capture.uri):
        record = _attribute(annotated)
    return msgspec.structs.replace(record, made_by=record.made_by | _made_with(options))


@contextmanager
def _hop(name: str, uri: str) -> Iterator[None]:
    """Errors that leave this block know the hop and the uri they happened at."""
    try:
        yield
    except SaysoError as error:
        error.__dict__.setdefault("uri", uri)
        error.__dict__["hop"] = name
        raise


def _failure(error: SaysoError, *, digest: str | None = None) -> Failure:
    return Failure.of(error, uri=error.uri, hop=error.hop, digest=digest)


def _captures_at(location: str, options: Options) -> Iterator[Capture]:
    return _intake_for(location, options)(location, limits=options.limits)


def _intake_for(location: str, options: Options) -> Intake:
    if location.startswith(("http://", "https://")):
        from sayso.intake.fetch import open_url

        return partial(open_url, ignore_robots=options.ignore_robots)
    from sayso.intake.files import open_files

    return open_files


_One = TypeVar("_One")


def _only(location: str, several: Iterable[_One]) -> _One:
    """The one thing at a location; raises `ReadingError` if there is none, or another."""
    first_two = [one for one, _ in zip(several, range(2), strict=False)]
    if len(first_two) != 1:
        found = "several reports" if first_two else "no report"
        raise ReadingError(f"{location}: {found} here (read_reports takes folders and archives)")
    return first_two[0]


def _as_record(location: str, finding: Record | Failure) -> Record:
    if isinstance(finding, Failure):
        raise ReadingError(f"{location}: what was saved here is a failure ({finding.message})")
    return finding


def _read(capture: Capture, options: Options) -> Report:
    return _reader_of(capture)(capture, limits=options.limits)


def _reader_of(capture: Capture) -> Reader:
    from sayso.plugins import reader_for
    from sayso.readers.sniff import EMPTY, media_type_of

    media_type = media_type_of(capture.content)
    if media_type == EMPTY:
        raise NoText(f"{capture.uri}: empty, or nothing but blanks", uri=capture.uri)
    try:
        return reader_for(media_type)
    except UnknownPlugin as error:
        message = f"{capture.uri}: no reader for {media_type} (sayso reads HTML, PDF, plain text, Markdown and JSON)"
        raise UnsupportedFormat(message, uri=capture.uri, media_type=media_type) from error


def _annotate(report: Report, options: Options) -> AnnotatedReport:
    from sayso.annotate.annotator import annotate

    tagger = _tagger() if _uses_tagger(options) else None
    return annotate(report, tagger=tagger, gazetteer=_gazetteer(options.gazetteer) if options.gazetteer else None)


def _uses_tagger(options: Options) -> bool:
    return _BUNDLE.is_dir() if options.tagger is None else options.tagger


def _made_with(options: Options) -> dict[str, str]:
    """What went into a record besides the package's own rules and lists."""
    made = {"tagger": _tagger().version} if _uses_tagger(options) else {}
    if options.gazetteer:
        made["gazetteer"] = ", ".join(_gazetteer(options.gazetteer).header.built_from)
    return made


@cache
def _gazetteer(path: str) -> Gazetteer:
    from sayso.gazetteer.file import Gazetteer

    return Gazetteer(Path(path))


@cache
def _tagger() -> Tagger:
    from sayso.tagger.tagger import load_tagger

    return load_tagger()


def _attribute(annotated: AnnotatedReport) -> Record:
    from sayso.attribute.attributor import attribute

    return attribute(annotated)
