"""Entities of FollowTheMoney, a line of JSON each: people and bodies, posts, and who holds which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from sayso.link.lists.listed import ActorList, ListedActor, Office
from sayso.link.lists.table import country_code

_ACTORS = frozenset({"Person", "Organization", "PublicBody", "Company", "LegalEntity"})
_NAMES = ("name", "alias", "weakAlias", "previousName")
_COUNTRIES = ("country", "nationality", "jurisdiction", "citizenship")


class _Entity(msgspec.Struct):
    id: str
    schema: str
    properties: dict[str, list[Any]] = {}


_decoder = msgspec.json.Decoder(_Entity)


def read_entities(lines: Iterable[str], origin: str) -> ActorList:
    """The actors among the entities, with the posts that they hold."""
    entities: dict[str, _Entity] = {}
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                entity = _decoder.decode(line)
            except msgspec.MsgspecError as error:
                problems.append(f"{origin}:{number}: no entity ({error})")
                continue
            entities[entity.id] = entity
    held = _posts(entities)
    actors = (_actor(one, held.get(one.id, ())) for one in entities.values() if one.schema in _ACTORS)
    return ActorList(tuple(actor for actor in actors if actor.names), tuple(problems))


def _posts(entities: dict[str, _Entity]) -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = defaultdict(list)
    for entity in entities.values():
        if entity.schema == "Occupancy":
            for holder in _told(entity, "holder"):
                found[holder] += _offices(entity, entities)
    return {holder: tuple(offices) for holder, offices in found.items()}


def _offices(occupancy: _Entity, entities: dict[str, _Entity]) -> Iterator[Office]:
    since, until = _first(occupancy, "startDate"), _first(occupancy, "endDate")
    for post in _told(occupancy, "post"):
        titles = list(_told(entities[post], "name")) if post in entities else [post]
        yield Office(title=titles[0] if titles else post, since=_begin(since), until=_end(until))


def _actor(entity: _Entity, held: tuple[Office, ...]) -> ListedActor:
    countries = {code for name in _COUNTRIES for text in _told(entity, name) if (code := country_code(text))}
    titles = tuple(Office(title=title) for title in _told(entity, "position"))
    names = tuple(dict.fromkeys(text for name in _NAMES for text in _told(entity, name)))
    return ListedActor(entity.id, names, held + titles, countries.pop() if len(countries) == 1 else "")


def _told(entity: _Entity, name: str) -> Iterator[str]:
    return (value for value in entity.properties.get(name, ()) if isinstance(value, str) and value)


def _first(entity: _Entity, name: str) -> str:
    return next(_told(entity, name), "")


def _begin(text: str) -> date | None:
    """The first day of a year, month or day; None for none."""
    parts = [int(part) for part in text[:10].split("-") if part.isdigit()]
    try:
        return date(*[*parts, 1, 1][:3]) if parts else None
    except ValueError:
        return None


def _end(text: str) -> date | None:
    """The last day of a year, month or day; None for none."""
    begins, parts = _begin(text), text[:10].count("-")
    if begins is None or parts == 2:
        return begins
    if parts == 1:
        return (begins + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return date(begins.year, 12, 31)
