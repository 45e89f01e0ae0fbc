"""PDFs with a text layer."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import NoText
from sayso.limits import Limits
from sayso.readers import hyphens, typography
from sayso.readers.compose import compose
from sayso.readers.excerpt import RawOf
from sayso.readers.normalise import normalise, ordered, single_spaced
from sayso.readers.pages import PageLine, lines_by_page
from sayso.readers.pieces import Metadata, Piece
from sayso.record.report import BlockKind, Capture, Locator, Origin, PageBox, PageBoxes, Report

_READER = "pdf@1"
_MEDIA_TYPE = "application/pdf"


def read_pdf(capture: Capture, *, limits: Limits) -> Report:
    """The report in a PDF; its locators are the boxes of its lines.

    Raises `NoText` for a PDF without a text layer, `Encrypted`, `TooLarge`, or `ReadingError` for a damaged file.
    """
    pages = lines_by_page(capture.content, capture.uri, limits=limits)
    if not any(pages):
        many = f"{len(pages)} page{'s' if len(pages) != 1 else ''}"
        raise NoText(f"{capture.uri}: no text layer in {many} (scanned? run it through OCR first)", uri=capture.uri)
    origin = Origin(digest=capture.digest, media_type=_MEDIA_TYPE, size_bytes=len(capture.content), reader=_READER)
    raw_of = lines_at(pages)
    return compose(_pieces(pages), Metadata(), capture=capture, origin=origin, raw_of=raw_of, limits=limits)


def lines_at(pages: Sequence[Sequence[PageLine]]) -> RawOf:
    """The lines of a PDF at a locator, each ended by a line feed but the last."""
    texts: dict[PageBox, str] = {line.box: line.text for page in pages for line in page}

    def raw_of(locator: Locator) -> str:
        assert isinstance(locator, PageBoxes)
        return "\n".join(texts[box] for box in locator.boxes)

    return raw_of


def _pieces(pages: Sequence[Sequence[PageLine]]) -> list[Piece]:
    size = typography.body_size(pages)
    running = typography.running_lines(pages)
    known = hyphens.words_in("\n".join(line.text for line in page) for page in pages)
    pieces: list[Piece] = []
    for page in pages:
        kept = [line for line in page if typography.without_digits(line.text) not in running]
        pieces += [_piece([line], BlockKind.PARAGRAPH, known, hint="page") for line in page if line not in kept]
        for paragraph in typography.paragraphs_of(kept):
            first = not any(piece.kind is BlockKind.HEADLINE for piece in pieces)
            pieces.append(_piece(paragraph, typography.kind_of(paragraph, size, first), known))
    return pieces


def _piece(lines: Sequence[PageLine], kind: BlockKind, known: frozenset[str], hint: str | None = None) -> Piece:
    raw = "\n".join(line.text for line in lines)
    steps = hyphens.broken_words(raw, known)
    text = single_spaced(normalise(raw, steps))
    steps = steps if text == raw else ordered((*steps, "whitespace"))
    return Piece(text, kind, PageBoxes(tuple(line.box for line in lines)), steps, hint)
