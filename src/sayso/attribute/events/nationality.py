"""Which country a word, a name or a place tells, as ISO 3166-1 alpha-3."""

from __future__ import annotations

from functools import cache

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.actors import country_codes, country_of_power, seats
from sayso.ontology.places import alpha3_codes, country_names, demonyms, is_continental, of_backers, peoples
from sayso.ontology.plover.files import entries
from sayso.ontology.plover.frames import word_sets
from sayso.record.place import Place

_NAMESAKES = frozenset({"Georgia", "Jordan", "Chad"})
"""Countries whose names are those of people and states, too."""

_SURE = 0.4
"""Confidence from which on a place's country is that of its people. Set on the names of places in tests/events."""


def demonym_country(word: str) -> str | None:
    """The country of a people or an adjective ("Ukrainian", "Ukrainians", "Rohingya")."""
    if of_backers(word):
        return None
    code = demonyms().get(word) or demonyms().get(word.partition("-")[0])
    return alpha3_codes().get(code) if code else peoples().get(word)


def demonym_at(syntax: Syntax, at: int) -> str | None:
    """The same for the word at a token, none for "South American"."""
    before = syntax.low[at - 1] if at else ""
    return None if is_continental(before, syntax.low[at]) else demonym_country(syntax.tokens[at].text)


def second_country(word: str) -> str | None:
    """The second country of an adjective of two: "Chadian-Sudanese"."""
    _, hyphen, other = word.partition("-")
    return demonym_country(other) if hyphen and demonym_country(word) else None


def named_country(name: str) -> str | None:
    """The country of this name, None where it is none's."""
    return _countries().get(name)


@cache
def body_country(word: str) -> str | None:
    """The country that a word of a body's name tells: a country, a people, a capital where no others sit."""
    if word.lower() in word_sets()["seats"] or word in _NAMESAKES:
        return None
    told = country_codes().get(word) or seats().get(word, (None, ""))[0]
    return told if told in country_names() else None


@cache
def _countries() -> dict[str, str]:
    return {name: alpha3 for alpha3, name in country_names().items()}


def home_country(country: str) -> str:
    """The country itself, or the one that it belongs to: France for Guadeloupe."""
    return overseas().get(country, country)


@cache
def overseas() -> dict[str, str]:
    """Countries of ISO 3166-1 that belong to another state, and to which."""
    return dict(pair.split() for pair in entries("words")["overseas"]["pairs"])


def only(countries: set[str]) -> str | None:
    """The one country, None for none or several, or for a border between two."""
    found = next(iter(countries)) if len(countries) == 1 else None
    return found if found and "/" not in found else None


def is_seat(place: Place) -> bool:
    """Whether bodies of many countries sit there: Geneva, The Hague."""
    return place.words.text.split()[-1].lower() in word_sets()["seats"]


def alone(place: Place | None) -> str | None:
    """The country of a place that lies in one, and not somewhere else as likely as not; of a palace, whose it is."""
    if place is not None and place.country is None:
        return country_of_power(place.words.text)
    sure = place is not None and place.evidence.confidence >= _SURE
    return place.country if sure and place and place.country and "/" not in place.country else None
