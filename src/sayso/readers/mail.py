"""Saved e-mails: what their headers say, and where in the file their text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import parsedate_to_datetime

from sayso.record.when import Granularity, Stamp
from sayso.spans import Span

_BLANK = re.compile(r"\r?\n[ \t]*\r?\n")
_DEEPEST = 8
_PARTS = 200
_QUOTED = re.compile(r"^(?:>|On .{5,120} wrote:\s*$)")


@dataclass(frozen=True, slots=True)
class MailPart:
    """One part of a mail: `body` lies in the decoded capture; `encoding` is its transfer encoding, in lower case."""

    headers: Message
    body: Span

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type()

    @property
    def encoding(self) -> str:
        return str(self.headers.get("Content-Transfer-Encoding", "")).strip().lower()

    @property
    def charset(self) -> str:
        """The character set the part says it is in; "utf-8" if it says none that is known."""
        name = str(self.headers.get_content_charset() or "utf-8")
        try:
            "".encode(name)
        except (LookupError, ValueError):
            return "utf-8"
        return name if re.fullmatch(r"[\w.-]{1,40}", name) else "utf-8"


def parts_of(source: str, within: Span, depth: int = 0) -> Iterator[MailPart]:
    """The leaves of a mail, in order; the first is the whole mail if it has one part only."""
    part = _part(source, within)
    boundary = part.headers.get_boundary()
    if (
        (not part.headers.is_multipart() and not part.media_type.startswith("multipart/"))
        or not boundary
        or depth >= _DEEPEST
    ):
        if part.media_type == "message/rfc822" and depth < _DEEPEST:
            yield from parts_of(source, part.body, depth + 1)
        else:
            yield part
        return
    for span in _between(source, part.body, boundary):
        yield from parts_of(source, span, depth + 1)


def headers_of(source: str, within: Span) -> Message:
    """The headers at the beginning of a mail."""
    return _part(source, within).headers


def header(headers: Message, name: str) -> str | None:
    """A header's words, encoded ones decoded; None if it is missing or empty."""
    value = headers.get(name)
    if value is None:
        return None
    try:
        words = str(make_header(decode_header(str(value))))
    except (LookupError, ValueError, UnicodeError):
        words = str(value)
    return " ".join(words.split()) or None


def sent(headers: Message) -> Stamp | None:
    """When a mail was sent, by its own word; None if that cannot be read."""
    try:
        when = parsedate_to_datetime(str(headers["Date"]))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return Stamp(value=when.isoformat(timespec="seconds"), granularity=Granularity.SECOND, basis="mail:Date")


def _part(source: str, within: Span) -> MailPart:
    start = within.start
    while source[start : start + 1] in ("\r", "\n") and start < within.end - 1:
        start += 1
    blank = _BLANK.search(source, start, within.end)
    head = source[start : blank.start() if blank else within.end]
    body = Span(min(blank.end(), within.end - 1), within.end) if blank else Span(within.end - 1, within.end)
    return MailPart(HeaderParser().parsestr(head), body)


def _between(source: str, body: Span, boundary: str) -> Iterator[Span]:
    """The stretches between a multipart's boundary lines; the last may be cut."""
    mark = re.compile(rf"^--{re.escape(boundary)}(?P<last>--)?[ \t]*\r?$", re.MULTILINE)
    start: int | None = None
    for count, found in enumerate(mark.finditer(source, body.start, body.end)):
        if start is not None and start < found.start():
            yield Span(start, found.start())
        start = None if found.group("last") or count >= _PARTS else found.end()
        if start is None:
            return
    if start is not None and start < body.end:
        yield Span(start, body.end)
