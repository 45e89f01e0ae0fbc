"""Which entry of an actor list an actor of several reports is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sayso.link.bodies import read_body
from sayso.link.lists.listed import ListedActor
from sayso.link.names import Likeness, likeness, person_name
from sayso.link.pools import Pool
from sayso.link.profile import Being

_LIKE = Likeness.CLOSE
"""From this likeness on a name of the list is taken for that of the reports."""


class Register:
    """The entries of lists, found by name."""

    def __init__(self, entries: Iterable[ListedActor]) -> None:
        self._people: dict[str, set[int]] = defaultdict(set)
        self._bodies: dict[frozenset[str], set[int]] = defaultdict(set)
        self._entries = tuple(entries)
        for at, entry in enumerate(self._entries):
            for name in entry.names:
                for part in person_name(name).parts:
                    self._people[part.far].add(at)
                if body := read_body(name.title() if name.isupper() and " " in name else name).name:
                    self._bodies[frozenset(body.words)].add(at)

    def of(self, pool: Pool) -> tuple[ListedActor, ...]:
        """The entries that bear a name of the pool, and no other country; none where several people may be meant."""
        if pool.being == Being.GOVERNMENT:
            return ()
        found = self._of_body(pool) if pool.being == Being.BODY else self._of_person(pool)
        fitting = [at for at in sorted(found) if self._agrees(self._entries[at], pool)]
        return tuple(self._entries[at] for at in fitting) if len(fitting) == 1 else ()

    def _of_body(self, pool: Pool) -> set[int]:
        return {at for body in pool.bodies for at in self._bodies.get(frozenset(body.words), ())}

    def _of_person(self, pool: Pool) -> set[int]:
        found = set()
        for name in pool.names:
            if not name.whole:
                continue
            near = set.intersection(*(self._people.get(part.far, set()) for part in name.parts if not part.initial))
            found |= {
                at
                for at in near
                if any(likeness(name, person_name(other)) >= _LIKE for other in self._entries[at].names)
            }
        return found

    @staticmethod
    def _agrees(entry: ListedActor, pool: Pool) -> bool:
        return not entry.country or not pool.countries or entry.country in pool.countries


def in_force(entry: ListedActor, days: Iterable[date | None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes and titles that an entry had on any of these days."""
    offices = [office for day in days for office in entry.offices_on(day)]
    codes = tuple(dict.fromkeys(office.code for office in offices if office.code))
    return codes, tuple(dict.fromkeys(office.title for office in offices if office.title))
