"""`sayso times`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import STATUSES, reading_options, run_view

if TYPE_CHECKING:
    from sayso.cli.views import View

_TYPES = ("DATE", "TIME", "DURATION", "SET")
_EPILOG = f"""\b
Examples:
  sayso times report.html
  sayso times --type DATE --since 2022-10 --until 2022-10-15 reports/

{STATUSES}"""


def _first_day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    return _days(value)[0] if value else None


def _last_day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    return _days(value)[1] if value else None


def _days(value: str) -> tuple[date, date]:
    """The first and the last day of an ISO 8601 day, month or year."""
    try:
        match [int(part) for part in value.split("-")]:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                first = date(year, month, 1)
                return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except (ValueError, OverflowError):
        pass
    raise click.BadParameter(f"{value!r} is not a day, month or year, like 2022-10-15, 2022-10 or 2022.")


@click.command(epilog=_EPILOG)
@click.option("--type", "types", multiple=True, type=click.Choice(_TYPES), help="Only this type of TIMEX3.")
@click.option("--since", metavar="DATE", callback=_first_day, help="Only what may lie on or after this day.")
@click.option("--until", metavar="DATE", callback=_last_day, help="Only what may lie on or before this day.")
@reading_options("time")
def times(ctx: click.Context, /, types: tuple[str, ...], since: date | None, until: date | None, **given: Any) -> None:
    """Show the times that the reports at LOCATION tell, and which days they mean.

    LOCATION is as for sayso read, and may be a file of records that it made. Values are TIMEX3's; precision is told
    as ACLED's time_precision and UCDP GED's date_prec, where they have one. --since and --until go by the interval,
    leave out what has none, and take a day, a month or a year; --type may be given several times.
    """

    def view() -> View:
        from sayso.cli.time_table import Times

        return Times(types=frozenset(types), since=since, until=until)

    run_view(ctx, given, view)
