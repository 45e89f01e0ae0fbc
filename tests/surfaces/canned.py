"""Steps that need no reader: what a location gives stands in its name."""

from collections.abc import Iterator

from msgspec.structs import replace

from records import hostile, sea_wall
from sayso.errors import CaptureNotFound, NoText
from sayso.pipeline import Options
from sayso.record.ids import digest_of
from sayso.record.record import Failure, Record
from sayso.record.report import Capture, Warning  # noqa: A004
from whereabouts import RECORD

MODULES = ()


def open_location(location: str, *, options: Options) -> Iterator[Capture | Failure]:
    name = location.rsplit("/", 1)[-1]
    if name == "missing":
        yield Failure.of(CaptureNotFound(f"{location}: no such file or folder"), uri=location, hop="open")
    else:
        yield Capture(content=name.encode(), uri=location, media_type="text/plain", digest=digest_of(name.encode()))


def read_capture(capture: Capture, *, options: Options) -> Record | Failure:
    match capture.content.decode():
        case "empty":
            error = NoText(f"{capture.uri}: empty")
            return Failure.of(error, uri=capture.uri, hop="read", digest=capture.digest)
        case "silent":
            return Record(report=sea_wall().report)
        case "suspect":
            record = sea_wall()
            doubt = Warning(code="html.extraction-suspect", message="the page shows much more text than was found")
            return replace(record, report=replace(record.report, warnings=(doubt,)))
        case "hostile":
            return hostile("\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil")
        case "placed":
            return RECORD
        case "bug":
            raise KeyError("nobody meant this")
    return sea_wall()
