"""What kind of file bytes are, told by the bytes: a name's ending and a server's word are never trusted."""

from __future__ import annotations

import re

from sayso.readers.door import decode

EMPTY = "application/x-empty"
UNKNOWN = "application/octet-stream"

_SAMPLE_BYTES = 16_384
_BINARY = 0.05
"""More than this share of control characters, and the bytes are not a text."""

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x7fELF", "application/x-elf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"WARC/", "application/warc"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"RIFF", "application/x-riff"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffd]")
_LEAD = re.compile(r"\A\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*", re.DOTALL)
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h[1-6]|article|main|section|header|nav|table|"
    r"span|a|b|br|iframe|form|ul|ol|img|center|font)\b",
    re.IGNORECASE,
)
_HTML_INSIDE = re.compile(r"<(?:!doctype\s+html|html[\s>]|body[\s>]|/head>|/body>)", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|a|span|h[1-6]|li|td|article|section)\s{0,9}>", re.IGNORECASE)
_XML_START = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg|\?xml)\b", re.IGNORECASE)
_JSON_START = re.compile(r"""\A\s*(?:\{\s*["}]|\[\s*[\[{"\d\]])""")
_HEADER = re.compile(r"([A-Z][A-Za-z-]{1,40}):[ \t]")
_MAIL_NAMES = {
    "from",
    "date",
    "subject",
    "to",
    "message-id",
    "received",
    "return-path",
    "mime-version",
    "delivered-to",
    "sent",
}
_FENCED = re.compile(r"\A---\s*\n(?:[^\n]*\n){0,60}?---\s*\n|\A\+\+\+\s*\n(?:[^\n]*\n){0,60}?\+\+\+\s*\n")
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\*\*[^*\n]{1,300}\*\*\s*$|\[[^\]\n]{1,200}\]\([^)\n]{0,500}\)|^<https?://[^>\s]{1,500}>", re.MULTILINE
)


def media_type_of(content: bytes) -> str:
    """The media type of `content`: one that a reader takes, one that says what it is instead, or octet-stream."""
    if not content.strip(b" \t\r\n\x00\x0c") or not content.removeprefix(b"\xef\xbb\xbf").strip():
        return EMPTY
    magic = _by_magic(content)
    if magic:
        return magic
    text = decode(content[:_SAMPLE_BYTES]).text
    if _is_binary(text):
        return UNKNOWN
    return _by_text(text)


def _by_magic(content: bytes) -> str | None:
    for magic, media_type in _MAGIC:
        if content.startswith(magic):
            return media_type
    if content[257:262] == b"ustar":
        return "application/x-tar"
    if b"%PDF-" in content[:1024] and b"\x00" not in content[: content.index(b"%PDF-")]:
        return "application/pdf"
    return None


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > max(1, len(text) * _BINARY)


def _by_text(text: str) -> str:
    start = text[_LEAD.match(text).end() :]  # type: ignore[union-attr]
    if _is_mail(text):
        return "message/rfc822"
    if _HTML_START.match(start) or _HTML_INSIDE.search(text[:4096]):
        return "text/html"
    if _XML_START.match(text.lstrip()) or _XML_START.match(start):
        return "application/xml"
    if _JSON_START.match(text):
        return "application/json"
    if len(_CLOSING.findall(text)) >= 3:
        return "text/html"
    return "text/markdown" if _FENCED.match(text) or _MARKDOWN.search(text) else "text/plain"


def _is_mail(text: str) -> bool:
    """Header lines first: at least three, one of them From or Subject, each of a known kind or a continuation."""
    names: set[str] = set()
    for line in text.splitlines()[:200]:
        found = _HEADER.match(line)
        if found:
            names.add(found.group(1).lower())
        elif not (names and line.startswith((" ", "\t")) and line.strip()):
            break
    return len(names & _MAIL_NAMES) >= 3 and bool(names & {"from", "subject"})
