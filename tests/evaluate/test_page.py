"""The page of figures shows what the floors hold, or little more: neither was left behind by the other."""

import re
from pathlib import Path

import pytest

from sayso.evaluate.gate import Measurement, read_floors

PAGE = Path(__file__).parents[2] / "docs/reference/evaluation.md"
COLUMNS = {"precision": 1, "recall": 2}


def section(measurement: Measurement) -> str:
    """The part of the page that this measurement printed."""
    command = f"`sayso evaluate {measurement.corpus} --split {measurement.split} --system {measurement.system}`"
    found = [
        part for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE) if command in part
    ]
    assert found, f"{PAGE.name} does not show {command}"
    return found[0]


def cells(text: str, table: str, row: str) -> list[str]:
    """Of the row, in one of the tables of that name: a mean over rows is printed after all the others."""
    parts = [part for part in text.split("\n\n") if re.match(rf"\| {re.escape(table)} +\|", part)]
    lines = (line for part in parts for line in part.splitlines())
    line = next(line for line in lines if re.match(rf"\| {re.escape(row)} +\|", line))
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("measurement", read_floors(), ids=lambda one: f"{one.corpus}-{one.split}-{one.system}")
def test_the_page_shows_what_the_floors_hold(measurement: Measurement) -> None:
    text = section(measurement)
    assert measurement.digest[:16] in text
    for name, floor in measurement.floors.items():
        metric, _, which = name.rpartition(":") if name.endswith((":precision", ":recall")) else (name, "", "")
        table, _, row = metric.partition("/")
        shown = float(cells(text, table, row)[COLUMNS.get(which, 3)])
        assert floor - 0.05 <= shown <= floor + 1, f"{name}: the page says {shown}, the floor is {floor}"
