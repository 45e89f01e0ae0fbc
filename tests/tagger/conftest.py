from pathlib import Path

import numpy as np
import pytest

from sayso.tagger.bundle import FORMAT, Bundle, Calibration, Card
from sayso.tagger.chain import Floats
from sayso.tagger.encode import Window

WIDTH = 8
LETTERS = "abcdefghijklmnopqrstuvwxyz.,\"'“”-"
VOCABULARY = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, *(f"##{letter}" for letter in LETTERS), "said", "##aid")


class Rows:
    """An encoder without weights: a word's vector depends on its pieces and on nothing else."""

    def vectors(self, window: Window) -> Floats:
        table = np.random.default_rng(4).normal(size=(len(VOCABULARY), WIDTH)).astype(np.float32)
        ends = [*window.heads[1:], len(window.pieces) - 1]
        return np.stack([table[window.pieces[a:b]].sum(0) for a, b in zip(window.heads, ends, strict=True)])


@pytest.fixture
def encoder() -> Rows:
    return Rows()


def heads() -> dict[str, Floats]:
    """Small random weights for every head."""
    generator = np.random.default_rng(8)
    shapes = {
        "flat.weight": (7, WIDTH),
        "flat.bias": (7,),
        "flat_chain.transitions": (7, 7),
        "flat_chain.starts": (7,),
        "names.weight": (3, WIDTH),
        "names.bias": (3,),
        "names_chain.transitions": (3, 3),
        "names_chain.starts": (3,),
        "pair.word.weight": (6, WIDTH),
        "pair.word.bias": (6,),
        "pair.cue.weight": (6, 2 * WIDTH),
        "pair.cue.bias": (6,),
        "pair.distance.weight": (26, 6),
        "pair.paragraph.weight": (7, 6),
        "pair.out.weight": (5, 6),
        "pair.out.bias": (5,),
        "pair.word_rank.weight": (4, WIDTH),
        "pair.word_rank.bias": (4,),
        "pair.cue_rank.weight": (20, 2 * WIDTH),
        "pair.cue_rank.bias": (20,),
        "pair.flat_share": (2,),
        "pair.chain.transitions": (5, 5),
        "pair.chain.starts": (5,),
        "coreference.first.weight": (6, WIDTH),
        "coreference.first.bias": (6,),
        "coreference.last.weight": (6, WIDTH),
        "coreference.last.bias": (6,),
        "coreference.length.weight": (4, 6),
        "coreference.mention.weight": (1, 6),
        "coreference.mention.bias": (1,),
        "coreference.later.weight": (5, 6),
        "coreference.later.bias": (5,),
        "coreference.earlier.weight": (5, 6),
        "coreference.earlier.bias": (5,),
        "coreference.product.weight": (6, 6),
        "coreference.match.weight": (8, 5),
        "coreference.gap.weight": (12, 5),
        "coreference.out.weight": (1, 5),
        "coreference.out.bias": (1,),
        "syntax.tag.weight": (3, WIDTH),
        "syntax.tag.bias": (3,),
        "syntax.dependent.weight": (6, WIDTH),
        "syntax.dependent.bias": (6,),
        "syntax.governor.weight": (6, WIDTH),
        "syntax.governor.bias": (6,),
        "syntax.arc.weight": (6, 6),
        "syntax.governs.weight": (1, 6),
        "syntax.governs.bias": (1,),
        "syntax.root": (6,),
        "syntax.step.weight": (26, 1),
        "syntax.lower.weight": (5, WIDTH),
        "syntax.lower.bias": (5,),
        "syntax.upper.weight": (5, WIDTH),
        "syntax.upper.bias": (5,),
        "syntax.far.weight": (26, 5),
        "syntax.relation.weight": (4, 5),
        "syntax.relation.bias": (4,),
    }
    arrays = {name: generator.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    for name, labels in (("flat_chain", 7), ("names_chain", 3), ("pair.chain", 5)):
        for inside in range(2, labels, 2):
            allowed = np.isin(np.arange(labels), (inside - 1, inside))
            arrays[f"{name}.transitions"][~allowed, inside] = -1e4
            arrays[f"{name}.starts"][inside] = -1e4
    return arrays


def card() -> Card:
    roles = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
    return Card(
        format=FORMAT,
        version="en@0",
        language="en",
        labels={
            "flat": roles,
            "pair": [*roles[:3], *roles[5:]],
            "names": ["O", "B-person", "I-person"],
            "tags": ["NOUN", "PUNCT", "VERB"],
            "relations": ["nsubj", "obj", "obl", "punct"],
        },
        calibration={"attribution": Calibration((1.0, 1.0, 1.0), 0.0), "names": Calibration((1.0,), 0.0)},
    )


@pytest.fixture
def bundle() -> Bundle:
    return Bundle(card(), VOCABULARY, heads(), Path("encoder.onnx"))
