"""Arithmetic on the calendar."""

from datetime import date

import pytest

from sayso.annotate.timex.rules.holidays import easter, orthodox_easter
from sayso.annotate.timex.stretch import moved, season, week, weekend
from sayso.record.when import DateRange, Granularity


def test_week_of_the_turn_of_the_year_is_of_the_iso_year():
    assert week(date(2023, 1, 1)).value == "2022-W52"
    assert weekend(date(2023, 1, 1)).value == "2022-W52-WE"


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2022, date(2022, 4, 17), date(2022, 4, 24)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
    ],
)
def test_easter(year, western, eastern):
    assert (easter(year), orthodox_easter(year)) == (western, eastern)


def test_a_month_on_from_the_last_day_is_the_last_day():
    assert moved(date(2024, 1, 31), months=1) == date(2024, 2, 29)


def test_beyond_the_calendar_there_is_no_day():
    assert moved(date(9998, 1, 1), years=5) is None


def test_southern_spring():
    assert season(2022, "SP", southern=True).first == date(2022, 9, 1)


@pytest.mark.parametrize(
    ("earliest", "latest", "acled", "ucdp"),
    [
        ("2022-10-14", "2022-10-14", 1, 1),
        ("2022-10-15", "2022-10-16", 2, 2),
        ("2022-10-10", "2022-10-16", 2, 3),
        ("2022-10-01", "2022-10-31", 3, 4),
        ("2022-01-01", "2022-12-31", None, 5),
        ("2010-01-01", "2019-12-31", None, None),
        ("2022-10-01", None, None, None),
    ],
)
def test_precision_codes_of_acled_and_ucdp(earliest, latest, acled, ucdp):
    told = DateRange.between(earliest, latest, Granularity.DAY, "absolute")
    assert (told.time_precision, told.date_prec) == (acled, ucdp)


def test_a_night_over_two_days_is_known_to_the_day():
    told = DateRange.between("2022-10-14T20:00", "2022-10-15T05:59", Granularity.DAY_PART, "published")
    assert (told.time_precision, told.date_prec) == (1, 1)
