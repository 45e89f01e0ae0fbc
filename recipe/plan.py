"""Every number of a run that was chosen, read from a TOML file; the recipe's log in the docs tells how they fared."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

DEFAULT = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """What one task is trained on: names in `recipe.sources`, the share of them a round, and what its loss counts."""

    sources: list[str]
    share: float = 1.0
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Finish:
    """Rounds over the heads fitted on a still encoder: coreference, with some of GAP's passages; words of events and
    who takes part; types of events between marks."""

    rounds: int = 8
    gap: int = 200
    deed_rounds: int = 4
    event_rounds: int = 16


@dataclass(frozen=True, slots=True)
class Distil:
    """Which layers of the trained net to keep, none: all; for how long those learn from it, at which top rates."""

    layers: list[int] = field(default_factory=list)
    minutes: float = 110.0
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4


@dataclass(frozen=True, slots=True)
class Plan:
    """One configuration. Rates are tops; they fall to nothing by the end of the minutes (or of the steps, if any).

    After `silver_minutes` the net says what names stand in web text, and learns from that too; 0: it never does.
    """

    version: str
    tasks: dict[str, TaskPlan]
    minutes: float = 240.0
    silver_minutes: float = 0.0
    steps: int = 0
    budget: int = 2048
    encoder_rate: float = 2e-4
    layer_decay: float = 0.88
    head_rate: float = 1e-3
    decay: float = 0.02
    warm_up: float = 0.05
    average: float = 0.998
    dropout: float = 0.1
    seed: int = 1
    judge_minutes: float = 20.0
    save_minutes: float = 4.0
    distil: Distil = field(default_factory=Distil)
    finish: Finish = field(default_factory=Finish)


def read_plan(path: Path = DEFAULT, **changed: object) -> Plan:
    """The plan in a file, with some of its numbers changed; None changes nothing."""
    with path.open("rb") as file:
        rows = tomllib.load(file)
    return msgspec.convert({**rows, **{key: value for key, value in changed.items() if value is not None}}, Plan)
