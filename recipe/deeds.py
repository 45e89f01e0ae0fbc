"""Finish the heads for words of events and who takes part: the encoder stands still, so its vectors are computed once.

`python -m recipe.deeds CHECKPOINT FINISHED` trains both heads on the passages of our own, prints how they fare on the
sentences of tests/events/fresh.jsonl, which nothing learns from, and writes a checkpoint that `recipe.export` takes:
the mean of what the heads were and what they have become. All that the other heads find stays as it is.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from recipe import event_examples
from recipe.corpora import Passage, vocabulary, word_piece
from recipe.losses import deed_nats
from recipe.model import Net, depth
from recipe.plan import Finish
from recipe.tasks import LONGEST
from recipe.windows import Window, collate, prepare

HEADS = ("triggers", "participants")
RATE, BATCH, DROPOUT = 3e-4, 16, 0.2
TOGETHER = 32
"""Passages of about one length that the encoder reads at once."""


@dataclass(frozen=True, slots=True)
class Read:
    """A passage with the vectors of its words, of the last layer and lower ones. Shape: (words, all widths)."""

    passage: Passage
    layers: Tensor


def read(net: Net, passages: Iterable[Passage]) -> list[Read]:
    """Passages of one window as the encoder sees them."""
    pieces = word_piece()
    windows = [Window(prepare(one, pieces), 0, len(one.words)) for one in passages]
    windows = sorted((one for one in windows if one.size <= LONGEST), key=lambda one: one.size)
    found = []
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(windows), TOGETHER):
            some = windows[first : first + TOGETHER]
            batch = collate(some, pieces.start, pieces.end)
            layers = net.encoder.layered(batch.pieces, batch.features, batch.heads).to(torch.bfloat16)
            found += [
                Read(one.prepared.passage, row[: one.last].clone()) for one, row in zip(some, layers, strict=True)
            ]
    return found


def nats(net: Net, some: Sequence[Read], dropout: nn.Module) -> Tensor:
    """What the heads are off by, as in `losses.triggers_loss`; nats a passage."""
    told = []
    for one in some:
        layers = dropout(one.layers.float())
        told.append(deed_nats(net, one.passage, net.triggers(layers), layers))
    return torch.stack(told).sum() / len(some)


def finish(net: Net, learnt: list[Read], held: list[Read], rounds: int, chance: random.Random) -> None:
    """Train both heads; the learning rate falls to nothing."""
    weights = [parameter for head in HEADS for parameter in getattr(net, head).parameters()]
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.02)
    steps = rounds * (len(learnt) // BATCH + 1)
    falling = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: max(0.0, 1 - done / steps))
    dropout = nn.Dropout(DROPOUT)
    for number in range(rounds):
        losses: list[float] = []
        order = chance.sample(learnt, len(learnt))
        for first in range(0, len(order), BATCH):
            loss = nats(net, order[first : first + BATCH], dropout)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 2.0)
            optimiser.step()
            falling.step()
            losses.append(loss.item())
        with torch.inference_mode():
            off = nats(net, held, nn.Identity()).item()
        print(f"round {number + 1}: {sum(losses) / len(losses):.3f} nats, held back {off:.3f}", flush=True)


def finish_checkpoint(checkpoint: Path, finished: Path, rounds: int, seed: int = 1) -> None:
    """Read a checkpoint's average, train its heads, write a checkpoint of the average alone."""
    torch.manual_seed(seed)
    average = torch.load(checkpoint, weights_only=True)["average"]
    net = Net(len(vocabulary()), 0.0, depth(average))
    net.load_state_dict({name: tensor for name, tensor in average.items() if not name.startswith("event.")})
    net.eval()
    learnt = read(net, (one.passage for one in event_examples.ours()))
    fresh = (one.passage for one in event_examples.listed(event_examples.FRESH))
    held = read(net, (one for one in fresh if all(words for words, _ in one.triggers or [])))
    with torch.inference_mode():
        print(f"before: held back {nats(net, held, nn.Identity()).item():.3f}", flush=True)
    finish(net, learnt, held, rounds, random.Random(seed))
    fitted = {name: tensor for name, tensor in net.state_dict().items() if name.startswith(HEADS)}
    halfway = {name: (average[name] + tensor) / 2 for name, tensor in fitted.items()}
    torch.save({"average": {**average, **halfway}}, finished)


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("finished", type=Path)
    parser.add_argument("--rounds", type=int, default=Finish().deed_rounds)
    options = parser.parse_args()
    finish_checkpoint(options.checkpoint, options.finished, options.rounds)


if __name__ == "__main__":
    main()
