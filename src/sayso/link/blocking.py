"""Which pools are worth comparing: those that share a key, so that a hundred thousand do not meet each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from sayso.link.bodies import BodyName
from sayso.link.names import Part, PersonName
from sayso.link.pools import Pool
from sayso.link.profile import Being
from sayso.ontology.names import name_words

_CROWD = 60
"""Pools under one key that all meet each other. In a greater crowd only neighbours meet, in each of several orders."""
_NEXT = 12
"""How many neighbours each meets then, in either direction."""

Order = Callable[[Pool], tuple[str, ...]]


def pairs(pools: Iterable[Pool], topic: Callable[[Pool], str]) -> Iterator[tuple[str, str]]:
    """Ids of pools that share a key, the lesser first, each pair once; `topic` tells what a pool is about."""
    crowds: dict[str, list[Pool]] = defaultdict(list)
    for pool in pools:
        for key in keys(pool):
            crowds[key].append(pool)
    orders: tuple[Order, ...] = (_by_name, lambda pool: (topic(pool), pool.id))
    met: set[tuple[str, str]] = set()
    for key in sorted(crowds):
        for one, other in _meetings(crowds[key], orders):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in met and (not key.startswith("word:") or _is_single(one) or _is_single(other)):
                met.add(pair)
                yield pair


def _meetings(crowd: list[Pool], orders: Iterable[Order]) -> Iterator[tuple[Pool, Pool]]:
    if len(crowd) <= _CROWD:
        yield from combinations(sorted(crowd, key=_by_name), 2)
        return
    for order in orders:
        row = sorted(crowd, key=order)
        for at, pool in enumerate(row):
            for other in row[at + 1 : at + 1 + _NEXT]:
                yield pool, other


def _is_single(pool: Pool) -> bool:
    return not pool.names or any(not name.whole for name in pool.names)


def _by_name(pool: Pool) -> tuple[str, str, str, str]:
    """Those with the same name, country and role stand together."""
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
        found |= {f"body:{word}" for word in _own(body)} or {f"bodies:{' '.join(sorted(set(body.words) - {'party'}))}"}
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
