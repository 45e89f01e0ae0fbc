"""A report as obtained (`Capture`) and as read (`Report`)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from sayso.record.when import Stamp
from sayso.spans import Span, Words


class Capture(Struct, frozen=True, kw_only=True):
    """Bytes as obtained.

    `content` is what the location gave, already decompressed if it was a compressed file; `digest` is its
    SHA-256 in hexadecimal. `media_type` was told by the location or found in the bytes; readers trust the
    bytes. `fetched_at` is UTC, and None for a file.
    """

    content: bytes
    uri: str
    media_type: str
    digest: str
    fetched_at: datetime | None = None


class Origin(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which bytes a report was read from; enough to find them again, and nothing that differs between machines.

    `encoding` is the character encoding the bytes were decoded with, None for binary formats. `reader`
    names the reader and its version: "html@1". `replaced` counts characters that could not be kept and
    became U+FFFD.
    """

    digest: str
    media_type: str
    size_bytes: int
    reader: str
    encoding: str | None = None
    replaced: int = 0


class SourceRanges(Struct, frozen=True, tag="ranges", tag_field="in"):
    """Characters of the decoded capture, in order; for HTML the text nodes, so that markup between them is left out.

    Offsets count code points of the bytes decoded with `Origin.encoding`.
    """

    ranges: tuple[Span, ...]


class PageBox(Struct, frozen=True, tag="page", tag_field="in"):
    """A rectangle on a page of a PDF.

    `page` counts from 1. `box` is (left, bottom, right, top) in points from the lower left corner.
    """

    page: int
    box: tuple[float, float, float, float]


class PageBoxes(Struct, frozen=True, tag="pages", tag_field="in"):
    """Rectangles on the pages of a PDF, in reading order: a paragraph may run over a page break."""

    boxes: tuple[PageBox, ...]


class EntryField(Struct, frozen=True, tag="field", tag_field="in"):
    """A place in a string of a JSON entry.

    `pointer` is a JSON pointer (RFC 6901); `ranges` count code points of that string, decoded.
    """

    pointer: str
    ranges: tuple[Span, ...]


Locator = SourceRanges | PageBoxes | EntryField


class BlockKind(StrEnum):
    """What a block of the text is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"
    TABLE_ROW = "table_row"


class Block(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A paragraph, heading, list item … of the report.

    `span` lies in `Report.text`; `locator` in the capture, None if it could not be found there.
    `normalised` names, in order, the steps that turn the text at the locator into the text of the block
    ("html", "whitespace", "soft-hyphen", "hyphenation", "joined", "mojibake" …); `sayso.readers.normalise`
    replays them.
    """

    kind: BlockKind
    span: Span
    locator: Locator | None
    normalised: tuple[str, ...] = ()


class Dateline(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Place and date a report was filed from, as printed: "LONDON, Oct 15 (AP) —".

    `text` is the whole dateline; `places` may be several ("MOSCOW/KYIV"); `date` is as printed, not resolved.
    """

    text: str
    places: tuple[str, ...] = ()
    date: str | None = None


class Caption(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands under a picture, and whose picture it is."""

    text: str | None
    credit: str | None = None


class Removed(Struct, frozen=True, kw_only=True):
    """A line that is not part of the running text, and why."""

    text: str
    reason: str


class Furniture(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything around the running text that says where it comes from. None means that the report does not say.

    `bylines` are the writers' names, "By" left out; `agencies` the agencies whose copy it is, by their
    usual short names ("AFP", "Reuters"); `credit_lines` the words that said so. `publisher` is who put it
    out. `basis` tells for a field where it was read. `removed` holds lines left out of the running text,
    each with a reason ("related", "share", "caption", "prompt", "url" …).
    """

    headline: str | None = None
    subheadline: str | None = None
    bylines: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    credit_lines: tuple[str, ...] = ()
    dateline: Dateline | None = None
    publisher: str | None = None
    canonical_url: str | None = None
    original_url: str | None = None
    section: str | None = None
    captions: tuple[Caption, ...] = ()
    first_published: Stamp | None = None
    last_updated: Stamp | None = None
    basis: dict[str, str] = {}
    removed: tuple[Removed, ...] = ()


class Warning(Struct, frozen=True, kw_only=True):  # noqa: A001 - the field's word
    """Something the reader of a record should know: `code` is stable ("html.depth"), `message` is for people."""

    code: str
    message: str


class Report(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One news text with its furniture.

    `text` is written once, by the reader, and never changed after; all offsets of findings point into it.
    It holds the headline (if there is one) and the blocks of the running text, separated by two newlines;
    `body` is the span of the running text, None if there is only a headline. `language` is an ISO 639-1
    code, None if unknown.
    """

    id: str
    origin: Origin
    text: str
    body: Span | None
    blocks: tuple[Block, ...]
    furniture: Furniture
    language: str | None = None
    warnings: tuple[Warning, ...] = ()

    def words(self, span: Span) -> Words:
        """The words of this report at `span`."""
        return Words.at(span, self.text)
