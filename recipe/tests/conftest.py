import random

import pytest
import torch

from recipe.corpora import Choice, Passage, Relation, word_piece
from recipe.model import Net
from sayso.annotate.tokens import words_of
from sayso.record.annotation import Word

TEXT = """\
Harbour plan delayed, minister says
"We will not open the Tarn terminal before March," Ines Okafor said on Monday.
The ministry, she added, had asked for "a full survey" of the quay; engineers believe that it will take weeks.
"""


HEADLINE = [
    Word(tag="NOUN", head=1, relation="compound"),
    Word(tag="NOUN", head=2, relation="nsubj:pass"),
    Word(tag="VERB", head=5, relation="ccomp"),
    Word(tag="PUNCT", head=5, relation="punct"),
    Word(tag="NOUN", head=5, relation="nsubj"),
    Word(tag="VERB", head=None, relation="root"),
]


@pytest.fixture
def net() -> Net:
    """A net with random weights, far enough from nothing for differences to show."""
    torch.manual_seed(5)
    return Net(30522, 0.0).eval()


@pytest.fixture
def passage() -> Passage:
    """Words 0 to 4 are the headline."""
    words = words_of(TEXT)
    relations = [Relation((4,), (5,), (0, 1, 2)), Relation((19, 20), (21,), tuple(range(6, 18)))]
    names = ["O"] * len(words)
    names[19:21] = ["B-Person", "I-Person"]
    return Passage(
        "harbour",
        TEXT,
        words,
        relations=relations,
        names=names,
        chains=[[(19, 20), (28, 28)], [(9, 11), (38, 38)]],
        alone=[(15, 16)],
        choice=Choice(28, ((0, 1), (19, 20)), 1),
        happened={2: -2.0, 5: 2.5},
        sentences=[(0, 6), (6, 25), (25, len(words))],
        syntax=[*HEADLINE, *[Word(tag="X", head=None, relation="")] * (len(words) - len(HEADLINE))],
    )


@pytest.fixture
def pieces():
    return word_piece()


@pytest.fixture
def chance() -> random.Random:
    return random.Random(3)
