"""Steps for a reading process that do what hostile reports make real ones do; the location says which."""

import ctypes
import os
import sys
import time
from collections.abc import Iterator

from sayso.errors import CaptureNotFound, NoText
from sayso.pipeline import Options
from sayso.record.ids import digest_of, report_id
from sayso.record.record import Failure, Record
from sayso.record.report import Block, BlockKind, Capture, Furniture, Origin, Report
from sayso.spans import Span


def open_location(location: str, *, options: Options) -> Iterator[Capture | Failure]:
    """A word makes one capture; "a+hang+b" makes three, as an archive would; "-" what standard input holds."""
    if location == "missing":
        yield Failure.of(CaptureNotFound("missing: no such file"), uri=location, hop="open")
        return
    if location == "open-hang":
        time.sleep(600)
    words = (sys.stdin.read() if location == "-" else location).split("+")
    for index, word in enumerate(words, 1):
        content = word.encode()
        uri = location if len(words) == 1 else f"{location}#{index}"
        yield Capture(content=content, uri=uri, media_type="text/plain", digest=digest_of(content))


def read_capture(capture: Capture, *, options: Options) -> Record | Failure:
    text = capture.content.decode()
    match text.split(":")[0]:
        case "hang":
            time.sleep(600)
        case "spin":
            while True:
                pass
        case "exit":
            os._exit(7)
        case "segfault":
            ctypes.string_at(0)
        case "memory":
            bytearray(10_000_000_000)
        case "write":
            with open(os.environ["SAYSO_TEST_SCRATCH"], "w") as file:
                file.write("x")
        case "print":
            print("noise on standard output")
        case "bug":
            raise KeyError("nobody meant this")
        case "empty":
            return Failure.of(NoText(f"{capture.uri}: empty"), uri=capture.uri, hop="read", digest=capture.digest)
        case "slow":
            time.sleep(float(text.split(":")[1]))
        case "once":
            marker = os.environ["SAYSO_TEST_SCRATCH"]
            if not os.path.exists(marker):
                open(marker, "w").close()
                os._exit(7)
        case "pid":
            text = str(os.getpid())
    return _record(capture, text)


def _record(capture: Capture, text: str) -> Record:
    span = Span(0, len(text))
    origin = Origin(digest=capture.digest, media_type="text/plain", size_bytes=len(capture.content), reader="faulty@1")
    block = Block(kind=BlockKind.PARAGRAPH, span=span, locator=None)
    report = Report(
        id=report_id(capture.digest), origin=origin, text=text, body=span, blocks=(block,), furniture=Furniture()
    )
    return Record(report=report)
