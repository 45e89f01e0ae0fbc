"""The statements of a record that were asked for: lines of JSON, or passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.export.jsonl import lines_of
from sayso.export.told import told_statement
from sayso.query.statements import StatementQuery
from sayso.record.record import Failure, Record
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class StatementList:
    """The view of `sayso statements`."""

    query: StatementQuery
    noun: str = "statements"
    sparse: bool = True

    def count(self, record: Record) -> int:
        return sum(1 for _ in self.query.of(record))

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        if isinstance(finding, Record):
            told = (told_statement(statement, finding) for statement in self.query.of(finding))
            yield from lines_of("statement", told, found.uri if located else None)

    def print(self, record: Record, console: Console) -> None:
        from sayso.cli.page import print_entries, print_masthead
        from sayso.export.outline import outline

        wanted = {statement.id for statement in self.query.of(record)}
        print_masthead(record.report, console)
        entries = (entry for entry in outline(record) if entry.statement.id in wanted)
        print_entries(record.report, entries, console, with_ids=True)
