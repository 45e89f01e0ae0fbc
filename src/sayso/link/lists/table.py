"""Actor lists as tables: CSV with a line of heads.

`name` must be there; `id`, `aliases` (parted by ";"), `country` (two or three letters), `code`, `office`, `since` and
`until` (ISO days) may be. Rows with one id are one actor with several offices.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date

from sayso.errors import CodebookError
from sayso.link.lists.listed import ActorList, ListedActor, Office
from sayso.ontology.places import alpha3_codes, country_names


def read_table(lines: Iterable[str], origin: str) -> ActorList:
    """The actors of a table. Raises `CodebookError` if it has no column `name`."""
    rows = csv.DictReader(lines)
    rows.fieldnames = [head.strip().lower().lstrip("\ufeff") for head in rows.fieldnames or ()]
    if "name" not in rows.fieldnames:
        message = f"{origin}: no column 'name' in its first line (an actor list needs one)"
        raise CodebookError(message, path=origin, entry="name")
    found: dict[str, ListedActor] = {}
    problems: list[str] = []
    for row in rows:
        told = {head: (cell or "").strip() for head, cell in row.items() if head and isinstance(cell, str | None)}
        if not told.get("name"):
            continue
        try:
            actor = _actor(told)
        except ValueError as error:
            problems.append(f"{origin}:{rows.line_num}: {error}")
            continue
        known = found.get(actor.id)
        found[actor.id] = _both(known, actor) if known else actor
    return ActorList(tuple(found.values()), tuple(problems))


def _actor(told: dict[str, str]) -> ListedActor:
    aliases = [alias.strip() for alias in told.get("aliases", "").split(";")]
    since, until = _day(told.get("since", "")), _day(told.get("until", ""))
    office = Office(told.get("code", ""), told.get("office", ""), since, until)
    return ListedActor(
        id=told.get("id") or told["name"],
        names=tuple(dict.fromkeys(filter(None, [told["name"], *aliases]))),
        offices=(office,) if office.code or office.title else (),
        country=country_code(told.get("country", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"{text!r} is no day, like 2022-10-15") from None


def country_code(text: str) -> str:
    """The ISO alpha-3 code of a code of two or three letters; "" for anything else."""
    code = text.upper()
    return code if code in country_names() else alpha3_codes().get(code, "")


def _both(one: ListedActor, other: ListedActor) -> ListedActor:
    names = tuple(dict.fromkeys((*one.names, *other.names)))
    return ListedActor(one.id, names, (*one.offices, *other.offices), one.country or other.country)
