"""`sayso statements`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.days import since_option, until_option
from sayso.cli.options import STATUSES, reading_options, run_view

if TYPE_CHECKING:
    from sayso.cli.views import View

_EPILOG = f"""\b
Examples:
  sayso statements --by ministry --act denies --since 2022-10-10 reports/
  sayso statements --about "border troops" --to journalists records.jsonl

{STATUSES}"""


def _act(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    from sayso.record.statement import Act

    known = {form: act.value for act in Act for form in _forms(act.value)}
    for value in values:
        if value.lower() not in known:
            raise click.BadParameter(f"{value!r} is none of {', '.join(act.value for act in Act)}.")
    return frozenset(known[value.lower()] for value in values)


def _forms(act: str) -> tuple[str, ...]:
    """An act as it is written and as it is said: "deny", "denies"; "decline_to_comment", "declines to comment"."""
    verb, _, rest = act.partition("_")
    said = f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"
    return act, act.replace("_", " "), f"{said} {rest.replace('_', ' ')}".strip()


@click.command(epilog=_EPILOG)
@click.option("--by", metavar="NAME", help="Only what is said by someone of this name, role or body.")
@click.option(
    "--act", "acts", metavar="ACT", multiple=True, callback=_act, help="Only this act (deny, accuse, promise …)."
)
@click.option("--about", metavar="WORDS", help="Only where each of these words begins a word of what is said.")
@click.option("--to", metavar="NAME", help="Only what is said to someone of this name or role.")
@since_option("what was said, or else published, on or after this day")
@until_option("what was said, or else published, on or before this day")
@reading_options("statement")
def statements(
    ctx: click.Context,
    /,
    by: str | None,
    acts: frozenset[str],
    about: str | None,
    to: str | None,
    since: date | None,
    until: date | None,
    **given: Any,
) -> None:
    """Find statements in the reports at LOCATION.

    LOCATION is as for sayso read, and may be a file of records that it made. A name is matched word by word with the
    words of the report and with all that the report calls the speaker, whatever the case and the accents. --act may be
    given several times, as "deny" or "denies". The id beside a statement is for sayso explain.
    """

    def view() -> View:
        from sayso.cli.statement_list import StatementList
        from sayso.query.days import Days
        from sayso.query.statements import StatementQuery
        from sayso.record.statement import Act

        wanted = frozenset(map(Act, acts))
        return StatementList(StatementQuery(by=by, to=to, about=about, acts=wanted, days=Days(since, until)))

    run_view(ctx, given, view)
