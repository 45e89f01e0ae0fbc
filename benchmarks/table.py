"""A result for people."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.hops import Spread
from benchmarks.result import Result

_LEAST_MS = 0.2
"""Parts below are left out."""


def lines(result: Result) -> Iterator[str]:
    """The figures, a line each."""
    machine, hops, many, cold = result.machine, result.hops, result.throughput, result.cold_start
    yield f"{machine['processor']}, {machine['cores']} cores, {machine['python']}, load {machine['load_average']}"
    yield f"sayso {machine['sayso']} at {machine['commit']}, reading with {result.system}"
    yield "calibration " + ", ".join(f"{kind} {seconds:.4f}" for kind, seconds in result.calibration.items())
    yield f"\n{many.reports} reports of {hops.words / hops.reports:.0f} words, {many.jobs} processes"
    yield f"  {many.idle_reports_per_s:8.1f} reports/s by CPU time (a core to each process)"
    yield f"  {many.wall_reports_per_s:8.1f} reports/s by the clock, under that load"
    yield f"  {1000 * many.cpu_s_per_report:8.1f} ms CPU a report; {many.start_cpu_s:.2f} s CPU to start a process"
    yield f"  {many.peak_worker_rss_mb:8.0f} MB peak memory of a process; {many.failures} failures"
    yield f"\nCPU of a report, one process: {_spread(hops.cpu_ms)}; {hops.statements / hops.reports:.1f} statements"
    yield from (_part(path, mean_ms) for path, mean_ms in hops.parts_ms.items() if mean_ms >= _LEAST_MS)
    if hops.share_of_bare_model is not None:
        yield f"  {hops.model_pieces_per_cpu_s:8.0f} word pieces/s CPU by the bare model on the same windows"
        yield f"  {hops.share_of_bare_model:8.0%} of that rate end to end"
    if hops.share_of_tagger is not None:
        yield f"  {hops.share_of_tagger:8.0%} of the rate of the model with its heads"
    yield f"\na report of {hops.latency.words} words, warm: {_spread(hops.latency.wall_ms)} by the clock"
    yield f"{'':31}{_spread(hops.latency.cpu_ms)} CPU"
    yield f"sayso read, cold: {cold.wall_s_best:.2f} s best, {cold.wall_s_median:.2f} s median by the clock"
    yield f"{'':18}{cold.cpu_s_best:.2f} s best, {cold.cpu_s_median:.2f} s median CPU, of {cold.runs} runs"


def _part(path: str, mean_ms: float) -> str:
    return f"  {mean_ms:8.1f} ms {'  ' * path.count('/')}{path.rpartition('/')[2]}"


def _spread(spread: Spread) -> str:
    return f"median {spread.median:.1f} ms, 95 in 100 below {spread.p95:.1f} ms, worst {spread.worst:.1f} ms"
