"""How many: "three", "twenty-five", "2.5 million", "a couple of", "several", "half a"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.timex.grammar import Hit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or None where the words give none ("several"); `scaled` if hundreds or more were spelled out."""

    number: float | None
    scaled: bool = False

    def text(self) -> str:
        """As it stands in a TIMEX3 duration: "3", "2.5", "X"."""
        if self.number is None:
            return "X"
        return str(int(self.number)) if self.number == int(self.number) else f"{self.number:g}"


_MARKS = frozenset(("-", "of", "and", "a", "an"))


_FRACTIONS = {"½": 0.5, "1/2": 0.5, "1/3": 1 / 3, "2/3": 2 / 3, "1/4": 0.25, "3/4": 0.75}


def quantity(hit: Hit, group: str) -> Quantity | None:
    """The quantity that the tokens of a group spell; None if there are none."""
    tokens = hit.tokens(group)
    if not tokens:
        return None
    words = [hit.lexed.words[at] for at in tokens]
    if any(word in ("several", "few", "many") for word in words):
        return Quantity(None)
    if "half" in words:
        return Quantity(_before_half(hit, tokens) + 0.5)
    if "couple" in words:
        return Quantity(2)
    return _spelled(hit, tokens, words)


def _before_half(hit: Hit, tokens: range) -> float:
    return sum(_figure(hit, at) or 0 for at in tokens if hit.lexed.words[at] not in (*_MARKS, "half"))


def _spelled(hit: Hit, tokens: range, words: list[str]) -> Quantity | None:
    total, scale = 0.0, 1
    for at, word in zip(tokens, words, strict=True):
        value = _figure(hit, at)
        if word in ("hundred", "thousand", "million", "billion", "dozen"):
            scale *= int(value or 12)
        elif value is not None:
            total += value
        elif word in _FRACTIONS:
            total += _FRACTIONS[word]
    return Quantity((total or 1) * scale, scaled=scale > 100)


def _figure(hit: Hit, at: int) -> float | None:
    value = hit.lexed.values[at]
    if isinstance(value, int):
        return float(value)
    word = hit.lexed.words[at].replace(",", "")
    return float(word) if word.replace(".", "", 1).isdigit() and len(word) < 15 else None
