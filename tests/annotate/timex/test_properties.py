"""Laws of time expressions, on texts put together at random."""

import ast
import re
import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.timex.conftest import read_times, sentences

import sayso.annotate.timex as timex_package
from sayso.annotate.timex import NO_ANCHOR, Anchor, find_times
from sayso.record.when import Timex

EXPRESSIONS = """
today | yesterday | tomorrow | tonight | Monday | on Friday night | last Tuesday | next Sunday | this Thursday |
early on Friday | now | recently | overnight | last week | earlier this week | the weekend | last month | in
February | in May | mid-October | late last year | this year | the past decade | the last two weeks | the next
three days | three days ago | a year ago | two years later | the previous day | that night | the following month
| since then | 10/11/2022 | 3 March | March 3-5 | October 12th, 2019 | the third quarter | fiscal 2021 | the
fiscal year to March | last season | the 2021-22 season | this winter | Ramadan | Christmas | New Year's Eve |
9/11 | the 1990s | at 3 p.m. | at noon | 1700 GMT | every Monday | daily | twice a week | for decades | at the
end of the month | later in the day | 40 years from now | 2000 years ago | half a century | in the early hours
of | on | the | of | , | and
"""
PHRASES = [one.strip() for one in EXPRESSIONS.replace("\n", " ").split("|")]
FILLER = [
    "The minister said",
    "will meet",
    "was shot",
    "to leave",
    ".",
    "\n\n",
    "“Today,”",
    "2000 people",
    "a 30-year-old",
    "-",
]

UNHURRIED = settings(deadline=None)
"""The first example reads the lists of words and builds the grammar, which takes longer than one text may."""

texts = st.lists(st.sampled_from(PHRASES + FILLER), max_size=25).map(" ".join)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
VALUE = re.compile(
    r"(?:\d{4}|XXXX)(?:-(?:\d\d(?:-\d\d(?:T\S+)?)?|W(?:\d\d|XX)(?:-(?:WE|\d))?|[QH]\d|SP|SU|FA|WI))?"
    r"|\d{2,3}|(?:FY|SY|AY)\d{4}|\d{4}/\d{4}|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"
    r"|(?:PAST|PRESENT|FUTURE)_REF|PT?[\dX.]+[YMWDHS]|T(?:MO|AF|EV|NI|MI)"
)


@UNHURRIED
@given(texts, days)
def test_findings_stand_where_their_words_are_in_order_and_apart(text, day):
    times = find_times(text, sentences(text), Anchor(day), report_id="r")
    assert all(text[one.words.start : one.words.end] == one.words.text for one in times)
    assert all(one.words.end <= other.words.start for one, other in pairwise(times))


@UNHURRIED
@given(texts, days)
def test_values_are_timex3_and_intervals_run_forward(text, day):
    for one in find_times(text, sentences(text), Anchor(day), report_id="r"):
        assert one.value is None or VALUE.fullmatch(one.value), one.value
        if one.range and one.range.earliest and one.range.latest:
            assert one.range.earliest <= one.range.latest


@UNHURRIED
@given(texts, days)
def test_timexes_survive_json(text, day):
    times = find_times(text, sentences(text), Anchor(day), report_id="r")
    assert msgspec.json.decode(msgspec.json.encode(times), type=tuple[Timex, ...]) == times


@UNHURRIED
@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    find_times(text, [], NO_ANCHOR, report_id="r")


@UNHURRIED
@given(
    st.sampled_from(["The rebels left on Friday.", "They will leave on Friday.", "They left the previous day."]),
    days,
    st.integers(-500, 500),
)
def test_days_move_with_the_report_by_whole_weeks(text, day, weeks):
    here, there = (read_times(text, (day + shift).isoformat()) for shift in (timedelta(0), timedelta(7 * weeks)))
    moved = date.fromisoformat(there[0].value) - date.fromisoformat(here[0].value)
    assert moved == timedelta(7 * weeks)


@UNHURRIED
@given(texts)
def test_without_a_date_nothing_relative_is_placed(text):
    given_years = set(re.findall(r"\d{4}", text)) | {"2001"}
    for one in find_times(text, sentences(text), NO_ANCHOR, report_id="r"):
        ends = [end for end in (one.range.earliest, one.range.latest) if end] if one.range else []
        assert one.anchor not in ("published", "dateline")
        assert all(_near(end[:4], given_years) for end in ends), one


def _near(year: str, given_years: set[str]) -> bool:
    """Whether a year is one of the text's, or counted from one: a few years off, the next of a range, or its decade."""
    return any(abs(int(year) - int(given)) <= 10 for given in given_years)


@UNHURRIED
@given(texts, st.dates(date(1950, 1, 1), date(1999, 12, 31)))
def test_today_is_in_no_finding(text, day):
    """Reports of the last century, counted from their own day, never come near the day this test is run."""
    today = date.today()
    found = msgspec.json.encode(find_times(text, sentences(text), Anchor(day), report_id="r")).decode()
    assert today.isoformat() not in found
    assert f'"{today:%Y-%m}"' not in found


def test_findings_do_not_change_with_the_clock(monkeypatch):
    def no_clock(*_: object) -> float:
        raise AssertionError("the clock was read")

    text = " ".join(PHRASES)
    before = read_times(text), read_times(text, None)
    for name in ("time", "time_ns", "localtime", "gmtime", "monotonic"):
        monkeypatch.setattr(time, name, no_clock)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert (read_times(text), read_times(text, None)) == before


CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}


@pytest.mark.parametrize("path", sorted(Path(timex_package.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_no_clock_is_called_anywhere(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    assert not {call.attr for call in calls if isinstance(call, ast.Attribute)} & CLOCKS


def test_one_endless_sentence_takes_time_in_proportion():
    def cost(times: int) -> float:
        text = "on Friday two days earlier the previous day at 3 p.m. " * times
        start = time.process_time()
        find_times(text, [], Anchor(date(2022, 10, 15)), report_id="r")
        return time.process_time() - start

    cost(10)
    assert cost(4000) < 12 * max(cost(1000), 0.01)
