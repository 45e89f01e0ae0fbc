"""`sayso actors`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.complaints import debugging
from sayso.cli.country_codes import country_codes
from sayso.cli.options import STATUSES, check_locations, reading_options

if TYPE_CHECKING:
    from sayso.cli.actor_list import Asked

_EPILOG = f"""\b
Examples:
  sayso actors --name Lukashenko records.jsonl
  sayso actors --judgements links.jsonl --keep --json records.jsonl

{STATUSES}"""
_BEINGS = ("person", "body", "government", "untold")

judgements_option = click.option(
    "--judgements",
    metavar="FILE",
    envvar="SAYSO_JUDGEMENTS",
    show_envvar=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file that judgements are kept in (see sayso judge).",
)


@click.command(epilog=_EPILOG)
@click.option("--name", metavar="NAME", help="Only who goes by this name, with the reasons; spelling may differ.")
@click.option("--id", "identity", metavar="ID", help="Only the actor with this id (who-… or ac-…), with the reasons.")
@click.option(
    "--country", "countries", multiple=True, metavar="CODE", callback=country_codes, help="Only of this country."
)
@click.option("--being", "beings", multiple=True, type=click.Choice(_BEINGS), help="Only of this kind.")
@click.option(
    "--reports", "least", metavar="N", type=click.IntRange(1), default=1, help="Only who is in N reports or more."
)
@judgements_option
@click.option("--keep", is_flag=True, help="Add what the rules judge to the file of --judgements.")
@click.option(
    "--actors",
    "lists",
    metavar="LIST",
    multiple=True,
    envvar="SAYSO_ACTORS",
    show_envvar=True,
    type=click.Path(path_type=Path, exists=True),
    help="Look actors up in this list: CSV, FollowTheMoney entities or a PETRARCH dictionary.",
)
@reading_options("actor")
def actors(
    ctx: click.Context,
    /,
    name: str | None,
    identity: str | None,
    countries: frozenset[str],
    beings: tuple[str, ...],
    least: int,
    judgements: Path | None,
    keep: bool,
    lists: tuple[Path, ...],
    **given: Any,
) -> None:
    """Show who is who across the reports at LOCATION.

    LOCATION is as for sayso read, and best a file of records that it made. Names that mean one person, body or
    government are joined, whatever their spelling, and look-alikes kept apart; with --name or --id the reasons are
    told. Groups and unnamed people are no actors here. Decisions in the file of --judgements count before any rule;
    --keep adds what the rules decided to it, so that it can be undone.
    """
    check_locations(given)
    if keep and judgements is None:
        raise click.UsageError("--keep needs the file of --judgements.")
    from sayso.cli.actor_list import Asked, show_actors

    asked: Asked = Asked(
        name=name,
        identity=identity,
        countries=countries,
        beings=frozenset(beings),
        least=least,
        judgements=judgements,
        keep=keep,
        lists=lists,
        now=datetime.now(UTC).replace(microsecond=0),
    )
    ctx.exit(show_actors(asked, debug=debugging(ctx), **given))
