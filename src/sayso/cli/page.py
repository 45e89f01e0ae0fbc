"""The record of one report as a page in a terminal.

What is quoted and what is paraphrased is told by words, by the bar beside the passage and by the weight of the
letters; colour only helps. Without styles (a pipe, a file) the words that are a source's stand in double brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from sayso.export.happenings import Happenings
from sayso.export.masthead import addresses, headline, origin
from sayso.export.outline import Entry, count_speakers, outline
from sayso.export.passages import is_cut, passages_of
from sayso.export.segments import Part, Segment, marks_of, segments
from sayso.export.visible import one_line, visible
from sayso.export.whereabouts import places_of, times_of
from sayso.export.wording import features
from sayso.record.record import Failure, Record
from sayso.record.report import Report, Warning  # noqa: A004 - the field's word
from sayso.record.statement import Manner
from sayso.spans import Span

_BARS = {Manner.DIRECT: "┃", Manner.MIXED: "╏", Manner.INDIRECT: "┊"}
_PLAIN_BARS = dict.fromkeys(Manner, "|")
_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")
_OPEN, _CLOSE = "[[", "]]"
_STEP = 4
"""Columns a nested statement is moved to the right."""


def print_record(record: Record, console: Console) -> None:
    """The headline and where it comes from, the statements in reading order, the warnings."""
    entries = outline(record)
    print_masthead(record.report, console)
    console.print()
    _print(console, _summary(record, entries, styled=_is_styled(console)))
    print_entries(record.report, entries, console)
    _print_events(record, console)
    _print_whereabouts(record, console)
    for warning in record.report.warnings:
        console.print()
        _print(console, Text.assemble(("Note: ", "bold yellow"), one_line(warning.message)))


def print_entries(report: Report, entries: Iterable[Entry], console: Console, *, with_ids: bool = False) -> None:
    """Statements, each with its words and some text around them."""
    for entry in entries:
        console.print()
        _print_entry(report, entry, console, with_ids=with_ids)


def print_masthead(report: Report, console: Console) -> None:
    """The headline and where the report comes from."""
    _print(console, Text(headline(report), style="bold"))
    for line in _masthead(report):
        _print(console, line)


def print_failure(failure: Failure, console: Console) -> None:
    """One line that says what could not be read, and why."""
    text = Text.assemble(("Not read ", "bold red"), f"[{failure.code}] ", one_line(failure.message))
    console.print(text, soft_wrap=True)


def print_suspect(location: str, warning: Warning, console: Console) -> None:
    """One line about a report that was read, but may lack much of its text."""
    message = f"[{warning.code}] {one_line(location)}: {one_line(warning.message)}"
    console.print(Text.assemble(("In doubt ", "bold yellow"), message), soft_wrap=True)


def _masthead(report: Report) -> Iterator[Text]:
    for line in (" · ".join(origin(report.furniture)), *addresses(report.furniture)):
        if line:
            yield Text(line, style="dim")


def _summary(record: Record, entries: list[Entry], *, styled: bool) -> Text:
    if not entries:
        return Text("No statements found: nobody is quoted, or sayso did not see it.", style="italic")
    speakers = count_speakers(record, entries)
    count = _counted(len(entries), "statement") + (f" by {_counted(speakers, 'speaker')}" if speakers else "")
    if not styled:
        return Text(f"{count}. {_OPEN}…{_CLOSE} marks what is theirs; the rest is the report's.")
    key = (" is quoted, ", ("underlined", "underline"), " is told in the report's words.")
    return Text.assemble((count, "bold"), ". ", ("Bold underlined", "bold underline"), *key)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print_entry(report: Report, entry: Entry, console: Console, *, with_ids: bool) -> None:
    indent = _STEP * min(entry.depth, 4)
    colour = _COLOURS[(entry.speaker.number - 1) % len(_COLOURS)]
    label = f"{entry.number:>2}  "
    printed = f" (“{entry.speaker.printed}”)" if entry.speaker.printed else ""
    facts = (f" · {fact}" for fact in features(entry.statement))
    name = (f"  {entry.statement.id}", "dim") if with_ids else ""
    head = Text.assemble((entry.speaker.name, f"bold {colour}"), printed, *facts, name)
    _print(console, head, first=" " * indent + label, rest=" " * (indent + len(label)))
    bars = _BARS if console.encoding.lower().startswith("utf") else _PLAIN_BARS
    bar = " " * (indent + len(label)) + bars[entry.statement.manner] + " "
    for passage in passages_of(report, entry.statement):
        _print(console, _passage(report, passage, entry, styled=_is_styled(console)), first=bar, rest=bar)


def _print_events(record: Record, console: Console) -> None:
    happenings = Happenings(record).all()
    if happenings:
        console.print()
        _print(console, Text(_counted(len(happenings), "event"), style="bold"))
    for one in happenings:
        told = Text.assemble((one.kind, "bold"), f" “{one.what}”", *(f" · {fact}" for fact in one.facts()))
        _print(console, told, first="  ", rest=" " * 6)


def _print_whereabouts(record: Record, console: Console) -> None:
    where = [f"{spot.name} ({spot.detail})" if spot.detail else spot.name for spot in places_of(record)]
    when = [" = ".join(dict.fromkeys((", ".join(spot.words()), spot.name))) for spot in times_of(record)]
    for label, told in (("Where", where), ("When", when)):
        if told:
            console.print()
            _print(console, Text(" · ".join(told)), first=f"{label:<7}", rest=" " * 7)


def _passage(report: Report, passage: Span, entry: Entry, *, styled: bool) -> Text:
    text = Text()
    was_theirs = False
    for segment in segments(report.text, passage, marks_of(entry.statement, entry.number)):
        theirs = bool(segment.numbers(Part.CONTENT, Part.QUOTED))
        if not styled and theirs != was_theirs:
            text.append(_OPEN if theirs else _CLOSE)
        was_theirs = theirs
        text.append(visible(" ".join(segment.text.split("\n"))), style=_style(segment) if styled else "")
    if not styled and was_theirs:
        text.append(_CLOSE)
    before, after = is_cut(report, passage)
    return Text.assemble("… " if before else "", text, " …" if after else "")


def _style(segment: Segment) -> str:
    if segment.numbers(Part.QUOTED):
        return "bold underline"
    if segment.numbers(Part.CONTENT):
        return "underline"
    return "" if segment.numbers(Part.SOURCE, Part.CUE) else "dim"


def _is_styled(console: Console) -> bool:
    return console.is_terminal and not console.is_dumb_terminal


def _print(console: Console, text: Text, *, first: str = "", rest: str = "") -> None:
    """`text` wrapped to the console, each line behind a prefix."""
    width = max(20, console.width - max(len(first), len(rest)))
    for number, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        console.print(Text(rest if number else first) + line, soft_wrap=True)
