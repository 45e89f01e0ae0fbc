"""Records to JSON and back, without loss."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.errors import RecordError
from sayso.record.record import FORMAT, Failure, Record

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder: msgspec.json.Decoder[Record | Failure] = msgspec.json.Decoder(Record | Failure)


def encode(finding: Record | Failure) -> bytes:
    """One line of JSON, UTF-8, without the newline; equal records give equal bytes."""
    return _encoder.encode(finding)


def decode(line: bytes | str) -> Record | Failure:
    """The record or failure in a line of JSON.

    Raises `RecordError` if it is not one, or of another format.
    """
    try:
        found = _decoder.decode(line)
    except msgspec.MsgspecError as error:
        raise RecordError(f"not a record of sayso: {error}", expected=FORMAT) from error
    if isinstance(found, Record) and found.format != FORMAT:
        message = f"a record of format {found.format}, but this version reads {FORMAT} (upgrade sayso?)"
        raise RecordError(message, expected=FORMAT, found=found.format)
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema of a line of `sayso read --json`."""
    (top,), components = msgspec.json.schema_components([Record | Failure], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        "title": "A line of sayso's output: the record of one report, or why there is none",
        **top,
        "$defs": components,
    }
