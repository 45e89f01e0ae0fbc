"""Bytes to characters, once: every stage after this sees the same text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.readers import charsets
from sayso.record.report import Warning  # noqa: A004

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOSSY = 0.01
"""More than this share of replaced characters is said in a warning (the faults list's H5)."""

_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ASTRAL_NONCHARACTERS = re.compile(
    "[" + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0x10000, 0x110000, 0x10000)) + "]"
)
_REPLACEMENT = "\ufffd"
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20)])
_DOUBTFUL = (b"\xed", b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
"""Bytes that lone surrogates and non-characters have in UTF-8, and few others."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a capture.

    `text` is what `content.decode(encoding)` gives (without a byte order mark), except that each character that
    no store can keep (NUL and other C0 controls, lone surrogates, non-characters) is one U+FFFD, so that
    offsets hold. `replaced` counts them, and what did not decode. Everything else stands as it stood: bidi
    controls, zero-width characters, decomposed letters.
    """

    text: str
    encoding: str
    replaced: int

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """One warning if more than one character in a hundred was lost."""
        if self.replaced <= len(self.text) * _LOSSY:
            return ()
        share = self.replaced / max(1, len(self.text))
        message = (
            f"{self.replaced} characters ({share:.1%}) could not be decoded as {self.encoding} and are shown as U+FFFD"
        )
        return (Warning(code="decode.lossy", message=message),)


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The characters of `content`; never raises.

    `declared` is the character set that a header or a `<meta>` names. Order: a byte order mark; UTF-16 told by
    its NULs; UTF-8 if the bytes are valid UTF-8, whatever is declared; what is declared, if the bytes agree; a
    guess. UTF-7 is never decoded.
    """
    encoding = _marked(content) or charsets.encoding_of(content, declared)
    text = content.decode(encoding, errors="replace")
    kept, lost = clean(text)
    return Decoded(kept, encoding, lost + text.count(_REPLACEMENT) - _honest_replacements(content, encoding))


def clean(text: str) -> tuple[str, int]:
    """`text` with each character that cannot be kept as one U+FFFD, and how many those were."""
    if not _may_need_cleaning(text):
        return text, 0
    text, controls = _UNKEEPABLE.subn(_REPLACEMENT, text)
    text, rest = _ASTRAL_NONCHARACTERS.subn(_REPLACEMENT, text)
    return text, controls + rest


def _may_need_cleaning(text: str) -> bool:
    """Whether the bytes of `text` leave a doubt; ten times as fast as looking at each character."""
    content = text.encode("utf-8", "surrogatepass")
    return len(content.translate(None, _CONTROL_BYTES)) < len(content) or any(mark in content for mark in _DOUBTFUL)


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in _BOMS if content.startswith(mark)), None)


def _honest_replacements(content: bytes, encoding: str) -> int:
    """U+FFFD characters that stood in the bytes themselves: not lost by us."""
    return content.count(b"\xef\xbf\xbd") if encoding.startswith("utf-8") else 0
