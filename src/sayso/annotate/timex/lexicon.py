"""The words that time expressions are made of, and the class each is in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_CAPITAL = frozenset(
    ("weekday_abbreviation", "name_month", "month_abbreviation", "quarter_letter", "half_letter"),
)
"""Classes read only with a capital letter: "may", "march" and "sat" in lower case are other words."""

_FIRST_SYMBOL = 0x100
"""Symbols are characters from here on: none of them means anything to a regular expression."""


@dataclass(slots=True)
class Lexicon:
    """Words by what they are to the grammar.

    `words` maps a word in lower case to the symbol of its class, what it counts for, and whether it needs a
    capital letter; `symbols` maps the name of a class to its symbol.
    """

    words: dict[str, tuple[str, int | str | None, bool]] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)

    def symbol(self, name: str) -> str:
        """The character that stands for a class; a new class gets the next one."""
        return self.symbols.setdefault(name, chr(_FIRST_SYMBOL + len(self.symbols)))

    def add(self, word: str, name: str, value: int | str | None, *, capital: bool = False) -> None:
        self.words[word] = (self.symbol(name), value, capital)


def calendar_table(name: str) -> dict[str, Any]:
    """One of the tables in `sayso.ontology.calendar`."""
    return tomllib.loads((files("sayso.ontology") / "calendar" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The English lexicon, read on first use."""
    known = Lexicon()
    known.symbol("OTHER")
    for section, entries in calendar_table("en").items():
        for word, value in entries.items():
            name = value if section == "particle" else section.upper()
            known.add(word, name, None if section == "particle" else value, capital=section in _CAPITAL)
    return known


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of words in `words.toml`; read on first use."""
    return frozenset(_word_lists()[name])


@cache
def _word_lists() -> dict[str, list[str]]:
    return calendar_table("words")
