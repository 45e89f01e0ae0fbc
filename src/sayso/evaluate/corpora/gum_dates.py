"""GUM's dated expressions: the ISO dates on `<date>` and `<time>` elements of news, interviews and speeches.

The elements are not TIMEX3: there are no durations or sets, values are days, months, years, ranges ("from", "to")
or bounds ("notBefore", "notAfter"). A document's day is the `dateCreated` of its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.evaluate.corpora.conllu import Parsed, parse
from sayso.evaluate.corpora.gold import digest_of_files, need
from sayso.spans import Span

GENRES = ("news", "interview", "speech")

_TAG = re.compile(r"<(?P<close>/)?(?P<element>date|time)(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')
_CREATED = re.compile(r"^# meta::dateCreated = (\d{4}-\d{2}-\d{2})", re.MULTILINE)
_UNKNOWN = re.compile(r"^[^\d-]|^-\d{4,}")
"""Slips of the corpus: values that are no dates ("w"), and years before the calendar's first."""


@dataclass(frozen=True, slots=True)
class GoldDate:
    """One dated expression and its value: `when`, or `first` to `last`, or bounds, as the corpus writes them."""

    span: Span
    when: str | None = None
    first: str | None = None
    last: str | None = None
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document, the day it was made, its sentences and its dated expressions in text order."""

    name: str
    text: str
    created: date | None
    sentences: tuple[Span, ...]
    dates: tuple[GoldDate, ...]


def dated_documents(folder: Path) -> Iterator[DatedDocument]:
    """The documents of the genres that are like news, in order of name."""
    for path in _files(folder):
        yield read_dated(path)


def digest(folder: Path) -> str:
    """The digest of the files that `dated_documents` reads."""
    return digest_of_files(folder, _files(folder))


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(need(folder / "dep").glob("*.conllu")) if path.stem.split("_")[1] in GENRES]


def read_dated(path: Path) -> DatedDocument:
    """The document of one CoNLL-U file."""
    parsed, raw = parse(path), path.read_text(encoding="utf-8")
    created = _CREATED.search(raw)
    return DatedDocument(
        name=path.stem,
        text=parsed.text,
        created=date.fromisoformat(created[1]) if created else None,
        sentences=_sentences(parsed, raw),
        dates=tuple(_dates(parsed)),
    )


def _sentences(parsed: Parsed, raw: str) -> tuple[Span, ...]:
    """From the first word of each sentence to its last."""
    places, at = [], 0
    for block in re.split(r"\n\n+", raw):
        words = sum(1 for line in block.split("\n") if line.split("\t")[0].isdigit())
        if words:
            places.append(Span(parsed.words[at].place.start, parsed.words[at + words - 1].place.end))
        at += words
    return tuple(places)


def _dates(parsed: Parsed) -> Iterator[GoldDate]:
    """Elements that are opened and closed, innermost where one lies in another."""
    opened: list[tuple[int, str]] = []
    for word in parsed.words:
        for tag in _TAG.finditer(word.misc.get("XML", "")):
            if not tag["close"]:
                opened.append((word.place.start, tag["attributes"]))
            elif opened:
                start, attributes = opened.pop()
                if gold := _gold(Span(start, word.place.end), attributes):
                    yield gold


def _gold(span: Span, attributes: str) -> GoldDate | None:
    values = {name: value for name, value in _ATTRIBUTE.findall(attributes) if not _UNKNOWN.match(value)}
    if not values.keys() & {"when", "from", "to", "notBefore", "notAfter"}:
        return None
    return GoldDate(
        span,
        when=values.get("when"),
        first=values.get("from"),
        last=values.get("to"),
        not_before=values.get("notBefore"),
        not_after=values.get("notAfter"),
    )
