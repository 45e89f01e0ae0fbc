"""`sayso gazetteer`."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.complaints import debug_option

_EPILOG = """\b
Examples:
  sayso gazetteer allCountries.zip --out world.gaz
  sayso gazetteer cities500.zip camps.csv --out places.gaz --credit 'GeoNames, CC BY 4.0; our own survey'"""


@click.command(epilog=_EPILOG)
@click.argument("lists", metavar="LIST...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--out", required=True, metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Where to.")
@click.option("--credit", default="", help="Whom to credit; kept in the file.")
@click.option("--regions/--no-regions", default=True, help="With sayso's own regions and seas, or without.")
@debug_option
def gazetteer(lists: tuple[Path, ...], out: Path, credit: str, regions: bool) -> None:
    """Build a gazetteer from each LIST of places, to read with instead of the one in the package.

    A list is a GeoNames dump (.txt or .zip, as on download.geonames.org) or a CSV table with the columns name,
    latitude and longitude, and, if wanted, kind, country, population, radius_km and names.
    """
    from itertools import chain

    from sayso.gazetteer.build import build
    from sayso.gazetteer.lists import geonames_dump, our_regions, table_of_places

    rows = [table_of_places(path) if path.suffix == ".csv" else geonames_dump(path) for path in lists]
    if regions:
        rows.insert(0, our_regions())
    count = build(chain.from_iterable(rows), out, credit=credit, built_from=tuple(path.name for path in lists))
    click.echo(f"{out}: {count:,} places", err=True)
