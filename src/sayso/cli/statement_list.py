"""The statements of a record that were asked for: lines of JSON, or passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sayso.export.jsonl import placed
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
            for statement in self.query.of(finding):
                line = msgspec.json.encode(told_statement(statement, finding))
                yield placed(found.uri, "statement", line) if located else line

    def print(self, record: Record, console: Console) -> None:
        from sayso.cli.page import print_entries, print_masthead
        from sayso.export.outline import outline

        wanted = {statement.id for statement in self.query.of(record)}
        print_masthead(record.report, console)
        entries = (entry for entry in outline(record) if entry.statement.id in wanted)
        print_entries(record.report, entries, console, with_ids=True)
