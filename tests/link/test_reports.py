"""The same actor across the sample reports, as the pipeline reads them. The floors are those of the plan."""

import pytest

from link_figures import Figures, measure, read, samples

PRECISION, RECALL = 0.98, 0.85


@pytest.fixture(scope="module")
def records():
    return {sample["id"]: read(sample) for sample in samples("all")}


@pytest.mark.slow
@pytest.mark.bundle
@pytest.mark.parametrize("part", ["tuned", "held", "all"])
def test_same_actors_are_joined_and_others_are_not(part, records, capsys):
    figures: Figures = measure([(sample, records[sample["id"]]) for sample in samples(part)])
    with capsys.disabled():
        print(f"\n{part}: {figures}")
    told = "\n".join(figures.mistakes) if part == "tuned" else str(figures)
    assert figures.precision >= PRECISION, told
    assert figures.recall >= RECALL, told


def test_gold_stands_in_the_texts():
    for sample in samples("all"):
        for mention in sample["actors"]:
            assert sample["text"][mention["start"] :].startswith(mention["words"])


def test_no_report_that_is_held_back_is_among_those_tuned_on():
    assert len(samples("all")) >= 200
    assert len({sample["text"] for sample in samples("all")}) == len(samples("all"))
