"""`sayso events`."""

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
  sayso events --type ASSAULT --place Kharkiv reports/
  sayso events --actor RUS --voice attributed --word-of ministry records.jsonl

{STATUSES}"""
_VOICES = ("report", "attributed", "denied")


def _types(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(value.upper() for value in values)


@click.command(epilog=_EPILOG)
@click.option(
    "--type", "types", metavar="TYPE", multiple=True, callback=_types, help="Only this PLOVER type (PROTEST)."
)
@click.option("--actor", metavar="NAME", help="Only what is done by someone of this name, role or country code.")
@click.option("--recipient", metavar="NAME", help="Only what is done to someone of this name, role or country code.")
@click.option("--place", metavar="NAME", help="Only what happens at a place of this name or country code.")
@click.option("--word-of", metavar="NAME", help="Only what stands on the word of someone of this name or role.")
@click.option(
    "--voice",
    type=click.Choice(_VOICES),
    help="Only what the report itself tells as a fact, what it attributes, or what anyone denies.",
)
@since_option("what happened, or else was published, on or after this day")
@until_option("what happened, or else was published, on or before this day")
@reading_options("event")
def events(
    ctx: click.Context,
    /,
    types: frozenset[str],
    voice: str | None,
    since: date | None,
    until: date | None,
    actor: str | None,
    recipient: str | None,
    place: str | None,
    word_of: str | None,
    **given: Any,
) -> None:
    """Find events in the reports at LOCATION: who did what to whom, and on whose word.

    LOCATION is as for sayso read, and may be a file of records that it made. Types and modes are PLOVER's. --type may
    be given several times. sayso tells on whose word an event stands; it never says what is true.
    """

    def view() -> View:
        from sayso.cli.event_table import Events
        from sayso.query.days import Days
        from sayso.query.events import EventQuery, Voice

        return Events(
            EventQuery(
                types=types,
                actor=actor,
                recipient=recipient,
                place=place,
                word_of=word_of,
                voice=Voice(voice) if voice else None,
                days=Days(since, until),
            )
        )

    run_view(ctx, given, view)
