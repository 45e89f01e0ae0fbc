"""What institutions are called, taken apart: words, country, acronym."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.link.letters import fold
from sayso.ontology.names import name_words
from sayso.ontology.places import alpha3_codes, demonyms, names_in, table

_BRACKETED = re.compile(r"\s{0,3}\(([A-Z][A-Za-z.&]{1,9})\)")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.&\-](?=[^\W_]))*\.?")
_ACRONYM = re.compile(r"[A-Z](?:[A-Z]|[a-z](?=[A-Z])){1,6}|(?:[A-Z]\.){2,6}")
_CUT = re.compile(r"[,;:(\n—]|\s(?:who|which|that|whose)\s")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})
_PROPER = 3
"""Words with capitals that make a name of ordinary words that of one body."""
_LINKING = frozenset({"of", "for", "in", "at", "on", "and"})


@dataclass(frozen=True, slots=True)
class BodyName:
    """One name of an institution.

    `words` are what tells it from others, as `same` words take them, in order; `letters` the initials of all its words,
    small ones left out and with; `known` the first name of a body of the world, "" for others. `plain` says that
    nothing in it is a name of its own: there is one in every country. `proper` that it is printed with capitals all the
    same, in three words or more, and is no ministry or court, `acronym` that it is an acronym and nothing else.
    """

    words: tuple[str, ...]
    letters: frozenset[str] = frozenset()
    known: str = ""
    plain: bool = False
    acronym: bool = False
    proper: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention of an institution tells: its name, None if nothing tells it apart, and whose it is."""

    name: BodyName | None
    countries: frozenset[str]
    short: BodyName | None = None


@cache
def country_words() -> Mapping[str, str]:
    """Names of countries, their capitals and demonyms, in small letters, to ISO 3166-1 alpha-3 codes."""
    named = {name.casefold(): code for _, code, cell, _ in table("countries.txt") for name in names_in(cell)}
    of_people = {name.casefold(): alpha3_codes()[code] for name, code in demonyms().items()}
    capitals = {name.casefold(): code for code, cell in table("capitals.txt") for name in names_in(cell)}
    return {**capitals, **named, **of_people}


def read_body(text: str) -> Reading:
    """What the words of one mention tell."""
    bracketed = _BRACKETED.search(text)
    short = _acronym(bracketed[1]) if bracketed else None
    core = _CUT.split(_BRACKETED.sub("", text), maxsplit=1)[0]
    printed = [word.replace("’", "'") for word in _WORD.findall(core)]
    while printed and printed[0].casefold() in _ARTICLES:
        printed = printed[1:]
    words = _without_kind([word.removesuffix("'s") for word in printed])
    known = _known(printed)
    if known:
        return Reading(BodyName((fold(known),), _letters(words), known=known), frozenset(), short)
    if len(words) == 1 and _ACRONYM.fullmatch(words[0]):
        return Reading(_acronym(words[0]), frozenset(), short)
    own, countries = _without_countries(words)
    return Reading(_name(own, words), countries, short)


def _without_kind(words: list[str]) -> list[str]:
    """Without words in small letters right before a name: "the mining company Ferralta"."""
    first = next((at for at, word in enumerate(words) if word[0].isupper()), 0)
    return words[first:] if all(word.islower() and word not in _LINKING for word in words[:first]) else words


def _known(words: list[str]) -> str:
    """The first name of a body of the world, by any of its names, however some words are spelt."""
    return _world().get(_as_spelt(words), "")


@cache
def _world() -> Mapping[tuple[str, ...], str]:
    return {_as_spelt(name.split()): first for name, first in name_words().known.items()}


def _as_spelt(words: list[str]) -> tuple[str, ...]:
    return tuple(name_words().same.get(fold(word), fold(word)) for word in words)


def _acronym(text: str) -> BodyName:
    letters = fold(text)
    known = _known([text])
    return BodyName((fold(known),) if known else (letters,), frozenset({letters}), known, acronym=True)


def _without_countries(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """The other words, and the countries that these name; names of two words go before those of one."""
    own: list[str] = []
    countries: set[str] = set()
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            name = " ".join(words[at : at + length])
            if name[:1].isupper() and name.casefold() in country_words() and at + length <= len(words):
                countries.add(country_words()[name.casefold()])
                at += length
                break
        else:
            own.append(words[at])
            at += 1
    return own, frozenset(countries)


def _name(own: list[str], words: list[str]) -> BodyName | None:
    lists, same = name_words().lists, name_words().same
    kept = [word for word in own if fold(word) not in lists["bodies.empty"] | {"in", "at", "on"}]
    if len(kept) > 1 and fold(kept[-1]) in lists["bodies.forms"]:
        kept = kept[:-1]
    low = tuple(same.get(fold(word), fold(word)) for word in kept)
    if not low or (len(low) == 1 and low[0] in lists["bodies.many"] and len(own) == len(words)):
        return None
    ordinary = lists["bodies.many"] | lists["bodies.plain"]
    plain = all(not word[0].isupper() or taken in ordinary for word, taken in zip(kept, low, strict=True))
    capitals = [word for word in words if word[0].isupper()]
    proper = len(capitals) >= _PROPER and not lists["bodies.everywhere"] & set(low) and not own_lower(words)
    return BodyName(low, _letters(words), plain=plain, proper=proper)


def own_lower(words: list[str]) -> bool:
    """Whether a word in small letters is more than a link between others."""
    return any(word.islower() and word not in _LINKING for word in words)


def _letters(words: list[str]) -> frozenset[str]:
    """Initials, of all words and of those with a capital."""
    initials = "".join(fold(word)[:1] for word in words)
    capitals = "".join(fold(word)[:1] for word in words if word[0].isupper())
    return frozenset({initials, capitals})
