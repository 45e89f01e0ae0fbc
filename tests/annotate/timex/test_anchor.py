"""The day a report counts from: the dateline's, else the day of publication, where it was filed."""

from datetime import date, timedelta

import pytest

from sayso.annotate.timex import anchor_of
from sayso.record.report import Dateline, Furniture
from sayso.record.when import Granularity, Stamp


def furniture(published: str | None = None, **more: object) -> Furniture:
    granularity = Granularity.SECOND if published and "T" in published else Granularity.DAY
    stamp = Stamp(value=published, granularity=granularity, basis="test") if published else None
    return Furniture(first_published=stamp, **more)


def test_report_without_dates_has_no_day():
    assert anchor_of(furniture()).day is None


def test_day_of_publication_is_taken_as_printed():
    anchor = anchor_of(furniture("2022-10-15T02:30:00+03:00"))
    assert (anchor.day, anchor.basis) == (date(2022, 10, 15), "published")


@pytest.mark.parametrize("printed", ["Oct 14", "October 14", "14 October", "Oct. 14"])
def test_day_printed_in_the_dateline_comes_before_publication(printed):
    anchor = anchor_of(furniture("2022-10-15", dateline=Dateline(text=f"KYIV, {printed}", date=printed)))
    assert (anchor.day, anchor.basis) == (date(2022, 10, 14), "dateline")


def test_dateline_of_december_on_a_report_of_january_is_of_the_year_before():
    anchor = anchor_of(furniture("2023-01-01", dateline=Dateline(text="KYIV, Dec 31", date="Dec 31")))
    assert anchor.day == date(2022, 12, 31)


def test_dateline_far_from_publication_is_not_believed():
    anchor = anchor_of(furniture("2022-10-15", dateline=Dateline(text="KYIV, June 1", date="June 1")))
    assert anchor.day == date(2022, 10, 15)


def test_report_filed_west_of_greenwich_counts_from_the_day_it_was_there():
    anchor = anchor_of(furniture("2022-10-15T02:30:00+00:00"), dateline_offset=timedelta(hours=-4))
    assert (anchor.day, anchor.basis) == (date(2022, 10, 14), "dateline")


def test_time_of_publication_without_an_offset_is_not_moved():
    anchor = anchor_of(furniture("2022-10-15T02:30:00"), dateline_offset=timedelta(hours=-4))
    assert (anchor.day, anchor.basis) == (date(2022, 10, 15), "published")


@pytest.mark.parametrize(
    ("url", "day_first"),
    [
        ("https://news.example.co.uk/a", True),
        ("https://www.example.gov/a", False),
        ("https://example.com/a", None),
        ("https://user:secret@example.de:8080/x.us", True),
        (None, None),
    ],
)
def test_order_of_numeric_dates_is_that_of_the_publishers_country(url, day_first):
    assert anchor_of(furniture("2022-10-15", canonical_url=url)).day_first is day_first


@pytest.mark.parametrize("value", ["2022", "2022-10", "2022-13-45", "yesterday!"])
def test_stamp_that_names_no_day_gives_none(value):
    assert anchor_of(furniture(value)).day is None


@pytest.mark.parametrize("printed", ["3 June 2024", "June 3, 2024", "Jun. 3 2024"])
def test_dateline_with_its_year_needs_no_publication(printed):
    anchor = anchor_of(Furniture(dateline=Dateline(text=f"KYIV, {printed}", date=printed)))
    assert (anchor.day, anchor.basis) == (date(2024, 6, 3), "dateline")


def test_dateline_without_its_year_tells_no_day_alone():
    assert anchor_of(Furniture(dateline=Dateline(text="KYIV, June 3", date="June 3"))).day is None
