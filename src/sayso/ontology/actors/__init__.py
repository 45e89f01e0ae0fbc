"""Words by which reports say what somebody is: titles, roles, institutions, seats of power."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.ontology.places import country_names, names_in, table


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The lists of one language, all in small letters.

    `titles` and `roles` hold each word's gender ("m", "f") or ""; `kin` gives a role its family of interchangeable
    words ("president" and "leader"), `sectors` an institution's last word its PLOVER sector. `body_kin` gives a word
    for bodies ("company") those that the same body may go by; `any_body` are words that fit any name of a body.
    """

    titles: dict[str, str]
    roles: dict[str, str]
    kin: dict[str, frozenset[str]]
    sectors: dict[str, str]
    in_bodies: frozenset[str]
    groups: frozenset[str]
    body_kin: dict[str, frozenset[str]]
    any_body: frozenset[str]


@cache
def actor_words(language: str = "en") -> ActorWords:
    """The words of a language."""
    book = tomllib.loads((files("sayso.ontology.actors") / f"{language}.toml").read_text(encoding="utf-8"))
    families = [frozenset(line.split()) for line in book["roles"]["lines"]]
    bodies = [frozenset(line.split()) for line in book["bodies_called"]["lines"]]
    gender = {word: letter for name, letter in (("male", "m"), ("female", "f")) for word in book["roles"][name].split()}
    roles = {word for family in families for word in family} | set(book["roles"]["more"].split()) | set(gender)
    titles = {word: letter for name, letter in _TITLES.items() for word in book["titles"][name].split()}
    return ActorWords(
        titles=titles,
        roles={word: gender.get(word, "") for word in roles},
        kin=_kin(families, roles),
        sectors={word: sector for sector, words in book["bodies"].items() for word in words.split()},
        in_bodies=frozenset(book["bodies_named"]["words"].split()),
        groups=frozenset(book["groups"]["words"].split()),
        body_kin=_kin(bodies, frozenset().union(*bodies)),
        any_body=frozenset(book["bodies_called"]["any"].split()),
    )


def _kin(families: Sequence[frozenset[str]], words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each word with all that it shares a family with, itself included."""
    return {word: frozenset({word}).union(*(family for family in families if word in family)) for word in words}


@cache
def given_names() -> dict[str, str]:
    """First names in small letters that tell their bearer's gender, "m" or "f"."""
    book = tomllib.loads((files("sayso.ontology.actors") / "given.toml").read_text(encoding="utf-8"))
    return {name: letter for key, letter in (("male", "m"), ("female", "f")) for name in book[key].split()}


_TITLES = {"male": "m", "female": "f", "any": ""}


@cache
def seats(language: str = "en") -> dict[str, tuple[str, str]]:
    """Names of buildings and capitals that stand for who works there, each with country (ISO alpha-3) and sector."""
    return {**{name: (country, "GOV") for name, country in capitals().items()}, **buildings(language)}


@cache
def capitals() -> dict[str, str]:
    """Names of capitals, each with its country (ISO alpha-3)."""
    return {name: country for country, cell in table("capitals.txt") for name in names_in(cell)}


@cache
def buildings(language: str = "en") -> dict[str, tuple[str, str]]:
    """Palaces, streets and other seats of power, as in `seats`."""
    book = tomllib.loads((files("sayso.ontology.actors") / f"{language}.toml").read_text(encoding="utf-8"))
    told = {name: cell.split() for name, cell in book["seats"].items()}
    return {name: (country, sector) for name, (country, sector) in told.items()}


def country_of_power(name: str) -> str | None:
    """The country (ISO alpha-3) whose power sits in a building of this name; None for no such, or a body of many."""
    country, _ = buildings().get(name, (None, ""))
    return country if country in country_names() else None


@cache
def governed_names() -> frozenset[str]:
    """Names that may stand for a country's government: countries, capitals, seats of power."""
    countries = {name for _, _, names, _ in table("countries.txt") for name in names_in(names)}
    return frozenset(countries | seats().keys())


@cache
def country_codes() -> dict[str, str]:
    """Names of countries and demonyms to ISO 3166-1 alpha-3 codes."""
    rows = list(table("countries.txt"))
    return {name: alpha3 for _, alpha3, names, peoples in rows for name in (*names_in(names), *names_in(peoples))}
