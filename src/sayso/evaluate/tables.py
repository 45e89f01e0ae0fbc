"""Figures as Markdown tables, to be read in a terminal and pasted into a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sayso.evaluate.evaluation import Evaluation, Figure

_COLUMNS = ("precision", "recall", "F1", "95 %", "found", "gold")


def tables(evaluation: Evaluation) -> str:
    """The tables of an evaluation under a line that says what was measured, on what, and how to do so again."""
    parts = [_heading(evaluation)]
    for name, rows in groupby(evaluation.figures, key=lambda figure: figure.table):
        parts.append(_table(name, list(rows)))
    return "\n\n".join(parts)


def percent(value: float | None) -> str:
    """62.8 for 0.628; a dash for what is not defined."""
    return "–" if value is None else f"{100 * value:.1f}"


def _heading(evaluation: Evaluation) -> str:
    documents = f"{evaluation.documents} documents, sha256 {evaluation.digest[:16]}"
    system = f"{evaluation.system}, sayso {evaluation.version}"
    return f"## {evaluation.corpus}, {evaluation.split}\n\n{documents}; {system}: `{evaluation.command}`"


def _table(name: str, rows: Sequence[Figure]) -> str:
    people = any(figure.people is not None for figure in rows)
    header = (name, *_COLUMNS, *(["people"] if people else []))
    lines = [header, *((figure.row, *_cells(figure, people)) for figure in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(line, widths) for line in (header, rule, *lines[1:]))


def _cells(figure: Figure, people: bool) -> Iterable[str]:
    yield from (percent(value) for value in (figure.precision, figure.recall, figure.f1))
    yield f"{percent(figure.low)}–{percent(figure.high)}" if figure.low is not None else "–"
    yield from ("–" if count is None else f"{count:.6g}" for count in (figure.found, figure.gold))
    if people:
        yield percent(figure.people)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cells[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)),
    ]
    return f"| {' | '.join(padded)} |"
