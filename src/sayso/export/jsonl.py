"""Lines of JSON, one finding a line."""

from __future__ import annotations

import msgspec

from sayso.record.record import Failure, Record


def placed(location: str, finding: Record | Failure, line: bytes) -> bytes:
    """The finding's line inside one that says where it came from: `{"location": …, "record": …}`."""
    name = b"failure" if isinstance(finding, Failure) else b"record"
    return b'{"location":' + msgspec.json.encode(location) + b',"' + name + b'":' + line + b"}"
