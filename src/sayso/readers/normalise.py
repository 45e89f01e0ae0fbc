"""From the characters in a capture to the characters of a block, by named steps that can be done again.

A step is a name ("whitespace") or a name with an offset ("joined@57"). Offsets count code points of the raw
text, that is before any step; steps with offsets come first, the last offset first, so that none moves another.
"""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Callable, Iterable, Sequence

_SPACES = re.compile(r"\s+")
_SOFT_HYPHEN = re.compile("\u00ad\\s*\n\\s*|\u00ad")
_C1 = re.compile("[\x7f-\x9f]")
_LINE = re.compile(r"([^\n]+)")


def normalise(raw: str, steps: Sequence[str]) -> str:
    """The text that `steps` make of `raw`, the characters at a block's locator.

    Raises `ValueError` for a step that this version does not know.
    """
    for step in steps:
        name, _, argument = step.partition("@")
        if name in _PLACED:
            raw = _PLACED[name](raw, argument)
        elif name in _WHOLE:
            raw = _WHOLE[name](raw)
        else:
            raise ValueError(f"no such step of normalisation: {step!r}")
    return raw


def ordered(steps: Iterable[str]) -> tuple[str, ...]:
    """Each step once, in the order in which they have to be done."""
    unique = dict.fromkeys(steps)
    placed = [step for step in unique if "@" in step and step.partition("@")[0] not in _WITH_CHARSET]
    whole = [step for step in unique if step not in placed]
    placed.sort(key=lambda step: -offset_of(step))
    whole.sort(key=lambda step: _ORDER.index(step.partition("@")[0]))
    return (*placed, *whole)


def offset_of(step: str) -> int:
    """Where a step with an offset begins."""
    return int(step.partition("@")[2].partition("-")[0])


def is_placed(step: str) -> bool:
    """Whether `step` names a place in the raw text."""
    return step.partition("@")[0] in _PLACED and step.partition("@")[0] not in _WITH_CHARSET


def moved(step: str, by: int) -> str:
    """A step with an offset, `by` characters further on."""
    name, _, argument = step.partition("@")
    return f"{name}@" + "-".join(str(int(number) + by) for number in argument.split("-"))


def single_spaced(text: str) -> str:
    """White space of any kind (line ends, tabs, non-breaking spaces) as single spaces, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def unmangled(text: str) -> str:
    """`text` with mojibake mended line by line, where it certainly is mojibake."""
    import ftfy

    return _LINE.sub(lambda line: ftfy.fix_encoding(line.group()), text)


def _joined(raw: str, argument: str) -> str:
    at = int(argument)
    return f"{raw[:at]}\n{raw[at:]}"


def _unhyphenated(raw: str, argument: str) -> str:
    at = int(argument)
    return raw[:at] + raw[at + 1 :].lstrip()


def _unbroken(raw: str, argument: str) -> str:
    at = int(argument) + 1
    return raw[:at] + raw[at:].lstrip()


def _cut(raw: str, argument: str) -> str:
    start, _, end = argument.partition("-")
    return raw[: int(start)] + raw[int(end) :]


def _printable(raw: str, charset: str) -> str:
    return quopri.decodestring(raw.encode("ascii", errors="replace")).decode(charset, errors="replace")


_PLACED: dict[str, Callable[[str, str], str]] = {
    "joined": _joined,  # two stretches made one paragraph: white space put between them
    "hyphenation": _unhyphenated,  # the hyphen at a line's end taken out, with the line end
    "line-hyphen": _unbroken,  # a hyphen at a line's end that belongs to the word: only the line end goes
    "cut": _cut,  # characters left out, where a locator cannot leave them out
    "quoted-printable": _printable,  # a mail's transfer encoding, with its character set
}
_WITH_CHARSET = frozenset({"quoted-printable"})
_WHOLE: dict[str, Callable[[str], str]] = {
    "html": html.unescape,
    "mojibake": unmangled,
    "controls": lambda raw: _C1.sub("\ufffd", raw),
    "soft-hyphen": lambda raw: _SOFT_HYPHEN.sub("", raw),
    "whitespace": single_spaced,
}
_ORDER = ("quoted-printable", *_WHOLE)
