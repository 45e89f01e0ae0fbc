"""Findings of one report as a table, under its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.export.masthead import headline
from sayso.export.visible import one_line
from sayso.record.report import Report

Row = tuple[str, ...]
_WIDE = 100
"""Columns of a terminal from which on a table's columns stand further apart."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, in lines; the cells of a `whole` one are not broken over lines."""

    name: str
    whole: bool = False


def print_table(report: Report, heads: tuple[Head, ...], rows: Iterable[Row], console: Console, nothing: str) -> None:
    """The headline and a line for each different row, with how often it comes; `nothing` is said if there are none.

    A terminal's table keeps within its width; anywhere else a row is one line, however long.
    """
    counts = Counter(tuple(map(one_line, row)) for row in rows)
    told = [(f"{first} ×{count}" if count > 1 else first, *others) for (first, *others), count in counts.items()]
    console.print(Text(headline(report), style="bold"), soft_wrap=not console.is_terminal)
    if told:
        print_rows(heads, told, console)
    else:
        console.print(Text(nothing, style="italic"))


def print_rows(heads: tuple[Head, ...], rows: list[Row], console: Console) -> None:
    """Rows under their heads: a table that keeps within a terminal's width; anywhere else one row a line."""
    if console.is_terminal:
        console.print(_table(heads, rows, gap=2 if console.width >= _WIDE else 1))
    else:
        _print_lines([tuple(_on_one_line(head) for head in heads), *rows], console)


def _on_one_line(head: Head) -> str:
    return head.name.replace("-\n", "").replace("\n", " ")


def _table(heads: tuple[Head, ...], rows: list[Row], *, gap: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, gap - 1, 0, 0))
    for head in heads:
        table.add_column(Text(head.name), overflow="fold", no_wrap=head.whole)
    for first, *others in rows:
        table.add_row(Text(first, style="bold"), *map(Text, others))
    return table


def _print_lines(rows: list[Row], console: Console) -> None:
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        console.print(Text("  ".join(cells).rstrip()), soft_wrap=True)
