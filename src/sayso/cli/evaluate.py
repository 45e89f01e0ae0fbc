"""`sayso evaluate`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.complaints import debug_option

if TYPE_CHECKING:
    from sayso.evaluate.evaluation import Evaluation
    from sayso.evaluate.run import Task

_EPILOG = """\b
Examples:
  sayso evaluate polnear --corpora corpora/
  sayso evaluate gum --split dev --json
  sayso evaluate --gate"""


@click.command(epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--corpora",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="SAYSO_CORPORA",
    required=True,
    show_envvar=True,
    help="The folder of gold corpora, a folder each.",
)
@click.option("--split", metavar="PART", help="The part to measure on, instead of the usual one.")
@click.option("--system", metavar="SYSTEM", help="tagger or rules (default: what `sayso read` uses).")
@click.option(
    "--bundle",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of tagger's files, instead of sayso's own.",
)
@click.option("--json", "as_json", is_flag=True, help="One evaluation per line, as JSON.")
@click.option("--gate", is_flag=True, help="Fail if a figure fell below its floor, or a corpus changed.")
@click.option("--raise", "up", is_flag=True, help="Raise the floors to what is reached now.")
@click.option("--lower", "down", is_flag=True, help="Set the floors to what is reached now, even if lower.")
@click.option(
    "--floors",
    "floors_path",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file of floors, instead of sayso's own.",
)
@click.option(
    "--differences",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    metavar="FILE",
    help="Write each attribution of polnear that differs from gold, as a line of JSON.",
)
@click.option("--jobs", type=click.IntRange(1), help="Measurements at a time (default: one per core).")
@click.option("--seed", default=1, show_default=True, help="Seed of the intervals' resampling.")
@debug_option
def evaluate(
    names: tuple[str, ...],
    corpora: Path,
    split: str | None,
    system: str | None,
    bundle: Path | None,
    as_json: bool,
    gate: bool,
    up: bool,
    down: bool,
    floors_path: Path | None,
    differences: Path | None,
    jobs: int | None,
    seed: int,
) -> None:
    """Measure sayso against gold corpora, by NAME.

    Prints precision, recall and F1 with their 95 % intervals. With --gate, --raise or --lower, measures what has
    floors: all of it, or the NAMEs, the part and the system that are asked for.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: a process per core, one thread each
    from sayso.cli.floors import chosen, hold, move
    from sayso.evaluate.gate import FLOORS
    from sayso.evaluate.run import Task, evaluate_all
    from sayso.scale.local import cores

    _check_names(names, system)
    path = floors_path or FLOORS
    floors = chosen(path, names, split, system) if gate or up or down else []
    tasks = [Task(one.corpus, one.split, one.system, corpora, seed, bundle) for one in floors]
    tasks = tasks or [Task(name, split, system, corpora, seed, bundle) for name in names]
    _check_tasks(tasks)
    evaluations = evaluate_all(tasks, jobs=jobs or cores())
    _show(evaluations, as_json=as_json)
    if differences:
        _write_differences(differences, [task for task in tasks if task.name == "polnear"])
    if floors:
        if up or down:
            floors = move(path, floors, evaluations, down=down)
        hold(floors, evaluations)


def _check_names(names: tuple[str, ...], system: str | None) -> None:
    from sayso.evaluate.catalogue import SUITES
    from sayso.evaluate.systems import SYSTEMS

    for name in names:
        if name not in SUITES:
            raise click.BadParameter(f"{name!r} (known: {', '.join(SUITES)})", param_hint="NAME")
    if system and system not in SYSTEMS:
        raise click.BadParameter(f"{system!r} (known: {', '.join(SYSTEMS)})", param_hint="--system")


def _check_tasks(tasks: list[Task]) -> None:
    from sayso.evaluate.catalogue import SUITES

    if not tasks:
        raise click.UsageError(f"nothing to measure: give a NAME ({', '.join(SUITES)})")
    for task in tasks:
        splits = SUITES[task.name].splits
        if task.split and task.split not in splits:
            raise click.BadParameter(f"{task.name} has no part {task.split!r} here (there are: {', '.join(splits)})")


def _show(evaluations: list[Evaluation], *, as_json: bool) -> None:
    import msgspec

    from sayso.evaluate.tables import tables

    for number, evaluation in enumerate(evaluations):
        gap = "\n" if number and not as_json else ""
        click.echo(gap + (msgspec.json.encode(evaluation).decode() if as_json else tables(evaluation)))


def _write_differences(path: Path, tasks: list[Task]) -> None:
    import msgspec

    lines = [msgspec.json.encode(one) + b"\n" for task in tasks for one in task.differences()]
    path.write_bytes(b"".join(lines))
