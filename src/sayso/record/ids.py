"""Ids made from content, so that doing a thing twice is doing it once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sayso.spans import Span

_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so that a billion findings collide with probability below 3 %."""


def digest_of(content: bytes) -> str:
    """The SHA-256 of `content`, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def report_id(capture_digest: str) -> str:
    """The id of the report read from the capture with this digest."""
    return f"rep-{capture_digest[:_LENGTH]}"


def finding_id(kind: str, report: str, spans: Iterable[Span], *more: str) -> str:
    """The id of a finding of `kind` ("st", "ev", "men" …) in a report: the same spans give the same id.

    `more` tells apart findings of one kind that rest on the same spans.
    """
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    return f"{kind}-{digest_of('|'.join((kind, report, places, *more)).encode())[:_LENGTH]}"


def content_id(kind: str, *content: str) -> str:
    """The id of something of `kind` that stands in no report: the same content gives the same id."""
    return f"{kind}-{digest_of('|'.join((kind, *content)).encode())[:_LENGTH]}"
