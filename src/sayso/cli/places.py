"""`sayso places`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.country_codes import country_codes
from sayso.cli.options import STATUSES, reading_options, run_view

if TYPE_CHECKING:
    from sayso.cli.views import View

_ROLES = ("literal", "metonymic", "demonym", "part_of_name")
_EPILOG = f"""\b
Examples:
  sayso places report.html
  sayso places --role literal --country UKR --json records.jsonl

{STATUSES}"""


@click.command(epilog=_EPILOG)
@click.option("--role", "roles", multiple=True, type=click.Choice(_ROLES), help="Only names in this role.")
@click.option(
    "--country",
    "countries",
    multiple=True,
    metavar="CODE",
    callback=country_codes,
    help="Only what lies in this country.",
)
@reading_options("place")
def places(ctx: click.Context, /, roles: tuple[str, ...], countries: frozenset[str], **given: Any) -> None:
    """Show the places that the reports at LOCATION name, and what each name stands for.

    LOCATION is as for sayso read, and may be a file of records that it made. A name's role is literal (where
    something is), metonymic (a government, a team), demonym ("Syrian") or part of another name ("Bank of China").
    Precision is told in words, with ACLED's geo_precision and UCDP GED's where_prec. Countries have three letters
    (ISO 3166-1); --role and --country may be given several times.
    """

    def view() -> View:
        from sayso.cli.place_table import Places

        return Places(roles=frozenset(roles), countries=countries)

    run_view(ctx, given, view)
