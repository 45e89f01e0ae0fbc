import pytest

from builders import report_of
from records import sea_wall, statement
from sayso.export.wording import clock, features, range_words, stamp_words
from sayso.record.statement import Manner
from sayso.record.when import DateRange, Granularity, Stamp


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-10-15", "15 October 2022"),
        ("2022-10-15T08:00:00+00:00", "15 October 2022, 08:00 UTC"),
        ("2022-10-15T08:00:07+05:30", "15 October 2022, 08:00:07 UTC+05:30"),
        ("2022-10-15T08:00", "15 October 2022, 08:00"),
        ("2022-10", "October 2022"),
        ("2022", "2022"),
        ("last week", "last week"),
    ],
)
def test_times_are_told_as_fine_as_they_are(value, words):
    assert clock(value) == words


def test_a_conflict_of_times_is_said():
    stamp = Stamp(value="2022-10-15", granularity=Granularity.DAY, basis="json-ld", others=("2022-10-16",))
    assert stamp_words(stamp) == "15 October 2022 (by json-ld; elsewhere 16 October 2022)"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2022-10-15", "2022-10-15", "15 October 2022"),
        ("2022-10-15", "2022-10-17", "15 October to 17 October 2022"),
        ("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023"),
        ("1990-01-01", "1999-12-31", "1990 to 1999"),
        ("2022-12-01", "2023-02-28", "December 2022 to February 2023"),
        ("9999-12-01", "9999-12-31", "1 December to 31 December 9999"),
        ("2022-10-15T06:00", "2022-10-15T11:59", "15 October 2022, 06:00 to 11:59"),
        ("2022-10-15T20:00", "2022-10-16T05:59", "15 October 2022, 20:00 to 16 October 2022, 05:59"),
        ("2022-10-15T06:00+02:00", "2022-10-15T11:59+02:00", "15 October 2022, 06:00 to 11:59 UTC+02:00"),
        ("2022-10-15", "2022-10-16T05:59", "15 October 2022 to 16 October 2022, 05:59"),
        ("last week", "last month", "last week to last month"),
        ("2022-10-01", "2022-10-31", "October 2022"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-01", "2022-06-30", "January to June 2022"),
        ("2022-10-15", None, "from 15 October 2022"),
        (None, "2022-10-15", "until 15 October 2022"),
        (None, None, None),
    ],
)
def test_an_interval_names_the_ends_it_has(earliest, latest, words):
    when = DateRange(earliest=earliest, latest=latest, granularity=Granularity.DAY, basis="dateline")
    assert range_words(when) == words


def test_features_leave_out_what_the_cue_says_already():
    told = [features(statement) for statement in sea_wall().statements]
    assert told[0] == ["said", "paraphrased", "on Monday (4 March 2024)"]
    assert told[3] == ["promised", "paraphrased"]
    assert told[5] == ["declined to comment", "unsure (0.40)"]


def test_a_colon_is_no_word_for_what_was_done():
    report = report_of("Obi: It rained.")
    assert features(statement(report, "Obi", ":", "It rained.", manner=Manner.DIRECT)) == ["quoted"]
