import random

import pytest
import torch

from recipe.corpora import Passage, Relation, word_piece
from recipe.model import Net
from sayso.annotate.tokens import words_of

TEXT = """\
Harbour plan delayed, minister says
"We will not open the Tarn terminal before March," Ines Okafor said on Monday.
The ministry, she added, had asked for "a full survey" of the quay; engineers believe that it will take weeks.
"""


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
        "harbour", TEXT, words, relations=relations, names=names, chains=[[(19, 20), (28, 28)], [(9, 11), (38, 38)]]
    )


@pytest.fixture
def pieces():
    return word_piece()


@pytest.fixture
def chance() -> random.Random:
    return random.Random(3)
