"""The whole command from a standing start."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

import msgspec


class ColdStart(msgspec.Struct, frozen=True, kw_only=True):
    """`sayso read` of one page, the process that reads it included; the fastest and the middle one of some runs."""

    runs: int
    wall_s_best: float
    wall_s_median: float
    cpu_s_best: float
    cpu_s_median: float


@dataclass(frozen=True, slots=True)
class _Run:
    wall_s: float
    cpu_s: float


def measure(page: str, *, runs: int) -> ColdStart:
    """Run the command again and again. It reads with the tagger if a bundle came with the package."""
    found = [_once(page) for _ in range(runs)]
    return ColdStart(
        runs=runs,
        wall_s_best=min(run.wall_s for run in found),
        wall_s_median=statistics.median(run.wall_s for run in found),
        cpu_s_best=min(run.cpu_s for run in found),
        cpu_s_median=statistics.median(run.cpu_s for run in found),
    )


def _once(page: str) -> _Run:
    cpu, wall = _children_cpu_s(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "sayso", "read", page], stdout=subprocess.DEVNULL, check=True)
    return _Run(time.perf_counter() - wall, _children_cpu_s() - cpu)


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
