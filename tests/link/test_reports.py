"""The same actor across the sample reports, as the pipeline reads them."""

import pytest

from link_figures import measure, read, samples

PRECISION, RECALL = 0.98, 0.85


@pytest.mark.slow
@pytest.mark.bundle
@pytest.mark.timeout(900)
def test_same_actors_are_joined_and_others_are_not(capsys):
    figures = measure([(sample, read(sample)) for sample in samples()])
    with capsys.disabled():
        print(f"\n{figures}")
    told = "\n".join(figures.mistakes)
    assert figures.precision >= PRECISION, told
    assert figures.recall >= RECALL, told


@pytest.mark.slow
@pytest.mark.bundle
def test_reports_that_are_held_back_tell_no_worse(capsys):
    figures = measure([(sample, read(sample)) for sample in samples(held_back=True)])
    with capsys.disabled():
        print(f"\nheld back: {figures}")
    assert figures.precision >= PRECISION, "do not look at the mistakes"
    assert figures.recall >= 0.75, "do not look at the mistakes"


def test_gold_stands_in_the_texts():
    for sample in [*samples(), *samples(held_back=True)]:
        for mention in sample["actors"]:
            assert sample["text"][mention["start"] :].startswith(mention["words"])


def test_there_are_more_than_two_hundred_reports_and_no_text_twice():
    texts = [sample["text"] for sample in [*samples(), *samples(held_back=True)]]
    assert len(set(texts)) == len(texts) >= 200
