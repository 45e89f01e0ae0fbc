"""The signs of names, of bodies, of descriptions, and of places that stand for who governs there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from sayso.attribute.actors.known import is_figure, led_by
from sayso.attribute.actors.naming import PREPOSITIONS, Named, Phrase
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words, country_codes, given_names, governed_names, seats
from sayso.ontology.actors.sectors import sector_told
from sayso.ontology.codebook import word_lists
from sayso.ontology.plover.bodies import bodies
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
"""Words that say that somebody known is meant."""


COUNTS = frozenset({"two", "three", "four", "five", "six", "both", "pair", "trio"})
"""What several are called who were told of one by one."""


def place_sign(name: str, country: str | None, *, national: bool) -> Sign:
    """A country's government by the name of the country, its capital or a palace; or who governs a town or state.

    `national` says that the place is a country.
    """
    sector = "GOV"
    if name in seats():
        country, sector = seats()[name]
    government = Sign(MentionKind.NAMED, head="government", gender="n", country=country, sector=sector)
    if sector == "GOV" and (national or name in governed_names()):
        return replace(government, actor_kind=ActorKind.GOVERNMENT)
    kind = ActorKind.GOVERNMENT if sector == "GOV" else ActorKind.ORGANISATION
    return replace(government, head="", name=tuple(name.split()), actor_kind=kind)


def named_sign(named: Named, phrase: Phrase, country: str | None, *, alone: bool) -> Sign:
    """The sign of a person or body by name; `alone` says that no article stands before it."""
    words, name, roles = actor_words(), named.name, named.roles
    folded, figure = [part.lower() for part in name], is_figure(name)
    before = [word.lower() for word in phrase.words[: phrase.words.index(name[0])]]
    titles = [words.titles[word] for word in before if word in words.titles]
    letters = len(name) == 1 and len(name[0]) > 1 and name[0].isupper()
    body = any(part in words.in_bodies for part in folded) or not alone or phrase.body is not None or letters
    if body and not phrase.person and not titles and not roles and not figure:
        return _body(name, folded, country)
    gender = next((letter for letter in (*titles, *(words.roles[role] for role in roles)) if letter), "")
    told = bool(titles or roles or (phrase.person and len(name) > 1) or figure)
    person = told or (len(name) > 1 and not any(part.isupper() and len(part) > 2 for part in name))
    if person and len(name) > 1:
        gender = gender or given_names().get(folded[0], "")
    sign = Sign(MentionKind.NAMED, name, roles, modifiers=_field(named.before), gender=gender, country=country)
    sector = sector_of(named.before, roles, country)
    kind, guess = (ActorKind.PERSON if told else None for told in (person, phrase.person))
    return replace(sign, actor_kind=kind, guess=guess, sector=sector)


def _field(words: Sequence[str]) -> frozenset[str]:
    """What an office is for: "transport" of "transport minister"."""
    known = actor_words()
    plain = (word for word in words if word.isalpha() and word not in known.roles and word not in known.titles)
    return frozenset(plain) - _countries() - PREPOSITIONS - word_lists()["determiners"]


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for name in country_codes())


def sector_of(words: Sequence[str], roles: Collection[str], country: str | None) -> str | None:
    """What a description tells; the leader of a country governs it."""
    return sector_told(words) or ("GOV" if country and "leader" in roles else None)


def _body(name: tuple[str, ...], folded: Sequence[str], country: str | None) -> Sign:
    words = actor_words()
    end = next((at for at, part in enumerate(folded) if at and part in PREPOSITIONS), len(folded))
    head = next((part for part in reversed(folded[:end]) if part in words.sectors), folded[end - 1])
    known = bodies().get(" ".join(name))
    return Sign(
        MentionKind.NAMED,
        name,
        head=head,
        modifiers=frozenset(folded) - {head, "of", "the", "and", "for"},
        gender="n",
        actor_kind=ActorKind.ORGANISATION,
        country=country or _country_in(name) or (known.home if known else None) or led_by(name),
        sector=(known.sector if known else None) or sector_told(folded) or words.sectors.get(head),
    )


def _country_in(name: Sequence[str]) -> str | None:
    """The country that a body is named after: "Bank of Chile", "U.S. Congress"; None for none or several."""
    parts = [*name, *(" ".join(pair) for pair in pairwise(name))]
    found = {country_codes()[part] for part in parts if part in country_codes()}
    return found.pop() if len(found) == 1 else None


def nominal_sign(low: Sequence[str], definite: bool, country: str | None, *, proper: bool) -> Sign:
    """The sign of a body, a group or a person by what they are, in small letters.

    `proper` says that a capital makes it a name ("Fisheries Ministry").
    """
    words = actor_words()
    if len(low) > 2 and low[:2] == ["one", "of"]:
        low, definite = [word.removesuffix("s") for word in low[2:] if word not in DEFINITE], False
    end = next((at for at, word in enumerate(low) if at and word in PREPOSITIONS), len(low))
    head = low[end - 1] if end else ""
    fielded = low[end : end + 1] == ["of"] and (head in words.sectors or head in words.roles)
    modifiers = _field([*low[: end - 1], *(low[end + 1 :] if fielded else ())])
    sign = Sign(MentionKind.NOMINAL, head=head, modifiers=modifiers, definite=definite, country=country)
    if head in words.sectors and head not in words.groups:
        kind = MentionKind.NAMED if proper else MentionKind.NOMINAL
        of_body = sector_told(low) or words.sectors[head]
        return replace(sign, kind=kind, gender="n", actor_kind=ActorKind.ORGANISATION, sector=of_body)
    several = (
        head in words.groups
        or head in COUNTS
        or (head.endswith("s") and head not in words.roles and not head.endswith("ss"))
    )
    if several:
        return replace(sign, gender="p", actor_kind=ActorKind.GROUP, sector=sector_told(low))
    if head not in words.roles:
        return sign
    sector = sector_of(low, {head}, country)
    return replace(sign, roles=frozenset({head}), gender=words.roles[head], actor_kind=ActorKind.PERSON, sector=sector)
