"""Floors under the figures: what was reached once is not lost unnoticed.

`floors.toml` names for each measurement the digest of the corpus files and, in percent, the floor under some of its
figures: F1, or precision or recall where the name ends in ":precision" or ":recall". A figure below its floor, or
another digest, breaks the gate. Raising a floor is free; lowering one is a decision, has its own flag, and is told
in the changelog.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso.errors import EvaluationError, FloorBroken
from sayso.evaluate.evaluation import Evaluation

FLOORS = Path(__file__).with_name("floors.toml")


class Measurement(Struct, frozen=True, forbid_unknown_fields=True):
    """The floors of one system on one part of one corpus; `floors` gives percent by metric."""

    corpus: str
    split: str
    system: str
    digest: str
    floors: dict[str, float]


class Floors(Struct, frozen=True, forbid_unknown_fields=True):
    """All of them, in the order in which they are measured."""

    measurement: tuple[Measurement, ...] = ()


def read_floors(path: Path = FLOORS) -> tuple[Measurement, ...]:
    """The measurements that have floors. Raises `EvaluationError` for a file that says something else."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Floors).measurement
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise EvaluationError(f"{path}: not a file of floors: {error}") from error


def write_floors(measurements: Sequence[Measurement], path: Path = FLOORS) -> None:
    """Write them; the comment at the head of the file stays."""
    old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    head = [line for line in old if line.startswith("#")]
    path.write_text("\n".join([*head, *(_written(one) for one in measurements)]) + "\n", encoding="utf-8")


def check(measurements: Sequence[Measurement], evaluations: Sequence[Evaluation]) -> None:
    """Raise `FloorBroken`, naming every broken floor, unless each evaluation holds those of its measurement."""
    pairs = zip(measurements, evaluations, strict=True)
    broken = [line for measurement, evaluation in pairs for line in _broken(measurement, evaluation)]
    if broken:
        advice = "raise the figure, or lower the floor with --lower and say so in the changelog"
        raise FloorBroken("\n  ".join([f"{len(broken)} broken ({advice}):", *broken]))


def moved(measurement: Measurement, evaluation: Evaluation, *, lower: bool) -> Measurement:
    """The measurement with its floors raised to what was reached; with `lower`, lowered too and the digest renewed."""
    if evaluation.digest != measurement.digest and not lower:
        return measurement
    reached = {name: _rounded_down(_reached(evaluation, name)) for name in measurement.floors}
    floors = {name: reached[name] if lower else max(old, reached[name]) for name, old in measurement.floors.items()}
    return msgspec.structs.replace(measurement, floors=floors, digest=evaluation.digest)


def _broken(measurement: Measurement, evaluation: Evaluation) -> list[str]:
    where = f"{measurement.corpus} {measurement.split} ({measurement.system})"
    if measurement.digest != evaluation.digest:
        return [f"{where}: other corpus files: digest {evaluation.digest}, not {measurement.digest}"]
    return [
        f"{where} {name}: {_reached(evaluation, name):.2f} is below {floor:.1f}"
        for name, floor in measurement.floors.items()
        if _reached(evaluation, name) < floor
    ]


def _reached(evaluation: Evaluation, metric: str) -> float:
    """Percent; a figure that is not there, or not defined, is 0."""
    name, _, which = metric.rpartition(":") if metric.endswith((":precision", ":recall")) else (metric, "", "f1")
    figure = next((one for one in evaluation.figures if one.metric == name), None)
    return 100 * (getattr(figure, which) or 0.0) if figure else 0.0


def _rounded_down(percent: float) -> float:
    return math.floor(percent * 10) / 10


def _written(measurement: Measurement) -> str:
    fields = ("corpus", "split", "system", "digest")
    lines = ["", "[[measurement]]", *(f'{name} = "{getattr(measurement, name)}"' for name in fields)]
    lines += ["[measurement.floors]", *(f'"{name}" = {floor:.1f}' for name, floor in measurement.floors.items())]
    return "\n".join(lines)
