import numpy as np

from sayso.tagger.matching import gaps, matches


def kind(one: str, other: str) -> int:
    return int(matches([one.split(), other.split()])[1, 0])


def test_kinds_of_likeness() -> None:
    assert kind("she", "they") == 1
    assert kind("she", "the minister") == 2
    assert kind("the quay", "the minister") == 3
    assert kind("Tarn minister Okafor", "the Tarn terminal") == 4
    assert kind("the first survey", "a survey") == 5
    assert kind("the survey", "Survey") == 6
    assert kind("She", "she") == 7
    assert kind("She", "her") == 0


def test_head_is_what_stands_before_what_describes_it() -> None:
    assert kind("the mayor of Tarn", "the mayor") == 5
    assert kind("the mayor , who resigned", "a former mayor") == 5
    assert kind("the mayor of Tarn", "Tarn") == 4


def test_shared_small_words_are_no_likeness() -> None:
    assert kind("the head of the port", "the price of fish") == 3


def test_possessive_mark_is_not_the_last_word() -> None:
    assert kind("Ines Okafor 's", "Okafor") == 5


def test_matches_are_symmetric() -> None:
    found = matches([["she"], ["Ines", "Okafor"], ["Okafor"], ["her"], ["the", "port"]])
    assert np.array_equal(found, found.T)


def test_gaps_grow_by_powers_of_two() -> None:
    assert gaps(np.array([0, 0, 1, 3, 7, 5000]))[0].tolist() == [0, 0, 1, 2, 3, 11]
