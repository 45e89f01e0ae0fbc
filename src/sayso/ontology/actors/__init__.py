"""Words by which reports say what somebody is: titles, roles, institutions, seats of power."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.ontology.places import names_in, table


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The lists of one language, all in small letters.

    `titles` and `roles` hold each word's gender ("m", "f") or ""; `kin` gives a role its family of interchangeable
    words
    ("president" and "leader"), `sectors` an institution's last word its PLOVER sector.
    """

    titles: dict[str, str]
    roles: dict[str, str]
    kin: dict[str, frozenset[str]]
    sectors: dict[str, str]
    in_bodies: frozenset[str]
    groups: frozenset[str]


@cache
def actor_words(language: str = "en") -> ActorWords:
    """The words of a language."""
    book = tomllib.loads((files("sayso.ontology.actors") / f"{language}.toml").read_text(encoding="utf-8"))
    families = [frozenset(line.split()) for line in book["roles"]["lines"]]
    gender = {word: letter for name, letter in (("male", "m"), ("female", "f")) for word in book["roles"][name].split()}
    roles = {word for family in families for word in family} | set(book["roles"]["more"].split()) | set(gender)
    titles = {word: letter for name, letter in _TITLES.items() for word in book["titles"][name].split()}
    return ActorWords(
        titles=titles,
        roles={word: gender.get(word, "") for word in roles},
        kin={word: frozenset().union(*(family for family in families if word in family)) for word in roles},
        sectors={word: sector for sector, words in book["bodies"].items() for word in words.split()},
        in_bodies=frozenset(book["bodies_named"]["words"].split()),
        groups=frozenset(book["groups"]["words"].split()),
    )


_TITLES = {"male": "m", "female": "f", "any": ""}


@cache
def seats(language: str = "en") -> dict[str, tuple[str, str]]:
    """Names of buildings and capitals that stand for who works there, each with country (ISO alpha-3) and sector."""
    book = tomllib.loads((files("sayso.ontology.actors") / f"{language}.toml").read_text(encoding="utf-8"))
    capitals = {name: (country, "GOV") for country, cell in table("capitals.txt") for name in names_in(cell)}
    buildings = {name: tuple(cell.split()) for name, cell in book["seats"].items()}
    return {**capitals, **{name: (country, sector) for name, (country, sector) in buildings.items()}}
