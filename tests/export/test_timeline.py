from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace

from records import statement
from sayso.export.html import page
from sayso.export.timeline import Timeline, timeline_of
from sayso.export.whereabouts import times_of
from sayso.record.record import Record
from sayso.record.reference import TimeReference
from sayso.record.report import Furniture
from sayso.record.statement import Manner
from sayso.record.when import DateRange, Granularity, Stamp
from whereabouts import REPORT, timex


def dated(*ranges: tuple[str | None, str | None], published: str | None = "2024-03-04", **more) -> Record:
    """A record of that day that tells these times."""
    stamp = Stamp(value=published, granularity=Granularity.DAY, basis="test") if published else None
    words = ("Monday", "last July", "Brindle", "Norway", "Vik")
    found = (timex(word, *ends) for word, ends in zip(words, ranges, strict=False))
    report = replace(REPORT, furniture=Furniture(first_published=stamp))
    return Record(report=report, timexes=tuple(found), **more)


def drawn(record: Record) -> Timeline:
    timeline = timeline_of(record, times_of(record))
    assert timeline is not None
    return timeline


def test_bars_come_in_the_order_of_the_days_they_mean():
    bars = drawn(dated(("2024-03-03", "2024-03-03"), ("2011-01-01", "2011-12-31"), ("2024-03-09", "2024-03-09"))).bars
    assert all(first.start < second.start for first, second in pairwise(bars))


def test_the_reports_own_day_lies_in_the_bar_of_that_day_and_of_no_other():
    timeline = drawn(dated(("2024-03-04", "2024-03-04"), ("2024-03-03", "2024-03-03"), ("2024-03-05", "2024-03-05")))
    over = [bar.start < timeline.own_day < bar.start + bar.width for bar in timeline.bars]
    assert over == [False, True, False]


def test_neighbouring_days_touch_and_do_not_overlap():
    first, second = drawn(dated(("2024-03-01", "2024-03-01"), ("2024-03-02", "2024-03-02"))).bars
    assert first.start + first.width == pytest.approx(second.start, abs=0.02)


def test_a_longer_interval_has_a_longer_bar_from_the_same_place():
    spots = [("2024-02-01", "2024-02-29"), ("2024-02-01", "2024-02-02")]
    short, long = sorted(drawn(dated(*spots)).bars, key=lambda bar: bar.width)
    assert long.width > 2 * short.width


def test_a_day_of_long_ago_can_still_be_seen():
    assert drawn(dated(("1945-05-08", "1945-05-08"))).bars[0].width >= 1


def test_an_open_end_runs_to_the_edge_and_says_so():
    since, until = drawn(dated((None, "2024-03-02"), ("2024-03-01", None))).bars
    assert (since.start, since.open_start, since.open_end) == (0.0, True, False)
    assert (until.start + until.width, until.open_start, until.open_end) == (pytest.approx(100), False, True)


def test_a_part_of_a_day_is_narrower_than_the_day():
    day, morning = sorted(
        drawn(dated(("2024-03-03", "2024-03-03"), ("2024-03-03T06:00", "2024-03-03T11:59"))).bars,
        key=lambda bar: -bar.width,
    )
    assert day.start < morning.start
    assert morning.start + morning.width < day.start + day.width


def test_all_bars_lie_on_the_scale():
    timeline = drawn(dated(("1066-10-14", "1066-10-14"), ("9999-01-01", "9999-12-31"), ("2024-03-04", "2024-03-04")))
    assert all(bar.start >= 0 and bar.start + bar.width <= 100 for bar in timeline.bars)


def test_labels_keep_out_of_each_others_way():
    ticks = drawn(dated(("1990-01-01", "1999-12-31"), ("2024-03-04", "2024-03-04"))).ticks
    labelled = [tick.at for tick in ticks if tick.label]
    assert labelled
    assert all(second - first >= 20 for first, second in pairwise(labelled))


@pytest.mark.parametrize("published", [None, "last week"])
def test_without_a_day_of_its_own_a_report_has_no_time_line(published):
    record = dated(("2024-03-03", "2024-03-03"), published=published)
    assert timeline_of(record, times_of(record)) is None


def test_without_a_time_there_is_none():
    assert timeline_of(dated(), []) is None


def test_what_is_no_date_has_no_bar_and_the_others_do():
    record = dated(("-0044-03-15", None), ("2024-03-03", "2024-03-03"))
    assert [bar is None for bar in drawn(record).bars] == [True, False]


def test_a_time_at_which_something_was_said_is_told_from_one_that_is_told_of():
    record = dated(("2024-03-03", "2024-03-03"), ("2024-03-01", "2024-03-01"))
    said = TimeReference(words=record.timexes[0].words, timex=record.timexes[0].id)
    one = statement(record.report, "Norway", "sent", "help", manner=Manner.INDIRECT, said=said)
    assert [bar.said for bar in drawn(replace(record, statements=(one,))).bars] == [False, True]


class Drawing(HTMLParser):
    """The elements of the strips on a page."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed("".join(page([record])))

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_page_draws_a_bar_for_each_time_and_the_own_day_in_each_strip():
    drawing = Drawing(dated(("2024-03-03", "2024-03-03"), ("2023-07-01", "2023-07-31"))).found
    strips = [attributes for tag, attributes in drawing if attributes.get("class") == "strip"]
    assert len(strips) == 2
    assert all(strip["aria-hidden"] == "true" for strip in strips)
    assert len([1 for tag, attributes in drawing if attributes.get("class") == "own"]) == 2
    assert [attributes["class"] for tag, attributes in drawing if tag == "rect"] == ["told", "told"]


def test_the_page_says_which_day_the_line_is():
    html = "".join(page([dated(("2024-03-03", "2024-03-03"))]))
    assert "The upright line is the report's own day, 4 March 2024" in html


def test_a_range_without_ends_is_no_spot():
    unknown = DateRange(earliest=None, latest=None, granularity=Granularity.DAY, basis="published")
    record = replace(dated(), timexes=(timex("Monday", range=unknown),))
    assert timeline_of(record, times_of(record)) is None
