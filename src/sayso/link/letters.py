"""Letters of names: what they are compared by, and those that look like others or do not show."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sayso.ontology.names import name_words

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word in small letters without accents, apostrophes and what does not show."""
    low = word.casefold().translate(name_words().letters)
    plain = unicodedata.normalize("NFKD", low.translate(name_words().look_alikes) if _is_mixed(low) else low)
    return "".join(letter for letter in plain if letter.isalnum())


def is_odd(name: str) -> bool:
    """Whether a name holds what does not show, letters of several scripts in one word, or letters of other widths.

    Such a name may be made to look like another: no rule takes it for that.
    """
    hidden = any(unicodedata.category(letter) in _HIDDEN for letter in name)
    compatible = unicodedata.normalize("NFKC", name) != unicodedata.normalize("NFC", name)
    return hidden or compatible or any(map(_is_mixed, name.split()))


def _is_mixed(word: str) -> bool:
    if word.isascii():
        return False
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in word if letter.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
