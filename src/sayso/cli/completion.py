"""`sayso completion`."""

from __future__ import annotations

import click

_EPILOG = """\b
Examples:
  sayso completion bash >> ~/.bashrc
  sayso completion fish > ~/.config/fish/completions/sayso.fish"""


@click.command(epilog=_EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL, to be read when the shell starts."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None
    click.echo(complete(ctx.find_root().command, {}, "sayso", "_SAYSO_COMPLETE").source())
