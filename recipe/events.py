"""Fit the head for types of events: the encoder stands still, so its vectors are computed once and rounds are cheap.

`python -m recipe.events CORPORA CHECKPOINT FINISHED` fits it on all sentences and writes a checkpoint that
`recipe.export` takes. With `--folds 5` it writes nothing and prints the figures of cross-validation instead: macro F1
over the types of PLV's marked relations, and event or no event over the CAMEO classes. No sentence of the fold that is
asked about is trained on, from whichever corpus.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from recipe import event_examples
from recipe.corpora import vocabulary, word_piece
from recipe.event_examples import Example, column, plover_types
from recipe.event_heads import EventHead, of_sentence, trigger_nats
from recipe.model import LOWER, WIDTH, Net, depth
from recipe.windows import Batch, Window, collate, prepare
from sayso.tagger.events import places

BATCH = 32
RATE = 1e-3
DECAY = 0.05
UNSEEN = 0.1
RARE = 0.4
"""Rare types count more, by this power of how rare they are."""


@dataclass(frozen=True, slots=True)
class Read:
    """An example with the vectors of its words. Shapes: (words, width), (words, 3)."""

    example: Example
    vectors: Tensor
    places: Tensor
    blind: Tensor


@dataclass(frozen=True, slots=True)
class Group:
    """Examples side by side. `wanted` are the types that each may be of, by number with 0 for none."""

    reads: Sequence[Read]
    vectors: Tensor
    mask: Tensor
    places: Tensor
    source: Tensor
    target: Tensor
    wanted: Tensor


def examples(corpora: Path) -> list[Example]:
    """What the head between marks learns from; a sentence of CAMEO's that PLV has too is left to PLV, but for class 0.

    Of our own only the sentences of `tests/events`: with all that we wrote the macro F1 of cross-validation is 74.4
    instead of 78.9.
    """
    marked = list(event_examples.plv(corpora))
    known = {one.group for one in marked}
    others = [one for one in event_examples.cameo(corpora) if not one.types or one.group not in known]
    return [*marked, *others, *event_examples.own(event_examples.SENTENCES)]


def read(net: Net, found: Sequence[Example], size: int = 16) -> list[Read]:
    """Each example as the encoder sees it, in the order given."""
    pieces = word_piece()
    windows = [Window(prepare(one.passage, pieces), 0, len(one.passage.words)) for one in found]
    order = sorted(range(len(found)), key=lambda number: windows[number].size)
    vectors: dict[int, Tensor] = {}
    with torch.inference_mode():
        for start in range(0, len(order), size):
            numbers = order[start : start + size]
            batch = collate([windows[number] for number in numbers], pieces.start, pieces.end)
            rows = layered(net, batch)
            vectors.update({n: row[: windows[n].last].clone() for n, row in zip(numbers, rows, strict=True)})
    return [_read(one, vectors[number]) for number, one in enumerate(found)]


def layered(net: Net, batch: Batch) -> Tensor:
    """The lower layers of the encoder, which the head reads. Shape: (windows, words, widths)."""
    vectors: Tensor = net.encoder.layered(batch.pieces, batch.features, batch.heads)
    return vectors[..., WIDTH:]


def _read(example: Example, vectors: Tensor) -> Read:
    count = len(vectors)
    blind = torch.from_numpy(places(count, range(0), range(0)))
    return Read(example, vectors, torch.from_numpy(places(count, example.source, example.target)), blind)


def group(reads: Sequence[Read], blind: Sequence[bool]) -> Group:
    """Pad them into one; of those that are `blind`, the marks are not seen."""
    count, longest, width = len(reads), max(len(one.vectors) for one in reads), reads[0].vectors.shape[1]
    vectors, where = torch.zeros(count, longest, width), torch.zeros(count, longest, 3, dtype=torch.long)
    mask = torch.zeros(count, longest, dtype=torch.bool)
    source, target = torch.zeros(count, width), torch.zeros(count, width)
    wanted = torch.zeros(count, 1 + len(plover_types()))
    for row, (one, unseen) in enumerate(zip(reads, blind, strict=True)):
        own = len(one.vectors)
        vectors[row, :own], mask[row, :own] = one.vectors, True
        where[row, :own] = one.blind if unseen else one.places
        for side, marked in ((source, one.example.source), (target, one.example.target)):
            if len(marked) and not unseen:
                side[row] = one.vectors[marked.start : marked.stop].mean(0)
        wanted[row, [column(kind) for kind in one.example.types] or [0]] = 1
    return Group(reads, vectors, mask, where, source, target, wanted)


def scores_of(head: EventHead, batch: Group) -> Tensor:
    """Scores of every word. Shape: (sentences, words, types)."""
    scores: Tensor = head(batch.vectors, batch.source, batch.target, batch.places)
    return scores


def event_loss(scores: Tensor, batch: Group, weights: Tensor) -> Tensor:
    """Nats a sentence: of its types, and where its triggers are known, of every word's."""
    whole = of_sentence(scores, batch.mask)
    nats = -(whole + torch.log(batch.wanted.clamp_min(1e-9))).logsumexp(1)
    share = (batch.wanted * weights).sum(1) / batch.wanted.sum(1)
    known = [
        trigger_nats(row[: len(one.vectors)], one.example.passage.triggers)
        for one, row in zip(batch.reads, scores, strict=True)
        if one.example.passage.triggers is not None
    ]
    return (nats * share).mean() + sum(known, scores.new_zeros(())) / len(batch.reads)


def fit(reads: Sequence[Read], rounds: int, seed: int) -> EventHead:
    """A head for what is between marks; a tenth of the marks is hidden, so that it does without them too."""
    torch.manual_seed(seed)
    head = EventHead(len(LOWER) * WIDTH, len(plover_types()))
    chance = random.Random(seed)
    weights = _weights(reads)
    optimiser = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY, fused=True)
    steps = rounds * (len(reads) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / 30, 1.2 * (1 - step / steps), 1)
    )
    for _ in range(rounds):
        for chosen in _batches(reads, chance):
            batch = group(chosen, [chance.random() < UNSEEN for _ in chosen])
            optimiser.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                loss = event_loss(scores_of(head, batch), batch, weights)
            loss.backward()
            optimiser.step()
            schedule.step()
    return head.eval()


def _batches(reads: Sequence[Read], chance: random.Random) -> list[list[Read]]:
    """All of them, those of like length together, in random order."""
    order = sorted(reads, key=lambda one: len(one.vectors) + chance.uniform(0, 12))
    found = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    chance.shuffle(found)
    return found


def _weights(reads: Sequence[Read]) -> Tensor:
    """What a sentence of each type counts; 1 for none. CAMEO's classes, each of several types, say nothing here."""
    counts = Counter(kind for one in reads if one.example.passage.name != "cameo" for kind in one.example.types)
    usual = sum(counts.values()) / len(plover_types())
    return torch.tensor([1.0, *((usual / max(counts[kind], 1)) ** RARE for kind in plover_types())])


def likely(head: EventHead, reads: Sequence[Read], blind: bool = False) -> np.ndarray:
    """Likelihood of none, then of each type, for each sentence."""
    parts = []
    with torch.inference_mode():
        for start in range(0, len(reads), 64):
            batch = group(reads[start : start + 64], [blind] * len(reads[start : start + 64]))
            scores = scores_of(head, batch)
            parts.append(of_sentence(scores, batch.mask).exp().numpy())
    return np.concatenate(parts)


def fitted(net: Net, corpora: Path, rounds: int, seed: int) -> dict[str, Tensor]:
    """The head between marks fitted on a still encoder, as a checkpoint has it."""
    head = fit(read(net, examples(corpora)), rounds, seed)
    return {f"event.{name}": part for name, part in head.state_dict().items()}


def load_net(checkpoint: Path) -> Net:
    """The running average of a checkpoint."""
    average = torch.load(checkpoint, weights_only=True)["average"]
    net = Net(len(vocabulary()), 0.0, depth(average))
    net.load_state_dict(average, strict=False)
    return net.eval()


def main() -> None:
    """Fit and write, or cross-validate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("finished", type=Path, nargs="?")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=16)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    net = load_net(options.checkpoint)
    if options.folds:
        from recipe.event_folds import cross_validate

        reads = read(net, examples(options.corpora))
        classes = {one.group: bool(one.types) for one in event_examples.cameo(options.corpora)}
        cross_validate(reads, classes, options.folds, options.rounds, options.seeds)
        return
    state = torch.load(options.checkpoint, weights_only=True)
    torch.save({"average": {**state["average"], **fitted(net, options.corpora, options.rounds, 1)}}, options.finished)


if __name__ == "__main__":
    main()
