"""The encoder and its heads.

The heads use plain products, sums and rectifiers on word vectors, so that the package can
compute them with numpy; only the encoder goes through ONNX.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipe.crf import Chain
from recipe.distance import DISTANCES, distances
from recipe.event_examples import plover_types
from recipe.event_heads import ParticipantHead, TriggerHead
from recipe.factuality import HappenedHead
from recipe.labels import FLAT, NAMES, PAIR, RELATIONS, TAGS
from sayso.tagger.encode import LAYOUT, QUOTING, SHAPES
from sayso.tagger.matching import GAPS, MATCHES
from sayso.tagger.pairs import PARAGRAPHS

WIDTH = 384
LAYERS = 6
LOWER = (3, 1)
"""The layers, counted from 1, that types of events are read from: the last ones keep less of what words mean."""
HEADS = 12
MAX_MENTION = 20


class Layer(nn.Module):
    """One transformer layer, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.inputs = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        states = self.norm(states + self.dropout(self.output(self.attend(self.inputs(states), bias))))
        return self.last_norm(states + self.dropout(self.narrow(F.gelu(self.wide(states)))))

    def attend(self, inputs: Tensor, bias: Tensor) -> Tensor:
        """Queries, keys and values side by side to what the heads make of them. Shape: (windows, pieces, WIDTH)."""
        query, key, value = inputs.view(*inputs.shape[:2], 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: torch's fused attention is several times slower backwards on two cores.
        likeness = query * (WIDTH // HEADS) ** -0.5 @ key.transpose(-1, -2) + bias.to(query.dtype)
        return (likeness.softmax(-1).to(value.dtype) @ value).transpose(1, 2).flatten(2)


class Encoder(nn.Module):
    """Pieces and features to a vector for every word."""

    def __init__(self, pieces: int, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.quoting = nn.Embedding(QUOTING, WIDTH)
        self.layout = nn.Embedding(LAYOUT, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        for table in (self.shapes, self.quoting, self.layout):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, pieces: Tensor, features: Tensor, heads: Tensor) -> Tensor:
        """Shape: (windows, words, WIDTH)."""
        return self.layered(pieces, features, heads)[..., :WIDTH]

    def layered(self, pieces: Tensor, features: Tensor, heads: Tensor) -> Tensor:
        """The last layer's vectors and, beside them, those of the lower ones. Shape: (windows, words, widths)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.pieces(pieces) + self.places(places)
        states = states + self.shapes(features[:, :, 0]) + self.quoting(features[:, :, 1])
        states = self.dropout(self.norm(states + self.layout(features[:, :, 2])))
        bias = torch.zeros(pieces.shape, dtype=states.dtype, device=pieces.device)
        bias = bias.masked_fill(pieces == 0, -1e4)[:, None, None, :]
        kept = [states]
        for layer in self.layers:
            kept.append(layer(kept[-1], bias))
        beside = torch.cat([kept[number] for number in (len(self.layers), *LOWER)], -1)
        return beside.gather(1, heads[:, :, None].expand(-1, -1, beside.shape[-1]))


class PairHead(nn.Module):
    """For a cue and every word: is the word of the cue's source, of its content, or neither?"""

    def __init__(self, width: int = 256, rank: int = 128) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, width)
        self.cue = nn.Linear(2 * WIDTH, width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.paragraph = nn.Embedding(PARAGRAPHS, width)
        self.out = nn.Linear(width, len(PAIR))
        self.word_rank = nn.Linear(WIDTH, rank)
        self.cue_rank = nn.Linear(2 * WIDTH, rank * len(PAIR))
        self.flat_share = nn.Parameter(torch.full((2,), 0.3))
        self.chain = Chain(PAIR)
        for table in (self.distance, self.paragraph):
            nn.init.normal_(table.weight, std=0.1)

    def forward(
        self, words: Tensor, flat: Tensor, window: Tensor, first: Tensor, last: Tensor, paragraphs: Tensor
    ) -> Tensor:
        """Emissions of every cue. Shape: (cues, words, labels).

        `window`, `first` and `last` (inclusive) place the cues; `paragraphs` numbers each word's.
        """
        cue = torch.cat([words[window, first], words[window, last]], -1)
        hidden = self.word(words)[window] + self.cue(cue)[:, None]
        places = torch.arange(words.shape[1], device=words.device)
        hidden = hidden + self.distance(distances(places, first, last))
        hidden = hidden + self.paragraph(paragraph_steps(paragraphs[window], first))
        ranks = self.cue_rank(cue).view(len(cue), -1, len(PAIR))
        both = torch.bmm(self.word_rank(words)[window], ranks) / math.sqrt(ranks.shape[1])
        return self.out(F.relu(hidden)).float() + both.float() + self._of_flat(flat)[window]

    def _of_flat(self, flat: Tensor) -> Tensor:
        roles = flat[..., [1, 2, 5, 6]] * self.flat_share.repeat_interleave(2)
        return torch.cat([torch.zeros_like(roles[..., :1]), roles], -1)


def paragraph_steps(paragraphs: Tensor, first: Tensor) -> Tensor:
    """Paragraphs from the cue's to the word's, -3 to 3, counted from 0. Shape: (cues, words)."""
    own = paragraphs.gather(1, first[:, None])
    return (paragraphs - own).clamp(-3, 3) + 3


class CoreferenceHead(nn.Module):
    """Scores stretches as mentions, and earlier mentions as antecedents."""

    def __init__(self, width: int = 192, pair_width: int = 96) -> None:
        super().__init__()
        self.first = nn.Linear(WIDTH, width)
        self.last = nn.Linear(WIDTH, width)
        self.length = nn.Embedding(MAX_MENTION, width)
        self.mention = nn.Linear(width, 1)
        self.later = nn.Linear(width, pair_width)
        self.earlier = nn.Linear(width, pair_width)
        self.product = nn.Linear(width, width, bias=False)
        self.match = nn.Embedding(MATCHES, pair_width)
        self.gap = nn.Embedding(GAPS, pair_width)
        self.out = nn.Linear(pair_width, 1)
        for table in (self.length, self.match, self.gap):
            nn.init.normal_(table.weight, std=0.1)

    def mentions(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors and scores of the stretches that begin at each word, by length less one.

        Shapes: (words, MAX_MENTION, width), (words, MAX_MENTION); what runs past the end scores far below zero.
        """
        places = torch.arange(len(words))[:, None] + torch.arange(MAX_MENTION)
        ends = self.last(words)[places.clamp_max(len(words) - 1)]
        vectors = F.relu(self.first(words)[:, None] + ends + self.length.weight)
        return vectors, self.mention(vectors)[..., 0].masked_fill(places >= len(words), -1e4)

    def antecedents(self, vectors: Tensor, scores: Tensor, match: Tensor, gap: Tensor) -> Tensor:
        """Score of row's mention with column's as antecedent. Shape: (mentions, mentions)."""
        hidden = self.later(vectors)[:, None] + self.earlier(vectors)[None]
        hidden = F.relu(hidden + self.match(match) + self.gap(gap))
        product = self.product(vectors) @ vectors.T / math.sqrt(vectors.shape[1])
        return self.out(hidden)[..., 0] + product + scores[:, None] + scores[None]


class SyntaxHead(nn.Module):
    """Parts of speech, heads within the sentence, and the relation to a head."""

    def __init__(self, width: int = 160, relation_width: int = 192) -> None:
        super().__init__()
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.dependent = nn.Linear(WIDTH, width)
        self.governor = nn.Linear(WIDTH, width)
        self.arc = nn.Linear(width, width, bias=False)
        self.governs = nn.Linear(width, 1)
        self.root = nn.Parameter(torch.zeros(width))
        self.step = nn.Embedding(DISTANCES, 1)
        self.lower = nn.Linear(WIDTH, relation_width)
        self.upper = nn.Linear(WIDTH, relation_width)
        self.far = nn.Embedding(DISTANCES, relation_width)
        self.relation = nn.Linear(relation_width, len(RELATIONS))
        for table in (self.step, self.far):
            nn.init.normal_(table.weight, std=0.1)

    def arcs(self, words: Tensor) -> Tensor:
        """Score of the row's word having the column's as head; the last is the root. (windows, words, words + 1)."""
        below, above = F.relu(self.dependent(words)).float(), F.relu(self.governor(words)).float()
        above = torch.cat([above, self.root.expand(len(words), 1, -1)], 1)
        scores = self.arc(below) @ above.transpose(1, 2) / math.sqrt(below.shape[-1])
        return scores.float() + self.governs(above).float().transpose(1, 2) + F.pad(self._steps(words.shape[1]), (0, 1))

    def _steps(self, count: int) -> Tensor:
        places = torch.arange(count)
        return self.step(distances(places, places, places))[..., 0]

    def relations(self, words: Tensor, window: Tensor, place: Tensor, head: Tensor) -> Tensor:
        """Score of each relation between a word and its head. Shape: (words asked about, relations)."""
        hidden = self.lower(words[window, place]) + self.upper(words[window, head])
        step = distances(head[:, None], place, place)[:, 0]
        scores: Tensor = self.relation(F.relu(hidden + self.far(step)))
        return scores


class Net(nn.Module):
    """The whole: one encoder, a head for each layer of annotation."""

    def __init__(self, pieces: int, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, dropout, layers)
        self.dropout = nn.Dropout(dropout)
        self.flat = nn.Linear(WIDTH, len(FLAT))
        self.flat_chain = Chain(FLAT)
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.names_chain = Chain(NAMES)
        self.pair = PairHead()
        self.coreference = CoreferenceHead()
        self.syntax = SyntaxHead()
        self.happened = HappenedHead(WIDTH)
        self.triggers = TriggerHead(WIDTH, len(LOWER) * WIDTH, len(plover_types()))
        self.participants = ParticipantHead(WIDTH, len(LOWER) * WIDTH)

    def words(self, pieces: Tensor, features: Tensor, heads: Tensor) -> Tensor:
        """Word vectors as the heads take them. Shape: (windows, words, WIDTH)."""
        states: Tensor = self.dropout(self.encoder(pieces, features, heads))
        return states


def depth(weights: Iterable[str]) -> int:
    """How many layers the encoder has whose weights have these names."""
    return len({name.split(".")[2] for name in weights if name.startswith("encoder.layers.")})


def load_pretrained(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Fill the encoder with the weights of a BERT of the same shape."""
    named = {name.removeprefix("bert."): tensor.float() for name, tensor in weights.items()}
    stem = "embeddings."
    state = encoder.state_dict()
    segment = named[stem + "token_type_embeddings.weight"][0]
    state["pieces.weight"] = named[stem + "word_embeddings.weight"]
    state["places.weight"] = named[stem + "position_embeddings.weight"] + segment
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = named[f"{stem}LayerNorm.{part}"]
        for number in range(LAYERS):
            _load_layer(state, named, number, part)
    encoder.load_state_dict(state)


def _load_layer(state: dict[str, Tensor], named: dict[str, Tensor], number: int, part: str) -> None:
    ours, theirs = f"layers.{number}.", f"encoder.layer.{number}."
    attention = theirs + "attention.self."
    state[f"{ours}inputs.{part}"] = torch.cat(
        [named[f"{attention}{name}.{part}"] for name in ("query", "key", "value")]
    )
    for own, name in (
        ("output", "attention.output.dense"),
        ("norm", "attention.output.LayerNorm"),
        ("wide", "intermediate.dense"),
        ("narrow", "output.dense"),
        ("last_norm", "output.LayerNorm"),
    ):
        state[f"{ours}{own}.{part}"] = named[f"{theirs}{name}.{part}"]
