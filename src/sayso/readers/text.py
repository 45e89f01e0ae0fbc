"""Plain text, Markdown and saved e-mails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.errors import NoText, UnsupportedFormat
from sayso.limits import Limits
from sayso.readers import charsets, front_matter, hyphens, mail, markdown, prompts, sniff, zones
from sayso.readers.compose import compose
from sayso.readers.door import Decoded, decode
from sayso.readers.lines import Line, lines_of, paragraphs_of, runs_of, width_of
from sayso.readers.pagemail import page_in_mail
from sayso.readers.passages import Passage, piece_of, raw_text
from sayso.readers.pieces import Metadata, Piece
from sayso.record.report import Capture, Locator, Origin, Report, SourceRanges, Warning  # noqa: A004
from sayso.spans import Span

_READER = "text@1"
_ROOM = 2
"""Characters looked at, in multiples of the limit on running text: what is beyond is not even split into lines."""


def read_text(capture: Capture, *, limits: Limits) -> Report:
    """The report in a plain text, a Markdown file or a saved e-mail.

    Raises `UnsupportedFormat` for bytes that are no text, `NoText` for an empty one.
    """
    media_type = sniff.media_type_of(capture.content)
    if media_type == sniff.EMPTY:
        raise NoText(f"{capture.uri}: the file is empty", uri=capture.uri)
    if media_type == sniff.UNKNOWN or media_type.startswith(("image/", "audio/", "video/")):
        raise UnsupportedFormat(f"{capture.uri}: not a text ({media_type})", uri=capture.uri, media_type=media_type)
    decoded = decode(capture.content, charsets.declared_in(capture.content) if media_type == "message/rfc822" else None)
    if media_type == "message/rfc822" and _is_page(decoded.text):
        return page_in_mail(capture, decoded, limits=limits)
    source, cut = _within(decoded, limits)
    metadata, pieces = (
        _mail(source) if media_type == "message/rfc822" else _page(source, Span(0, len(source)), media_type)
    )
    origin = Origin(
        digest=capture.digest,
        media_type=media_type,
        size_bytes=len(capture.content),
        reader=_READER,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
    )
    warnings = (*decoded.warnings, *cut)
    raw_of = source_at(source)
    return compose(pieces, metadata, capture=capture, origin=origin, raw_of=raw_of, limits=limits, warnings=warnings)


class source_at:  # noqa: N801 - called like a function
    """The characters of a decoded text at a locator."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __call__(self, locator: Locator) -> str:
        assert isinstance(locator, SourceRanges)
        return raw_text(self._source, locator.ranges)


def _within(decoded: Decoded, limits: Limits) -> tuple[str, tuple[Warning, ...]]:
    most = limits.text_characters * _ROOM
    if len(decoded.text) <= most:
        return decoded.text, ()
    message = f"only the first {most:,} of {len(decoded.text):,} characters were looked at"
    return decoded.text[:most], (Warning(code="text.cut", message=message),)


def _page(source: str, within: Span, media_type: str) -> tuple[Metadata, list[Piece]]:
    """What a page of text or Markdown says, and its pieces."""
    matter, lines = markdown.front_matter(list(lines_of(source, within)))
    passages = _marked_up(lines, source) if media_type == "text/markdown" else _letter(lines, source, None)
    found = (piece_of(passage, source) for passage in passages)
    return front_matter.metadata_of(matter), [piece for piece in found if piece]


def _letter(lines: Sequence[Line], source: str, subject: str | None, steps: tuple[str, ...] = ()) -> list[Passage]:
    """The passages of a plain text, which may be a forwarded mail."""
    letter = mail.letter_of(lines, subject)
    around = (replace(passage, hint="mail") for passage in _plain(letter.around, source))
    found = [*_plain(letter.text, source), *around]
    return [replace(passage, steps=steps or passage.steps) for passage in found]


def _plain(lines: Sequence[Line], source: str) -> Iterator[Passage]:
    runs = list(runs_of(lines))
    width = width_of(runs)
    known = hyphens.words_in([source]) if width else frozenset()
    for run in runs:
        items = markdown.items_of(run)
        yield from items
        for paragraph in paragraphs_of(run, width) if not items else ():
            ranges = _ranges(paragraph)
            yield Passage(
                ranges, steps=hyphens.broken_words(raw_text(source, ranges), known) if len(paragraph) > 1 else ()
            )


def _marked_up(lines: Sequence[Line], source: str) -> Iterator[Passage]:
    runs = list(runs_of(lines))
    width = width_of(runs)
    for run in runs:
        for passage in markdown.passages_of(run, width):
            yield from markdown.unmarked(passage, source)


def _ranges(paragraph: Sequence[Line]) -> tuple[Span, ...]:
    """The lines of a paragraph with the line ends between them, as one range."""
    return (Span(paragraph[0].start, paragraph[-1].end),)


def _is_page(source: str) -> bool:
    """Whether a mail has HTML and no plain text."""
    types = {part.media_type for part in mail.parts_of(source, Span(0, len(source)))}
    return "text/html" in types and "text/plain" not in types


def _mail(source: str) -> tuple[Metadata, list[Piece]]:
    """What a mail's headers say, and the pieces of its first part of plain text.

    The subject is the headline only if the text does not begin with a title; when a mail was sent says nothing of
    when a report was published.
    """
    whole = Span(0, len(source))
    subject = mail.header(mail.headers_of(source, whole), "Subject")
    part = next((part for part in mail.parts_of(source, whole) if part.media_type == "text/plain"), None)
    if part is None:
        return Metadata(), []
    if part.encoding == "base64":
        return _encoded(mail.decoded(part, source), subject)
    steps = (f"quoted-printable@{part.charset}",) if part.encoding == "quoted-printable" else ()
    lines = list(lines_of(source, part.body))
    lines = mail.unfolded(lines) if steps else lines
    subject = mail.letter_of(lines, subject).subject
    found = (piece_of(passage, source) for passage in _letter(lines, source, subject, steps))
    return _titled([piece for piece in found if piece], subject)


def _encoded(text: str, subject: str | None) -> tuple[Metadata, list[Piece]]:
    """A text that was sent in base64: its paragraphs have no place of their own in the file."""
    lines = list(lines_of(text, Span(0, len(text)))) if text else []
    subject = mail.letter_of(lines, subject).subject
    found = (piece_of(passage, text) for passage in _letter(lines, text, subject))
    return _titled([replace(piece, locator=None, normalised=()) for piece in found if piece], subject)


def _titled(pieces: list[Piece], subject: str | None) -> tuple[Metadata, list[Piece]]:
    first = next((piece for piece in pieces if prompts.reason_of(piece.text) is None), None)
    if subject is None or (first and zones.is_title(first)):
        return Metadata(), pieces
    return Metadata(headline=subject, basis={"headline": "mail:Subject"}), pieces
