"""Our tables of places: how reports name countries, states and regions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

_AMERICANS = frozenset({"american", "americans"})
_PARTS_OF_AMERICA = frozenset({"south", "north", "central", "latin", "meso", "pan"})
_BEHIND = frozenset(
    {
        "backed",
        "aligned",
        "allied",
        "funded",
        "supported",
        "sponsored",
        "armed",
        "linked",
        "made",
        "supplied",
        "brokered",
    }
)


def is_continental(before: str, word: str) -> bool:
    """Whether a word after another is said of a part of America, not of the United States: "South American"."""
    return word.lower() in _AMERICANS and before.lower() in _PARTS_OF_AMERICA


def of_backers(word: str) -> bool:
    """Whether a word tells who stands behind somebody, not of which country they are: "Rwanda-backed"."""
    before, _, told = word.lower().rpartition("-")
    return bool(before) and told in _BEHIND


def table(name: str) -> Iterator[list[str]]:
    """Rows of the table `name` ("countries.txt"), cells split at "|"; lines that begin with "#" are notes."""
    for line in (files("sayso.ontology.places") / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def names_in(cell: str) -> list[str]:
    """The names of a cell that holds several."""
    return [name.strip() for name in cell.split(",") if name.strip()]


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Adjectives and people ("Ukrainian", "Ukrainians") to the ISO 3166-1 alpha-2 code of their country."""
    return {name: code for code, _, _, cell in table("countries.txt") for name in names_in(cell)}


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """Peoples without a state of theirs ("Rohingya") to the ISO 3166-1 alpha-3 code of the one that they live in."""
    return {name: alpha3 for alpha3, cell in table("peoples.txt") for name in names_in(cell)}


@lru_cache(maxsize=1)
def alpha3_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 codes to alpha-3 codes (Kosovo, which has none, is XKX as in most event data)."""
    return {alpha2: alpha3 for alpha2, alpha3, _, _ in table("countries.txt")}


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes to the name that reports use first."""
    return {alpha3: names_in(names)[0] for _, alpha3, names, _ in table("countries.txt")}


@lru_cache(maxsize=1)
def state_abbreviations() -> dict[str, str]:
    """Printed abbreviations of states and provinces ("Calif.", "NSW") to their code ("US.CA", "AU.02")."""
    return {name: code for code, cell in table("states.txt") for name in names_in(cell)}


@lru_cache(maxsize=1)
def place_words() -> Mapping[str, frozenset[str]]:
    """Words that tell what a place name does in its sentence, each list by its "section.name" in words.toml."""
    sections = tomllib.loads((files("sayso.ontology.places") / "words.toml").read_text(encoding="utf-8"))
    return {
        f"{part}.{name}": frozenset(words.split()) for part, lists in sections.items() for name, words in lists.items()
    }
