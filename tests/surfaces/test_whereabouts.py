"""`sayso places` and `sayso times`."""

import io
import json
import re
from datetime import date

import msgspec
import pytest
from rich.console import Console

from sayso.cli.place_table import Places
from sayso.cli.time_table import Times
from sayso.query.days import Days
from sayso.record.place import Place, ToponymRole
from sayso.record.record import Record
from sayso.record.when import DateRange, Granularity, Timex, TimexReading, TimexType
from whereabouts import RECORD, REPORT, place, timex


def table(view, record: Record, **more) -> list[list[str]]:
    """The lines below the headline, cut where two spaces or more stand."""
    stream = io.StringIO()
    view.print(record, Console(file=stream, markup=False, **more))
    return [re.split(r" {2,}", line.strip()) for line in stream.getvalue().splitlines()[1:]]


def row_of(one: Timex) -> list[str]:
    return table(Times(), Record(report=REPORT, timexes=(one,)))[1]


def test_places_are_a_table_with_what_each_name_stands_for(sayso):
    result = sayso("places", "placed")
    assert result.exit_code == 0
    heads, *rows = [re.split(r" {2,}", line) for line in result.stdout.splitlines()[1:]]
    assert heads[:3] == ["as printed", "role", "stands for"]
    assert ["Vik", "literal", "near Vik", "NOR", "town", "1.00"] in rows
    assert ["Norway", "metonymic", "Norway", "NOR", "town", "1.00"] in rows


def test_precision_is_told_in_words_and_codes():
    one = place("Vik", radius_km=30.0, geo_precision=2, where_prec=2)
    assert table(Places(), Record(report=REPORT, places=(one,)))[1][-3:] == ["near, 30 km", "2 2", "1.00"]


def test_a_name_that_nobody_knows_is_said_to_be_not_known():
    one = place("Vik", name=None, gazetteer_id=None, country=None, kind=None)
    assert table(Places(), Record(report=REPORT, places=(one,)))[1] == ["Vik", "literal", "not known"]


def test_what_comes_twice_is_one_row():
    assert table(Places(), Record(report=REPORT, places=(place("Vik"), place("Vik"))))[1][0] == "Vik ×2"


def test_json_of_places_is_a_place_a_line(sayso):
    result = sayso("places", "--json", "placed", "empty")
    places = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["words"]["text"] for one in places] == ["Brindle", "Brindle lies", "Vik", "Norway"]
    assert {one["report_id"] for one in places} == {REPORT.id}
    assert result.exit_code == 1


def test_locations_stand_beside_each_place_and_time(sayso):
    for verb, noun in (("places", "place"), ("times", "time")):
        told = [json.loads(line) for line in sayso(verb, "--json", "--locations", "placed").stdout.splitlines()]
        assert {one["location"] for one in told} == {"placed"}
        assert all(one[noun]["report_id"] == REPORT.id for one in told)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--role", "metonymic"], ["Norway"]),
        (["--role", "literal"], ["Brindle", "Brindle lies", "Vik"]),
        (["--role", "literal", "--role", "metonymic"], ["Brindle", "Brindle lies", "Vik", "Norway"]),
        (["--country", "nor", "--role", "metonymic"], ["Norway"]),
        (["--country", "SWE"], []),
    ],
)
def test_places_are_chosen_by_role_and_country(sayso, options, words):
    lines = sayso("places", "--json", *options, "placed").stdout.splitlines()
    assert [json.loads(line)["words"]["text"] for line in lines] == words


def test_a_border_is_in_both_countries():
    view = Places(countries=frozenset(["BLR"]))
    assert view.count(Record(report=REPORT, places=(place("Vik", country="UKR/BLR"), place("Brindle")))) == 1


def test_times_are_a_table_with_the_days_they_mean(sayso):
    rows = [re.split(r" {2,}", line) for line in sayso("times", "placed").stdout.splitlines()[1:]]
    assert rows[0] == ["as printed", "type", "value", "when", "ACLED UCDP", "counted from"]
    assert rows[1] == ["Monday", "DATE", "4 March 2024", "1 1"]
    assert rows[2] == ["last July", "DATE", "July 2023", "3 4"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param({}, "not known: nothing to count from", id="no-value"),
        pytest.param({"value": "PAST_REF"}, "in the past, the report does not say when", id="vague"),
        pytest.param({"value": "XXXX-02"}, "not known: the year is not told", id="no-year"),
        pytest.param({"value": "P2W", "type": TimexType.DURATION}, "how long, not when", id="duration"),
        pytest.param({"value": "P1D", "type": TimexType.SET}, "how often, not when", id="set"),
    ],
)
def test_what_is_not_known_is_said_plainly(more, told):
    assert told in row_of(timex("Monday", **more))


def reading(day: str) -> TimexReading:
    return TimexReading(value=day, range=DateRange.between(day, day, Granularity.DAY, "absolute"))


def test_two_readings_are_both_told():
    both = (reading("2022-10-11"), reading("2022-11-10"))
    assert "not decided: 11 October 2022 or 10 November 2022" in row_of(timex("Monday", readings=both))
    decided = timex("Monday", "2022-10-11", "2022-10-11", value="2022-10-11", readings=both)
    assert "11 October 2022, or perhaps 10 November 2022" in row_of(decided)


def test_what_a_time_was_counted_from_is_told():
    first, second = timex("last July"), timex("Monday", "2024-03-04", "2024-03-04")
    rows = table(Times(), Record(report=REPORT, timexes=(first, timex("Monday", anchor=first.id))))
    assert rows[2][-1] == "“last July”"
    assert row_of(timex("Monday", anchor="published"))[-1] == "publication"
    assert row_of(second)[-1] == "1 1"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], ["Monday", "last July"]),
        (["--since", "2024"], ["Monday"]),
        (["--until", "2024-03-03"], ["last July"]),
        (["--since", "2023-07-31", "--until", "2023-07-31"], ["last July"]),
        (["--since", "2023-08", "--until", "2024-02"], []),
        (["--until", "2024-03"], ["Monday", "last July"]),
        (["--type", "TIME"], []),
        (["--type", "TIME", "--type", "DATE"], ["Monday", "last July"]),
    ],
)
def test_times_are_chosen_by_type_and_interval(sayso, options, words):
    lines = sayso("times", "--json", *options, "placed").stdout.splitlines()
    assert [json.loads(line)["words"]["text"] for line in lines] == words


def chosen(one: Timex, **days) -> bool:
    view = Times(days=Days(**days))
    return view.count(Record(report=REPORT, timexes=(one,))) == 1


def test_an_interval_with_an_open_end_may_lie_anywhere_beyond_it():
    since = timex("Monday", "2024-03-04", None)
    assert chosen(since, since=date.fromisoformat("2030-01-01"))
    assert not chosen(since, until=date.fromisoformat("2024-03-03"))


def test_a_time_without_an_interval_is_left_out_when_days_are_asked_for():
    assert not chosen(timex("Monday"), since=date.fromisoformat("2000-01-01"))
    assert chosen(timex("Monday", readings=(reading("2022-10-11"),)), since=date.fromisoformat("2022-01-01"))


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["places", "placed"], 0, id="places"),
        pytest.param(["times", "placed"], 0, id="times"),
        pytest.param(["places", "--require", "sea-wall"], 3, id="no-places"),
        pytest.param(["places", "--require", "--role", "demonym", "placed"], 3, id="none-of-that-role"),
        pytest.param(["times", "--require", "--since", "2025", "placed"], 3, id="none-of-those-days"),
        pytest.param(["times", "--require", "placed"], 0, id="found-as-required"),
        pytest.param(["places", "placed", "missing"], 1, id="some-failed"),
        pytest.param(["places"], 2, id="no-location"),
        pytest.param(["places", "--locations", "placed"], 2, id="locations-without-json"),
        pytest.param(["places", "--role", "figurative", "placed"], 2, id="no-such-role"),
        pytest.param(["places", "--country", "Norway", "placed"], 2, id="no-code"),
        pytest.param(["times", "--since", "yesterday", "placed"], 2, id="no-day"),
        pytest.param(["times", "--until", "2024-13", "placed"], 2, id="no-month"),
        pytest.param(["times", "--html", "x", "placed"], 2, id="no-page"),
        pytest.param(["times", "bug"], 70, id="a-bug"),
    ],
)
def test_exit_status(sayso, arguments, status):
    assert sayso(*arguments).exit_code == status


def test_no_row_of_a_terminal_is_wider_than_it(sayso):
    for view in (Places(), Times()):
        stream = io.StringIO()
        view.print(RECORD, Console(file=stream, width=60, force_terminal=True, markup=False))
        plain = re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue())
        assert max(map(len, plain.splitlines())) <= 60


def test_a_place_cannot_drive_the_terminal():
    bad = place("Vik", ToponymRole.LITERAL, name="\x1b]0;owned\x07[bold]x")
    text = " ".join(table(Places(), Record(report=REPORT, places=(bad,)))[1])
    assert "⟨U+001B⟩]0;owned⟨U+0007⟩[bold]x" in text


def test_lines_are_the_values_of_the_record(sayso):
    lines = sayso("places", "--json", "placed").stdout.splitlines()
    assert tuple(msgspec.json.decode(line, type=Place) for line in lines) == RECORD.places
