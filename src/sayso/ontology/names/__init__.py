"""How names are spelt, and words that tell two bearers of one name apart."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Spelling = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of one language, all in small letters.

    `letters` maps single letters, `look_alikes` those of other scripts to Latin; `close` and `far` are spellings in the
    order they are applied. `families` gives a given name the one that stands for it, `walks` a trade the walks of life
    it belongs to, `same` a word of a body the one that stands for it, `known` a name of a body of the world its first.
    """

    letters: dict[int, str]
    look_alikes: dict[int, str]
    close: tuple[Spelling, ...]
    far: tuple[Spelling, ...]
    families: dict[str, str]
    walks: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    same: dict[str, str]
    known: dict[str, str]


@cache
def name_words(language: str = "en") -> NameWords:
    """The words of a language."""
    book = tomllib.loads((files("sayso.ontology.names") / f"{language}.toml").read_text(encoding="utf-8"))
    return NameWords(
        letters=str.maketrans(book["letters"]),
        look_alikes=str.maketrans(book["look_alikes"]),
        close=_spellings(book["spellings"]["close"]),
        far=_spellings(book["spellings"]["far"]),
        families=_firsts(line.split() for line in book["given"]["families"]),
        walks=_walks(book["walks"]),
        lists={
            f"{section}.{name}": frozenset(words.split())
            for section in ("words", "things", "bodies")
            for name, words in book[section].items()
            if isinstance(words, str)
        },
        same=_firsts(line.split() for line in book["bodies"]["same"]),
        known=_firsts(line.split("|") for line in book["bodies"]["known"]),
    )


def _spellings(pairs: list[list[str]]) -> tuple[Spelling, ...]:
    return tuple((re.compile(written), taken) for written, taken in pairs)


def _firsts(families: Any) -> dict[str, str]:
    """Each member to the first of its family; the first family that has a word keeps it."""
    found: dict[str, str] = {}
    for family in families:
        for member in family:
            found.setdefault(member, family[0])
    return found


def _walks(walks: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for walk, words in walks.items():
        for word in words.split():
            found.setdefault(word, set()).add(walk)
    return {word: frozenset(names) for word, names in found.items()}
