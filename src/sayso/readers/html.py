"""Web pages to reports."""

from __future__ import annotations

from dataclasses import replace

from sayso.errors import NotAReport, NoText, TooLarge, UnsupportedFormat
from sayso.limits import Limits
from sayso.readers.charsets import declared_in
from sayso.readers.claims import Claims, claims_of
from sayso.readers.compose import compose
from sayso.readers.door import Decoded, decode
from sayso.readers.guessing import dated
from sayso.readers.headline import headline_place
from sayso.readers.houses import house_in
from sayso.readers.layout import Layout, layout
from sayso.readers.maintext import main_text
from sayso.readers.markup import scan
from sayso.readers.metadata import headlines, metadata_of
from sayso.readers.oddities import oddities
from sayso.readers.page_pieces import pieces_of
from sayso.readers.pieces import Metadata, Piece
from sayso.readers.sniff import EMPTY, media_type_of
from sayso.readers.squash import Squashed
from sayso.readers.verdict import verdict
from sayso.record.report import BlockKind, Capture, Locator, Origin, Report, SourceRanges

READER = "html@1"
_READABLE = ("text/", "application/xhtml")


def read_html(capture: Capture, *, limits: Limits) -> Report:
    """The report in a web page; raises `ReadingError` if there is none."""
    decoded = _decoded(capture, limits)
    page = scan(decoded.text, limits)
    visible = Squashed(page.runs)
    laid = layout(page, visible, main_text(page, visible, limits))
    found = claims_of(page)
    metadata, odd = metadata_of(found)
    _refuse(capture, laid, found, metadata)
    pieces, metadata = _headed(laid, found, metadata)

    def raw_of(locator: Locator) -> str:
        assert isinstance(locator, SourceRanges)
        return "".join(span.of(decoded.text) for span in locator.ranges)

    report = compose(
        pieces,
        metadata,
        capture=capture,
        origin=_origin(capture, decoded),
        raw_of=raw_of,
        limits=limits,
        warnings=(*decoded.warnings, *oddities(laid, found, limits), *odd),
    )
    return dated(report, page, limits)


def _decoded(capture: Capture, limits: Limits) -> Decoded:
    size = len(capture.content)
    if size > limits.capture_bytes:
        message = f"{capture.uri}: {size:,} bytes, more than the {limits.capture_bytes:,} that are read"
        raise TooLarge(message, uri=capture.uri, size_bytes=size, limit_bytes=limits.capture_bytes)
    found = media_type_of(capture.content)
    if found == EMPTY:
        raise NoText(f"{capture.uri}: empty", uri=capture.uri)
    if not found.startswith(_READABLE):
        message = f"{capture.uri}: the bytes are {found}, not a web page"
        raise UnsupportedFormat(message, uri=capture.uri, media_type=found)
    return decode(capture.content, declared_in(capture.content))


def _refuse(capture: Capture, laid: Layout, found: Claims, metadata: Metadata) -> None:
    """Raises `NotAReport` or `NoText` if the page is no report."""
    headings = [*laid.page.titles, *([metadata.headline] if metadata.headline else []), *laid.headings()]
    if against := verdict(laid.stretches, found, headings):
        message = f"{capture.uri}: {against.reason}, so this is not one report ({against.name})"
        raise NotAReport(message, uri=capture.uri, verdict=against.name)
    if not laid.main.places and not laid.main.loose:
        message = f"{capture.uri}: no text found in this page (is it made by a script?)"
        raise NoText(message, uri=capture.uri)


def _headed(laid: Layout, found: Claims, metadata: Metadata) -> tuple[list[Piece], Metadata]:
    """The pieces of the page, and its metadata with the headline as the page shows it, if it shows one."""
    claimed = headlines(found, metadata.publisher)
    pieces = pieces_of(laid, headline_place(claimed, laid.blocks, laid.visible))
    head = next((piece for piece in pieces if piece.kind is BlockKind.HEADLINE), None)
    if head is None:
        basis = {**metadata.basis, **({"headline": claimed[metadata.headline]} if metadata.headline else {})}
        return pieces, replace(metadata, basis=basis)
    basis = {**metadata.basis, "headline": claimed.get(head.text, "text:heading")}
    publisher = metadata.publisher
    if publisher is None and (publisher := house_in(found, head.text)):
        basis["publisher"] = "title"
    return pieces, replace(
        metadata, headline=head.text, headline_locator=head.locator, publisher=publisher, basis=basis
    )


def _origin(capture: Capture, decoded: Decoded) -> Origin:
    return Origin(
        digest=capture.digest,
        media_type="text/html",
        size_bytes=len(capture.content),
        reader=READER,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
    )
