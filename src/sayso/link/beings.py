"""What kind of being a report-level actor is, as far as it can be known again."""

from __future__ import annotations

import re

from sayso.link.beside import STOPS, WORD, lowered
from sayso.link.bodies import BodyName, country_words, read_body
from sayso.link.letters import fold
from sayso.link.names import person_name
from sayso.link.profile import Being
from sayso.ontology.actors import actor_words
from sayso.ontology.names import name_words
from sayso.record.actor import Actor, ActorKind
from sayso.spans import Words

_NOBODY = BodyName(())
_PLURAL = re.compile(r"[A-Z][a-z]+(?:s|men)")
"""A word that tells of several, where nothing but its capital at the beginning of a sentence makes it a name."""


def being_of(actor: Actor, words: list[Words]) -> Being | None:
    """The kind of being, given the words of all mentions; None for who cannot be known again, such as a group."""
    if actor.kind == ActorKind.GROUP:
        return None
    if actor.kind == ActorKind.GOVERNMENT or (actor.kind == ActorKind.ORGANISATION and _is_government(words)):
        return Being.GOVERNMENT
    if any((read_body(each.text).name or _NOBODY).known for each in words):
        return Being.BODY
    names = [name for name in actor.names if name[:1].isupper() and person_name(f"X {name}").generation == ""]
    last = [fold(name.split()[-1]) for name in names]
    if actor.kind == ActorKind.ORGANISATION or any(_is_body(word) for word in last) or _is_acronym(names):
        return Being.BODY
    if not names:
        return Being.PERSON if by_office(words) else _unnamed(words)
    if actor.kind or any(" " in name for name in names):
        return Being.PERSON
    several = _PLURAL.fullmatch(names[0]) and len(words) == 1
    return None if several or fold(names[0]) in actor_words().groups else Being.UNTOLD


def _unnamed(words: list[Words]) -> Being | None:
    """A name that the report-level actor lacks: "Thomas Keller Sr., who ran the brewery"."""
    for each in words:
        core = STOPS.split(each.text.replace("Sr.", "Sr").replace("Jr.", "Jr"))[0].split()
        while core and (fold(core[0]) in actor_words().roles or core[0].casefold() == "the"):
            core = core[1:]
        if len(core) > 1 and all(word[:1].isupper() for word in core) and not _is_body(fold(core[-1])):
            return Being.PERSON
    return None


def _is_government(words: list[Words]) -> bool:
    cores = [STOPS.split(each.text)[0].split() for each in words]
    return any(core and core[-1] == "government" and _only_country(core[:-1]) for core in cores)


def _only_country(before: list[str]) -> bool:
    words = [word.removesuffix("'s").removesuffix("’s").casefold() for word in before]
    words = words[1:] if words[:1] == ["the"] else words
    return not words or " ".join(words) in country_words()


def _is_body(word: str) -> bool:
    return word in actor_words().in_bodies or word in name_words().lists["things.bodies"]


def _is_acronym(names: list[str]) -> bool:
    return any(re.fullmatch(r"(?:[A-Z]\.?){2,7}", name) for name in names)


def by_office(words: list[Words]) -> bool:
    """Whether somebody is called by an office of which a country has one: "the Belarusian president"."""
    called = [lowered(WORD.findall(each.text)) for each in words]
    only = [one[1:] if one[:1] == ["the"] else one for one in called]
    return any(
        one[-1:]
        and one[-1] in name_words().lists["words.offices"] - {"minister"}
        and " ".join(one[:-1]) in country_words()
        for one in only
    )
