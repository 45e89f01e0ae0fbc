"""Finish the coreference head: the encoder stands still, so its vectors are computed once and many rounds are cheap.

`python -m recipe.chains CORPORA CHECKPOINT FINISHED` trains on the GUM documents that are not held back and on GAP's
development passages (a pronoun and two names), prints the development figure as it goes, and writes a checkpoint
that `recipe.export` takes.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from recipe import gap, ontogum
from recipe.corpora import Passage, vocabulary, word_piece
from recipe.losses import antecedent_scores, choice_loss, document_loss, keep_mentions
from recipe.model import Net, depth
from recipe.plan import Finish
from recipe.windows import collate, cut, prepare
from sayso.evaluate.coreference import METRICS, apart, coreference
from sayso.evaluate.counts import mean, total
from sayso.tagger.matching import matches
from sayso.tagger.mentions import clusters, settle

LONGEST_PIECES = 384


@dataclass(frozen=True, slots=True)
class Read:
    """A document with the vectors of its words. Shape: (words, width)."""

    passage: Passage
    texts: list[str]
    vectors: Tensor


def read(net: Net, passage: Passage) -> Read:
    """The document as the encoder sees it, windows side by side."""
    pieces = word_piece()
    parts = []
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for window in cut(prepare(passage, pieces), LONGEST_PIECES):
            batch = collate([window], pieces.start, pieces.end)
            parts.append(net.words(batch.pieces, batch.features, batch.heads)[0].float())
    texts = [passage.word(number) for number in range(len(passage.words))]
    return Read(passage, texts, torch.cat(parts).clone())


def read_loss(net: Net, document: Read, dropout: nn.Dropout) -> Tensor:
    """Mentions and links of one document; nats a mention, roughly."""
    loss = document_loss(net, dropout(document.vectors), document.passage, 0, document.texts)
    return loss / (len(document.passage.chains or []) + 1) / 3


def figure(net: Net, documents: list[Read], threshold: float = 0.0) -> float:
    """CoNLL F1, in per cent."""
    counts = []
    with torch.inference_mode():
        for document in documents:
            vectors, scores = net.coreference.mentions(document.vectors)
            kept = keep_mentions(scores, len(document.texts))
            links = antecedent_scores(net, vectors, scores, kept, document.texts).numpy()
            match = matches([document.texts[first : last + 1] for first, last in kept])
            found = clusters(kept, settle(links, np.array(kept), match, document.texts), threshold)
            counts.append(coreference(apart(document.passage.chains or []), apart(found)))
    return 100 * (mean([total(one[metric] for one in counts).f1 for metric in METRICS]) or 0.0)


def finish(
    net: Net, documents: list[Read], choices: list[Read], held: list[Read], rounds: int, chance: random.Random
) -> None:
    """Train the head alone; the learning rate falls to nothing."""
    optimiser = torch.optim.AdamW(net.coreference.parameters(), lr=1e-3, weight_decay=0.02)
    dropout = nn.Dropout(0.25)
    falling = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: max(0.02, 1 - done / rounds))
    for number in range(rounds):
        losses: list[float] = []
        for document in chance.sample(documents, len(documents)):
            loss = read_loss(net, document, dropout)
            if choices:
                few = chance.sample(choices, 6)
                loss = loss + 0.5 * torch.stack([choice_loss(net, dropout(o.vectors), o.passage) for o in few]).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.coreference.parameters(), 2.0)
            optimiser.step()
            losses.append(loss.item())
        falling.step()
        if number % 4 == 3:
            print(
                f"round {number + 1}: loss {sum(losses) / len(losses):.3f}, CoNLL {figure(net, held):.1f}", flush=True
            )


def finish_checkpoint(corpora: Path, checkpoint: Path, finished: Path, numbers: Finish, seed: int = 1) -> None:
    """Read a checkpoint's average, train its head, write a checkpoint of the average alone."""
    torch.manual_seed(seed)
    average = torch.load(checkpoint, weights_only=True)["average"]
    net = Net(len(vocabulary()), 0.0, depth(average))
    net.load_state_dict({name: tensor for name, tensor in average.items() if not name.startswith("event.")})
    net.eval()
    parts = (ontogum.documents(corpora / "gum", part) for part in ("train", "dev"))
    documents, held = ([read(net, one) for one in part] for part in parts)
    choices = [read(net, one) for one in islice(gap.passages(corpora / "gap" / "gap-development.tsv"), numbers.gap)]
    print(f"before: CoNLL {figure(net, held):.1f}", flush=True)
    finish(net, documents, choices, held, numbers.rounds, random.Random(seed))
    torch.save({"average": {**average, **net.state_dict()}}, finished)


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("finished", type=Path)
    parser.add_argument("--rounds", type=int, default=Finish().rounds)
    parser.add_argument("--gap", type=int, default=Finish().gap, help="how many of GAP's passages to learn from")
    options = parser.parse_args()
    finish_checkpoint(options.corpora, options.checkpoint, options.finished, Finish(options.rounds, options.gap))


if __name__ == "__main__":
    main()
