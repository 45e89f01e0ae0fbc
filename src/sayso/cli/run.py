"""One run of a verb that reads: readers started, findings shown as they come, a summary, an exit status."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.complaints import Status
from sayso.cli.findings import Findings
from sayso.cli.interrupt import Interrupt
from sayso.limits import Limits
from sayso.pipeline import Options, check, files_at
from sayso.record.record import Failure, Record
from sayso.record.report import Warning  # noqa: A004 - the field's word
from sayso.scale.local import Crew, Found, cores

if TYPE_CHECKING:
    from sayso.cli.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of the command.

    `page` is where to write the HTML page, `jobs` None for one process per core; `tagger`, `gazetteer` and
    `ignore_robots` are as in `Options`.
    """

    locations: tuple[str, ...]
    as_json: bool
    with_locations: bool
    page: Path | None = None
    quiet: bool
    color: str
    progress: str
    jobs: int | None
    require: bool
    debug: bool
    tagger: bool | None = None
    gazetteer: str | None = None
    ignore_robots: bool = False


_SUSPECT = "html.extraction-suspect"
"""The warning of a report that holds much less than its page shows: read, but not to be relied on."""


@dataclass(slots=True)
class Tally:
    """What came of the run so far.

    `found` counts what the verb looks for, and `noun` says what that is. `suspects` are where reports came from that
    may lack much of their text. `sparse` says that the reports in which nothing was found were not shown.
    """

    noun: str = "statements"
    sparse: bool = False
    reports: int = 0
    found: int = 0
    failures: list[Failure] = field(default_factory=list)
    suspects: list[tuple[str, Warning]] = field(default_factory=list)

    def count(self, found: Found, finding: Record | Failure, view: View) -> None:
        """Count one more finding."""
        self.reports += 1
        if isinstance(finding, Failure):
            self.failures.append(finding)
        else:
            self.found += view.count(finding)
            warnings = finding.report.warnings
            self.suspects += [(found.uri, warning) for warning in warnings if warning.code == _SUSPECT]


def run(wishes: Wishes, view: Callable[[], View]) -> int:
    """Read, show, sum up; the exit status. `view` is made while the processes start."""
    locations = list(_all_files(wishes.locations))
    with Interrupt() as interrupt, Findings(locations, _crew(wishes, len(locations), interrupt)) as findings:
        check(_options(wishes))  # one complaint here is better than one for each report
        tally = _show_all(findings, wishes, view(), len(locations))
    from sayso.cli.summary import print_summary

    print_summary(tally, wishes)
    return _status(tally, wishes, interrupted=interrupt.asked)


def _show_all(findings: Findings, wishes: Wishes, view: View, total: int) -> Tally:
    # The processes are starting: there is time now for what only showing needs.
    from sayso.cli.output import outputs
    from sayso.cli.progress import progress

    tally = Tally(view.noun, view.sparse)
    with outputs(wishes, view) as show, progress(wishes, total) as advance:
        for found, finding in findings:
            tally.count(found, finding, view)
            with advance(tally):
                show(found, finding)
    return tally


def _all_files(locations: tuple[str, ...]) -> Iterator[str]:
    """The files at the locations, but for the one that the output goes to: reading it would never end."""
    for location in locations:
        yield from (file for file in files_at(location) if not _is_output(file))


def _is_output(file: str) -> bool:
    try:
        output = os.fstat(sys.stdout.fileno())
        return stat.S_ISREG(output.st_mode) and os.path.samestat(os.stat(file), output)
    except (OSError, ValueError):
        return False


def _crew(wishes: Wishes, locations: int, interrupt: Interrupt) -> Crew:
    jobs = min(wishes.jobs or cores(), locations)
    return Crew(
        options=_options(wishes),
        jobs=jobs,
        stdin=_standard_input,
        stop=lambda: interrupt.asked,
        noisy=wishes.debug,
    )


def _options(wishes: Wishes) -> Options:
    return Options(tagger=wishes.tagger, gazetteer=wishes.gazetteer, ignore_robots=wishes.ignore_robots)


def _standard_input() -> bytes:
    """What is piped in, and one byte more than is allowed if it is too much: the intake says so."""
    limits = Limits()
    return sys.stdin.buffer.read(max(limits.capture_bytes, limits.pdf_bytes) + 1)


def _status(tally: Tally, wishes: Wishes, *, interrupted: bool) -> Status:
    if interrupted:
        return Status.INTERRUPTED
    if tally.failures or tally.suspects:
        return Status.SOME_FAILED
    return Status.NOTHING_FOUND if wishes.require and not tally.found else Status.DONE
