"""The end of a run, on standard error: what could not be read, and what was made."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sayso.cli.output import console
from sayso.cli.page import print_failure, print_suspect

if TYPE_CHECKING:
    from sayso.cli.run import Tally, Wishes

_MOST = 20


def print_summary(tally: Tally, wishes: Wishes) -> None:
    """Failures and doubts always; notes unless `--quiet`."""
    errors = console(wishes, sys.stderr)
    failed = len(tally.failures)
    for failure in tally.failures[:_MOST]:
        print_failure(failure, errors)
    if failed > _MOST:
        errors.print(f"… and {failed - _MOST} more (--json gives a line for each)", soft_wrap=True)
    if failed and tally.reports > 1:
        errors.print(f"{failed} of {tally.reports} could not be read.", soft_wrap=True)
    for location, warning in tally.suspects[:_MOST]:
        print_suspect(location, warning, errors)
    if wishes.quiet:
        return
    if not tally.reports:
        errors.print("No reports found here.", soft_wrap=True)
    elif tally.sparse and not tally.found:
        errors.print(f"No {tally.noun} found.", soft_wrap=True)
    if wishes.ignore_robots:
        errors.print("No site's robots.txt was asked (--ignore-robots).", soft_wrap=True)
    if wishes.page:
        errors.print(f"Wrote {wishes.page}", soft_wrap=True)
