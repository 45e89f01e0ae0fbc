"""Actor dictionaries as TABARI and PETRARCH read them.

A name stands alone on a line, words joined by "_"; other names of the same actor follow, each after a "+"; codes stand
in brackets, with the days they hold: `[RUSGOV 000507-080507]` from and to, `[RUSGOV >120507]` since, `[RUSELI <991231]`
until, `[RUSELI]` always (or whenever no other does). Days are YYMMDD or YYYYMMDD; "#" begins a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sayso.link.lists.listed import ActorList, ListedActor, Office
from sayso.ontology.places import country_names

_CODE = re.compile(r"\[([^\[\]]*)\]")
_SPAN = re.compile(
    r"(?P<code>[A-Za-z~][\w~/+]*)\s*(?:(?P<open>[<>])\s*(?P<one>\d+)|(?P<from>\d+)\s*-\s*(?P<to>\d+))?\s*"
)
_PIVOT = 30
"""Years of two digits up to this one are of this century: the dictionaries begin in the 1940s."""


@dataclass(slots=True)
class _Entry:
    names: list[str]
    offices: list[Office] = field(default_factory=list)


def read_petrarch(lines: Iterable[str], origin: str) -> ActorList:
    """The actors of a dictionary; `origin` names it in problems."""
    entries: list[_Entry] = []
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        told = line.partition("#")[0].rstrip()
        if not told.strip() or told.startswith(("!", "<", "&")):
            continue
        name = _CODE.split(told)[0].strip()
        if name.startswith("+") and entries:
            entries[-1].names.append(_name(name[1:]))
        elif name:
            entries.append(_Entry([_name(name)]))
        for code in _CODE.findall(told):
            try:
                entries[-1].offices.append(_office(code))
            except (ValueError, IndexError):
                problems.append(f"{origin}:{number}: [{code}] is no code with days, like [RUSGOV 000507-080507]")
    return ActorList(tuple(_listed(entries)), tuple(problems))


def _name(text: str) -> str:
    return " ".join(text.replace("_", " ").split())


def _office(text: str) -> Office:
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    one = _day(found["one"]) if found["one"] else None
    since = one if found["open"] == ">" else _day(found["from"]) if found["from"] else None
    until = one if found["open"] == "<" else _day(found["to"]) if found["to"] else None
    return Office(code=found["code"], since=since, until=until)


def _day(digits: str) -> date:
    """A day; one that its month lacks is the last that it has."""
    if len(digits) not in (6, 8):
        raise ValueError(digits)
    year = int(digits[:-4])
    year += 0 if len(digits) == 8 else 2000 if year <= _PIVOT else 1900
    month, day = int(digits[-4:-2]), int(digits[-2:])
    for last in range(day, max(day - 4, 0), -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise ValueError(digits)


def _listed(entries: Iterable[_Entry]) -> Iterator[ListedActor]:
    for entry in entries:
        if names := tuple(dict.fromkeys(filter(None, entry.names))):
            yield ListedActor(names[0], names, tuple(entry.offices), _country(entry.offices))


def _country(offices: Iterable[Office]) -> str:
    """The country that all codes begin with."""
    codes = {office.code[:3] for office in offices if office.code[:3] in country_names()}
    return codes.pop() if len(codes) == 1 else ""
