"""Many reports in supervised processes: `python -m benchmarks.throughput < ORDER`."""

from __future__ import annotations

import os
import resource
import sys
import time

import msgspec

from benchmarks.rss import peak_mb
from benchmarks.steps import BUNDLE
from sayso.pipeline import Options
from sayso.record.record import Failure
from sayso.scale.local import Crew, Reading


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Pages to read, and by how many processes; `bundle` is the tagger's folder, None for rules."""

    pages: list[str]
    jobs: int
    bundle: str | None


class Throughput(msgspec.Struct, frozen=True, kw_only=True):
    """What a run of many reports came to.

    `wall_reports_per_s` counts from the first findings on, so that the start of the processes is left out, as it is of
    `cpu_s_per_report`: the children's CPU time less that of a run with one report a process. `idle_reports_per_s` is
    what the processes would do if each had a core to itself, from that CPU time.
    """

    reports: int
    jobs: int
    failures: int
    wall_reports_per_s: float
    cpu_s_per_report: float
    idle_reports_per_s: float
    start_cpu_s: float
    peak_worker_rss_mb: float


def measure(order: Order) -> Throughput:
    """Read everything once; a short run first tells what starting costs."""
    start_cpu_s, _, _ = _run(order, order.pages[: order.jobs])
    cpu_s, arrivals, failures = _run(order, order.pages)
    each = (cpu_s - start_cpu_s) / (len(order.pages) - order.jobs)
    first = order.jobs - 1
    return Throughput(
        reports=len(order.pages),
        jobs=order.jobs,
        failures=failures,
        wall_reports_per_s=(len(arrivals) - 1 - first) / (arrivals[-1] - arrivals[first]),
        cpu_s_per_report=each,
        idle_reports_per_s=order.jobs / each,
        start_cpu_s=start_cpu_s / order.jobs,
        peak_worker_rss_mb=peak_mb(of_children=True),
    )


def _run(order: Order, pages: list[str]) -> tuple[float, list[float], int]:
    """CPU seconds of the processes, when each finding came, and how many were failures."""
    before = _children_cpu_s()
    with Reading(pages, _crew(order)) as reading:
        found = [(time.perf_counter(), one) for one in reading]
    failures = sum(isinstance(one.finding(), Failure) for _, one in found)
    return _children_cpu_s() - before, [at for at, _ in found], failures


def _crew(order: Order) -> Crew:
    if order.bundle is None:
        return Crew(jobs=order.jobs, options=Options(tagger=False))
    os.environ[BUNDLE] = order.bundle
    return Crew(jobs=order.jobs, options=Options(tagger=True), steps="benchmarks.steps")


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(measure(msgspec.json.decode(sys.stdin.buffer.read(), type=Order))))
