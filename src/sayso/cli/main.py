"""The command `sayso`. A verb's module is imported when the verb is used, so that `--help` answers at once."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from sayso import __version__
from sayso.cli.complaints import told

_VERBS = {
    "read": ("sayso.cli.read:read", "Show who said what in a report."),
    "statements": ("sayso.cli.statements:statements", "Find statements: by whom, about what, to whom, since when."),
    "events": ("sayso.cli.events:events", "Find events: who did what to whom, and on whose word."),
    "places": ("sayso.cli.places:places", "Show the places that a report names."),
    "times": ("sayso.cli.times:times", "Show the times that a report tells."),
    "actors": ("sayso.cli.actors:actors", "Show who is who across reports."),
    "judge": ("sayso.cli.judge:judge", "Decide which actors are one, and undo it."),
    "explain": ("sayso.cli.explain:explain", "Tell what a finding rests on, field by field."),
    "schema": ("sayso.cli.schema:schema", "Print the JSON Schema of `sayso read --json`."),
    "gazetteer": ("sayso.cli.gazetteer:gazetteer", "Build a gazetteer from lists of places."),
    "evaluate": ("sayso.cli.evaluate:evaluate", "Measure sayso against a gold corpus."),
    "completion": ("sayso.cli.completion:completion", "Print the completion script of a shell."),
}


class Verbs(click.Group):
    """A group whose commands are named here and live elsewhere."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        module, _, name = _VERBS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _VERBS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        with told(ctx):
            return super().invoke(ctx)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExamples:\n  sayso read report.html\n  sayso read --json reports/ > records.jsonl",
)
@click.version_option(__version__, prog_name="sayso", message="%(prog)s %(version)s")
def cli() -> None:
    """Who said what, who did what, and on whose word.

    Reads news reports and shows each statement with its source, tied to the exact words it rests on.
    """


def main() -> None:
    """The command line."""
    cli(prog_name="sayso")
