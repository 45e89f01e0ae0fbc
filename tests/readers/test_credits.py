import pytest

from sayso.readers.agencies import agencies, agency
from sayso.readers.credits import closing_credit_of, credit_line_of


@pytest.mark.parametrize(
    ("line", "wires", "writers"),
    [
        ("Reporting by Ada Obi in Kyiv and Ben Roe; editing by Cy Poe", (), ("Ada Obi", "Ben Roe")),
        ("(Reporting by Ada Obi; Editing by Ben Roe)", (), ("Ada Obi",)),
        ("Reporting and writing by Ada Obi, editing by Ben Roe", (), ("Ada Obi",)),
        ("Additional reporting by Ada Obi", (), ()),
        ("Source: AFP", ("AFP",), ()),
        ("© 2022 AFP", ("AFP",), ()),
        ("Copyright 2022 The Associated Press. All rights reserved.", ("AP",), ()),
        ("AFP", ("AFP",), ()),
        ("— Reuters", ("Reuters",), ()),
        ("With inputs from PTI", ("PTI",), ()),
        ("(With agency inputs)", (), ()),
        ("AP contributed to this report", ("AP",), ()),
        ("Ada Obi in Kyiv contributed to this report.", (), ()),
        ("Associated Press writer Ada Obi reported from Accra.", ("AP",), ("Ada Obi",)),
        (
            "___ Associated Press writers Ada Obi and Ben Roe contributed to this report.",
            ("AP",),
            ("Ada Obi", "Ben Roe"),
        ),
    ],
)
def test_credit_line_is_read(line: str, wires: tuple[str, ...], writers: tuple[str, ...]) -> None:
    found = credit_line_of(line)
    assert found
    assert (found.agencies, found.writers) == (wires, writers)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the ministry was late, he said.",
        "Reporting by the army showed that the bridge had fallen.",
        "The AP said so.",
        "Source: a man in the street",
        "From the beginning, the AP was there.",
        "He contributed to this report on rivers, which took ten years, she said.",
        "Editing by hand is slow.",
        "",
    ],
)
def test_prose_is_no_credit(line: str) -> None:
    assert credit_line_of(line) is None


@pytest.mark.parametrize(
    ("paragraph", "left"), [("since May. — AFP", "since May."), ("he said.” (Reuters)", "he said.”")]
)
def test_agency_that_signs_the_last_paragraph_is_cut_off(paragraph: str, left: str) -> None:
    found = closing_credit_of(paragraph)
    assert found
    assert paragraph[: found[0]] == left


@pytest.mark.parametrize("paragraph", ["seen by the AP", "in May (AP)", "he told Reuters.", "", "It left. (Monday)"])
def test_last_sentence_is_left_whole(paragraph: str) -> None:
    assert closing_credit_of(paragraph) is None


def test_agencies_have_one_short_name() -> None:
    assert agency("The Associated Press") == agency("Associated Press") == agency("AP") == "AP"
    assert agencies("AFP, Reuters and AP") == ("AFP", "Reuters", "AP")
    assert agencies("AFP and others") == ()
