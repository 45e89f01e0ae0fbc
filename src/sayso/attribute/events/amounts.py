"""Numbers of an event, as reports give them: "at least 40", "dozens", "between 10 and 15"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.files import entries

_DIGITS = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_BEFORE = 4
"""Words before a number that may say "at least", "up to"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its bounds, None where open, and the half-open range of tokens that gives it."""

    low: float | None
    high: float | None
    tokens: tuple[int, int]


@cache
def number_words() -> dict[str, float]:
    """Numbers written out, in small letters."""
    return {word: float(value) for word, value in entries("numbers")["words"].items()}


@cache
def vague() -> dict[str, tuple[float, float]]:
    """Words such as "dozens" to what they may mean, both ends included."""
    return {word: (float(low), float(high)) for word, (low, high) in entries("numbers")["vague"].items()}


@cache
def _bounds() -> dict[str, str]:
    return {phrase: kind for kind, phrases in entries("numbers")["bounds"].items() for phrase in phrases}


def value_of(word: str) -> float | None:
    """The number that a token is, None for none: "40", "10,000", "two", "thousand", "twenty-one"."""
    low = word.lower()
    if low in number_words():
        return number_words()[low]
    if "-" in low and all(part in number_words() for part in low.split("-")):
        return sum(number_words()[part] for part in low.split("-"))
    if not _DIGITS.fullmatch(word):
        return None
    plain = word.replace(",", "").replace(" ", "")
    number = float(plain) if plain.count(".") < 2 else math.nan
    return number if math.isfinite(number) else None


def amount_at(syntax: Syntax, at: int, bounds: tuple[int, int]) -> Amount | None:
    """The amount that the number at the token `at` is, or is part of, with the words that belong to it."""
    first, last = bounds
    while at > first and syntax.low[at] in _SCALES and value_of(syntax.tokens[at - 1].text) is not None:
        at -= 1  # a parser may hang "million" of "40 million dollars" on the dollars
    if syntax.low[at] in vague():
        low, high = vague()[syntax.low[at]]
        return _limited(syntax, Amount(low, high, (at, at + 1)), first)
    value = value_of(syntax.tokens[at].text)
    if value is None:
        return None
    end = at + 1
    while end < last and syntax.low[end] in _SCALES:
        value *= _SCALES[syntax.low[end]]
        end += 1
    high, end = _upper(syntax, end, last, value)
    return _limited(syntax, Amount(value, high, (at, end)), first)


_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "dozen": 12.0,
}


def _upper(syntax: Syntax, end: int, last: int, low: float) -> tuple[float, int]:
    """The other end of "10 to 15", "10-15", "10 and 15" after "between"."""
    if end + 1 < last and syntax.low[end] in ("to", "-", "–", "and", "or"):
        other = value_of(syntax.tokens[end + 1].text)
        joined = syntax.low[end] != "and" or (end >= 2 and syntax.low[end - 2] == "between")
        if other is not None and other > low and joined:
            scale = _SCALES.get(syntax.low[end + 2], 1.0) if end + 2 < last else 1.0
            return other * scale, end + 2 + (scale > 1)
    return low, end


def _limited(syntax: Syntax, amount: Amount, first: int) -> Amount:
    """With what stands before the number: "at least", "up to", "more than", "some"."""
    start = amount.tokens[0]
    for length in range(min(_BEFORE, start - first), 0, -1):
        phrase = " ".join(syntax.low[start - length : start])
        kind = _bounds().get(phrase)
        if kind:
            tokens = (start - length, amount.tokens[1])
            low = None if kind == "most" else amount.low
            high = None if kind == "least" else amount.high
            return Amount(low, high, tokens)
    return amount
