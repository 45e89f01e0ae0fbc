"""What a run shows: lines of JSON, pages in the terminal, one HTML page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from sayso.record.record import Failure, Record
from sayso.scale.local import Found

if TYPE_CHECKING:
    from sayso.cli.run import Wishes
    from sayso.cli.views import View

Show = Callable[[Found, Record | Failure], None]


@contextmanager
def outputs(wishes: Wishes, view: View) -> Iterator[Show]:
    """A function that shows one finding in every way that was asked for; at the end, files are written."""
    shown: list[Record | Failure] = []
    ways: list[Show] = []
    if wishes.page:
        ways.append(lambda _, finding: shown.append(finding))
    if wishes.as_json:
        ways.append(_lines(view, located=wishes.with_locations))
    elif not wishes.page:
        ways.append(_pages(view, console(wishes, sys.stdout)))

    def show(found: Found, finding: Record | Failure) -> None:
        for way in ways:
            way(found, finding)

    yield show
    sys.stdout.flush()
    if wishes.page:
        from sayso.export.html import write_page

        write_page(shown, wishes.page)


def console(wishes: Wishes, stream: object, *, terminal: bool | None = None) -> Console:
    """A console that never interprets what it prints, and has colour when that is wanted.

    `terminal` says that the stream is one, whatever it looks like.
    """
    _make_printable(stream)
    forced = {"always": True, "never": False}.get(wishes.color)
    return Console(
        file=stream,  # type: ignore[arg-type]
        force_terminal=True if forced else terminal,
        no_color=True if forced is False else None,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _make_printable(stream: object) -> None:
    """UTF-8 in a pipe or file; on a terminal that lacks a character, a question mark and no error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure and not stream.isatty():  # type: ignore[attr-defined]
        reconfigure(encoding="utf-8", errors="replace")
    elif reconfigure:
        reconfigure(errors="replace")


def _lines(view: View, *, located: bool) -> Show:
    def show(found: Found, finding: Record | Failure) -> None:
        for line in view.lines(found, finding, located=located):
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()

    return show


def _pages(view: View, target: Console) -> Show:
    printed: list[str] = []

    def show(_: Found, finding: Record | Failure) -> None:
        if isinstance(finding, Failure) or (view.sparse and not view.count(finding)):
            return  # the summary tells
        if printed:
            target.print(f"\n{'─' * min(target.width, 100)}\n", soft_wrap=True)
        printed.append(finding.report.id)
        view.print(finding, target)

    return show
