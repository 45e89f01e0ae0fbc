"""Train the net: every task of the plan in turn on one encoder.

`python -m recipe.train CORPORA RUN [--plan FILE] [--minutes N] [--resume]` reads the corpora folder, writes
checkpoints and a log into RUN. The learning rate falls to nothing by the end of the minutes (or of the
steps, with --steps: then two runs on one machine class are alike).
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

import msgspec
import torch
from safetensors.torch import load_file

from recipe.corpora import pretrained_weights, vocabulary, word_piece
from recipe.judge import judge
from recipe.model import LAYERS, Net, depth, load_pretrained
from recipe.plan import DEFAULT, Plan, read_plan
from recipe.tasks import Kind, Task, rounds, tasks
from recipe.windows import Window, collate

AVERAGED_EVERY = 5
"""Steps."""
NOTED_EVERY = 50
JUDGED_SHARE = 4
"""While training, figures come from each fourth passage."""


@dataclass(slots=True)
class Threads:
    """Gives way on a shared machine: a thread that must share its core makes every other one wait for it."""

    most: int
    left_alone: int = 0

    def after(self, wall_s: float, processor_s: float) -> None:
        """Use one thread for a while if the last step got less than it could have used."""
        self.left_alone -= 1
        if self.most > 1 and self.left_alone <= 0:
            crowded = torch.get_num_threads() > 1 and processor_s < 0.55 * self.most * wall_s
            self.left_alone = 8 if crowded else 0
            torch.set_num_threads(1 if crowded else self.most)


def parameter_groups(net: Net, plan: Plan) -> list[dict[str, object]]:
    """The encoder's layers slower the deeper they lie; no decay on biases, norms and tables."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in net.named_parameters():
        decay = plan.decay if parameter.dim() > 1 and "norm" not in name else 0.0
        groups.setdefault((_rate(name, plan), decay), []).append(parameter)
    return [
        {"params": parameters, "lr": rate, "top": rate, "weight_decay": decay}
        for (rate, decay), parameters in groups.items()
    ]


def _rate(name: str, plan: Plan) -> float:
    if name.startswith("encoder.layers."):
        return plan.encoder_rate * plan.layer_decay ** (5 - int(name.split(".")[2]))
    if name.startswith(("encoder.pieces", "encoder.places", "encoder.norm")):
        return plan.encoder_rate * plan.layer_decay**6
    return plan.head_rate


def share_of_rate(progress: float, warm_up: float) -> float:
    """Linear up, then a cosine down to nothing."""
    if progress < warm_up:
        return progress / warm_up
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (progress - warm_up) / (1 - warm_up))))


@dataclass(slots=True)
class Run:
    """A run under way: the net, its running average, the optimiser and the clock."""

    net: Net
    average: dict[str, torch.Tensor]
    optimiser: torch.optim.AdamW
    step: int = 0
    seconds: float = 0.0

    def save(self, path: Path, plan: Plan) -> None:
        state = {
            "net": self.net.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
            "plan": msgspec.to_builtins(plan),
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]

    def progress(self, plan: Plan) -> float:
        return max(self.seconds / 60 / plan.minutes, self.step / plan.steps if plan.steps else 0.0)


def take(net: Net, weights: dict[str, torch.Tensor]) -> None:
    """Fill the net with what an earlier one of perhaps fewer heads had learnt."""
    own = net.state_dict()
    net.load_state_dict({name: weights.get(name, tensor) for name, tensor in own.items()})


def start(plan: Plan, weights: Path | None) -> Run:
    """A fresh run from the pretrained encoder, or from the average of an earlier run."""
    return fresh(plan, {} if weights is None else torch.load(weights, weights_only=True)["average"])


def fresh(plan: Plan, weights: dict[str, torch.Tensor]) -> Run:
    """A run that begins with these weights, with the pretrained encoder where there are none."""
    torch.manual_seed(plan.seed)
    net = Net(len(vocabulary()), plan.dropout, depth(weights) or LAYERS)
    if not depth(weights):
        load_pretrained(net.encoder, load_file(pretrained_weights()))
    take(net, weights)
    optimiser = torch.optim.AdamW(parameter_groups(net, plan), betas=(0.9, 0.98), fused=True)
    return Run(net, {name: tensor.clone() for name, tensor in net.state_dict().items()}, optimiser)


def advance(
    run: Run, task: Task, windows: list[Window], plan: Plan, chance: random.Random, frame: tuple[int, int]
) -> float:
    """One step; its loss."""
    share = share_of_rate(run.progress(plan), plan.warm_up)
    for group in run.optimiser.param_groups:
        group["lr"] = group["top"] * share
    batch = collate(windows, *frame, chance, task.kind.noise)
    with torch.autocast("cpu", torch.bfloat16):
        loss = task.kind.loss(run.net, batch)
    run.optimiser.zero_grad(set_to_none=True)
    (loss * task.plan.weight).backward()
    torch.nn.utils.clip_grad_norm_(run.net.parameters(), 5.0)
    run.optimiser.step()
    run.step += 1
    if run.step % AVERAGED_EVERY == 0:
        _average(run, plan)
    return loss.item()


def _average(run: Run, plan: Plan) -> None:
    keep = min(plan.average, run.step / (run.step + 50)) ** AVERAGED_EVERY
    for name, tensor in run.net.state_dict().items():
        run.average[name].lerp_(tensor, 1 - keep)


def averaged(run: Run, dropout: float = 0.0) -> Net:
    """A net with the running average as its weights."""
    net = Net(run.net.encoder.pieces.num_embeddings, dropout, len(run.net.encoder.layers))
    net.load_state_dict(run.average)
    return net


@dataclass(slots=True)
class Diary:
    """Writes a line of JSON every few steps: losses by task since the last, and pieces read since the start."""

    file: TextIO
    losses: dict[str, list[float]] = field(default_factory=dict)
    pieces: int = 0

    def saw(self, name: str, loss: float, windows: list[Window]) -> None:
        self.losses.setdefault(name, []).append(loss)
        self.pieces += sum(window.size for window in windows)

    def note(self, run: Run) -> None:
        means = {name: round(sum(values) / len(values), 3) for name, values in self.losses.items()}
        self.losses = {}
        self.write(run, {"pieces": self.pieces, **means})

    def write(self, run: Run, figures: dict[str, object]) -> None:
        line = json.dumps({"step": run.step, "seconds": round(run.seconds), **figures})
        print(line, file=self.file, flush=True)


def train(
    run: Run, plan: Plan, corpora: Path, folder: Path, until: float = 1.0, way: Callable[[Kind], Kind] | None = None
) -> None:
    """Until so much of the plan is done; checkpoints and figures as often as it says.

    `way` changes how tasks are learnt.
    """
    pieces = word_piece()
    frame = (pieces.start, pieces.end)
    chance = random.Random(plan.seed * 1000 + run.step)
    diary = Diary((folder / "log.jsonl").open("a", encoding="utf-8"))
    learnt = tasks(corpora, folder, plan)
    if way is not None:
        learnt = {name: replace(task, kind=way(task.kind)) for name, task in learnt.items()}
    saved = judged = run.seconds
    clock, threads, work = time.monotonic(), Threads(torch.get_num_threads()), time.process_time()
    for name, task, windows in rounds(learnt, plan.budget, chance):
        if run.progress(plan) >= until:
            break
        diary.saw(name, advance(run, task, windows, plan, chance, frame), windows)
        now = time.monotonic()
        threads.after(now - clock, time.process_time() - work)
        run.seconds, clock, work = run.seconds + now - clock, now, time.process_time()
        if run.step % NOTED_EVERY == 0:
            diary.note(run)
        if run.seconds - saved > plan.save_minutes * 60:
            run.save(folder / "last.pt", plan)
            saved = run.seconds
        if run.seconds - judged > plan.judge_minutes * 60:
            diary.write(run, {**judge(averaged(run), corpora, pieces, JUDGED_SHARE)})
            judged, clock = run.seconds, time.monotonic()
    run.save(folder / "last.pt", plan)
    diary.write(run, {**judge(averaged(run), corpora, pieces, 1 if until >= 1 else JUDGED_SHARE)})


def main() -> None:
    """Train, log, save, judge."""
    options = _options()
    plan = read_plan(options.plan, minutes=options.minutes, steps=options.steps)
    torch.set_num_threads(options.threads)
    options.run.mkdir(parents=True, exist_ok=True)
    run = start(plan, options.weights)
    if options.resume:
        run.load(options.run / "last.pt")
    train(run, plan, options.corpora, options.run)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--plan", type=Path, default=DEFAULT)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--weights", type=Path, help="begin from the average of this checkpoint")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
