"""Actors across reports: all records are gathered first, then the actors are told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.cli.actor_page import print_actors
from sayso.cli.complaints import Status
from sayso.cli.output import console
from sayso.cli.run import Wishes, run
from sayso.export.masthead import headline
from sayso.export.visible import one_line
from sayso.link.clusters import cluster_id
from sayso.link.ledger import Ledger, add_to_ledger, read_ledger
from sayso.link.letters import fold
from sayso.link.linked import LinkedActor
from sayso.link.lists.read import read_list
from sayso.link.names import Likeness, likeness, person_name
from sayso.pipeline import link_records
from sayso.record.record import Failure, Record
from sayso.record.report import Report
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console

_MOST = 5
"""Lines of actor lists that are told of, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom to show, and what to go by; `now` is the time of judging, UTC. An empty set lets everything through."""

    name: str | None
    identity: str | None
    countries: frozenset[str]
    beings: frozenset[str]
    least: int
    judgements: Path | None
    keep: bool
    lists: tuple[Path, ...]
    now: datetime

    @property
    def closely(self) -> bool:
        """Whether reasons are wanted."""
        return self.name is not None or self.identity is not None

    def wants(self, actor: LinkedActor) -> bool:
        return (
            actor.reports >= self.least
            and (not self.countries or bool(self.countries.intersection(actor.countries)))
            and (not self.beings or actor.being in self.beings)
            and (self.identity is None or self._is_meant(actor))
            and (self.name is None or any(_alike(self.name, name) for name in (actor.name, *actor.names)))
        )

    def _is_meant(self, actor: LinkedActor) -> bool:
        ids = {actor.id, *(member.actor for member in actor.members), *(cluster_id(m.actor) for m in actor.members)}
        return self.identity in ids


def _alike(asked: str, name: str) -> bool:
    return fold(asked) in fold(name) or likeness(person_name(asked), person_name(name)) > Likeness.OTHER


@dataclass(slots=True)
class Gathered:
    """A view that shows nothing: it keeps the records, and where each lay."""

    noun: str = "actors"
    sparse: bool = False
    records: dict[str, Record] = field(default_factory=dict)
    locations: dict[str, str] = field(default_factory=dict)

    def count(self, record: Record) -> int:
        return len(record.actors)

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        if isinstance(finding, Record):
            self.records.setdefault(finding.report.id, finding)
            self.locations.setdefault(finding.report.id, found.uri)
        return iter(())

    def print(self, record: Record, console: Console) -> None:
        raise NotImplementedError("records are gathered, not shown")

    def titles(self) -> dict[str, str]:
        """For each report its headline and where it lay."""
        return {report: f"{headline(one)}  {self.locations[report]}" for report, one in self._reports()}

    def _reports(self) -> Iterator[tuple[str, Report]]:
        return ((report, record.report) for report, record in self.records.items())

    def located(self, actor: LinkedActor) -> LinkedActor:
        """The actor, with where the report of each member lay."""
        members = (msgspec.structs.replace(one, location=self.locations[one.report]) for one in actor.members)
        return msgspec.structs.replace(actor, members=tuple(members))


def show_actors(asked: Asked, **given: Any) -> int:
    """Gather, link, show; the exit status."""
    wishes, gathered = Wishes(**given), Gathered()
    status = run(_quietly(given), lambda: gathered)
    ledger = read_ledger(asked.judgements) if asked.judgements else Ledger()
    lists = [read_list(path) for path in asked.lists]
    listed = [entry for one in lists for entry in one.entries]
    links = link_records(gathered.records.values(), ledger.decisions, when=asked.now, listed=listed)
    shown = [actor for actor in links.actors if asked.wants(actor)]
    if wishes.as_json:
        _print_json(shown, gathered, located=wishes.with_locations)
    else:
        print_actors(shown, links, gathered.titles(), console(wishes, sys.stdout), closely=asked.closely)
    added = len(add_to_ledger(asked.judgements, links.judgements)) if asked.keep and asked.judgements else None
    if not wishes.quiet:
        problems = [problem for one in lists for problem in one.problems]
        _print_notes([*_damage(asked.judgements, ledger), *_told(problems), *_added(asked.judgements, added)], wishes)
    return Status.NOTHING_FOUND if wishes.require and not shown and status == Status.DONE else status


def _quietly(given: dict[str, Any]) -> Wishes:
    """The wishes for gathering: nothing is printed but what went wrong."""
    return Wishes(**{**given, "as_json": True, "with_locations": True, "require": False})


def _print_json(actors: list[LinkedActor], gathered: Gathered, *, located: bool) -> None:
    for actor in actors:
        line = msgspec.json.encode(gathered.located(actor) if located else actor)
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _damage(path: Path | None, ledger: Ledger) -> Iterator[str]:
    for line in ledger.damaged:
        yield f"{path}:{line}: no judgement (a write was interrupted here?); passed over"


def _told(problems: list[str]) -> Iterator[str]:
    yield from problems[:_MOST]
    if len(problems) > _MOST:
        yield f"… and {len(problems) - _MOST} more lines of actor lists that make no sense"


def _added(path: Path | None, added: int | None) -> Iterator[str]:
    if added is not None:
        yield f"Added {added} judgement{'' if added == 1 else 's'} to {path}"


def _print_notes(notes: list[str], wishes: Wishes) -> None:
    errors = console(wishes, sys.stderr)
    for note in notes:
        errors.print(one_line(note), soft_wrap=True)
