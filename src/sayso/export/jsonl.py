"""Lines of JSON, one finding a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec


def lines_of(name: str, findings: Iterable[msgspec.Struct], location: str | None) -> Iterator[bytes]:
    """A line for each of some findings ("event"), without the newline; `location` is where they came from, if told."""
    for finding in findings:
        line = msgspec.json.encode(finding)
        yield line if location is None else placed(location, name, line)


def placed(location: str, name: str, line: bytes) -> bytes:
    """A finding's line inside one that says where it came from: `{"location": …, "record": …}`."""
    return b'{"location":' + msgspec.json.encode(location) + b',"' + name.encode() + b'":' + line + b"}"
