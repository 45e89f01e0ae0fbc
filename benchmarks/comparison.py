"""A run against a saved one, with the machine's own speed taken out."""

from __future__ import annotations

import math
from collections.abc import Iterator

from benchmarks.result import COSTS, MEMORY, Result, cost


def compared(now: Result, before: Result) -> Iterator[str]:
    """Lines that tell each cost as a ratio to the saved run: 1.20 is a fifth more.

    CPU times are divided by how much slower the calibration ran, so that a busy or a smaller machine compares.
    """
    slower = slowness(now, before)
    yield f"this machine, now: {slower:.2f} times the saved run's CPU time for the same fixed work"
    if now.pages != before.pages or now.system != before.system:
        yield "other pages or another system: the ratios tell more than a change of speed"
    for name, path in COSTS.items():
        scale = 1.0 if name in MEMORY else slower
        yield f"{cost(now, path) / cost(before, path) / scale:6.2f}  {name}"


def slowness(now: Result, before: Result) -> float:
    """How much CPU time this machine takes for a second of the saved run's, over both kinds of work."""
    ratios = [now.calibration[kind] / before.calibration[kind] for kind in before.calibration]
    return math.prod(ratios) ** (1 / len(ratios))
