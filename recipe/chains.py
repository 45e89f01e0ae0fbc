"""Finish the coreference head: the encoder stands still, so its vectors are computed once and many rounds are cheap.

`python -m recipe.chains CORPORA CHECKPOINT FINISHED` trains on the GUM documents that are not held back and on GAP's
development passages (a pronoun and two names), prints the development figure as it goes, and writes a checkpoint
that `recipe.export` takes.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from recipe import ontogum
from recipe.corpora import Passage, vocabulary, word_piece
from recipe.losses import antecedent_scores, chain_clusters, keep_mentions, linking_loss
from recipe.model import Net
from recipe.windows import collate, cut, prepare
from sayso.annotate.tokens import words_of
from sayso.evaluate.coreference import METRICS, apart, coreference
from sayso.evaluate.counts import mean, total
from sayso.spans import Span
from sayso.tagger.mentions import clusters

LONGEST_PIECES = 384


@dataclass(frozen=True, slots=True)
class Read:
    """A document with the vectors of its words. Shape: (words, width)."""

    passage: Passage
    texts: list[str]
    vectors: Tensor


@dataclass(frozen=True, slots=True)
class Choice:
    """A GAP passage: the pronoun's word, the two names, and which of them it means (2: neither)."""

    read: Read
    pronoun: int
    names: tuple[tuple[int, int], tuple[int, int]]
    answer: int


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


def choices(net: Net, path: Path) -> Iterator[Choice]:
    """GAP's passages, as far as their names fall on words."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            words = words_of(row["Text"])
            spans = [_words(words, int(row[f"{key}-offset"]), row[key]) for key in ("Pronoun", "A", "B")]
            if None not in spans:
                pronoun, *names = [span for span in spans if span is not None]
                answer = 0 if row["A-coref"] == "TRUE" else 1 if row["B-coref"] == "TRUE" else 2
                passage = Passage(row["ID"], row["Text"], words)
                yield Choice(read(net, passage), pronoun[0], (names[0], names[1]), answer)


def _words(words: list[Span], start: int, text: str) -> tuple[int, int] | None:
    inside = [n for n, word in enumerate(words) if start <= word.start and word.end <= start + len(text)]
    return (inside[0], inside[-1]) if inside else None


def document_loss(net: Net, document: Read, dropout: nn.Dropout) -> Tensor:
    """Mentions and links of one document; nats a mention, roughly."""
    vectors, scores = net.coreference.mentions(dropout(document.vectors))
    gold = torch.zeros_like(scores)
    owners = chain_clusters(document.passage.chains or [], 0, len(document.texts))
    for first, last in owners:
        gold[first, last - first] = 1
    spotting = functional.binary_cross_entropy_with_logits(scores, gold, reduction="sum")
    kept = keep_mentions(scores.detach() + 100 * gold, len(document.texts))
    return (spotting + linking_loss(net, vectors, scores, kept, owners, document.texts)) / (len(owners) + 1)


def choice_loss(net: Net, choice: Choice, dropout: nn.Dropout) -> Tensor:
    """Does the pronoun, or the later of the three, go back to the right one?"""
    vectors, scores = net.coreference.mentions(dropout(choice.read.vectors))
    pronoun = (choice.pronoun, choice.pronoun)
    kept = sorted({pronoun, *choice.names})
    links = antecedent_scores(net, vectors, scores, kept, choice.read.texts)
    at = [kept.index(name) for name in choice.names]
    own = kept.index(pronoun)
    values = [links[max(own, place), min(own, place)] for place in at]
    return functional.cross_entropy(torch.stack([*values, torch.zeros(())])[None], torch.tensor([choice.answer]))


def figure(net: Net, documents: list[Read], threshold: float = 0.0) -> float:
    """CoNLL F1, in per cent."""
    counts = []
    with torch.inference_mode():
        for document in documents:
            vectors, scores = net.coreference.mentions(document.vectors)
            kept = keep_mentions(scores, len(document.texts))
            links = antecedent_scores(net, vectors, scores, kept, document.texts)
            found = clusters(kept, links.numpy(), threshold)
            counts.append(coreference(apart(document.passage.chains or []), apart(found)))
    return 100 * (mean([total(one[metric] for one in counts).f1 for metric in METRICS]) or 0.0)


def finish(
    net: Net, documents: list[Read], gap: list[Choice], held: list[Read], rounds: int, chance: random.Random
) -> None:
    """Train the head alone; the learning rate falls to nothing."""
    optimiser = torch.optim.AdamW(net.coreference.parameters(), lr=1e-3, weight_decay=0.02)
    dropout = nn.Dropout(0.25)
    falling = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: max(0.02, 1 - done / rounds))
    for number in range(rounds):
        losses: list[float] = []
        for document in chance.sample(documents, len(documents)):
            loss = document_loss(net, document, dropout)
            if gap:
                few = chance.sample(gap, 6)
                loss = loss + 0.5 * torch.stack([choice_loss(net, one, dropout) for one in few]).mean()
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


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("finished", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--gap", type=int, default=2000, help="how many of GAP's passages to learn from")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    net = Net(len(vocabulary()), 0.0)
    net.load_state_dict(torch.load(options.checkpoint, weights_only=True)["average"])
    net.eval()
    documents, held = (
        [read(net, one) for one in ontogum.documents(options.corpora / "gum", part)] for part in ("train", "dev")
    )
    gap = list(choices(net, options.corpora / "gap" / "gap-development.tsv"))[: options.gap]
    print(f"before: CoNLL {figure(net, held):.1f}", flush=True)
    finish(net, documents, gap, held, options.rounds, random.Random(options.seed))
    torch.save({"average": net.state_dict()}, options.finished)


if __name__ == "__main__":
    main()
