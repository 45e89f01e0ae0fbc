"""What a description of somebody tells of the PLOVER sector they belong to."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from sayso.ontology.plover.agents import sector_of

_ENDS = frozenset({"of", "for", "in", "at", "from", "on", "with", "to", "against", "by", "near", "who", "which"})
_LEADING = frozenset({"the", "a", "an", "two", "three", "some", "several", "its", "his", "her", "their"})


def sector_told(words: Sequence[str]) -> str | None:
    """The sector of whom a noun phrase in small letters describes; None where it does not tell.

    A word that many kinds of people go by ("leader", "spokesman") takes the sector of what stands before it: "a union
    leader", "police chief". Who governed and no longer does is of the elite (ELI).
    """
    phrase = _plain(words)
    if not phrase:
        return None
    head, before = phrase[-1], phrase[:-1]
    general = _is_general(head)
    sector = _domain(before) if general or head in _words("led") else None
    if sector is None and not general:
        sector = _of_noun(head, before)
    former = not _words("former").isdisjoint(before) or head.startswith("ex-")
    return "ELI" if former and sector == "GOV" else sector


def may_stand_before(word: str) -> bool:
    """Whether a word in small letters may stand between others before a role: "presidential", "former"."""
    return word in _sectors("domains") or word in _words("former") or word in _words("ranks")


@cache
def takes_sector(role: str) -> bool:
    """Whether bearers of this role are of the sector of whom they serve: a spokesman of the army is of the army."""
    return _is_general(role) or role in _words("led")


def _plain(words: Sequence[str]) -> list[str]:
    """The words up to what only explains them, without articles and possessive marks."""
    words = " ".join(words).replace("head of state", "head-of-state").split()
    end = next((at for at, word in enumerate(words) if at and word in _ENDS), len(words))
    found = [word.removesuffix("'s").removesuffix("\u2019s") for word in words[:end]]
    return [word for word in found if word and word not in _LEADING and word not in ("'s", "\u2019s", ",")]


def _is_general(head: str) -> bool:
    return head in _words("general") or head.removesuffix("s") in _words("general")


def _domain(before: Sequence[str]) -> str | None:
    """The sector that the words before a general one tell, the nearest first; two words count before one."""
    for at in range(len(before), 0, -1):
        pair, word = "-".join(before[at - 2 : at]) if at > 1 else "", before[at - 1]
        for one in (pair, word):
            plain = _is_general(one) or one in _words("ranks")  # the "general" of a general secretary is no officer
            sector = _sectors("domains").get(one) or (None if plain else _told_by(one))
            if sector:
                return sector
    return None


def _told_by(word: str) -> str | None:
    """The sector of a noun, other than of people in general."""
    found = sector_of(word)
    return None if found == "CVL" and word in _words("anybody") else found


def _of_noun(head: str, before: Sequence[str]) -> str | None:
    """The sector of the last word, by the pair it ends ("asylum seeker", "border guard") or by itself."""
    if head in _words("anybody") or head.removesuffix("s") in _words("anybody"):
        return None
    pair = "-".join((*before[-1:], head))
    if pair in _words("anybody"):
        return None
    heads = _sectors("heads")
    for one in (pair, pair.removesuffix("s"), head, head.removesuffix("s"), head.removeprefix("ex-")):
        if one in heads:
            police = heads[one] == "MIL" and _domain(before) == "COP"
            return "COP" if police else heads[one]
    if head in _sectors("bodies"):
        return _domain(before) or _sectors("bodies")[head]
    return sector_of(pair) or sector_of(head) or sector_of(head.removeprefix("ex-"))


@cache
def _words(name: str) -> frozenset[str]:
    """The list of this name that tells no sector."""
    return frozenset(_book()["words"][name].split())


@cache
def _sectors(name: str) -> dict[str, str]:
    """The words of a list, each with its sector."""
    return {word: sector for sector, words in _book()[name].items() for word in words.split()}


@cache
def _book() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("sayso.ontology.actors") / "sectors.toml").read_text(encoding="utf-8"))
