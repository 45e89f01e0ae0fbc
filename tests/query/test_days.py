from datetime import date

import pytest

from sayso.query.days import Days
from sayso.record.when import DateRange, Granularity

FIFTEENTH = date(2022, 10, 15)


def between(earliest: str | None, latest: str | None) -> DateRange:
    return DateRange(earliest=earliest, latest=latest, granularity=Granularity.DAY, basis="absolute")


@pytest.mark.parametrize(
    ("earliest", "latest", "since", "until"),
    [
        ("2022-10-15", "2022-10-15", True, True),
        ("2022-10-14", "2022-10-14", False, True),
        ("2022-10-16", "2022-10-16", True, False),
        ("2022-10-15T08:00:00+00:00", "2022-10-15T09:00:00+00:00", True, True),
        ("2022-10", "2022-10", True, True),
        ("2022-11", "2022-11", True, False),
        ("2022", "2022", True, True),
        ("2022-10-14", None, True, True),
        (None, "2022-10-14", False, True),
        (None, None, False, False),
    ],
)
def test_an_interval_is_held_if_some_day_of_it_may_be(earliest, latest, since, until):
    when = between(earliest, latest)
    assert Days(since=FIFTEENTH).may_hold(when) is since
    assert Days(until=FIFTEENTH).may_hold(when) is until


def test_no_days_hold_even_what_nothing_is_known_of():
    assert Days().may_hold(None)
    assert not Days(since=FIFTEENTH).may_hold(None)
