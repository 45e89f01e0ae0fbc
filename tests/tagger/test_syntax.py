import numpy as np
import pytest

from sayso.record.annotation import Sentence
from sayso.tagger.bundle import Bundle
from sayso.tagger.syntax import LONGEST_SENTENCE, parse
from sayso.tagger.tagger import NeuralTagger

from .conftest import WIDTH, Rows
from .test_tagger import TEXT, tokens_of


def vectors(words: int) -> np.ndarray:
    return np.random.default_rng(2).normal(size=(words, WIDTH)).astype(np.float32)


def test_every_word_descends_from_the_root_of_its_sentence(bundle: Bundle) -> None:
    words = parse(bundle, vectors(30), [(0, 12), (12, 13), (13, 30)])
    for first, last in ((0, 12), (12, 13), (13, 30)):
        assert sum(word.head is None for word in words[first:last]) == 1
        for place in range(first, last):
            head, steps = words[place].head, 0
            while head is not None:
                assert first <= head < last
                head, steps = words[head].head, steps + 1
                assert steps < 30


def test_root_is_called_root_and_nothing_else_is(bundle: Bundle) -> None:
    assert all((word.head is None) == (word.relation == "root") for word in parse(bundle, vectors(9), [(0, 9)]))


def test_endless_sentence_is_taken_in_stretches(bundle: Bundle) -> None:
    words = parse(bundle, vectors(3 * LONGEST_SENTENCE), [(0, 3 * LONGEST_SENTENCE)])
    assert sum(word.head is None for word in words) == 3


@pytest.mark.parametrize("split", [2, 5])
def test_sentence_does_not_depend_on_its_neighbours(bundle: Bundle, split: int) -> None:
    rows = vectors(8)
    alone = parse(bundle, rows[:split], [(0, split)])
    assert parse(bundle, rows, [(0, split), (split, 8)])[:split] == alone


def test_tagger_gives_a_word_for_each_token_if_it_knows_the_sentences(bundle: Bundle, encoder: Rows) -> None:
    tokens = tokens_of(TEXT)
    half = len(tokens) // 2
    sentences = [
        Sentence(tokens[a].start, tokens[b - 1].end, block=0, tokens=(a, b))
        for a, b in ((0, half), (half, len(tokens)))
    ]
    tagger = NeuralTagger(bundle, encoder)
    assert len(tagger.tag(TEXT, sentences, tokens).words) == len(tokens)
    assert tagger.tag(TEXT, (), tokens).words == ()
