"""How far a run has come, on standard error."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from sayso.cli.output import console

if TYPE_CHECKING:
    from sayso.cli.run import Tally, Wishes

Advance = Callable[["Tally"], AbstractContextManager[None]]
"""Called with the tally when a finding is there; what it returns is entered while the finding is shown."""

_LINE_EVERY_S = 10.0
_JSON_EVERY_S = 1.0


@contextmanager
def progress(wishes: Wishes, total: int, clock: Callable[[], float] = time.monotonic) -> Iterator[Advance]:
    """The progress that was asked for; else a bar on a terminal, lines elsewhere, nothing for one report."""
    kind = _kind(wishes, total)
    if kind == "bar":
        with _bar(wishes, total) as advance:
            yield advance
    elif kind == "none":
        yield lambda _: nullcontext()
    else:
        write, every_s = (_json_line, _JSON_EVERY_S) if kind == "json" else (_line, _LINE_EVERY_S)
        yield _Lines(write, every_s, total, clock).advance


def _kind(wishes: Wishes, total: int) -> str:
    if wishes.progress != "auto":
        return wishes.progress
    if wishes.quiet or total < 2:
        return "none"
    return "bar" if sys.stderr.isatty() else "lines"


class _Lines:
    """A line now and then, and one at the end."""

    def __init__(
        self, write: Callable[[Tally, int, float], str], every_s: float, total: int, clock: Callable[[], float]
    ) -> None:
        self._write, self._every_s, self._total, self._clock = write, every_s, total, clock
        self._started = self._told = clock()

    @contextmanager
    def advance(self, tally: Tally) -> Iterator[None]:
        yield
        now = self._clock()
        if now - self._told >= self._every_s or tally.reports == self._total:
            self._told = now
            print(self._write(tally, self._total, now - self._started), file=sys.stderr, flush=True)


def _line(tally: Tally, total: int, elapsed_s: float) -> str:
    rate = _rate(tally, elapsed_s)
    left = f", about {_left_s(tally, total, rate):.0f} s left" if rate and tally.reports < total else ""
    failed = f", {len(tally.failures)} not read" if tally.failures else ""
    return f"{tally.reports} of {max(total, tally.reports)} reports{failed}, {rate:.1f} a second{left}"


def _json_line(tally: Tally, total: int, elapsed_s: float) -> str:
    rate = _rate(tally, elapsed_s)
    told = {
        "reports": tally.reports,
        "total": max(total, tally.reports),
        "failures": len(tally.failures),
        tally.noun: tally.found,
        "elapsed_s": round(elapsed_s, 3),
        "reports_per_s": round(rate, 3),
        "left_s": round(_left_s(tally, total, rate), 1) if rate else None,
    }
    return json.dumps(told)


def _rate(tally: Tally, elapsed_s: float) -> float:
    return tally.reports / elapsed_s if elapsed_s > 0 else 0.0


def _left_s(tally: Tally, total: int, rate: float) -> float:
    return max(0, total - tally.reports) / rate


@contextmanager
def _bar(wishes: Wishes, total: int) -> Iterator[Advance]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate_text, failed_text = TextColumn("{task.fields[rate]}"), TextColumn("{task.fields[failed]}")
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), rate_text, TimeRemainingColumn(), failed_text)
    target = console(wishes, sys.stderr, terminal=True)
    with Progress(*columns, console=target, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=total, rate="", failed="")

        @contextmanager
        def advance(tally: Tally) -> Iterator[None]:
            failed = f"{len(tally.failures)} not read" if tally.failures else ""
            rate = f"{_rate(tally, bar.tasks[0].elapsed or 0):.1f}/s"
            bar.update(task, completed=tally.reports, total=max(total, tally.reports), rate=rate, failed=failed)
            if not sys.stdout.isatty():
                yield
                return
            bar.stop()  # a page is printed where the bar stands
            yield
            bar.start()

        yield advance
