"""The floors side of `sayso evaluate`: which are checked, and how they are moved."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.evaluate.evaluation import Evaluation
from sayso.evaluate.gate import Measurement, check, moved, read_floors, write_floors


def chosen(path: Path, names: tuple[str, ...], split: str | None, system: str | None) -> list[Measurement]:
    """What has floors, of the names, the part and the system asked for; each name has some, or it is wrong use."""
    wanted = [one for one in read_floors(path) if split in (None, one.split) and system in (None, one.system)]
    floors = [one for one in wanted if not names or one.corpus in names]
    bare = sorted(set(names) - {one.corpus for one in floors})
    if bare or not floors:
        raise click.UsageError(f"no floors for {', '.join(bare) or 'anything'} in {path}")
    return floors


def move(path: Path, floors: list[Measurement], evaluations: list[Evaluation], *, down: bool) -> list[Measurement]:
    """Write the file of floors with these moved to what was reached, the others as they are."""
    after = [moved(one, reached, lower=down) for one, reached in zip(floors, evaluations, strict=True)]
    renewed = dict(zip(map(_key, floors), after, strict=True))
    write_floors([renewed.get(_key(one), one) for one in read_floors(path)], path)
    return after


def hold(floors: list[Measurement], evaluations: list[Evaluation]) -> None:
    """Check them all; raises `FloorBroken`."""
    check(floors, evaluations)
    click.echo(f"{sum(len(one.floors) for one in floors)} floors hold", err=True)


def _key(one: Measurement) -> tuple[str, str, str]:
    return one.corpus, one.split, one.system
