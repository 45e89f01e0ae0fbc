"""`sayso times`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.days import since_option, until_option
from sayso.cli.options import STATUSES, reading_options, run_view

if TYPE_CHECKING:
    from sayso.cli.views import View

_TYPES = ("DATE", "TIME", "DURATION", "SET")
_EPILOG = f"""\b
Examples:
  sayso times report.html
  sayso times --type DATE --since 2022-10 --until 2022-10-15 reports/

{STATUSES}"""


@click.command(epilog=_EPILOG)
@click.option("--type", "types", multiple=True, type=click.Choice(_TYPES), help="Only this type of TIMEX3.")
@since_option("what may lie on or after this day")
@until_option("what may lie on or before this day")
@reading_options("time")
def times(ctx: click.Context, /, types: tuple[str, ...], since: date | None, until: date | None, **given: Any) -> None:
    """Show the times that the reports at LOCATION tell, and which days they mean.

    LOCATION is as for sayso read, and may be a file of records that it made. Values are TIMEX3's; precision is told
    as ACLED's time_precision and UCDP GED's date_prec, where they have one. --since and --until go by the interval,
    leave out what has none, and take a day, a month or a year; --type may be given several times.
    """

    def view() -> View:
        from sayso.cli.time_table import Times
        from sayso.query.days import Days

        return Times(types=frozenset(types), days=Days(since, until))

    run_view(ctx, given, view)
