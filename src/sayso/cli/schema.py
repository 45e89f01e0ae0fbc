"""`sayso schema`."""

from __future__ import annotations

import click


@click.command(epilog="\b\nExamples:\n  sayso schema > sayso.schema.json\n  sayso schema | jq '.\"$defs\".Statement'")
def schema() -> None:
    """Print the JSON Schema of a line of `sayso read --json`."""
    import json

    from sayso.record import codec

    click.echo(json.dumps(codec.schema(), indent=2, ensure_ascii=False))
