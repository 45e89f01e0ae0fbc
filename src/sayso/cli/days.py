"""The options `--since` and `--until`: a day, a month or a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def since_option(what: str) -> Callable[[_Command], _Command]:
    """`--since DATE`: only `what`."""
    return click.option("--since", metavar="DATE", callback=_first_day, help=f"Only {what}.")


def until_option(what: str) -> Callable[[_Command], _Command]:
    """`--until DATE`: only `what`."""
    return click.option("--until", metavar="DATE", callback=_last_day, help=f"Only {what}.")


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
