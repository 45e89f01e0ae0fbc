"""The news time list: expressions in context, written before the grammar; value, interval and precision of each."""

import json
from pathlib import Path

import pytest

from sayso.record.when import Timex

FLOOR = 0.98
LIST = [json.loads(line) for line in (Path(__file__).parents[2] / "data" / "news-times.jsonl").read_text().splitlines()]
ORDERS = {"day-first": True, "month-first": False}


def _agrees(wanted: dict, found: list[Timex]) -> bool:
    if wanted["type"] is None:
        return not found
    return any(_same(wanted, timex) for timex in found)


def _same(wanted: dict, timex: Timex) -> bool:
    told = timex.range
    have = {
        "type": str(timex.type),
        "value": timex.value,
        "earliest": told and told.earliest,
        "latest": told and told.latest,
        "time_precision": told and told.time_precision,
        "date_prec": told and told.date_prec,
    }
    readings = sorted(one.value for one in timex.readings)
    return (
        all(wanted[name] == value for name, value in have.items())
        and wanted["mod"] in (None, timex.mod)
        and readings == sorted(wanted.get("readings", readings))
    )


def _misses(batch: str, read) -> tuple[list[str], int]:
    missed, total = [], 0
    for item in (item for item in LIST if item["batch"] == batch):
        times = read(item["text"], item["published"], day_first=ORDERS.get(item.get("numeric_order")))
        for wanted in item["times"]:
            end = wanted["start"] + len(wanted["words"])
            near = [timex for timex in times if timex.words.start < end and wanted["start"] < timex.words.end]
            total += 1
            if not _agrees(wanted, near):
                missed.append(f"{item['id']}: {wanted['words']}")
    return missed, total


@pytest.mark.parametrize("batch", ["develop", "held"])
def test_news_times_are_valued_as_written_down_beforehand(batch, read):
    missed, total = _misses(batch, read)
    assert len(missed) <= (1 - FLOOR) * total, missed


def test_list_is_as_long_as_it_claims():
    kinds = {item["kind"] for item in LIST}
    assert sum(len(item["times"]) for item in LIST) >= 300
    assert sum(len(item["times"]) for item in LIST if item["batch"] == "held") >= 100
    assert {
        "weekday",
        "overnight",
        "narrated",
        "fiscal",
        "seasons",
        "holiday",
        "numeric",
        "not-time",
        "no-anchor",
    } <= kinds
