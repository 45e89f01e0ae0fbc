"""Actors across reports, for a person: a table, or one after the other with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.export.visible import one_line
from sayso.link.linked import LinkedActor, Links, Reason
from sayso.record.judgement import Verdict

_HEADS = ("actor", "also called", "what", "country", "as", "reports", "id")
_ALSO = 4
_REPORTS = 12
_REASONS = 8
"""Names, reports and reasons that are shown of one actor, at most; --json has all."""
_TOLD = {Verdict.SAME: "joined", Verdict.DIFFERENT: "kept apart", Verdict.UNSURE: "not sure"}


def print_actors(
    actors: Sequence[LinkedActor], links: Links, titles: Mapping[str, str], console: Console, *, closely: bool
) -> None:
    """The actors, and `closely` with the reasons; `titles` has a line for each report."""
    if not actors:
        console.print(Text("No actors found.", style="italic"))
    elif closely:
        _print_closely(actors, links, titles, console)
    else:
        _print_table([_row(actor) for actor in actors], console)


def _row(actor: LinkedActor) -> tuple[str, ...]:
    others = [name for name in actor.names if name != actor.name]
    more = f" … +{len(others) - _ALSO}" if len(others) > _ALSO else ""
    codes = [code for listing in actor.listings for code in (*listing.codes, *listing.offices)]
    return tuple(
        map(
            one_line,
            (
                actor.name,
                ", ".join(others[:_ALSO]) + more,
                actor.being if actor.being != "untold" else "?",
                "/".join(actor.countries),
                ", ".join([*actor.roles[:3], *codes]),
                str(actor.reports),
                actor.id,
            ),
        )
    )


def _print_table(rows: list[tuple[str, ...]], console: Console) -> None:
    if not console.is_terminal:
        _print_lines([_HEADS, *rows], console)
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for head in _HEADS:
        table.add_column(head, overflow="fold", no_wrap=head in ("what", "country", "reports", "id"))
    for first, *others in rows:
        table.add_row(Text(first, style="bold"), *map(Text, others))
    console.print(table)


def _print_lines(rows: list[tuple[str, ...]], console: Console) -> None:
    """One row a line, however long."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        console.print(Text("  ".join(cells).rstrip()), soft_wrap=True)


def _print_closely(actors: Sequence[LinkedActor], links: Links, titles: Mapping[str, str], console: Console) -> None:
    names = {actor.id: actor.name for actor in links.actors}
    called = {member.actor: member.name for actor in links.actors for member in actor.members}
    for number, actor in enumerate(actors):
        if number:
            console.print()
        console.print(Text(one_line(f"{actor.name}  {_kind(actor)}"), style="bold"), Text(actor.id), soft_wrap=True)
        for label, line in _lines(actor, titles, names, called):
            console.print(Text(f"  {label:<11}", style="dim"), Text(one_line(line)), sep="", soft_wrap=True)


def _kind(actor: LinkedActor) -> str:
    return ", ".join(filter(None, (actor.being if actor.being != "untold" else "", *actor.countries)))


def _lines(
    actor: LinkedActor, titles: Mapping[str, str], names: Mapping[str, str], called: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    others = [name for name in actor.names if name != actor.name]
    if others:
        yield "called", ", ".join(others)
    if actor.roles:
        yield "as", ", ".join(actor.roles)
    for listing in actor.listings:
        yield "listed", " ".join(filter(None, (listing.id, ", ".join((*listing.codes, *listing.offices)))))
    for member in actor.members[:_REPORTS]:
        yield "in", f"{titles.get(member.report, member.report)}  ({member.name}, {member.actor})"
    yield from _more(len(actor.members), _REPORTS, "reports")
    yield from (_told(reason, names, called) for reason in actor.reasons[:_REASONS])
    yield from _more(len(actor.reasons), _REASONS, "judgements")


def _more(there: int, shown: int, what: str) -> Iterable[tuple[str, str]]:
    if there > shown:
        yield "", f"… and {there - shown} more {what} (--json has them)"


def _told(reason: Reason, names: Mapping[str, str], called: Mapping[str, str]) -> tuple[str, str]:
    """What was judged of whom, why, by whom, and under which id it can be undone."""
    if reason.other:
        whom = f"{names.get(reason.other, 'an actor of other reports')} {reason.other}"
    else:
        whom = f"{called.get(reason.left, reason.left)} = {called.get(reason.right, reason.right)}"
    score = f"{reason.score:+.1f}" if reason.score is not None else ""
    by = ", ".join(filter(None, (reason.by, score, reason.judgement or "")))
    return _TOLD[reason.verdict], f"{whom}: {reason.why or 'no reason given'}  [{by}]"
