"""What each layer of annotation asks of the net."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from recipe.labels import NAMES, flat_labels, paint, reopened
from recipe.model import MAX_MENTION, Net
from recipe.windows import Batch, Window
from sayso.tagger.matching import gaps, matches

KEPT_A_WORD = 0.3
"""Mentions kept for antecedent scoring, a word of the report; GUM has 0.14."""


def attribution_loss(net: Net, batch: Batch) -> Tensor:
    """Flat roles, and roles by cue; nats per hundred words."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    flat = net.flat(words).float()
    labels = _padded([flat_labels(w.prepared.passage, w.first, w.last) for w in batch.windows])
    loss = net.flat_chain.loss(flat, labels, batch.mask)
    cues = [cue for number, window in enumerate(batch.windows) for cue in _cues(number, window)]
    if cues:
        loss = loss + _pair_loss(net, batch, words, flat, cues)
    return loss / batch.mask.sum() * 100


Cue = tuple[int, int, int, list[int]]


def _cues(number: int, window: Window) -> list[Cue]:
    """Window, first and last word in it, and the labels of its words, for every cue wholly inside."""
    found: list[Cue] = []
    for relation in window.prepared.passage.relations or []:
        first, last = relation.cue[0] - window.first, relation.cue[-1] - window.first
        if first >= 0 and last < window.last - window.first:
            labels = [0] * (window.last - window.first)
            paint(labels, relation.source, window.first, 1)
            paint(labels, relation.content, window.first, 3)
            found.append((number, first, last, reopened(labels)))
    return found


def _pair_loss(net: Net, batch: Batch, words: Tensor, flat: Tensor, cues: list[Cue]) -> Tensor:
    window, first, last = (torch.tensor([cue[place] for cue in cues]) for place in range(3))
    width = words.shape[1]
    labels = torch.tensor([cue[3] + [0] * (width - len(cue[3])) for cue in cues])
    emissions = net.pair(words, flat, window, first, last, paragraphs(batch))
    return net.pair.chain.loss(emissions, labels, batch.mask[window])


def paragraphs(batch: Batch) -> Tensor:
    """Number of each word's paragraph in its window. Shape: (windows, words)."""
    opens = batch.features[:, :, 2].gather(1, batch.heads) == 2
    return opens.long().cumsum(1)


def names_loss(net: Net, batch: Batch) -> Tensor:
    """Names; nats per hundred words."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    labels = _padded([name_labels(window) for window in batch.windows])
    return net.names_chain.loss(net.names(words), labels, batch.mask) / batch.mask.sum() * 100


def name_labels(window: Window) -> list[int]:
    """Labels of the window's words; a name cut by its beginning starts anew."""
    gold = list((window.prepared.passage.names or [])[window.first : window.last])
    if gold and gold[0].startswith("I-"):
        gold[0] = "B" + gold[0][1:]
    return [NAMES.index(label) for label in gold]


def _padded(rows: list[list[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def coreference_loss(net: Net, batch: Batch) -> Tensor:
    """Mentions, and the antecedents of those that are kept. The batch is one whole document."""
    words = net.words(batch.pieces, batch.features, batch.heads)[batch.mask.bool()].float()
    passage = batch.windows[0].prepared.passage
    offset = batch.windows[0].first
    clusters = chain_clusters(passage.chains or [], offset, len(words))
    vectors, scores = net.coreference.mentions(words)
    gold = torch.zeros_like(scores)
    for first, last in clusters:
        gold[first, last - first] = 1
    spotting = F.binary_cross_entropy_with_logits(scores, gold, reduction="sum")
    kept = keep_mentions(scores.detach() + 100 * gold, len(words))
    linking = linking_loss(net, vectors, scores, kept, clusters, _texts(batch))
    return (spotting + linking) / len(words) * 20


def _texts(batch: Batch) -> list[str]:
    return [w.prepared.passage.word(number) for w in batch.windows for number in range(w.first, w.last)]


def chain_clusters(chains: list[list[tuple[int, int]]], offset: int, words: int) -> dict[tuple[int, int], int]:
    """The chain of each mention, by its words counted from `offset`; what is too long or outside is left out."""
    return {
        (first - offset, last - offset): number
        for number, chain in enumerate(chains)
        for first, last in chain
        if first >= offset and last - offset < words and last - first < MAX_MENTION
    }


def keep_mentions(scores: Tensor, words: int) -> list[tuple[int, int]]:
    """The best stretches as (first, last), in text order."""
    count = min(int(KEPT_A_WORD * words) + 1, scores.numel())
    best = scores.flatten().topk(count).indices.tolist()
    stretches = sorted((place // MAX_MENTION, place // MAX_MENTION + place % MAX_MENTION) for place in best)
    return [stretch for stretch in stretches if stretch[1] < words]


def linking_loss(
    net: Net,
    vectors: Tensor,
    scores: Tensor,
    kept: list[tuple[int, int]],
    clusters: dict[tuple[int, int], int],
    texts: list[str],
) -> Tensor:
    links = antecedent_scores(net, vectors, scores, kept, texts)
    owner = torch.tensor([clusters.get(stretch, -1) for stretch in kept])
    right = (owner[:, None] == owner[None]) & (owner >= 0)[:, None]
    right = right & torch.ones_like(right).tril(-1)
    none = torch.zeros(len(kept), 1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    links = torch.cat([none, links], 1)
    return -(links.masked_fill(~right, -1e4).logsumexp(1) - links.logsumexp(1)).sum()


def antecedent_scores(
    net: Net, vectors: Tensor, scores: Tensor, kept: list[tuple[int, int]], texts: list[str]
) -> Tensor:
    """Row's mention with column's as antecedent; far below zero unless the column is earlier."""
    first = torch.tensor([stretch[0] for stretch in kept])
    length = torch.tensor([last - first for first, last in kept])
    match = torch.from_numpy(matches([texts[a : b + 1] for a, b in kept]))
    gap = torch.from_numpy(gaps(first.numpy()))
    links: Tensor = net.coreference.antecedents(vectors[first, length], scores[first, length], match, gap)
    return links.masked_fill(~torch.ones_like(match).bool().tril(-1), -1e4)
