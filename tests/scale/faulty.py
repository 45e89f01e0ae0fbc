"""Steps for a reading process that do what hostile reports make real ones do; the location says which."""

import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator

from sayso.errors import CaptureNotFound, NoText
from sayso.pipeline import Options
from sayso.record.ids import digest_of, report_id
from sayso.record.record import Failure, Record
from sayso.record.report import Block, BlockKind, Capture, Furniture, Origin, Report
from sayso.spans import Span

MODULES = ()


def open_location(location: str, *, options: Options) -> Iterator[Capture | Failure]:
    """A word makes one capture; "a+hang+b" makes three, as an archive would; "-" what standard input holds."""
    if location == "missing":
        yield Failure.of(CaptureNotFound("missing: no such file"), uri=location, hop="open")
        return
    if location == "open-hang":
        time.sleep(600)
    words = (sys.stdin.read() if location == "-" else location).split("+")
    for index, word in enumerate(words, 1):
        content = word.encode(errors="replace")
        uri = location if len(words) == 1 else f"{location}#{index}"
        yield Capture(content=content, uri=uri, media_type="text/plain", digest=digest_of(content))


def read_capture(capture: Capture, *, options: Options) -> Record | Failure:
    name, _, argument = capture.content.decode(errors="replace").partition(":")
    text = FAULTS.get(name, lambda _: None)(argument)
    if name == "empty":
        return Failure.of(NoText(f"{capture.uri}: empty"), uri=capture.uri, hop="read", digest=capture.digest)
    return _record(capture, text or name)


def _spin(_: str) -> None:
    while True:
        pass


def _write(_: str) -> None:
    with open(os.environ["SAYSO_TEST_SCRATCH"], "w") as file:
        file.write("x")


def _bug(_: str) -> None:
    raise KeyError("nobody meant this")


def _exit_once(_: str) -> None:
    marker = os.environ["SAYSO_TEST_SCRATCH"]
    if not os.path.exists(marker):
        open(marker, "w").close()
        os._exit(7)


FAULTS: dict[str, Callable[[str], str | None]] = {
    "hang": lambda _: time.sleep(600),
    "spin": _spin,
    "exit": lambda _: os._exit(7),
    "segfault": lambda _: str(ctypes.string_at(0)),
    "memory": lambda _: str(len(bytearray(10_000_000_000))),
    "write": _write,
    "print": lambda _: print("noise on standard output"),
    "bug": _bug,
    "slow": lambda seconds: time.sleep(float(seconds)),
    "once": _exit_once,
    "pid": lambda _: str(os.getpid()),
}


def _record(capture: Capture, text: str) -> Record:
    span = Span(0, len(text))
    origin = Origin(digest=capture.digest, media_type="text/plain", size_bytes=len(capture.content), reader="faulty@1")
    block = Block(kind=BlockKind.PARAGRAPH, span=span, locator=None)
    report = Report(
        id=report_id(capture.digest), origin=origin, text=text, body=span, blocks=(block,), furniture=Furniture()
    )
    return Record(report=report)


if "SAYSO_TEST_WORN_OUT" in os.environ:
    from sayso.scale import worker

    worker.worn_out = lambda reports: True
