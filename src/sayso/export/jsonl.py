"""Lines of JSON, one finding a line."""

from __future__ import annotations

import msgspec


def placed(location: str, name: str, line: bytes) -> bytes:
    """A finding's line inside one that says where it came from: `{"location": …, "record": …}`."""
    return b'{"location":' + msgspec.json.encode(location) + b',"' + name.encode() + b'":' + line + b"}"
