"""`sayso read`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.complaints import debug_option, debugging

_EPILOG = """\b
Examples:
  sayso read report.html
  sayso read --html page.html reports/*.pdf
  curl -s https://example.org/news/1 | sayso read --json -

\b
Exit status: 0 all read, 1 some input could not be read, 2 wrong use,
3 nothing found with --require, 130 interrupted."""


@click.command(epilog=_EPILOG)
@click.argument("locations", metavar="LOCATION...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--json", "as_json", is_flag=True, help="Print one record or failure per line, as JSON, and nothing else."
)
@click.option("--locations", "with_locations", is_flag=True, help="With --json: say on each line where it came from.")
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one page with everything in it.",
)
@click.option(
    "-q", "--quiet", is_flag=True, help="No progress and no notes on standard error; failures are still told."
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour.")
@click.option(
    "--progress", type=click.Choice(["auto", "bar", "json", "none"]), default="auto", help="How to show progress."
)
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Reading processes; by default one per core.")
@click.option("--require", is_flag=True, help="Exit with status 3 if no statement is found.")
@debug_option
@click.pass_context
def read(ctx: click.Context, /, **given: Any) -> None:
    """Show who said what in the reports at LOCATION.

    A location is a file, a folder (read with all that is in it), a URL, or - for standard input. HTML, PDF with
    text, plain text, Markdown, e-mail and one-entry JSON are read, also from gzip, zip and tar; what a file is, is
    told from its bytes.
    """
    if given["with_locations"] and not given["as_json"]:
        raise click.UsageError("--locations goes with --json.")
    from sayso.cli.run import Wishes, run

    ctx.exit(int(run(Wishes(debug=debugging(ctx), **given))))
