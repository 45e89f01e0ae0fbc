"""`sayso explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import STATUSES, reading_options, run_view

if TYPE_CHECKING:
    from sayso.cli.views import View

_EPILOG = f"""\b
Examples:
  sayso explain st-3f0c report.html
  sayso explain --json ac-135c4746927d45aa records.jsonl

{STATUSES}"""


@click.command(epilog=_EPILOG)
@click.argument("identity", metavar="ID")
@reading_options("finding")
def explain(ctx: click.Context, /, identity: str, **given: Any) -> None:
    """Tell what the finding ID of the reports at LOCATION rests on.

    Each field of the statement, event, actor, mention, place or time is told with the words of the report it stands
    on, where these stand (in characters of the text, from 0), and the rule or model that gave it. The beginning of an
    id is enough. Ids are shown by sayso statements and sayso events, and are in the JSON of every verb. If there is no
    such finding, the exit status is 3.
    """

    def view() -> View:
        from sayso.cli.explanation_page import ExplanationPage

        return ExplanationPage(identity)

    run_view(ctx, given | {"require": True}, view)
