"""A mail whose text is a web page: read as that page, with its places in the mail."""

from __future__ import annotations

import msgspec

from sayso.limits import Limits
from sayso.readers import mail
from sayso.readers.door import Decoded
from sayso.record.ids import digest_of, report_id
from sayso.record.report import Block, Capture, Locator, Report, SourceRanges
from sayso.spans import Span


def page_in_mail(capture: Capture, decoded: Decoded, *, limits: Limits) -> Report:
    """The report in the first HTML part of a mail.

    Its locators lead into the mail if the part was sent as it is; they are None if it was encoded. Raises what
    the reader of web pages raises.
    """
    from sayso.readers.html import read_html

    source = decoded.text
    part = next(part for part in mail.parts_of(source, Span(0, len(source))) if part.media_type == "text/html")
    plain = part.encoding not in ("base64", "quoted-printable")
    content = mail.decoded(part, source).encode()
    page = msgspec.structs.replace(capture, content=content, digest=digest_of(content))
    report = read_html(page, limits=limits)
    origin = msgspec.structs.replace(
        report.origin,
        digest=capture.digest,
        media_type="message/rfc822",
        size_bytes=len(capture.content),
        encoding=decoded.encoding,
        replaced=decoded.replaced,
    )
    blocks = tuple(_moved(block, part.body.start if plain else None) for block in report.blocks)
    return msgspec.structs.replace(report, id=report_id(capture.digest), origin=origin, blocks=blocks)


def _moved(block: Block, by: int | None) -> Block:
    if by is None or not isinstance(block.locator, SourceRanges):
        return msgspec.structs.replace(block, locator=None, normalised=())
    locator: Locator = SourceRanges(tuple(span.shifted(by) for span in block.locator.ranges))
    return msgspec.structs.replace(block, locator=locator)
