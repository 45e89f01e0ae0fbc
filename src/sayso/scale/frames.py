"""What the parent and a reading process say to each other: one letter, a length, a payload.

Both ends are ours, but a process that reads hostile files may be anyone's in the end: what comes back is bytes and
text, never pickles.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import Enum
from typing import BinaryIO, NamedTuple

from msgspec import Struct

_HEADER = struct.Struct(">cQ")


class Kind(Enum):
    """What a frame says."""

    ORDER = b"O"
    """To the process: read this `Order`."""
    READY = b"R"
    """The process has started."""
    BEGUN = b"B"
    """It has opened a capture; the payload is a `Begun`."""
    FOUND = b"F"
    """The record or failure of that capture, as a line of JSON."""
    DONE = b"D"
    """The order is finished."""
    RETIRING = b"T"
    """The order is finished, and so is the process: it has grown too large, or old."""
    BUG = b"X"
    """An exception that nobody raised on purpose; the payload is its traceback."""
    GONE = b"G"
    """The process has ended (said by whoever listens to it)."""


class Frame(NamedTuple):
    """One message."""

    kind: Kind
    payload: bytes = b""


class Order(Struct, frozen=True, kw_only=True):
    """One location to read; `skip` counts its captures that were read before.

    `location` is in the bytes of the file system, since a file's name need not be text. `options` are the pipeline's,
    as MessagePack. `content` is what standard
    input held, where the location is "-".
    """

    location: bytes
    options: bytes
    content: bytes | None = None
    skip: int = 0


class Begun(Struct, frozen=True, kw_only=True):
    """The capture that is being read.

    `uri` is fit to be shown, `digest` its SHA-256 in hexadecimal, None where it could not be opened.
    """

    uri: str
    digest: str | None = None


def send(stream: BinaryIO, frame: Frame) -> None:
    """Write one frame."""
    stream.write(_HEADER.pack(frame.kind.value, len(frame.payload)) + frame.payload)
    stream.flush()


def received(stream: BinaryIO) -> Iterator[Frame]:
    """The frames on a stream, until it ends; half a frame at the end counts as nothing."""
    while len(header := stream.read(_HEADER.size)) == _HEADER.size:
        letter, length = _HEADER.unpack(header)
        payload = stream.read(length)
        if len(payload) < length:
            return
        yield Frame(Kind(letter), payload)
