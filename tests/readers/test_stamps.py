import pytest

from sayso.readers.stamps import agree, stamp_of, timings
from sayso.record.when import Granularity, Stamp


def test_each_clock_belongs_to_its_own_day() -> None:
    assert told("Published: 14:05, 12 March 2026 | Updated: 16:30, 13 March 2026") == [
        ("published", "2026-03-12T14:05"),
        ("updated", "2026-03-13T16:30"),
    ]


def told(line: str) -> list[tuple[str | None, str | None]]:
    return [(timing.role and str(timing.role), timing.stamp and timing.stamp.value) for timing in timings(line)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("October 15, 2022", "2022-10-15"),
        ("October 15, 2022 at 10:12 by admin", "2022-10-15T10:12"),
        ("Saturday 15 October 2022", "2022-10-15"),
        ("15th of May 2021", "2021-05-15"),
        ("Oct. 5, 2022, 8:12 a.m.", "2022-10-05T08:12"),
        ("5 Oct 2022 - 20.12", "2022-10-05T20:12"),
        ("08:12 - 5 Oct 2022", "2022-10-05T08:12"),
        ("15 Oct 2022 08:12 GMT", "2022-10-15T08:12+00:00"),
        ("15 Oct 2022 08:12 GMT+3", "2022-10-15T08:12+03:00"),
        ("2022-10-15T08:12:33Z", "2022-10-15T08:12:33+00:00"),
        ("2022-10-15T08:12:33.123+0530", "2022-10-15T08:12:33+05:30"),
        ("Sat, 15 Oct 2022 08:12:00 -0400", "2022-10-15T08:12:00-04:00"),
        ("Oct 5, 2022 12am", "2022-10-05T00:00"),
        ("15 Oct 2022, 8:12 PM IST", "2022-10-15T20:12"),  # a zone's name is no offset
        ("15/10/2022", "2022-10-15"),
        ("10.10.2022", "2022-10-10"),
    ],
)
def test_line_of_one_time(line: str, value: str) -> None:
    assert told(line) == [(None, value)]


@pytest.mark.parametrize("line", ["10/11/2022", "3 hours ago", "Updated 2 days ago"])
def test_time_that_cannot_be_known_has_no_stamp(line: str) -> None:
    assert [stamp for _, stamp in told(line)] == [None]


@pytest.mark.parametrize(
    "line",
    [
        "On October 15, 2022, the army left.",
        "October 15, 2022 in Politics",
        "The bridge opens on 3 May 2023",
        "May 2022",
        "31 February 2022 was a joke",
        "",
    ],
)
def test_line_that_says_more_is_left_alone(line: str) -> None:
    assert told(line) == []


def test_published_and_updated_are_two() -> None:
    line = "First published on Oct. 15, 2022 at 8:12 a.m. EDT | Last updated on October 16, 2022 9 PM"
    assert told(line) == [("published", "2022-10-15T08:12"), ("updated", "2022-10-16T21:00")]


def test_time_of_one_date_is_not_the_others() -> None:
    assert told("Published: May 5, 2022 at 8:12 pm - Updated: May 6, 2022") == [
        ("published", "2022-05-05T20:12"),
        ("updated", "2022-05-06"),
    ]


def test_date_that_does_not_exist_has_no_stamp() -> None:
    assert told("February 30, 2022") == [(None, None)]


def test_granularity_is_what_is_given() -> None:
    assert stamp_of("2022-10-15", basis="x") == Stamp(value="2022-10-15", granularity=Granularity.DAY, basis="x")
    assert stamp_of("2022-10-15 and 2022-10-16", basis="x") is None


def test_coarser_stamp_agrees_with_a_finer_one() -> None:
    day, minute = stamp_of("2022-10-15", basis="x"), stamp_of("2022-10-15 08:12 GMT", basis="x")
    other = stamp_of("2022-10-16", basis="x")
    assert day
    assert minute
    assert other
    assert agree(day, minute)
    assert not agree(minute, other)
