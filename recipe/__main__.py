"""The whole recipe: `python -m recipe CORPORA OUT [--plan FILE] [--layers 0 1 2 4 5]` makes the bundle OUT/bundle.

Every step leaves something in OUT; started again, the recipe goes on with the first step that has not. Delete what a
step left to have it done again. The steps: train until the net knows names well enough to find them in web text; train
to the end; distil it into fewer layers, if that is asked for; finish the heads that are fitted on a still encoder;
export; calibrate; measure.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from recipe import deeds, events
from recipe.calibrate import calibrate
from recipe.chains import finish_checkpoint
from recipe.distil import distil
from recipe.export import load_net, write_bundle
from recipe.measure import measure_all
from recipe.plan import DEFAULT, Plan, read_plan
from recipe.train import start, train
from recipe.webnames import SILVER, write_both


@dataclass(frozen=True, slots=True)
class Work:
    """Where everything is."""

    corpora: Path
    out: Path
    plan: Plan


def steps(work: Work) -> Iterator[tuple[Path, Callable[[Path], None]]]:
    """What each step leaves, and the step."""
    if work.plan.silver_minutes:
        yield work.out / SILVER, lambda _: _name_web_text(work)
    yield work.out / "trained.pt", lambda left: _train(work, left)
    if work.plan.distil.layers:
        yield work.out / "distilled.pt", lambda left: _distil(work, left)
    yield work.out / "chained.pt", lambda left: _finish(work, left)
    yield work.out / "finished.pt", lambda left: _finish_deeds(work, left)
    yield work.out / "with-events.pt", lambda left: _fit_events(work, left)
    yield work.out / "bundle", lambda left: write_bundle(load_net(work.out / "with-events.pt"), left, work.plan.version)
    yield work.out / "reliability.svg", lambda left: calibrate(work.corpora, work.out / "bundle", left)
    yield work.out / "figures.txt", lambda left: _measure(work, left)


def shorter(plan: Plan, minutes: float) -> Plan:
    """The plan in another time, web text being named at the same share of it, and layers taught for the same share."""
    share = minutes / plan.minutes
    distil = replace(plan.distil, minutes=plan.distil.minutes * share)
    return replace(plan, minutes=minutes, silver_minutes=plan.silver_minutes * share, distil=distil)


def _name_web_text(work: Work) -> None:
    """Train as far as the plan says, and name the web text with what came of it."""
    _run(work, work.plan.silver_minutes / work.plan.minutes)
    folder = work.out / "bundle-of-part"
    write_bundle(load_net(work.out / "last.pt"), folder, f"{work.plan.version}-part")
    write_both(work.corpora, folder, work.out)


def _train(work: Work, left: Path) -> None:
    _run(work, 1.0)
    shutil.copy(work.out / "last.pt", left)


def _run(work: Work, until: float) -> None:
    run = start(work.plan, None)
    if (work.out / "last.pt").exists():
        run.load(work.out / "last.pt")
    train(run, work.plan, work.corpora, work.out, until)


def _distil(work: Work, left: Path) -> None:
    """Fewer layers, taught by the whole net, with the same names of web text to learn from."""
    folder = work.out / "distilled"
    folder.mkdir(exist_ok=True)
    for file in work.out.glob("*.jsonl"):
        if file.name != "log.jsonl":
            shutil.copy(file, folder)
    distil(torch.load(work.out / "trained.pt", weights_only=True)["average"], work.plan, work.corpora, folder)
    shutil.copy(folder / "last.pt", left)


def _finish(work: Work, left: Path) -> None:
    trained = work.out / ("distilled.pt" if work.plan.distil.layers else "trained.pt")
    finish_checkpoint(work.corpora, trained, left, work.plan.finish, work.plan.seed)


def _finish_deeds(work: Work, left: Path) -> None:
    deeds.finish_checkpoint(work.out / "chained.pt", left, work.plan.finish.deed_rounds, work.plan.seed)


def _fit_events(work: Work, left: Path) -> None:
    """The head for what is between marks; without rounds for it, a bundle has none."""
    average = torch.load(work.out / "finished.pt", weights_only=True)["average"]
    if work.plan.finish.event_rounds:
        net = events.load_net(work.out / "finished.pt")
        average.update(events.fitted(net, work.corpora, work.plan.finish.event_rounds, work.plan.seed))
    torch.save({"average": average}, left)


def _measure(work: Work, left: Path) -> None:
    left.write_text("\n".join(measure_all(work.corpora, work.out / "bundle", save=True)) + "\n", encoding="utf-8")


def main() -> None:
    """Do every step that has left nothing yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--plan", type=Path, default=DEFAULT)
    parser.add_argument("--minutes", type=float, help="instead of the plan's")
    parser.add_argument("--layers", type=int, nargs="+", help="to keep, taught by the whole net (all)")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    plan = read_plan(options.plan)
    plan = replace(plan, distil=replace(plan.distil, layers=options.layers or plan.distil.layers))
    plan = shorter(plan, options.minutes) if options.minutes else plan
    for left, step in steps(Work(options.corpora, options.out, plan)):
        if not left.exists():
            print(f"{left.name} …", flush=True)
            step(left)


if __name__ == "__main__":
    main()
