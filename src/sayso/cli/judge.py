"""`sayso judge`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from sayso.cli.complaints import debug_option

_EPILOG = """\b
Examples:
  sayso judge different who-… ac-… --judgements links.jsonl --by "Ada" --why "father and son"
  sayso judge undo ju-… --judgements links.jsonl --by "Ada"
  sayso judge list --judgements links.jsonl

The ids stand in what sayso actors shows. SAYSO_JUDGEMENTS and SAYSO_BY may hold the file and the name."""
_ACTOR = re.compile(r"(?:ac|who)-[0-9a-f]{16}")
_DECISION = re.compile(r"(?:ju|re)-[0-9a-f]{16}")


def _actor(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The id of an actor of a report; that of a cluster stands for its least actor."""
    if value is None:
        return None
    if not _ACTOR.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no id of an actor, like who-0123456789abcdef (see sayso actors).")
    return f"ac-{value.partition('-')[2]}"


def _decision(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _DECISION.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no id of a judgement, like ju-0123456789abcdef (see sayso judge list).")
    return value


@click.group(epilog=_EPILOG)
def judge() -> None:
    """Decide which actors are one: same, different, unsure, undo, list.

    A decision is a line added to the file of --judgements, with your name and the time; nothing is ever changed or
    taken out. What a person decides counts before any rule: two that are "different" are never joined, not even through
    a third. An undo is a further line, and can itself be undone.
    """


_FILE = click.option(
    "--judgements",
    metavar="FILE",
    envvar="SAYSO_JUDGEMENTS",
    show_envvar=True,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file that judgements are kept in; made if it is not there.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print decisions as lines of JSON.")
_BY = click.option("--by", metavar="NAME", envvar="SAYSO_BY", show_envvar=True, required=True, help="Who decides.")
_WHY = click.option("--why", metavar="WORDS", default="", help="The reason, for whoever looks later.")


def _when(_: click.Context, __: click.Parameter, value: datetime | None) -> datetime:
    """The time given, taken as UTC; else now, to the second."""
    return value.replace(tzinfo=UTC) if value else datetime.now(UTC).replace(microsecond=0)


_WHEN = click.option(
    "--when",
    metavar="TIME",
    type=click.DateTime(),
    callback=_when,
    help="When it was decided, UTC, if not now: 2024-05-01T12:00:00.",
)


def _deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (debug_option, _JSON, _WHEN, _WHY, _BY, _FILE):
        command = option(command)
    return command


def _verdict(name: str, summary: str) -> None:
    @judge.command(name, help=f"{summary} LEFT and RIGHT are ids as sayso actors shows them.", short_help=summary)
    @click.argument("left", callback=_actor)
    @click.argument("right", callback=_actor)
    @_deciding
    def decide(left: str, right: str, **given: Any) -> None:
        if left == right:
            raise click.UsageError("These are one and the same actor already.")
        from sayso.cli.decisions import add_verdict

        add_verdict(name, left, right, **given)


_verdict("same", "Two actors are one.")
_verdict("different", "Two actors are not one, whatever joins them.")
_verdict("unsure", "Nobody can tell whether two actors are one: no rule is to join them.")


@judge.command("undo", short_help="Take a decision back.")
@click.argument("identity", metavar="[ID]", required=False, callback=_decision)
@_deciding
def undo(identity: str | None, **given: Any) -> None:
    """Take back the decision with this ID, or without one your own last; undoing an undo brings it back.

    A rule's judgement that is taken back is not made again: no rule joins the two any more.
    """
    from sayso.cli.decisions import add_undo

    add_undo(identity, **given)


@judge.command("list", short_help="Show decisions.")
@click.argument("identity", metavar="[ID]", required=False, callback=_actor)
@click.option("--by", metavar="NAME", help="Only what this person, or rule, decided.")
@click.option("--all", "everything", is_flag=True, help="Also what was taken back or overruled, and what rules judged.")
@_FILE
@_JSON
@debug_option
def show(identity: str | None, by: str | None, everything: bool, judgements: Path, as_json: bool) -> None:
    """Show what persons decided, in the order it was decided; with an ID only what concerns that actor."""
    from sayso.cli.decisions import show_decisions

    show_decisions(judgements, actor=identity, by=by, everything=everything, as_json=as_json)
