"""Files, folders and standard input."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.errors import CaptureError, CaptureNotFound, TooLarge
from sayso.intake.folders import files_at
from sayso.intake.unpack import unpack
from sayso.limits import Limits
from sayso.record.ids import digest_of
from sayso.record.report import Capture

_STDIN = "-"
_UNTOLD = "application/octet-stream"
_CHUNK = 1_000_000


def open_files(location: str, *, limits: Limits) -> Iterator[Capture]:
    """The captures at a location: a file, a folder's files in order of their names, or "-" for standard input.

    A compressed file gives what is in it, an archive each of its members. Names and their endings decide nothing.
    A folder stops at its first bad file; `folders.files_at` lists a folder for those who want to go on. Raises
    `CaptureError`, `TooLarge` or `Encrypted`; what could be read before that has been yielded.
    """
    for path in files_at(location):
        content = _standard_input(limits) if path == _STDIN else _file(Path(path), limits)
        for member in unpack(content, path, limits=limits):
            yield capture_of(member.content, member.uri)


def capture_of(content: bytes, uri: str, media_type: str = _UNTOLD) -> Capture:
    """Bytes as a capture; nothing is known of when they were made."""
    return Capture(content=content, uri=uri, media_type=media_type, digest=digest_of(content))


def _file(path: Path, limits: Limits) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CaptureError(f"{path}: neither a file nor a folder", uri=str(path))
        with path.open("rb") as stream:
            return _bounded(stream, str(path), limits, size=path.stat().st_size)
    except FileNotFoundError as error:
        raise CaptureNotFound(f"{path}: no such file or folder", uri=str(path)) from error
    except (OSError, ValueError) as error:
        raise CaptureError(f"{path}: cannot be read ({_reason(error)})", uri=str(path)) from error


def _standard_input(limits: Limits) -> bytes:
    return _bounded(sys.stdin.buffer, _STDIN, limits, size=None)


def _bounded(stream: BinaryIO, uri: str, limits: Limits, *, size: int | None) -> bytes:
    """All of a stream, if it is no longer than its kind may be; a PDF may be longer than a text."""
    head = stream.read(1024)
    most = limits.pdf_bytes if b"%PDF-" in head else limits.capture_bytes
    if size is not None and size > most:
        raise _too_large(uri, size, most)
    content = bytearray(head)
    while len(content) <= most:
        chunk = stream.read(min(_CHUNK, most + 1 - len(content)))
        if not chunk:
            return bytes(content)
        content += chunk
    raise _too_large(uri, len(content), most)


def _too_large(uri: str, size: int, most: int) -> TooLarge:
    message = f"{uri}: {size:,} bytes or more, where {most:,} are read at most (one report to a file?)"
    return TooLarge(message, uri=uri, size_bytes=size, limit_bytes=most)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
