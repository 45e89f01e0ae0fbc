"""Actors across reports, for a person: a table, or one after the other with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from sayso.cli.table import Head, Row, print_rows
from sayso.export.visible import one_line
from sayso.link.linked import LinkedActor, Links, Reason
from sayso.record.judgement import Verdict

_HEADS = (
    Head("actor"),
    Head("also called"),
    Head("what", whole=True),
    Head("country", whole=True),
    Head("as"),
    Head("reports", whole=True),
    Head("id", whole=True),
)
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
        print_rows(_HEADS, [_row(actor) for actor in actors], console)


def _row(actor: LinkedActor) -> Row:
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
