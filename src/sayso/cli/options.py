"""What every verb that reads reports takes: locations, how to read, how to tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.complaints import debug_option, debugging

if TYPE_CHECKING:
    from sayso.cli.run import Wishes
    from sayso.cli.views import View

STATUSES = """\b
Exit status: 0 all read, 1 some input could not be read, 2 wrong use,
3 nothing found with --require, 130 interrupted."""


def reading_options(found: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command what all reading verbs have; `found` says what a line of JSON holds ("place")."""
    options = (
        click.argument("locations", metavar="LOCATION...", nargs=-1, required=True, type=click.Path()),
        click.option("--json", "as_json", is_flag=True, help=f"Print one {found} per line, as JSON, and nothing else."),
        click.option(
            "--locations", "with_locations", is_flag=True, help="With --json: say on each line where it came from."
        ),
        *_SHARED,
        debug_option,
        click.pass_context,
    )

    def give(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return give


_SHARED = (
    click.option(
        "--gazetteer",
        metavar="FILE",
        envvar="SAYSO_GAZETTEER",
        show_envvar=True,
        type=click.Path(exists=True, dir_okay=False),
        help="Look places up in this list (see sayso gazetteer).",
    ),
    click.option(
        "--tagger/--no-tagger",
        default=None,
        help="Read with the neural tagger, or by rule alone; by default with it, if its files are there.",
    ),
    click.option(
        "-q", "--quiet", is_flag=True, help="No progress and no notes on standard error; failures are still told."
    ),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour."),
    click.option(
        "--progress", type=click.Choice(["auto", "bar", "json", "none"]), default="auto", help="How to show progress."
    ),
    click.option(
        "--jobs", type=click.IntRange(1, 256), metavar="N", help="Reading processes; by default one per core."
    ),
    click.option(
        "--ignore-robots",
        is_flag=True,
        help="Fetch web addresses that a site's robots.txt asks programs to leave alone.",
    ),
    click.option("--require", is_flag=True, help="Exit with status 3 if nothing is found."),
)


def check_locations(given: dict[str, Any]) -> None:
    """That --locations is not given alone; a `UsageError` if it is."""
    if given["with_locations"] and not given["as_json"]:
        raise click.UsageError("--locations goes with --json.")


def run_view(ctx: click.Context, given: dict[str, Any], view: Callable[[], View]) -> None:
    """Carry a reading verb out and end with its status; `view` is made while the processes start."""
    check_locations(given)
    from sayso.cli.run import Wishes, run

    wishes: Wishes = Wishes(debug=debugging(ctx), **given)
    ctx.exit(int(run(wishes, view)))
