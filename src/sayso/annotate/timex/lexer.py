"""A text as a string of symbols, one a token, so that the grammar's patterns can be regular expressions over them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.annotate.timex.lexicon import Lexicon

Value = int | str | None

_TOKEN = re.compile(
    r"""
    (?P<half_day>[ap]\.\ ?m\.|[ap]m\b|[AP]\.\ ?M\.|[AP]M\b)
  | (?P<oclock>o['’]clock\b)
  | (?P<word>[^\W\d_]+)
  | (?P<numeric_date>\d{1,4}(?P<mark>[/.\-])\d{1,2}(?P=mark)\d{2,4}(?![\d/]))
  | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<dotted_clock>\d{1,2}\.\d{2}(?=\ ?[aApP]\.?[mM]\b))
  | (?P<decades>\d{3}0['’]?s\b|['’]\d0s\b|\d0s\b)
  | (?P<ordinal>\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
  | (?P<fraction>(?:1/2|1/3|2/3|1/4|3/4)(?!\d))
  | (?P<ratio>\d+/\d+)
  | (?P<integer>\d+)
  | (?P<paragraph>\n[ \t\r]*\n\s*)
  | (?P<possessive>['’]s\b)
  | (?P<mark_>[^\w\s])
    """,
    re.VERBOSE,
)

_MARKS = {
    ",": "COMMA",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "—": "DASH",
    "‑": "HYPHEN",
    ".": "DOT",
    "(": "LEFT",
    ")": "RIGHT",
    "'": "QUOTE",
    "’": "QUOTE",
    "½": "FRACTION",
    "/": "SLASH",
    "$": "CURRENCY",
    "€": "CURRENCY",
    "£": "CURRENCY",
    "¥": "CURRENCY",
    "#": "CURRENCY",
    "%": "PERCENT",
}
_LONGEST_NUMBER = 9
"""Digits of a number that may count something here; longer ones are read as marks."""


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens of a text.

    `symbols` has one character a token; `starts` and `ends` are offsets into the text; `words` are in lower
    case; `values` what a word counts for.
    """

    text: str
    symbols: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    values: list[Value]

    def at(self, token: int) -> str:
        """The words of a token as they stand in the text."""
        return self.text[self.starts[token] : self.ends[token]]

    def ends_name(self, token: int) -> bool:
        """Whether a token and the one before it both have a capital, as in the ship's name "Golden Dawn"."""
        pair = (self.at(token - 1), self.at(token)) if token else ()
        return bool(pair) and all(word.isalpha() and word[0].isupper() and not word.isupper() for word in pair)

    def adjacent(self, token: int) -> bool:
        """Whether no space stands between a token and the one after."""
        return token + 1 < len(self.starts) and self.ends[token] == self.starts[token + 1]


def lexed(text: str, lexicon: Lexicon) -> Lexed:
    """The tokens of `text`; white space separates and is not kept, except between paragraphs."""
    matches = list(_TOKEN.finditer(text))
    words = [match.group().lower() for match in matches]
    find, symbols_of, unknown = lexicon.words.get, lexicon.symbols, (lexicon.symbol("OTHER"), None, False)
    symbols: list[str] = []
    values: list[Value] = []
    for match, word in zip(matches, words, strict=True):
        kind = match.lastgroup
        if kind == "word":
            symbol, value, capital = find(word, unknown)
            if capital and not match.group()[0].isupper():
                symbol = unknown[0]
        else:
            name, value = _figure(kind or "", word)
            symbol = symbols_of.get(name) or lexicon.symbol(name)
        symbols.append(symbol)
        values.append(value)
    starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    return Lexed(text, "".join(symbols), starts, ends, words, values)


def _figure(kind: str, piece: str) -> tuple[str, Value]:
    """The class of a token that is no word, and what it counts for."""
    if kind == "integer":
        return _integer(piece)
    if kind == "ordinal":
        number = int(piece[:-2])
        return ("ORDINAL_DAY" if 1 <= number <= 31 else "ORDINAL"), number
    if kind == "half_day":
        return "HALF_DAY", piece[0] + "m"
    if kind in ("mark_", "mark"):
        return _MARKS.get(piece, "OTHER"), None
    return kind.upper(), None


def _integer(piece: str) -> tuple[str, Value]:
    if len(piece) > _LONGEST_NUMBER or not piece.isascii():
        return "OTHER", None
    number = int(piece)
    if len(piece) <= 2 and 1 <= number <= 31:
        return "DAY_NUMBER", number
    if len(piece) == 4 and 1000 <= number <= 2199:
        return "YEAR_NUMBER", number
    return ("FOUR_DIGITS" if len(piece) == 4 else "INTEGER"), number
