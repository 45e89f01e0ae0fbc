"""CPU time by hop, in one process that reads one report after the other: `python -m benchmarks.hops < ORDER`."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks.bare import MODEL, TAGGER, TimedTagger
from benchmarks.rss import peak_mb
from benchmarks.stopwatch import Stopwatch
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.intake.files import open_files
from sayso.limits import Limits
from sayso.plugins import reader_for
from sayso.protocols import Tagger
from sayso.readers.sniff import media_type_of
from sayso.record.codec import encode
from sayso.record.record import Record

_WATCHED = (
    "sayso.readers.html",
    "sayso.readers.maintext",
    "sayso.annotate.annotator",
    "sayso.tagger.tagger",
    "sayso.attribute.attributor",
)
_WARM_UP = 3


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Pages to read, and shorter ones that latency is told for; `bundle` is the tagger's folder, None for rules."""

    pages: list[str]
    short: list[str]
    bundle: str | None


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Milliseconds a report: the middle one, the one that 95 in 100 stay below, the slowest."""

    median: float
    p95: float
    worst: float


class Latency(msgspec.Struct, frozen=True, kw_only=True):
    """What one report costs a process that is already running; `words` is their mean number."""

    words: int
    cpu_ms: Spread
    wall_ms: Spread


class Hops(msgspec.Struct, frozen=True, kw_only=True):
    """What reading some pages one after the other took.

    `parts_ms` is mean CPU time a report, by hop and part of it; what a hop's parts leave over is its own. The model's
    figures are None where rules read alone: word pieces, CPU seconds in the model, and their share of all CPU seconds,
    which is the rate of the whole in relation to that of the bare model on the same windows. The model is the encoder;
    `share_of_tagger` is the same for it with its heads and what makes findings of their scores.
    """

    reports: int
    words: int
    statements: int
    cpu_ms: Spread
    parts_ms: dict[str, float]
    latency: Latency
    pieces: int | None
    model_pieces_per_cpu_s: float | None
    share_of_bare_model: float | None
    peak_rss_mb: float
    share_of_tagger: float | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    record: Record
    cpu_s: float
    wall_s: float

    @property
    def words(self) -> int:
        return len(self.record.report.text.split())


def measure(order: Order) -> Hops:
    """Read the pages of `order` in this process."""
    watch = Stopwatch()
    tagger = TimedTagger(Path(order.bundle), watch) if order.bundle else None
    for path in order.pages[:_WARM_UP]:
        _read(path, tagger, watch)
    short = [_read(path, tagger, watch) for path in order.short]
    peak = peak_mb()
    for module in _WATCHED:
        watch.watch(module)
    watch.seconds.clear()
    pieces = tagger.pieces if tagger else 0
    reads = [_read(path, tagger, watch) for path in order.pages]
    cpu_s, model_s = sum(read.cpu_s for read in reads), watch.seconds.get(MODEL, 0.0)
    pieces = tagger.pieces - pieces if tagger else 0
    return Hops(
        reports=len(reads),
        words=sum(read.words for read in reads),
        statements=sum(len(read.record.statements) for read in reads),
        cpu_ms=_spread([read.cpu_s for read in reads]),
        parts_ms={path: 1000 * seconds / len(reads) for path, seconds in sorted(watch.seconds.items())},
        latency=Latency(
            words=round(statistics.mean(read.words for read in short)),
            cpu_ms=_spread([read.cpu_s for read in short]),
            wall_ms=_spread([read.wall_s for read in short]),
        ),
        pieces=pieces if tagger else None,
        model_pieces_per_cpu_s=pieces / model_s if tagger else None,
        share_of_bare_model=model_s / cpu_s if tagger else None,
        peak_rss_mb=max(peak, peak_mb()),
        share_of_tagger=watch.seconds.get(TAGGER, 0.0) / cpu_s if tagger else None,
    )


def _read(path: str, tagger: Tagger | None, watch: Stopwatch) -> _Read:
    cpu, wall = time.process_time(), time.perf_counter()
    with watch.part("open"):
        (capture,) = open_files(path, limits=Limits())
    with watch.part("read"):
        report = reader_for(media_type_of(capture.content))(capture, limits=Limits())
    with watch.part("annotate"):
        annotated = annotate(report, tagger=tagger)
    with watch.part("attribute"):
        record = attribute(annotated)
    with watch.part("encode"):
        encode(record)
    return _Read(record, time.process_time() - cpu, time.perf_counter() - wall)


def _spread(seconds: Sequence[float]) -> Spread:
    ordered = sorted(1000 * value for value in seconds)
    return Spread(median=statistics.median(ordered), p95=ordered[len(ordered) * 95 // 100], worst=ordered[-1])


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(measure(msgspec.json.decode(sys.stdin.buffer.read(), type=Order))))
