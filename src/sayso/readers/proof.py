"""From a block of a report back to the characters it was made of."""

from __future__ import annotations

from sayso.limits import Limits
from sayso.readers.door import clean
from sayso.readers.excerpt import RawOf
from sayso.readers.normalise import normalise
from sayso.readers.passages import raw_text
from sayso.record.report import Block, Capture, EntryField, Locator, Origin, SourceRanges


def source_of(capture: Capture, origin: Origin, *, limits: Limits) -> RawOf:
    """The characters of `capture` at the locators of a report that was read from it.

    Raises `ValueError` for a capture of other bytes, and what the reader would raise.
    """
    if capture.digest != origin.digest:
        raise ValueError(f"{capture.uri}: not the bytes that the report was read from")
    if origin.encoding is None:
        from sayso.readers.pages import lines_by_page
        from sayso.readers.pdf import lines_at

        return lines_at(lines_by_page(capture.content, capture.uri, limits=limits))
    text, _ = clean(capture.content.decode(origin.encoding, errors="replace"))
    return _entry_source(text, capture) if origin.reader.startswith("entry@") else _text_source(text)


def proves(block: Block, text: str, raw_of: RawOf) -> bool:
    """Whether the capture, at the block's locator and normalised as recorded, says what the block says in `text`."""
    return block.locator is not None and normalise(raw_of(block.locator), block.normalised) == block.span.of(text)


def _text_source(text: str) -> RawOf:
    def raw_of(locator: Locator) -> str:
        assert isinstance(locator, SourceRanges)
        return raw_text(text, locator.ranges)

    return raw_of


def _entry_source(text: str, capture: Capture) -> RawOf:
    from sayso.readers.entries import parsed, string_at

    value = parsed(text, capture)

    def raw_of(locator: Locator) -> str:
        assert isinstance(locator, EntryField)
        return raw_text(clean(string_at(value, locator.pointer))[0], locator.ranges)

    return raw_of
