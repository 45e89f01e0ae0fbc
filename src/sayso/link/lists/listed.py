"""What a list says of an actor, whatever it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody was for a time: a code ("RUSGOV"), a title ("Minister of Finance"), or both.

    `since` and `until` are the first and the last day, None where the list leaves them open.
    """

    code: str = ""
    title: str = ""
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it was in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class ListedActor:
    """One entry: its id in the list, all its names, the first its own, and its offices.

    `country` is ISO 3166-1 alpha-3, "" where the list does not say.
    """

    id: str
    names: tuple[str, ...]
    offices: tuple[Office, ...] = ()
    country: str = ""

    def offices_on(self, day: date | None) -> tuple[Office, ...]:
        """The offices in force on a day; if the day is not known, those that are always in force."""
        if day is None:
            return tuple(office for office in self.offices if office.since is office.until is None)
        dated = tuple(o for o in self.offices if not (o.since is o.until is None) and o.holds_on(day))
        return dated or tuple(office for office in self.offices if office.since is office.until is None)


@dataclass(frozen=True, slots=True)
class ActorList:
    """The entries of a list; `problems` tells, line by line, what made no sense and was passed over."""

    entries: tuple[ListedActor, ...]
    problems: tuple[str, ...] = ()
