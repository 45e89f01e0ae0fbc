"""A cue and a word: is the word of the cue's source, of its content, or neither?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from sayso.tagger.bundle import Bundle
from sayso.tagger.chain import Floats
from sayso.tagger.distance import distances
from sayso.tagger.encode import Ints

PARAGRAPHS: Final = 7
"""Steps from a cue's paragraph to a word's that are told apart, from three back to three on."""
FARTHEST: Final = 1_024


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the words and cues of a report bring to each pair, worked out once.

    `between` has a row for each distance and, within, each step of paragraphs. Of a sum that is cut off at nothing, the
    cue's part is subtracted from the bound instead, in `bounds`, and from what follows, in `offsets`.
    Shapes: cues (cues, 2), first words and last; words (words, width); ranked (words, rank); shared (words, labels);
    bounds (cues, width); ranks (cues, rank, labels); offsets (cues, labels).
    """

    cues: Ints
    paragraphs: Ints
    words: Floats
    ranked: Floats
    shared: Floats
    between: Floats
    bounds: Floats
    ranks: Floats
    offsets: Floats
    out: Floats

    def emissions(self, number: int, part: slice) -> Floats:
        """Of the words in `part`, as one cue's. Shape: (words, labels)."""
        first, last = self.cues[number].tolist()
        steps = np.minimum(np.maximum(self.paragraphs[part] - self.paragraphs[first], -3), 3) + 3
        reach = slice(part.start - first + FARTHEST, part.stop - first + FARTHEST)
        hidden = self.between.take(_far_from(last - first)[reach] * PARAGRAPHS + steps, axis=0)
        hidden += self.words[part]
        np.maximum(hidden, self.bounds[number], out=hidden)
        emissions: Floats = hidden @ self.out
        emissions += self.ranked[part] @ self.ranks[number]
        emissions += self.shared[part]
        emissions += self.offsets[number]
        return emissions


def pairs_of(bundle: Bundle, vectors: Floats, flat: Floats, paragraphs: Ints, cues: Ints) -> Pairs:
    """The pairs of a report's words with its cues, half-open.

    Shapes: (words, width), (words, labels), (words,), (cues, 2).
    """
    ends = np.stack([cues[:, 0], cues[:, 1] - 1], axis=1)
    cue = vectors[:, : bundle.width][ends].reshape(len(cues), -1)
    own, ranked = bundle.linear("pair.cue", cue), bundle.linear("pair.word_rank", vectors)
    ranks = bundle.linear("pair.cue_rank", cue).reshape(len(cues), ranked.shape[1], -1)
    out = np.ascontiguousarray(bundle.heads["pair.out.weight"].T)
    between = bundle.heads["pair.distance.weight"][:, None] + bundle.heads["pair.paragraph.weight"]
    return Pairs(
        cues=ends,
        paragraphs=paragraphs,
        words=np.ascontiguousarray(bundle.linear("pair.word", vectors)),
        ranked=ranked,
        shared=_of_flat(bundle, flat),
        between=between.reshape(-1, between.shape[-1]),
        bounds=-own,
        ranks=ranks / np.float32(math.sqrt(ranked.shape[1])),
        offsets=own @ out + bundle.heads["pair.out.bias"],
        out=out,
    )


def _of_flat(bundle: Bundle, flat: Floats) -> Floats:
    """What the roles without their cue add. Shape: (words, labels of a pair)."""
    shared = np.zeros((len(flat), 5), np.float32)
    shared[:, 1:] = flat[:, [1, 2, 5, 6]] * np.repeat(bundle.heads["pair.flat_share"], 2)
    return shared


@lru_cache
def _far_from(length: int) -> Ints:
    """Buckets of words' distances from a cue that ends `length` words after its first; the first's is at `FARTHEST`."""
    return distances(np.arange(-FARTHEST, FARTHEST + length), 0, length)
