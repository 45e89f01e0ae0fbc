"""Kinds of expression, one by one, in sentences of our own; reports are filed on Saturday 15 October 2022."""

import pytest

VALUES = [
    ("The envoy said Saturday the road was open.", "Saturday", "2022-10-15"),
    ("The envoy will speak on Monday.", "Monday", "2022-10-17"),
    ("The envoy was to speak on Monday.", "Monday", "2022-10-17"),
    ("The envoy, who spoke on Monday, will resign.", "Monday", "2022-10-10"),
    ("Envoy to speak Monday", "Monday", "2022-10-17"),
    ("The envoy agreed to return on Tuesday.", "Tuesday", "2022-10-18"),
    ("The envoy refused to attend the dinner on Tuesday.", "Tuesday", "2022-10-11"),
    ("The vote will be held in Rome, but on Thursday the party withdrew.", "Thursday", "2022-10-13"),
    ("Ahmed left on Thursday.", "Thursday", "2022-10-13"),
    ("The treaty expires on Thursday.", "Thursday", "2022-10-20"),
    ("The hearing was moved to Tuesday next week.", "Tuesday next week", "2022-10-18"),
    ("Shots were fired on Wednesday of last week.", "Wednesday of last week", "2022-10-05"),
    ("The wall fell a year ago today.", "a year ago today", "2021-10-15"),
    ("They met on 3 March last year.", "3 March last year", "2021-03-03"),
    ("The strike ran from March 3 to May 5, 2019.", "March 3", "2019-03-03"),
    ("In 2014, the army took the town on March 18.", "March 18", "2014-03-18"),
    ("Shelling began in the early hours of Friday.", "the early hours of Friday", "2022-10-14TMO"),
    ("Shelling began overnight on Thursday.", "overnight on Thursday", "2022-10-13TNI"),
    ("Shelling was heard Friday overnight.", "Friday overnight", "2022-10-14TNI"),
    ("The siege began nearly two years ago.", "nearly two years ago", "2020"),
    ("The siege lasted a quarter of a century.", "a quarter of a century", "P25Y"),
    ("A month-long strike ended.", "month-long", "P1M"),
    ("He served two and a half years.", "two and a half years", "P30M"),
    ("It happened on the night of 12 May.", "the night of 12 May", "2022-05-12TNI"),
    ("It ends at year-end.", "year-end", "2022"),
    ("Orthodox Christians marked Orthodox Easter.", "Orthodox Easter", "2022-04-24"),
    ("She was remanded in custody until Monday.", "Monday", "2022-10-17"),
    ("Talks resume Thursday in Doha.", "Thursday", "2022-10-20"),
    ("Talks did not resume on Thursday.", "Thursday", "2022-10-13"),
    ("The vote was put off until Tuesday.", "Tuesday", "2022-10-18"),
    ("In the run-up to December's vote, attacks rose.", "December", "2022-12"),
    ("The strike will last 48 hours.", "48 hours", "PT48H"),
    ("The deadline expires at midnight GMT.", "midnight GMT", "2022-10-15T24:00Z"),
    ("The summit was held on 8 and 9 October.", "8", "2022-10-08"),
    ("He promised a review by Easter.", "Easter", "2023-04-09"),
    ("The rain had stopped by Monday.", "Monday", "2022-10-10"),
    ("Her funeral is on Thursday.", "Thursday", "2022-10-20"),
    ("Voters go to the polls on Sunday.", "Sunday", "2022-10-16"),
    ("The shop was open on Sunday.", "Sunday", "2022-10-09"),
    ("They gave the firm until Friday to respond.", "Friday", "2022-10-21"),
    ("Lawmakers backed the plan in a vote on Thursday.", "Thursday", "2022-10-13"),
    ("Lawmakers rejected a plan to vote on Thursday.", "Thursday", "2022-10-20"),
    ("The minister cancelled Thursday's visit.", "Thursday", "2022-10-20"),
    ("He was told to return on 14 November.", "14 November", "2022-11-14"),
    ("They had told her that they would be back on Monday.", "Monday", "2022-10-10"),
    ("They told her that they would be back on Monday.", "Monday", "2022-10-17"),
    ("The shop stayed open until Monday.", "Monday", "2022-10-10"),
    ("The party has called a march on the palace for Tuesday.", "Tuesday", "2022-10-18"),
    ("They called the police for Tuesday's raid.", "Tuesday", "2022-10-11"),
    ("They boarded the tug Golden Dawn on Friday.", "Friday", "2022-10-14"),
    ("Posted 3 May 2022, 19:05 GMT-5", "3 May 2022, 19:05 GMT-5", "2022-05-03T19:05-05:00"),
    ("Posted 3 May 2022, 19:05 UTC+05:30", "3 May 2022, 19:05 UTC+05:30", "2022-05-03T19:05+05:30"),
    ("It was posted at 19:05 GMT - 5 people saw it.", "19:05 GMT", "2022-10-15T19:05Z"),
    ("They gathered on Thanksgiving 2021.", "Thanksgiving 2021", "2021-11-25"),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value_of(text, words, value, read):
    assert (words, value) in [(timex.words.text, timex.value) for timex in read(text)]


NOT_TIMES = [
    "May Lin may march to the March on Rome.",
    "The Sunday Times and the Sun reported it.",
    'He watched the "Today" show.',
    "A 34-year-old man, aged 34, is 34 years old.",
    "Resolution 1973 and flight 1549 cost $2010.",
    "The second man won 3-2 with 2000 votes.",
    "It is open 24/7 and moves at 40 miles a day.",
    "The now-defunct party met the then-minister.",
    "Bloody Sunday changed everything.",
    "The future king met the past winner.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_other_words_are_no_times(text, read):
    assert [timex.words.text for timex in read(text)] == []


def test_weekday_of_the_report_that_lies_ahead_keeps_two_readings(read):
    (timex,) = read("The leaders will meet on Saturday.")
    assert [one.value for one in timex.readings] == ["2022-10-15", "2022-10-22"]
    assert timex.evidence.confidence < 0.9


def test_weekday_of_the_report_that_was_said_is_that_day(read):
    (timex,) = read("The leaders said on Saturday they had met.")
    assert (timex.value, timex.readings) == ("2022-10-15", ())


def test_numeric_date_that_nothing_decides_has_no_value_and_two_readings(read):
    (timex,) = read("The letter of 12/05/2024 was lost.")
    assert (timex.value, timex.range) == (None, None)
    assert [one.range.earliest for one in timex.readings] == ["2024-05-12", "2024-12-05"]


def test_numeric_date_follows_a_clear_one_of_the_same_report(read):
    times = read("The letters of 25/05/2024 and 12/05/2024 were lost.")
    assert [timex.value for timex in times] == ["2024-05-25", "2024-05-12"]


def test_narrated_time_is_counted_from_what_is_told_not_from_when_it_was_said(read):
    text = "The bank failed on 3 March 2020, officials said on Saturday. Two days earlier it had denied everything."
    *_, timex = read(text)
    assert timex.value == "2020-03-01"
    assert timex.anchor == read(text)[0].id


def test_previous_day_without_a_told_day_is_less_sure(read):
    (timex,) = read("The town fell the previous day.")
    assert timex.value == "2022-10-14"
    assert timex.evidence.confidence < 0.8


def test_next_day_without_a_told_day_has_no_value(read):
    (timex,) = read("The town fell the next day.")
    assert (timex.value, timex.range) == (None, None)


def test_january_report_counts_last_year_and_last_month_back_over_the_turn(read):
    times = read("Prices rose last year and last month, and in December.", "2024-01-02")
    assert [timex.value for timex in times] == ["2023", "2023-12", "2023-12"]


def test_leap_day_and_what_is_no_day(read):
    times = read("It was signed on 29 February 2024 and on 29 February 2023.")
    assert [timex.value for timex in times] == ["2024-02-29", "2023-02"]


def test_extent_leaves_out_the_preposition_and_keeps_it_as_signal(read):
    (timex,) = read("The port has been shut since February.")
    assert (timex.words.text, timex.signal) == ("February", "since")


def test_southern_summer_is_in_january(read):
    (timex,) = read("Fires burned last summer.", southern=True)
    assert (timex.range.earliest, timex.range.latest) == ("2021-12-01", "2022-02-28")


def test_winter_runs_over_the_turn_of_the_year(read):
    (timex,) = read("The lake froze in the winter of 2020-21.")
    assert (timex.value, timex.range.earliest, timex.range.latest) == ("2020-WI", "2020-12-01", "2021-02-28")


def test_expressions_do_not_cross_sentences(read):
    times = read("The strike ended on Friday. March 3 was quiet.")
    assert [timex.words.text for timex in times] == ["Friday", "March 3"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on the last Friday in August.", "2022-08-26"),
        ("They met on the first Monday of May 2021.", "2021-05-03"),
        ("They met at 6:30 a.m. on March 19, 2002.", "2002-03-19T06:30"),
        ("He won eight years ago this month.", "2014-10"),
        ("He ran on Monday (October 10).", "2022-10-10"),
        ("It opens from November 20 to January 11.", "2023-01-11"),
        ("He fled the Sept. 11 attacks.", "2001-09-11"),
        ("The siege of 1999 ended in June that same year.", "1999-06"),
        ("He will resign if he loses in November.", "2022-11"),
        ("It was signed on 3 JAN 90.", "1990-01-03"),
        ("It was signed on Tuesday 10/11/2020.", "2020-11-10"),
        ("It pays $40,000 a year.", "P1Y"),
        ("The party is marching toward November.", "2022-11"),
        ("Tuesday's outcome is unlikely to matter.", "2022-10-11"),
        ("They drew up the plans ahead of Tuesday.", "2022-10-18"),
        ("It rained in the week of Oct. 10.", "2022-W41"),
        ("It rained in the first week of May.", "2022-05-01/2022-05-07"),
        ("It rained in the last week of September.", "2022-09-24/2022-09-30"),
        ("It began on the 14th of this month.", "2022-10-14"),
        ("Profit fell in H1 2022.", "2022-H1"),
        ("Profit fell in FY22.", "FY2022"),
        ("It opens on weekends.", "XXXX-WXX-WE"),
        ("Monday morning's strike hit at dawn.", "2022-10-10TMO"),
        ("It ran from January through March 2021.", "2021-03"),
        ("They survived the Tuesday-night attack.", "2022-10-11TNI"),
        ("The bridge will reopen by spring.", "2023-SP"),
        ("It opened two years earlier than planned.", "P2Y"),
        ("He was held on Monday, police said on Saturday, and had fled the previous day.", "2022-10-14"),
        ("A verdict is expected before Christmas.", "2022-12-25"),
    ],
)
def test_last_value_of(text, value, read):
    assert read(text)[-1].value == value


def test_clocks_before_a_day_are_of_that_day(read):
    times = read("Voting begins at 8 a.m. (0600 GMT) on Sunday.")
    assert [timex.value for timex in times] == ["2022-10-16T08:00", "2022-10-16T06:00Z", "2022-10-16"]


def test_months_of_a_range_share_the_year(read):
    times = read("It ran from January through March 2021.")
    assert [timex.value for timex in times] == ["2021-01", "2021-03"]
