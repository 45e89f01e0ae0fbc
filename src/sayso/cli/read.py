"""`sayso read`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import STATUSES, reading_options, run_view

if TYPE_CHECKING:
    from sayso.cli.views import View

_EPILOG = f"""\b
Examples:
  sayso read report.html
  sayso read --html page.html reports/*.pdf
  curl -s https://example.org/news/1 | sayso read --json -

{STATUSES}"""


@click.command(epilog=_EPILOG)
@reading_options("record or failure")
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one page with everything in it.",
)
def read(ctx: click.Context, /, **given: Any) -> None:
    """Show who said what in the reports at LOCATION.

    A location is a file, a folder (read with all that is in it), a URL, or - for standard input. HTML, PDF with
    text, plain text, Markdown, e-mail and one-entry JSON are read, also from gzip, zip and tar; what a file is, is
    told from its bytes. A file of records, as --json prints them, is shown without reading anything again.
    """
    run_view(ctx, given, _view)


def _view() -> View:
    from sayso.cli.views import Statements

    return Statements()
