"""Which character set bytes are written in, where they do not say so by a mark."""

from __future__ import annotations

import codecs
import re

_SAMPLE_BYTES = 64_000
"""Guessing looks at this many bytes from the first one that is not ASCII."""
_BROKEN_UTF8 = 0.1
"""Up to this share of broken sequences among the non-ASCII ones, bytes are damaged UTF-8, not another set."""
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""What programs write that take UTF-16 for characters; no other character set looks like it by chance."""
_RUN = re.compile(rb"[\xa0-\xff]{3,}")
_META = re.compile(rb"""<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^<>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""")
_MAIL = re.compile(
    rb"""^content-type:[^\n]{0,200}(?:\r?\n[ \t][^\n]{0,200}){0,4}?charset="?([\w-]{2,40})""",
    re.IGNORECASE | re.MULTILINE,
)

# What a label means on the web (encoding.spec.whatwg.org), where Python's codec of that name is narrower.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_NEVER = {
    "utf-7",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
}


def declared_in(content: bytes) -> str | None:
    """The character set that a `<meta>`, an XML declaration or a mail header names, as written; None if none does."""
    head = content[:4096]
    found = _META.search(head) or _XML.search(head) or _MAIL.search(head)
    return found.group(1).decode("ascii") if found else None


def encoding_of(content: bytes, declared: str | None) -> str:
    """The Python codec to decode `content` with; `declared` is believed if the bytes agree with it."""
    wide = _utf16(content)
    if wide:
        return wide
    label = _codec(declared)
    if label and label.startswith(("iso2022", "hz")) and _decodes(content, label):
        return label
    if _nearly_utf8(content):
        return "utf-8"
    if label and label != "utf-8" and not _western(label) and _decodes(content, label):
        return label
    return _guess(content, label)


def _codec(label: str | None) -> str | None:
    """Python's name for a declared label, as the web means it; None for one that is unknown or never decoded."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip().replace("windows-", "cp").replace("x-cp", "cp"))
    except (LookupError, ValueError):
        return None
    if info.name in _NEVER or not getattr(info, "_is_text_encoding", True):
        return None
    return _WIDER.get(info.name, info.name)


def _western(codec: str) -> bool:
    return codec in ("cp1252", "iso8859-15")


def _decodes(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return False
    return True


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is often NUL, its neighbours never."""
    sample = content[:4096]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for nul, other, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if nul >= max(3, pairs * 0.08) and other <= nul * 0.02 and _decodes(content[: len(content) // 2 * 2], codec):
            return codec
    return None


def _nearly_utf8(content: bytes) -> bool:
    """Valid UTF-8, or UTF-8 with a little damage."""
    if _decodes(content, "utf-8") or _decodes(_SURROGATE.sub(b"", content), "utf-8"):
        return True
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return broken <= sum(1 for char in text if char > "\x7f") * _BROKEN_UTF8


def _guess(content: bytes, label: str | None) -> str:
    """A single-byte set: Western, unless whole words are written in upper bytes."""
    first = next((at for at, byte in enumerate(content) if byte > 0x7F), 0)
    sample = content[first : first + _SAMPLE_BYTES]
    upper = sum(1 for byte in sample if byte > 0x7F)
    in_words = sum(len(run) for run in _RUN.findall(sample))
    if in_words * 2 < upper:
        return label if label and _western(label) else "cp1252"
    return _asked(sample) or "cp1252"


def _asked(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, threshold=0.3).best()
    if best is None or best.encoding in ("ascii", "utf_7") or best.encoding.startswith(("utf_16", "utf_32")):
        return None
    return codecs.lookup(best.encoding).name
