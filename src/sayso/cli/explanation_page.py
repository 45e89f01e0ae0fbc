"""What a finding rests on: lines of JSON, or a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.export.jsonl import lines_of
from sayso.export.visible import one_line
from sayso.query.explanation import Explanation, Field, explanations
from sayso.record.record import Failure, Record
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console

_MOST = 6
"""Places told of one field, at most; --json has them all."""


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """The view of `sayso explain`."""

    identity: str
    noun: str = "findings"
    sparse: bool = True

    def count(self, record: Record) -> int:
        return sum(1 for _ in explanations(self.identity, record))

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        if isinstance(finding, Record):
            yield from lines_of("finding", explanations(self.identity, finding), found.uri if located else None)

    def print(self, record: Record, console: Console) -> None:
        from sayso.cli.page import print_masthead

        print_masthead(record.report, console)
        for explanation in explanations(self.identity, record):
            console.print()
            _print(explanation, console)


def _print(explanation: Explanation, console: Console) -> None:
    sure = "" if explanation.confidence is None else f", confidence {explanation.confidence:.2f}"
    by = f" found by {explanation.method}{sure}" if explanation.method else ""
    console.print(Text.assemble((explanation.kind, "bold"), f" {explanation.id}{by}"), soft_wrap=True)
    width = max((len(field.name) for field in explanation.fields), default=0)
    for field in explanation.fields:
        name = field.name.replace("_", " ").ljust(width)
        console.print(Text.assemble("  ", (name, "bold"), f"  {one_line(field.value)}"), soft_wrap=True)
        console.print(Text(" " * (width + 4) + _grounds(field), style="dim"), soft_wrap=True)
    made = ", ".join(f"{part} {version}" for part, version in explanation.made_by.items())
    console.print(Text(f"  made by {made}", style="dim"), soft_wrap=True)


def _grounds(field: Field) -> str:
    """Where the words of a field stand, and what gave it."""
    places = [f"{words.start}–{words.end}" for words in field.words[:_MOST]]
    more = [f"and {len(field.words) - _MOST} more"] if len(field.words) > _MOST else []
    at = f"at {', '.join(places + more)} · " if places else ""
    return at + (field.method or "")
