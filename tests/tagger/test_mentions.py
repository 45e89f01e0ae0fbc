import numpy as np

from sayso.tagger.matching import matches
from sayso.tagger.mentions import NAMESAKE, SHARED, _shared, settle


def shared(words: str) -> np.ndarray:
    """Of words whose own scores are their places and nothing."""
    texts = words.split()
    return _shared(np.stack([np.arange(len(texts)), np.zeros(len(texts))], 1).astype(np.float32), texts)[:, 0]


def test_capitalised_word_takes_part_of_its_scores_from_all_its_like() -> None:
    found = shared("Tarn paid , TARN said")
    assert np.allclose(found[[0, 3]], [1.5 * SHARED, 3 - 1.5 * SHARED])
    assert found[[1, 2, 4]].tolist() == [1, 2, 4]


def test_small_word_shares_nothing() -> None:
    assert shared("the port , the quay").tolist() == [0, 1, 2, 3, 4]


def settled(words: str, *mentions: tuple[int, int]) -> np.ndarray:
    texts, kept = words.split(), np.array(mentions)
    match = matches([texts[a : b + 1] for a, b in mentions])
    return settle(np.zeros((len(kept), len(kept)), np.float32), kept, match, texts)


def test_namesakes_are_drawn_together() -> None:
    found = settled("Tarn and the Tarn , the port and the port", (0, 0), (2, 3), (5, 6), (8, 9))
    assert found[1, 0] == NAMESAKE
    assert found[2, 0] == found[3, 2] == 0


def test_mention_does_not_go_back_to_what_it_lies_in() -> None:
    found = settled("the mayor of Tarn left it", (0, 3), (3, 3), (5, 5))
    assert found[1, 0] == -np.inf
    assert found[2, 0] == found[2, 1] == 0
