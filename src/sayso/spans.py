"""Stretches of text, and arithmetic on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False):
    """A half-open stretch of a text, most often `Report.text`.

    `start` and `end` count Unicode code points, as `str` slicing does:
    0 <= start < end <= len(text). Spans sort by where they start, then by where they end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` at this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` characters further on."""
        return Span(self.start + by, self.end + by)


class Words(Span, frozen=True, kw_only=True):
    """A span together with the words that stand there: `report.text[start:end] == text`, always."""

    text: str

    @classmethod
    def at(cls, span: Span, report_text: str) -> Self:
        """The words of `report_text` at `span`."""
        return cls(span.start, span.end, text=span.of(report_text))


def words_in(value: object) -> Iterator[Words]:
    """All `Words` in a value and in its fields, wherever they lie: of a finding, of a whole record."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from words_in(part)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        for name in value.__struct_fields__:
            yield from words_in(getattr(value, name))


def trimmed(span: Span, text: str, strip: str | None = None) -> Span | None:
    """`span` without the white space (or the characters of `strip`) at its ends; None if nothing is left."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip(strip))
    end = span.end - (len(piece) - len(piece.rstrip(strip)))
    return Span(start, end) if start < end else None


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans`; at least one is needed."""
    kept = list(spans)
    return Span(min(span.start for span in kept), max(span.end for span in kept))


def without(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of `span` when the `holes` are cut out, in order; the holes may overlap."""
    left: list[Span] = []
    at = span.start
    for hole in sorted(Span(hole.start, hole.end) for hole in holes):
        if at < min(hole.start, span.end):
            left.append(Span(at, min(hole.start, span.end)))
        at = max(at, hole.end)
    if at < span.end:
        left.append(Span(at, span.end))
    return tuple(left)
