"""The times of a record: lines of JSON, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.cli.table import Head, print_table
from sayso.export.jsonl import lines_of
from sayso.export.wording import range_words
from sayso.query.days import Days
from sayso.record.record import Failure, Record
from sayso.record.when import DateRange, Timex, TimexType
from sayso.scale.local import Found

if TYPE_CHECKING:
    from rich.console import Console

_HEADS = (
    *(Head("as printed"), Head("type", whole=True), Head("value", whole=True), Head("when")),
    *(Head("ACLED\nUCDP", whole=True), Head("counted\nfrom")),
)
_VAGUE = {
    "PAST_REF": "in the past, the report does not say when",
    "PRESENT_REF": "about the time of the report",
    "FUTURE_REF": "in the future, the report does not say when",
}
_UNPLACED = {TimexType.DURATION: "how long, not when", TimexType.SET: "how often, not when"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The view of `sayso times`; an empty set lets everything through, and so do no days."""

    types: frozenset[str] = frozenset()
    days: Days = field(default_factory=Days)
    noun: str = "times"
    sparse: bool = False

    def count(self, record: Record) -> int:
        return len(list(self._chosen(record)))

    def lines(self, found: Found, finding: Record | Failure, *, located: bool) -> Iterator[bytes]:
        if isinstance(finding, Record):
            yield from lines_of("time", self._chosen(finding), found.uri if located else None)

    def print(self, record: Record, console: Console) -> None:
        words = {timex.id: timex.words.text for timex in record.timexes}
        rows = (_row(timex, words) for timex in self._chosen(record))
        print_table(record.report, _HEADS, rows, console, "No times found.")

    def _chosen(self, record: Record) -> Iterator[Timex]:
        for timex in record.timexes:
            if not self.types or timex.type in self.types:
                meant = [timex.range, *(reading.range for reading in timex.readings)]
                if any(map(self.days.may_hold, meant)):
                    yield timex


def _row(timex: Timex, words: dict[str, str]) -> tuple[str, ...]:
    return (
        timex.words.text,
        timex.type,
        " ".join(filter(None, (timex.value, timex.mod, timex.quant, timex.freq))),
        _when(timex),
        _codes(timex.range),
        _counted_from(timex, words),
    )


def _when(timex: Timex) -> str:
    readings = list(dict.fromkeys(filter(None, (range_words(reading.range) for reading in timex.readings))))
    meant = range_words(timex.range) if timex.range else None
    if timex.value is None and readings:
        return f"not decided: {' or '.join(readings)}"
    if meant is None:
        return _VAGUE.get(timex.value or "") or _UNPLACED.get(timex.type) or _unknown(timex)
    others = [reading for reading in readings if reading != meant]
    return f"{meant}, or perhaps {' or '.join(others)}" if others else meant


def _unknown(timex: Timex) -> str:
    """Why a date or a time of day has no interval."""
    value = timex.value or ""
    if value.startswith("XXXX"):
        return "not known: the year is not told"
    if value.startswith("FY"):
        return "not known: when the year begins is not told"
    return "not known: nothing to count from" if timex.value is None else "not known"


def _codes(when: DateRange | None) -> str:
    if when is None or (when.time_precision is None and when.date_prec is None):
        return ""
    return " ".join("–" if code is None else str(code) for code in (when.time_precision, when.date_prec))


def _counted_from(timex: Timex, words: dict[str, str]) -> str:
    """What gave the day: the report's own day, or the words of another time; empty for a date told in full."""
    anchor = timex.anchor
    if anchor in words:
        return f"“{words[anchor]}”"
    return {"published": "publication"}.get(anchor or "", anchor or "")
