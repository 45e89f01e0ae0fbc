"""Files that hold records: a line each, as `sayso read --json` writes them, or gzip of that."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

import msgspec

from sayso.errors import ArchiveDamaged, CaptureError, RecordError, SaysoError, TooLarge
from sayso.limits import Limits
from sayso.record.codec import decode
from sayso.record.record import Failure, Record, sayable
from sayso.spans import words_in

_STDIN = "-"
_HEAD = 1_024
"""Bytes, after unpacking, by which a file of records is known."""
_OURS = re.compile(
    rb'\A\s*\{[ \t]*"(?:kind"[ \t]*:[ \t]*"(?:record"[ \t]*,[ \t]*"report"|failure"[ \t]*,[ \t]*"uri")'
    rb'|location"[ \t]*:[ \t]*"(?:[^"\\]|\\.)*"[ \t]*,[ \t]*"(?:record|failure)")[ \t]*:'
)
"""How our lines begin; a record spread over several lines is no line of ours."""
_BOM = b"\xef\xbb\xbf"
_GZIP = b"\x1f\x8b"
_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)
_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class Saved:
    """A finding as a line gave it back.

    `uri` is where the report lay, if the line tells (`--locations`), else the file and the number of the line.
    """

    uri: str
    finding: Record | Failure


def holds_records(location: str) -> bool:
    """Whether a file, or "-" for standard input, begins with a line of ours; nothing of standard input is used up."""
    try:
        head = _peeked() if location == _STDIN else _head_of(location)
    except (OSError, ValueError, *_DAMAGE):
        return False
    return _OURS.match(head.removeprefix(_BOM)) is not None


def records_at(location: str, *, limits: Limits) -> Iterator[Saved]:
    """What the lines of a file hold, in order; a line that holds nothing to be used is a `Failure` that names it."""
    number = 0
    try:
        with _opened(location) as stream:
            for number, line in enumerate(_lines(stream, limits), 1):
                if line.strip():
                    yield _saved(line, f"{location}:{number}", limits)
    except _DAMAGE as error:
        at = f"{location}:{number + 1}"
        yield _failed(ArchiveDamaged(f"{at}: the compressed file is damaged here ({error})"), at)
    except OSError as error:
        yield _failed(CaptureError(f"{location}: cannot be read ({error.strerror or error})"), location)


class _Placed(msgspec.Struct):
    """A line of `sayso read --json --locations`; one of `record` and `failure` is there."""

    location: str
    record: msgspec.Raw = msgspec.Raw()
    failure: msgspec.Raw = msgspec.Raw()


_placed = msgspec.json.Decoder(_Placed)


def _saved(line: bytes, at: str, limits: Limits) -> Saved:
    if len(line) > limits.unpacked_bytes:
        most = limits.unpacked_bytes
        return _failed(TooLarge(f"{at}: a line of more than {most:,} bytes", limit_bytes=most), at)
    uri, inner = _unwrapped(line, at)
    try:
        return Saved(uri, _sound(decode(inner)))
    except (RecordError, UnicodeDecodeError) as error:
        return _failed(RecordError(f"{at}: {error}"), at)


def _sound(finding: Record | Failure) -> Record | Failure:
    """The finding, if all its words stand in the report's text where it says."""
    if isinstance(finding, Record):
        report = finding.report
        if any(words.of(report.text) != words.text for words in words_in(finding)) or any(
            block.span.end > len(report.text) for block in report.blocks
        ):
            raise RecordError("a record whose words are not in its text (changed by hand?)")
    return finding


def _unwrapped(line: bytes, at: str) -> tuple[str, bytes]:
    """Where the report lay, and the finding's own line."""
    try:
        placed = _placed.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return at, line
    return placed.location, bytes(placed.record) or bytes(placed.failure)


def _failed(error: SaysoError, at: str) -> Saved:
    return Saved(sayable(at), Failure.of(error, uri=at, hop="open"))


def _lines(stream: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """The lines of a stream; of one that is longer than a record can be, only so much that this is seen."""
    first = True
    while line := stream.readline(limits.unpacked_bytes + 1):
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(_CHUNK)):
            continue
        yield line.removeprefix(_BOM) if first else line
        first = False


@contextmanager
def _opened(location: str) -> Iterator[BinaryIO]:
    if location == _STDIN:
        yield _unpacked(sys.stdin.buffer, _peeked_raw())
        return
    with open(location, "rb") as raw:
        head = raw.read(8)
        raw.seek(0)
        yield _unpacked(raw, head)


def _unpacked(raw: BinaryIO, head: bytes) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if head.startswith(_GZIP) else raw


def _head_of(location: str) -> bytes:
    if not stat.S_ISREG(os.stat(location).st_mode):
        return b""
    with _opened(location) as stream:
        return stream.read(_HEAD)


def _peeked() -> bytes:
    raw = _peeked_raw()
    return zlib.decompressobj(31).decompress(raw, _HEAD) if raw.startswith(_GZIP) else raw


def _peeked_raw() -> bytes:
    """The beginning of what is piped in, which stays there."""
    stream = cast(io.BufferedReader, sys.stdin.buffer)
    if not stream.seekable():
        return stream.peek(_HEAD)
    at, head = stream.tell(), stream.read(_HEAD * 8)
    stream.seek(at)
    return head
