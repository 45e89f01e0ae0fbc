"""Train the net: attribution, names and coreference in turn on one encoder.

`python -m recipe.train CORPORA RUN [--minutes N] [--resume]` reads the corpora folder, writes
checkpoints and a log into RUN. The learning rate falls to nothing by the end of the minutes (or of the
steps, with --steps: then two runs on one machine class are alike).
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file

from recipe import newswire, ontogum, polnear
from recipe.corpora import pretrained_weights, vocabulary, word_piece
from recipe.judge import judge
from recipe.losses import attribution_loss, coreference_loss, names_loss
from recipe.model import Net, load_pretrained
from recipe.webnames import load_silver
from recipe.windows import Noise, Prepared, Window, batches, collate, cut, prepare

LOSSES = {"attribution": attribution_loss, "names": names_loss, "coreference": coreference_loss}


@dataclass(frozen=True, slots=True)
class Plan:
    """Every number of a run that was chosen; the log of runs tells how they fared."""

    minutes: float = 75.0
    steps: int = 0
    budget: int = 2048
    encoder_rate: float = 2e-4
    layer_decay: float = 0.88
    head_rate: float = 1e-3
    decay: float = 0.02
    warm_up: float = 0.05
    average: float = 0.998
    names_share: float = 0.5
    coreference_share: float = 1.0
    names_weight: float = 0.5
    coreference_weight: float = 1.0
    dropout: float = 0.1
    seed: int = 1
    judge_minutes: float = 20.0
    save_minutes: float = 4.0


@dataclass(slots=True)
class Threads:
    """Gives way on a shared machine: a thread that must share its core makes every other one wait for it."""

    most: int
    left_alone: int = 0

    def after(self, wall_s: float, processor_s: float) -> None:
        """Use one thread for a while if the last step got less than it could have used."""
        self.left_alone -= 1
        if self.most > 1 and self.left_alone <= 0:
            crowded = torch.get_num_threads() > 1 and processor_s < 0.72 * self.most * wall_s
            self.left_alone = 8 if crowded else 0
            torch.set_num_threads(1 if crowded else self.most)


@dataclass(slots=True)
class Corpus:
    """What is trained on, prepared."""

    attribution: list[list[Prepared]]
    names: list[Prepared]
    coreference: list[Prepared]


def load(corpora: Path, web_names: Path | None = None) -> Corpus:
    """Read and prepare the training parts. An article with several annotators is a list of several."""
    pieces = word_piece()
    articles: dict[str, list[Prepared]] = {}
    for passage in polnear.articles(corpora / "polnear", "train", all_annotators=True):
        kept = polnear.without_left_out(passage)
        if not kept.words:
            continue
        articles.setdefault(passage.name.rsplit("_", 1)[0], []).append(prepare(kept, pieces))
    wire = list(newswire.newswire(corpora / "worldwide-newswire", "train"))
    if web_names is not None:
        wire += load_silver(web_names)
    chains = ontogum.documents(corpora / "gum", "train")
    return Corpus(list(articles.values()), [prepare(p, pieces) for p in wire], [prepare(p, pieces) for p in chains])


def rounds(corpus: Corpus, plan: Plan, chance: random.Random) -> Iterator[tuple[str, list[Window], Noise]]:
    """Batches without end: all attributions, a share of the names, all chains, shuffled; and again."""
    while True:
        one = [("attribution", group, Noise()) for group in _attribution(corpus, plan, chance)]
        one += [("names", group, Noise(capitals=0.12, layout=0.5)) for group in _names(corpus, plan, chance)]
        for prepared in _sample(corpus.coreference, plan.coreference_share, chance):
            windows = list(cut(prepared, chance.choice((256, 384)), chance.uniform(0.4, 1)))
            one.append(("coreference", _some(windows, chance), Noise(pieces=0.02, layout=0)))
        chance.shuffle(one)
        yield from one


def _attribution(corpus: Corpus, plan: Plan, chance: random.Random) -> list[list[Window]]:
    windows: list[Window] = []
    for annotated in corpus.attribution:
        prepared = chance.choice(annotated)
        limit = chance.choices((384, 128, 2), (0.45, 0.35, 0.2))[0]
        if limit == 2:
            windows += _alone(prepared)
        else:
            windows += cut(prepared, limit, chance.uniform(0.3, 1))
    return batches(windows, plan.budget, chance)


def _alone(prepared: Prepared) -> Iterator[Window]:
    """One paragraph a window."""
    for first, last in prepared.units:
        window = Window(prepared, first, last)
        if window.size <= 384:
            yield window


def _names(corpus: Corpus, plan: Plan, chance: random.Random) -> list[list[Window]]:
    chosen = _sample(corpus.names, plan.names_share, chance)
    windows = [
        window for prepared in chosen for window in cut(prepared, chance.choice((384, 128, 48)), chance.uniform(0.3, 1))
    ]
    return batches(windows, plan.budget, chance)


def _sample(passages: list[Prepared], share: float, chance: random.Random) -> list[Prepared]:
    return chance.sample(passages, int(share * len(passages)))


def _some(windows: list[Window], chance: random.Random, most: int = 6) -> list[Window]:
    """At most `most` windows in a row, from anywhere."""
    start = chance.randint(0, max(0, len(windows) - most))
    return windows[start : start + most]


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
            "plan": asdict(plan),
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


def start(plan: Plan, weights: Path | None) -> Run:
    """A fresh run from the pretrained encoder, or from the average of an earlier run."""
    torch.manual_seed(plan.seed)
    net = Net(len(vocabulary()), plan.dropout)
    load_pretrained(net.encoder, load_file(pretrained_weights()))
    if weights is not None:
        net.load_state_dict(torch.load(weights, weights_only=True)["average"], strict=False)
    optimiser = torch.optim.AdamW(parameter_groups(net, plan), betas=(0.9, 0.98), fused=True)
    return Run(net, {name: tensor.clone() for name, tensor in net.state_dict().items()}, optimiser)


def advance(
    run: Run, kind: str, windows: list[Window], noise: Noise, plan: Plan, chance: random.Random, frame: tuple[int, int]
) -> float:
    """One step; its loss."""
    share = share_of_rate(run.progress(plan), plan.warm_up)
    for group in run.optimiser.param_groups:
        group["lr"] = group["top"] * share
    batch = collate(windows, *frame, chance, noise)
    with torch.autocast("cpu", torch.bfloat16):
        loss = LOSSES[kind](run.net, batch)
    weights = {"names": plan.names_weight, "coreference": plan.coreference_weight}
    run.optimiser.zero_grad(set_to_none=True)
    (loss * weights.get(kind, 1.0)).backward()
    torch.nn.utils.clip_grad_norm_(run.net.parameters(), 5.0)
    run.optimiser.step()
    run.step += 1
    if run.step % 5 == 0:
        _average(run, plan)
    return loss.item()


def _average(run: Run, plan: Plan) -> None:
    keep = min(plan.average, run.step / (run.step + 50)) ** 5
    for name, tensor in run.net.state_dict().items():
        run.average[name].lerp_(tensor, 1 - keep)


def averaged(run: Run, dropout: float = 0.0) -> Net:
    """A net with the running average as its weights."""
    net = Net(run.net.encoder.pieces.num_embeddings, dropout)
    net.load_state_dict(run.average)
    return net


def main() -> None:
    """Train, log, save, judge."""
    options = _options()
    plan = Plan(**{key: value for key, value in vars(options).items() if key in Plan.__dataclass_fields__})
    torch.set_num_threads(options.threads)
    options.run.mkdir(parents=True, exist_ok=True)
    run = start(plan, options.weights)
    if options.resume:
        run.load(options.run / "last.pt")
    train(run, plan, options.corpora, options.run, options.web_names)


def train(run: Run, plan: Plan, corpora: Path, folder: Path, web_names: Path | None = None) -> None:
    """Until the plan is done; a checkpoint and figures every `judge_minutes`."""
    pieces = word_piece()
    frame = (pieces.start, pieces.end)
    chance = random.Random(plan.seed * 1000 + run.step)
    log = (folder / "log.jsonl").open("a", encoding="utf-8")
    recent: dict[str, list[float]] = {}
    clock, judged, saved, seen = time.monotonic(), run.seconds, run.seconds, 0
    threads, work = Threads(torch.get_num_threads()), time.process_time()
    for kind, windows, noise in rounds(load(corpora, web_names), plan, chance):
        if run.progress(plan) >= 1:
            break
        recent.setdefault(kind, []).append(advance(run, kind, windows, noise, plan, chance, frame))
        seen += sum(window.size for window in windows)
        now = time.monotonic()
        threads.after(now - clock, time.process_time() - work)
        run.seconds, clock, work = run.seconds + now - clock, now, time.process_time()
        if run.step % 50 == 0:
            _note(log, run, recent, seen)
            recent, seen = {}, seen
        if run.seconds - saved > plan.save_minutes * 60:
            run.save(folder / "last.pt", plan)
            saved = run.seconds
        if run.seconds - judged > plan.judge_minutes * 60:
            _note_figures(log, run, judge(averaged(run), corpora, pieces, 4))
            judged, clock = run.seconds, time.monotonic()
    run.save(folder / "last.pt", plan)
    _note_figures(log, run, judge(averaged(run), corpora, pieces))


def _note(log: object, run: Run, recent: dict[str, list[float]], seen: int) -> None:
    losses = {kind: round(sum(values) / len(values), 3) for kind, values in recent.items()}
    line = json.dumps({"step": run.step, "seconds": round(run.seconds), "pieces": seen, **losses})
    print(line, file=log, flush=True)  # type: ignore[call-overload]


def _note_figures(log: object, run: Run, figures: dict[str, dict[str, float]]) -> None:
    line = json.dumps({"step": run.step, "seconds": round(run.seconds), **figures})
    print(line, file=log, flush=True)  # type: ignore[call-overload]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--weights", type=Path, help="begin from the average of this checkpoint")
    parser.add_argument("--web-names", type=Path, help="silver names that recipe.webnames wrote")
    parser.add_argument("--threads", type=int, default=2)
    for name, default in asdict(Plan()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(default), default=default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
