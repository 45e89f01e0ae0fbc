"""Which pools are worth comparing: those that share a key, so that a hundred thousand do not meet each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.link.bodies import BodyName
from sayso.link.names import Part, PersonName
from sayso.link.pools import Pool
from sayso.link.profiles import Being
from sayso.ontology.names import name_words

_CROWD = 150
"""Pools under one key that all meet each other; in a greater crowd each meets as many that stand next to it."""


def pairs(pools: Iterable[Pool]) -> Iterator[tuple[str, str]]:
    """Ids of pools that share a key, the lesser first, each pair once."""
    crowds: dict[str, list[Pool]] = defaultdict(list)
    for pool in pools:
        for key in keys(pool):
            crowds[key].append(pool)
    met: set[tuple[str, str]] = set()
    for key in sorted(crowds):
        for one, other in _meetings(sorted(crowds[key], key=_neighbourhood), singly=key.startswith("word:")):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in met:
                met.add(pair)
                yield pair


def _meetings(crowd: list[Pool], *, singly: bool) -> Iterator[tuple[Pool, Pool]]:
    """Who meets whom; `singly` lets only those that have no more than one word meet the others."""
    for at, pool in enumerate(crowd):
        for other in crowd[at + 1 : at + 1 + _CROWD]:
            if not singly or _is_single(pool) or _is_single(other):
                yield pool, other


def _is_single(pool: Pool) -> bool:
    return not pool.names or any(not name.whole for name in pool.names)


def _neighbourhood(pool: Pool) -> tuple[str, str, str, str]:
    """In a crowd, those with the same name, country and report stand together."""
    names = sorted(" ".join(part.close for part in name.parts) for name in pool.names)
    return (names[0] if names else "", min(pool.countries, default=""), min(pool.roles, default=""), pool.id)


def keys(pool: Pool) -> set[str]:
    """What two pools must share to be compared."""
    if pool.being == Being.GOVERNMENT:
        return {f"government:{code}" for code in pool.countries}
    found = {key for name in pool.names for key in _of_person(name)}
    if pool.roles & name_words().lists["words.offices"]:
        found |= {f"word:office:{code}" for code in pool.countries}
    for body in pool.bodies:
        found |= {f"acronym:{letters}" for letters in body.letters if len(letters) > 1}
        found |= {f"body:{word}" for word in _own(body)} or {f"bodies:{' '.join(sorted(set(body.words)))}"}
    return found


def _own(body: BodyName) -> set[str]:
    lists = name_words().lists
    return set(body.words) - lists["bodies.many"] - lists["bodies.plain"] - lists["bodies.empty"]


def _of_person(name: PersonName) -> set[str]:
    """Each word with the first letter of another; and each word for those that have no other."""
    words = [part for part in name.parts if not part.initial]
    both = {
        f"name:{part.far}:{letter}"
        for part in words
        for other in name.parts
        if other is not part
        for letter in _letters(other)
    }
    return both | {f"word:{part.far}" for part in words}


def _letters(part: Part) -> set[str]:
    return {part.initials[:1], part.family[:1], part.far[:1]}
