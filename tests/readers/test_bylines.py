import pytest

from sayso.readers.bylines import bare_byline_of, byline_of, introduces, names_in
from sayso.readers.mastheads import masthead_of


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("By AFP", (), ("AFP",)),
        ("By Ada Obi and Ben Roe", ("Ada Obi", "Ben Roe"), ()),
        ("By Ada Obi, Ben Roe and Cy Poe", ("Ada Obi", "Ben Roe", "Cy Poe"), ()),
        ("BY ADA OBI", ("ADA OBI",), ()),
        ("By Ada Obi in Kyiv and Ben Roe in Moscow", ("Ada Obi", "Ben Roe"), ()),
        ("By Ada Obi, Political Editor", ("Ada Obi",), ()),
        ("By Ada Obi | AFP", ("Ada Obi",), ("AFP",)),
        ("By ADA OBI, Associated Press", ("ADA OBI",), ("AP",)),
        ("By Ada Obi (AFP)", ("Ada Obi",), ("AFP",)),
        ("By Ada de la Cruz, of the Associated Press", ("Ada de la Cruz",), ("AP",)),
        ("By Dr. Ada Obi", ("Dr. Ada Obi",), ()),
        ("By AFP and Reuters", (), ("AFP", "Reuters")),
        ("By Reuters Staff", (), ("Reuters",)),
        ("By Staff Reporter", (), ()),
        ("By Agencies", (), ()),
        ("Written by: Ada Obi", ("Ada Obi",), ()),
        ("Opinion · by Ada Obi · 9 April 2021", ("Ada Obi",), ()),
        ("By Ada Obi Thursday 22 June 2017", ("Ada Obi",), ()),
        ("By Ada Obi, October 15, 2022", ("Ada Obi",), ()),
        ("By Ada Obi, Sample Weekly, 2 May 2026", ("Ada Obi",), ()),
        ("By Local Democracy Reporter Ada Obi", ("Ada Obi",), ()),
        ("By Ada Obi and Ben Star", ("Ada Obi", "Ben Star"), ()),
    ],
)
def test_byline_names_people_and_agencies(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    found = byline_of(line)
    assert found
    assert (found.names, found.agencies) == (names, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the rain had stopped",
        "By contrast, Mr Obi said nothing.",
        "By Accident: How It Went",
        "By land and sea",
        "By the time Ada Obi came, they had left.",
        "By LONDON",
    ],
)
def test_prose_that_begins_with_by_is_none(line: str) -> None:
    assert byline_of(line) is None


def test_dated_byline_gives_its_date() -> None:
    found = byline_of("By Ada Obi | Updated 3 May 2021")
    assert found
    assert [(str(timing.role), timing.stamp and timing.stamp.value) for timing in found.timings] == [
        ("updated", "2021-05-03")
    ]


@pytest.mark.parametrize("line", ["Ada Obi in Kyiv", "Ada Obi, Reuters", "Ada Obi and Ben Roe in London"])
def test_line_without_by_signs_with_place_or_agency(line: str) -> None:
    assert bare_byline_of(line)


@pytest.mark.parametrize("line", ["Ada Obi", "Rain in Spain", "Prime Minister in Kyiv", "Ada Obi in Kyiv said so."])
def test_line_without_by_needs_more(line: str) -> None:
    assert bare_byline_of(line) is None


def test_names_alone() -> None:
    assert names_in("Ada Obi and Ben Roe") == ("Ada Obi", "Ben Roe")
    assert names_in("Middle East News") == ()


def test_writer_is_introduced_by_name_and_work() -> None:
    assert introduces("Ada Obi covers courts. Follow her.", ["Ada Obi"])
    assert not introduces("Ada Obi said that she left.", ["Ada Obi"])
    assert not introduces("Ben Roe covers courts.", ["Ada Obi"])


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("The Sample Gazette, 12 January 2015", "The Sample Gazette"),
        ("Aarhus, 14 September 2022", None),
        ("14 September 2022, Aarhus", None),
        ('Radio Sample, "The Hour at Six", 12 January 2015', "Radio Sample"),
    ],
)
def test_masthead_gives_publisher_and_date(line: str, publisher: str | None) -> None:
    found = masthead_of(line)
    assert found
    assert found.publisher == publisher
    assert len(found.timings) == 1


@pytest.mark.parametrize(
    "line", ["The war began on 24 February 2022", "Born in Ghana, 3 May 1980.", "14 September 2022"]
)
def test_line_with_a_date_in_it_is_no_masthead(line: str) -> None:
    assert masthead_of(line) is None


def test_date_may_stand_before_the_name() -> None:
    found = bare_byline_of("Published 21 August 2026, 19:05 GMT-5 · Ada Obi in Lima")
    assert found
    assert found.names == ("Ada Obi",)
    assert [timing.stamp and timing.stamp.value for timing in found.timings] == ["2026-08-21T19:05-05:00"]


def test_paper_and_date_are_no_byline() -> None:
    assert bare_byline_of("Sample Echo, Tuesday 10 February 2026") is None
