"""Names as keys: what counts as the same spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"})
_ABBREVIATIONS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_NOT_WORD = re.compile(r"[^\w]+")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """`name` without case, accents, punctuation, a leading "the" or a possessive.

    "St. John's" and "Saint Johns" fold alike, and so do "São Paulo" and "Sao Paulo". Comparison only: the text of a
    report is never folded.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _NOT_WORD.sub(" ", bare.replace("’", "'").replace("'", "").replace(".", "")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def key_of(folded: str) -> int:
    """64 bits that stand for a folded name; two names of a million share them with probability below 10⁻⁷."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")


def key_of_code(code: str) -> int:
    """The key of a country or division by its code ("US", "US.TX"), which no folded name can have."""
    return key_of(f"={code}")
