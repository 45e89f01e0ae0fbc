"""Measure reading from end to end: `python -m benchmarks.reading --help`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec

from benchmarks import cold, hops, throughput
from benchmarks.comparison import compared
from benchmarks.machine import cores, machine
from benchmarks.pages import digest_of, write_pages
from benchmarks.result import Result
from benchmarks.table import lines

_SHORT = 20
"""Reports that latency is measured on."""
_ROOT = Path(__file__).parents[1]
_BUNDLE = _ROOT / "src" / "sayso" / "tagger" / "bundle"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

Answer = TypeVar("Answer")


def main() -> None:
    """Measure, print, save, compare."""
    wishes = _arguments()
    result = _measure(wishes)
    print("\n".join(lines(result)))
    if wishes.json:
        wishes.json.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n")
    if wishes.compare:
        before = msgspec.json.decode(wishes.compare.read_bytes(), type=Result)
        print("\n" + "\n".join(compared(result, before)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="pages to read (200)")
    parser.add_argument("--words", type=int, default=750, help="words of each, at least (750)")
    parser.add_argument("--jobs", type=int, default=cores(), help="reading processes (one per core)")
    parser.add_argument("--seed", type=int, default=1, help="of the pages (1)")
    parser.add_argument("--cold-starts", type=int, default=7, help="runs of the command (7)")
    parser.add_argument("--system", choices=["rules", "tagger"], help="by default the tagger, if its bundle is here")
    parser.add_argument("--bundle", type=Path, help="the tagger's bundle, if not the one in the package")
    parser.add_argument("--json", type=Path, metavar="FILE", help="save all figures")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="print ratios to a saved run")
    wishes = parser.parse_args()
    if wishes.reports <= wishes.jobs:
        parser.error(f"--reports must be more than the {wishes.jobs} of --jobs")
    bundle = wishes.bundle or _BUNDLE
    wishes.system = wishes.system or ("tagger" if bundle.is_dir() else "rules")
    if wishes.system == "tagger" and not bundle.is_dir():
        parser.error(f"no bundle at {bundle} (give --bundle FOLDER, or --system rules)")
    wishes.bundle = str(bundle.absolute()) if wishes.system == "tagger" else None
    return wishes


def _measure(wishes: argparse.Namespace) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder, "long"), Path(folder, "short")
        long.mkdir()
        short.mkdir()
        pages = write_pages(long, count=wishes.reports, words=wishes.words, seed=wishes.seed)
        brief = write_pages(short, count=_SHORT, words=600, seed=wishes.seed)
        paths = [str(page) for page in pages]
        before = _in_a_process("benchmarks.calibration", None, dict[str, float])
        hop_order = hops.Order(pages=paths, short=[str(page) for page in brief], bundle=wishes.bundle)
        by_hop = _in_a_process("benchmarks.hops", hop_order, hops.Hops)
        order = throughput.Order(pages=paths, jobs=wishes.jobs, bundle=wishes.bundle)
        many = _in_a_process("benchmarks.throughput", order, throughput.Throughput)
        start = cold.measure(str(brief[0]), runs=wishes.cold_starts)
        after = _in_a_process("benchmarks.calibration", None, dict[str, float])
        return Result(
            system=wishes.system,
            pages=digest_of(pages),
            machine=machine(),
            calibration={kind: min(before[kind], after[kind]) for kind in before},
            hops=by_hop,
            throughput=many,
            cold_start=start,
        )


def _in_a_process(module: str, order: msgspec.Struct | None, answer: type[Answer]) -> Answer:
    """What a module measures in a process of its own, with one thread, so that nothing else adds to its memory."""
    command, environment = [sys.executable, "-m", module], {**os.environ, **_ONE_THREAD}
    given = msgspec.json.encode(order)
    done = subprocess.run(command, cwd=_ROOT, env=environment, input=given, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=answer)


if __name__ == "__main__":
    main()
