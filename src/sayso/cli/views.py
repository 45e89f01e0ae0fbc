"""What a reading verb shows of a record: its statements, its places, its times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from sayso.export.jsonl import placed
from sayso.record.record import Failure, Record
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console


class View(Protocol):
    """One way to look at records."""

    @property
    def noun(self) -> str:
        """What it counts ("places")."""

    @property
    def sparse(self) -> bool:
        """Whether a report in which nothing was found is passed over in silence."""

    def count(self, record: Record) -> int:
        """How much of it there is in a record, for `--require`."""

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        """Lines of JSON for one finding, without the newline; `located` says where each came from."""

    def print(self, record: Record, console: Console) -> None:
        """Show a record to a person."""


class Statements:
    """Who said what: the view of `sayso read`."""

    noun = "statements"
    sparse = False

    def count(self, record: Record) -> int:
        return len(record.statements)

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        name = "failure" if isinstance(finding, Failure) else "record"
        yield placed(found.uri, name, found.line) if located else found.line

    def print(self, record: Record, console: Console) -> None:
        from sayso.cli.page import print_record

        print_record(record, console)
