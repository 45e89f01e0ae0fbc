"""What a person found in a case: loaded, and each quoted piece located in the text of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.record.statement import Manner
from sayso.spans import Span, hull

ELLIPSIS = " … "
_SENTENCE_END = re.compile(r"[.?!][\"'”’)]*\s")
_ANOTHER_SENTENCE = 1_000
"""Characters that a sentence end counts for, when the nearest of several equal words is looked for."""


class GoldAttribution(msgspec.Struct, frozen=True, kw_only=True, rename={"window": "in"}, forbid_unknown_fields=True):
    """One attribution in words of the report; `README.md` says how they are written."""

    source: str | None
    cue: str
    content: tuple[str, ...]
    manner: Manner
    addressee: str | None = None
    venue: str | None = None
    said: str | None = None
    window: str | None = None


class Gold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A `gold.json`. `failure` names the error that reading must end in, None for a report."""

    furniture: dict[str, Any]
    attributions: tuple[GoldAttribution, ...]
    optional: tuple[GoldAttribution, ...] = ()
    failure: str | None = None


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """A gold attribution as spans of the report's text."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


class NotLocated(AssertionError):
    """Words of the gold that the text does not have, or has twice."""


def load(path: Path) -> Gold:
    """The gold of one case."""
    return msgspec.json.decode(path.read_bytes(), type=Gold)


def locate(attribution: GoldAttribution, text: str) -> Located:
    """Where the words of an attribution stand in `text`; raises `NotLocated`."""
    window = _window(attribution.window, text)
    content = tuple(_contents(attribution.content, text, window))
    cue = _nearest(attribution.cue, text, window, content, content)
    source = attribution.source and _nearest(attribution.source, text, window, (cue,), content)
    for words in (attribution.addressee, attribution.venue, attribution.said):
        if words:
            _nearest(words, text, window, (cue,), ())
    return Located(source=source or None, cue=cue, content=content)


def _window(words: str | None, text: str) -> Span:
    if words is None:
        return Span(0, len(text))
    start = text.find(words)
    if start < 0:
        raise NotLocated(f"no {words!r}")
    return Span(start, start + len(words))


def _contents(pieces: tuple[str, ...], text: str, window: Span) -> Iterator[Span]:
    at = window.start
    for number, piece in enumerate(pieces):
        first, _, last = piece.partition(ELLIPSIS)
        start = text.find(first, at, window.end)
        end = text.find(last, start + len(first), window.end) + len(last)
        if start < 0 or end < len(last) + start:
            raise NotLocated(f"no {piece!r}")
        if number == 0 and text.find(first, start + 1, window.end) >= 0:
            raise NotLocated(f"{first!r} twice: say in which words")
        yield Span(start, end)
        at = end


def _nearest(words: str, text: str, window: Span, to: tuple[Span, ...], outside: tuple[Span, ...]) -> Span:
    """The occurrence of `words` nearest to the spans of `to`, and outside the spans of `outside`."""
    found = [
        span
        for match in _whole(words).finditer(text[: window.end])
        if (span := Span(*match.span())).start >= window.start and not any(map(span.overlaps, outside))
    ]
    if not found:
        raise NotLocated(f"no {words!r}")
    if not to and len(found) > 1:
        raise NotLocated(f"{words!r} twice: say in which words")
    return min(found, key=lambda span: _distance(span, hull(to), text)) if to else found[0]


def _whole(words: str) -> re.Pattern[str]:
    """A pattern for `words` that are not part of longer ones; a colon or a dash may touch its neighbours."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + re.escape(words) + after)


def _distance(span: Span, other: Span, text: str) -> int:
    if span.overlaps(other):
        return 0
    between = text[min(span.end, other.end) : max(span.start, other.start)]
    return len(between) + _ANOTHER_SENTENCE * bool(_SENTENCE_END.search(between))
