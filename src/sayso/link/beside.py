"""The words that stand beside a mention, and may say who is meant."""

from __future__ import annotations

import re

from sayso.ontology.codebook import word_lists
from sayso.ontology.names import name_words
from sayso.spans import Words

_BEFORE = 5
_AFTER = 12
"""Words beside a name that may say who bears it."""
WORD = re.compile(r"[^\W_](?:[^\W_]|['’.\-](?=[^\W_]))*\.?")
_APPOSED = re.compile(r"\s?[,(—]\s*|\s(?=of\b)")
_OPENING_COMMA = re.compile(r",\s$")
"""The comma before a name, where the words before it say who is meant: "the foreign minister, Peter Szel,"."""
STOPS = re.compile(r"[.,;:!?\n\"“”()—]")


def words_beside(words: Words, text: str) -> list[str]:
    """The words of a mention, and those beside it that may say who is meant."""
    return [*words_before(words, text), *WORD.findall(words.text), *_after(words, text)]


def words_before(words: Words, text: str) -> list[str]:
    """Back from a mention to what cannot belong to it."""
    near = STOPS.split(_OPENING_COMMA.sub(" ", text[max(0, words.start - 80) : words.start]))[-1]
    found: list[str] = []
    for word in reversed(WORD.findall(near)[-_BEFORE:]):
        if word.casefold() in _closed():
            break
        found.append(word)
    return found[::-1]


def _after(words: Words, text: str) -> list[str]:
    """An appositive after a mention, up to the next mark."""
    begins = _APPOSED.match(text, words.end)
    if not begins or "," in words.text[-1:]:
        return []
    return WORD.findall(STOPS.split(text[begins.end() : begins.end() + 100])[0])[:_AFTER]


def lowered(words: list[str]) -> list[str]:
    """Words in small letters; a prime minister is no mere minister."""
    low = " ".join(words).casefold().replace("'s", "").replace("’s", "")
    return ["premier" if word == "pm" else word for word in low.replace("prime minister", "premier").split()]


def gender_of(words: set[str]) -> str:
    """The sex that words in small letters tell, "m" or "f"; "" where they tell none, or both."""
    lists = name_words().lists
    male, female = bool(words & lists["words.male"]), bool(words & lists["words.female"])
    return "" if male == female else "m" if male else "f"


def _closed() -> frozenset[str]:
    lists = word_lists()
    return (
        lists["determiners"]
        | lists["prepositions"]
        | lists["conjunctions"]
        | lists["be"]
        | lists["have"]
        | lists["verbs"]
    )
