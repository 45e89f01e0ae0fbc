"""One report in a JSON object: schema.org's NewsArticle, an entry of a feed, or what an archive writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.limits import Limits
from sayso.readers import charsets, labels, publishers
from sayso.readers.agencies import agency
from sayso.readers.blocks import blocks_of, piece_at
from sayso.readers.bylines import byline_of
from sayso.readers.compose import compose
from sayso.readers.door import clean, decode
from sayso.readers.entries import MEDIA_TYPE, body_of, entry_in, first_of, parsed, string_in, token
from sayso.readers.excerpt import RawOf
from sayso.readers.lines import lines_of, paragraphs_of, runs_of, width_of
from sayso.readers.markup import scan
from sayso.readers.normalise import normalise, single_spaced
from sayso.readers.passages import raw_text
from sayso.readers.pieces import Metadata, Piece
from sayso.readers.squash import Squashed
from sayso.readers.stamps import stamp_of
from sayso.record.report import BlockKind, Capture, EntryField, Locator, Origin, Report, SourceRanges
from sayso.record.when import Stamp
from sayso.spans import Span

_READER = "entry@1"
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_CLOSING = re.compile(
    r"</(?:p|div|a|span|b|strong|em|i|h[1-6]|li|ul|ol|blockquote|figure|article|section)\s{0,9}>", re.IGNORECASE
)
_BREAK = re.compile(r"<(?:p|br)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_TITLES = ("headline", "title", "name")
_AUTHORS = ("author", "authors", "byline", "creator", "dc:creator")
_PUBLISHERS = ("publisher", "source", "outlet", "site_name", "sitename", "publication", "source_name", "provider")
_URLS = ("url", "link", "canonical_url", "mainEntityOfPage", "source_url", "@id", "permalink")
_PUBLISHED = (
    "datePublished",
    "date_published",
    "published",
    "published_at",
    "pubDate",
    "publishedAt",
    "date",
    "date_publish",
    "publication_date",
    "dateCreated",
)
_UPDATED = ("dateModified", "date_modified", "updated", "updated_at", "updatedAt", "modified", "date_modify")
_ELSEWHERE = ("external_url", "original_url", "originalUrl", "isBasedOn", "isBasedOnUrl")
_SUMMARIES = ("alternativeHeadline", "subtitle", "subheadline", "standfirst")


def read_entry(capture: Capture, *, limits: Limits) -> Report:
    """The report in a JSON object; its locators are JSON pointers.

    Raises `ReadingError` for what is not JSON, `UnsupportedFormat` for many entries in one file or an object without
    a text, `NoText` for an empty one.
    """
    decoded = decode(capture.content, charsets.declared_in(capture.content))
    pointer, entry = entry_in(parsed(decoded.text, capture), capture)
    where, body, lost = body_of(entry, pointer, capture)
    origin = Origin(
        digest=capture.digest,
        media_type=MEDIA_TYPE,
        size_bytes=len(capture.content),
        reader=_READER,
        encoding=decoded.encoding,
        replaced=decoded.replaced + lost,
    )
    strings = {where: body}
    metadata = _metadata(entry)
    raw_of = strings_at(strings)
    pieces = [*_title(entry, pointer, strings), *_pieces(where, body, limits), *_elsewhere(entry, pointer, strings)]
    return compose(
        pieces, metadata, capture=capture, origin=origin, raw_of=raw_of, limits=limits, warnings=decoded.warnings
    )


def strings_at(strings: Mapping[str, str]) -> RawOf:
    """The characters at a locator of an entry whose strings, by JSON pointer, are `strings`."""

    def raw_of(locator: Locator) -> str:
        assert isinstance(locator, EntryField)
        return raw_text(strings[locator.pointer], locator.ranges)

    return raw_of


def _elsewhere(entry: Mapping[str, Any], pointer: str, strings: dict[str, str]) -> list[Piece]:
    """The address that an entry was taken from, where it names one beside its own."""
    for name in _ELSEWHERE:
        if isinstance(entry.get(name), str) and publishers.url_in(entry[name]):
            where = f"{pointer}/{token(name)}"
            strings[where] = entry[name]
            return [Piece(entry[name], BlockKind.PARAGRAPH, EntryField(where, (Span(0, len(entry[name])),)), (), "url")]
    return []


def _pieces(pointer: str, body: str, limits: Limits) -> list[Piece]:
    """The paragraphs of a text, whose markup is left out if it has any."""
    if _CLOSING.search(body) or _BREAK.search(body):
        return _marked_up(pointer, body, limits)
    runs = list(runs_of(list(lines_of(body, Span(0, len(body))))))
    width = width_of(runs)
    paragraphs = (paragraph for run in runs for paragraph in paragraphs_of(run, width))
    return [_plain(pointer, body, Span(paragraph[0].start, paragraph[-1].end)) for paragraph in paragraphs]


def _marked_up(pointer: str, body: str, limits: Limits) -> list[Piece]:
    visible = Squashed(scan(body, limits).runs)
    if not visible.text:
        return []
    pieces = (piece_at(place, visible, body) for place in blocks_of([(0, len(visible.text))], visible))
    return [replace(piece, locator=_within(pointer, piece.locator)) for piece in pieces]


def _within(pointer: str, locator: Locator | None) -> EntryField | None:
    return EntryField(pointer, locator.ranges) if isinstance(locator, SourceRanges) else None


def _plain(pointer: str, body: str, span: Span) -> Piece:
    return Piece(single_spaced(span.of(body)), BlockKind.PARAGRAPH, EntryField(pointer, (span,)), ("whitespace",))


def _metadata(entry: Mapping[str, Any]) -> Metadata:
    """What the fields beside the text say; the title is a piece."""
    authors = tuple(_authors(entry))
    publisher, published_by = first_of(entry, _PUBLISHERS)
    wire = agency(publisher) if publisher else None
    url, url_by = first_of(entry, _URLS)
    url = publishers.url_in(url) if url else None
    found = {
        "headline": first_of(entry, _TITLES)[1],
        "bylines": "author" if authors else None,
        "publisher": published_by if publisher and not wire else None,
        "canonical_url": url_by if url else None,
    }
    return Metadata(
        subheadline=first_of(entry, _SUMMARIES)[0],
        bylines=tuple(name for author in authors for name in _people(author)),
        agencies=tuple(dict.fromkeys(name for name in (*(agency(author) for author in authors), wire) if name)),
        publisher=None if wire else publisher,
        canonical_url=url,
        section=first_of(entry, ("articleSection", "section", "category"))[0],
        language=labels.language_code(first_of(entry, ("inLanguage", "language", "lang"))[0]),
        first_published=_stamp(entry, _PUBLISHED),
        last_updated=_stamp(entry, _UPDATED),
        basis={field: f"entry:{name}" for field, name in found.items() if name},
    )


def _title(entry: Mapping[str, Any], pointer: str, strings: dict[str, str]) -> list[Piece]:
    """The headline, if a field of the entry itself holds it."""
    _, name = first_of(entry, _TITLES)
    if name is None or not isinstance(entry[name], str):
        return []
    where = f"{pointer}/{token(name)}"
    strings[where], _ = clean(entry[name])
    steps = ("html", "whitespace") if _ENTITY.search(strings[where]) else ("whitespace",)
    text = normalise(strings[where], steps)
    return [Piece(text, BlockKind.HEADLINE, EntryField(where, (Span(0, len(strings[where])),)), steps)]


def _people(author: str) -> tuple[str, ...]:
    """The people an author field names; what sites put there besides ("Web Desk", their own host) is left out."""
    signed = byline_of(f"By {author}")
    return signed.names if signed else ()


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    for name in _AUTHORS:
        value = entry.get(name)
        for one in value if isinstance(value, list) else [value]:
            text = string_in(one.get("name") if isinstance(one, dict) else one)
            if text:
                yield text.removeprefix("By ").removeprefix("by ")
        if value:
            return


def _stamp(entry: Mapping[str, Any], names: tuple[str, ...]) -> Stamp | None:
    for name in names:
        value = entry.get(name)
        if isinstance(value, str):
            return stamp_of(value, basis=f"entry:{name}")
    return None
