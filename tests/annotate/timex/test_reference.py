"""When something was, by an expression and its preposition; the report is of Saturday 15 October 2022."""

from datetime import date

import pytest
from tests.annotate.timex.conftest import read_times

from sayso.annotate.timex import NO_ANCHOR, Anchor, time_reference

CASES = [
    ("It has been shut since February.", "2022-02-01", "2022-10-15"),
    ("It was shut until Monday.", None, "2022-10-10"),
    ("It was shut before 2014.", None, "2013-12-31"),
    ("It was shut after 2014.", "2015-01-01", None),
    ("It was shut in 2014.", "2014-01-01", "2014-12-31"),
    ("It was shut in the past two days.", "2022-10-13", "2022-10-15"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), CASES)
def test_interval_under_a_preposition(text, earliest, latest):
    (timex,) = read_times(text)
    told = time_reference(timex, Anchor(date(2022, 10, 15))).range
    assert (told.earliest, told.latest) == (earliest, latest)


def test_since_without_a_report_day_stays_open():
    (timex,) = read_times("It has been shut since 2014.", None)
    assert time_reference(timex, NO_ANCHOR).range.latest is None


def test_duration_alone_says_nothing_of_when():
    (timex,) = read_times("It was shut for three days.")
    assert time_reference(timex, NO_ANCHOR).range is None
