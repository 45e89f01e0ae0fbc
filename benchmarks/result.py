"""What a benchmark run came to, as one value that is saved and compared."""

from __future__ import annotations

from typing import Any

import msgspec

from benchmarks.cold import ColdStart
from benchmarks.hops import Hops
from benchmarks.throughput import Throughput


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of a run, and what they depend on.

    `pages` is the digest of the pages that were read; `calibration` holds CPU seconds of a fixed piece of work, taken
    before and after, the smaller of each.
    """

    system: str
    pages: str
    machine: dict[str, Any]
    calibration: dict[str, float]
    hops: Hops
    throughput: Throughput
    cold_start: ColdStart


COSTS = {
    "CPU of a report, median": ("hops", "cpu_ms", "median"),
    "CPU of a report, worst": ("hops", "cpu_ms", "worst"),
    "CPU of a report, many processes": ("throughput", "cpu_s_per_report"),
    "peak memory of a process": ("throughput", "peak_worker_rss_mb"),
    "CPU of a cold start, best": ("cold_start", "cpu_s_best"),
    "CPU of a 600-word report, median": ("hops", "latency", "cpu_ms", "median"),
}
"""Figures of which less is better, and where they stand."""
MEMORY = frozenset({"peak memory of a process"})
"""Those that do not depend on how fast the machine is."""


def cost(result: Result, path: tuple[str, ...]) -> float:
    """The figure at `path`."""
    value: Any = result
    for name in path:
        value = getattr(value, name)
    return float(value)
