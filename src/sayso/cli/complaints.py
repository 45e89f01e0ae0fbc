"""What goes wrong, in one line on standard error; the exit status says which kind it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any

import click

from sayso.errors import SaysoError


class Status(IntEnum):
    """Exit statuses. 2 (wrong use) is click's."""

    DONE = 0
    """Everything was read."""
    SOME_FAILED = 1
    """Some input could not be read, or not wholly; the summary on standard error says which."""
    WRONG_USE = 2
    """An option or argument that makes no sense; nothing was read."""
    NOTHING_FOUND = 3
    """Nothing was found (no statement, place or time), and `--require` asked for it."""
    BUG = 70
    """A mistake in sayso itself; `--debug` shows where."""
    INTERRUPTED = 130
    """Ctrl-C."""


_DEBUG = "sayso.debug"


def debug_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--debug`."""
    option = click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Show tracebacks, and what libraries have to say.",
    )
    return option(command)


def debugging(ctx: click.Context) -> bool:
    """Whether `--debug` was given."""
    return bool(ctx.meta.get(_DEBUG))


@contextmanager
def told(ctx: click.Context) -> Iterator[None]:
    """Turn what a command raises into a line and an exit status; with `--debug`, let it through."""
    try:
        yield
    except KeyboardInterrupt:
        ctx.exit(int(Status.INTERRUPTED))
    except SaysoError as error:
        _raise_if_debugging(ctx)
        _complain(f"{error} [{error.code}]")
        ctx.exit(int(Status.SOME_FAILED))
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except OSError as error:
        _raise_if_debugging(ctx)
        _complain(f"{error.filename or 'input or output'}: {error.strerror or error}")
        ctx.exit(int(Status.SOME_FAILED))
    except Exception as error:
        _raise_if_debugging(ctx)
        _complain(f"{error} ({type(error).__name__}; --debug shows where. Please report it)")
        ctx.exit(int(Status.BUG))


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_DEBUG] = value


def _raise_if_debugging(ctx: click.Context) -> None:
    """Called while an exception is being handled: with `--debug`, let it go on."""
    if debugging(ctx):
        raise


def _complain(message: str) -> None:
    from sayso.export.visible import visible

    click.echo(f"sayso: {visible(message)}", err=True)
