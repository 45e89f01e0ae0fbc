"""Characters that would act instead of showing, made visible.

A report may hold escape sequences that drive a terminal, controls that turn the direction of a line round, and
characters of no width that make two names look like one. The record keeps them as they are; whatever is shown to a
person goes through here.
"""

from __future__ import annotations

import re
import unicodedata

_SUSPECTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """`text` with each such character as "⟨U+202E⟩"; joiners stay where a script or an emoji needs them."""
    return _SUSPECTS.sub(lambda found: marked(found, text), text)


def marked(found: re.Match[str], text: str) -> str:
    """The visible form of one suspect character of `text`."""
    character = found.group()
    if character in _JOINERS and _joins(text, found.start()):
        return character
    return f"⟨U+{ord(character):04X}⟩"


def one_line(text: str) -> str:
    """`visible` text with line breaks and runs of white space as single spaces."""
    return visible(" ".join(text.split()))


def _joins(text: str, at: int) -> bool:
    """Whether the characters on both sides are of a kind that is written with joiners: not Latin, not a space."""
    return 0 < at < len(text) - 1 and _may_join(text[at - 1]) and _may_join(text[at + 1])


def _may_join(character: str) -> bool:
    return ord(character) > 0x2FF and unicodedata.category(character)[0] in "LMS"
