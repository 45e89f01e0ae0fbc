"""What each layer of annotation asks of the net."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from recipe.corpora import Passage
from recipe.event_heads import participant_nats, trigger_nats
from recipe.factuality import happened_of
from recipe.labels import NAMES, RELATIONS, TAGS, flat_labels, paint, reopened
from recipe.model import MAX_MENTION, Net
from recipe.windows import Batch, Window
from sayso.tagger.matching import gaps, matches

RATING_WEIGHT = 2.0
"""What a unit of distance from readers' ratings counts, beside syntax."""
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
    return document_loss(net, words, passage, batch.windows[0].first, _texts(batch)) / len(words) * 20


def document_loss(net: Net, words: Tensor, passage: Passage, offset: int, texts: list[str]) -> Tensor:
    """Nats over the words from `offset` on. Mentions in no chain are spotted too, and go back to nothing."""
    clusters = chain_clusters(passage.chains or [], offset, len(words))
    vectors, scores = net.coreference.mentions(words)
    gold = torch.zeros_like(scores)
    for first, last in (*clusters, *chain_clusters([passage.alone], offset, len(words))):
        gold[first, last - first] = 1
    spotting = F.binary_cross_entropy_with_logits(scores, gold, reduction="sum")
    kept = keep_mentions(scores.detach() + 100 * gold, len(words))
    return spotting + linking_loss(net, vectors, scores, kept, clusters, texts)


def choices_loss(net: Net, batch: Batch) -> Tensor:
    """Does a pronoun, or the later of the three, go back to the right one of two names? Nats a passage, times four."""
    words = net.words(batch.pieces, batch.features, batch.heads).float()
    losses = []
    for row, window in zip(words, batch.windows, strict=True):
        own = row[: window.last - window.first]
        losses.append(choice_loss(net, own, window.prepared.passage))
    return torch.stack(losses).mean() * 4


def choice_loss(net: Net, words: Tensor, passage: Passage) -> Tensor:
    """Nats of the right antecedent, among the two names and none, over a passage's words."""
    choice = passage.choice
    assert choice is not None
    vectors, scores = net.coreference.mentions(words)
    pronoun = (choice.pronoun, choice.pronoun)
    kept = sorted({pronoun, *choice.names})
    links = antecedent_scores(net, vectors, scores, kept, [passage.word(number) for number in range(len(words))])
    own, places = kept.index(pronoun), [kept.index(name) for name in choice.names]
    values = [links[max(own, place), min(own, place)] for place in places]
    return F.cross_entropy(torch.stack([*values, torch.zeros(())])[None], torch.tensor([choice.answer]))


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


def syntax_loss(net: Net, batch: Batch) -> Tensor:
    """Tags, heads and relations of the sentences that lie wholly in a window, nats per ten words; and ratings."""
    words = net.words(batch.pieces, batch.features, batch.heads)
    window, place, head, tag, relation, sentence = tree_labels(batch)
    tags = F.cross_entropy(net.syntax.tag(words[window, place]).float(), tag, reduction="sum")
    scores = arc_scores(net, words, sentence)[window, place]
    arcs = F.cross_entropy(scores, torch.where(head < 0, words.shape[1], head), reduction="sum")
    under = head >= 0
    kinds = net.syntax.relations(words, window[under], place[under], head[under]).float()
    relations = F.cross_entropy(kinds, relation[under], reduction="sum")
    return (tags + arcs + relations) / len(window) * 10 + RATING_WEIGHT * happened_of(net, words, batch)


def arc_scores(net: Net, words: Tensor, sentence: Tensor) -> Tensor:
    """Scores of heads; those outside of the sentence and a word itself ruled out.

    Shape: (windows, words, words + 1), the root last.
    """
    apart = sentence[:, :, None] != sentence[:, None]
    apart = apart | torch.eye(words.shape[1], dtype=torch.bool)
    return net.syntax.arcs(words).masked_fill(F.pad(apart, (0, 1)), -1e4)


def tree_labels(batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Window, place, head's place (-1: root), tag and relation of each annotated word; the sentence of every word."""
    rows: list[tuple[int, int, int, int, int]] = []
    sentence = torch.full(tuple(batch.heads.shape), -1)
    for number, window in enumerate(batch.windows):
        passage = window.prepared.passage
        for count, (first, last) in enumerate(passage.sentences or []):
            if first < window.first or last > window.last:
                continue
            sentence[number, first - window.first : last - window.first] = count
            for place in range(first, last):
                word = (passage.syntax or [])[place]
                if word.relation:
                    head = -1 if word.head is None else word.head - window.first
                    relation = 0 if word.head is None else RELATIONS.index(word.relation)
                    rows.append((number, place - window.first, head, TAGS.index(word.tag), relation))
    window_, place_, head_, tag_, relation_ = torch.tensor(rows).reshape(-1, 5).T
    return window_, place_, head_, tag_, relation_, sentence


def triggers_loss(net: Net, batch: Batch) -> Tensor:
    """Triggers with their types, all other words as none, and who takes part; nats a sentence."""
    layers = net.encoder.layered(batch.pieces, batch.features, batch.heads)
    scores = net.triggers(layers)
    nats = []
    for window, row, vectors in zip(batch.windows, scores, layers, strict=True):
        passage, count = window.prepared.passage, window.last - window.first
        nats.append(deed_nats(net, passage, row[:count], vectors[:count]))
    return torch.stack(nats).sum() / len(batch.windows)


def deed_nats(net: Net, passage: Passage, scores: Tensor, layers: Tensor) -> Tensor:
    """Nats of the triggers of a passage, by the scores of its words, and of who takes part."""
    told = trigger_nats(scores, passage.triggers or [])
    return told + participants_nats(net, passage, scores.detach(), layers)


def participants_nats(net: Net, passage: Passage, scores: Tensor, layers: Tensor) -> Tensor:
    """Nats of all who take part in the events of a passage, as far as they are known.

    A trigger is asked about at the word of it that tells most of an event, as when the net is used.
    """
    known = passage.participants
    asked = [(words, known[number]) for number, (words, _) in enumerate(passage.triggers or []) if number in known]
    if not asked:
        return layers.new_zeros(())
    best = [words.start + int(scores[words.start : words.stop].amax(1).argmax()) for words, _ in asked]
    shares = net.participants(layers, torch.tensor(best))
    return torch.stack([participant_nats(row, people) for row, (_, people) in zip(shares, asked, strict=True)]).sum()
