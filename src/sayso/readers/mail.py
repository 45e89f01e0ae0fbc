"""Saved e-mails: what their headers say, and where in the file their text is."""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser

from sayso.readers.door import clean
from sayso.readers.lines import Line
from sayso.spans import Span

_BLANK = re.compile(r"\r?\n[ \t]*\r?\n")
_DEEPEST = 8
_PARTS = 200
_FORWARD = re.compile(
    r"\A>?\s?(?:-{2,}\s?(?:Forwarded|Original) message\s?-{2,}|Begin forwarded message:)\s{0,3}\Z",
    re.IGNORECASE,
)
_FORWARDED_HEADER = re.compile(
    r"\A>?\s?\*?(?P<name>From|Date|Sent|Subject|To|Cc|Reply-To):\*?\s(?P<value>.{1,500})\Z", re.IGNORECASE
)
_PREFIX = re.compile(r"\A(?:(?:fwd?|re|aw|wg)\s?:\s{0,3}|\[[^\]]{1,40}\]\s{1,3}){1,6}", re.IGNORECASE)
_SIGNATURE = re.compile(r"\A--\s?\Z")


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


def decoded(part: MailPart, source: str) -> str:
    """A part's text without its transfer encoding; characters that cannot be kept are U+FFFD."""
    body = part.body.of(source)
    if part.encoding == "base64":
        content = _base64(body)
    elif part.encoding == "quoted-printable":
        content = quopri.decodestring(body.encode("ascii", "replace"))
    else:
        return body
    return clean(content.decode(part.charset, "replace"))[0]


def _base64(body: str) -> bytes:
    letters = "".join(char for char in body if char.isascii() and (char.isalnum() or char in "+/"))
    return (
        base64.b64decode(letters + "=" * (-len(letters) % 4))
        if len(letters) % 4 != 1
        else base64.b64decode(letters[:-1])
    )


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


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines of a mail's text: what was written or forwarded, what stands around it, and the subject last given."""

    text: list[Line]
    around: list[Line]
    subject: str | None


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines of a quoted-printable body, those that a soft line break cut in two made one."""
    whole: list[Line] = []
    for line in lines:
        if whole and whole[-1].text.endswith("="):
            whole[-1] = Line(whole[-1].start, line.end, whole[-1].text[:-1] + line.text)
        else:
            whole.append(line)
    return whole


def letter_of(lines: Sequence[Line], subject: str | None = None) -> Letter:
    """The innermost forwarded text with its subject, or all of the text; signatures are around it."""
    start = 0
    for at, line in enumerate(lines):
        if _FORWARD.match(line.text):
            headers = list(_forwarded_headers(lines[at + 1 :]))
            subject = next((value for name, value in headers if name == "subject"), subject)
            start = at + 1 + len(headers) + _blank(lines[at + 1 :])
    end = next((at for at in range(start, len(lines)) if _SIGNATURE.match(lines[at].text)), len(lines))
    bare = _PREFIX.sub("", subject).strip() if subject else None
    return Letter(list(lines[start:end]), [*lines[:start], *lines[end:]], bare or None)


def _forwarded_headers(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for line in lines[_blank(lines) :]:
        found = _FORWARDED_HEADER.match(line.text)
        if not found:
            return
        yield found.group("name").lower(), found.group("value").strip()


def _blank(lines: Sequence[Line]) -> int:
    """How many blank lines come first."""
    return next((at for at, line in enumerate(lines) if not line.blank), len(lines))


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
