"""What the operating system lets a reading process use. Systems without a limit (Windows: all) go without it."""

from __future__ import annotations

import math
import sys
import time

if sys.platform != "win32":
    import resource

from sayso.limits import Limits

_RETIRE_AT_BYTES = 1_500_000_000
_RETIRE_AT_REPORTS = 5_000


def bound_process(limits: Limits) -> None:
    """Bound this process for good: memory, no files written, no core dumps."""
    if sys.platform != "win32":
        _bound(resource.RLIMIT_AS, limits.memory_bytes)
        _bound(resource.RLIMIT_FSIZE, 0)
        _bound(resource.RLIMIT_CORE, 0)


def bound_report(limits: Limits) -> None:
    """Give this process `limits.cpu_s` of processor time from now; the system ends it when they are used up."""
    if sys.platform != "win32":
        _bound(resource.RLIMIT_CPU, math.ceil(time.process_time() + limits.cpu_s))


def worn_out(reports: int) -> bool:
    """Whether this process has read so many reports, or grown so large, that a fresh one should go on."""
    return reports >= _RETIRE_AT_REPORTS or _peak_bytes() > _RETIRE_AT_BYTES


def _bound(limit: int, value: int) -> None:
    """Set a soft limit, no higher than the hard one; a system that refuses it goes without."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(limit)
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (soft, hard))
        except (OSError, ValueError):
            return


def _peak_bytes() -> int:
    if sys.platform == "win32":
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
