"""sayso against what a person found in the same reports, before any program had read them."""

from __future__ import annotations

from functools import cache

import pytest

from golden.cases import Case, cases, read
from golden.furniture import differences
from golden.gold import load, locate
from golden.judged import Verdict, judge
from sayso.evaluate.counts import Counts, total
from sayso.record.record import Failure, Record

PRECISION_FLOOR, RECALL_FLOOR = 0.90, 0.80

READABLE = [case for case in cases() if load(case.gold).failure is None]
UNREADABLE = [case for case in cases() if load(case.gold).failure is not None]


@cache
def record_of(case: Case) -> Record:
    finding = read(case)
    assert isinstance(finding, Record), f"{case.name}: {finding}"
    return finding


@cache
def verdict_on(case: Case) -> Verdict:
    return judge(load(case.gold), record_of(case))


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case.name)
def test_gold_quotes_stand_in_the_text(case: Case) -> None:
    gold = load(case.gold)
    text = record_of(case).report.text
    for attribution in (*gold.attributions, *gold.optional):
        locate(attribution, text)


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case.name)
def test_furniture_is_what_a_person_found(case: Case) -> None:
    assert differences(load(case.gold).furniture, record_of(case).report) == []


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.name)
def test_what_is_no_report_ends_in_a_failure(case: Case) -> None:
    finding = read(case)
    assert isinstance(finding, Failure)
    assert finding.error == load(case.gold).failure


def test_attributions_stay_above_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    verdicts = {case.name: verdict_on(case) for case in READABLE}
    together = total(verdict.counts for verdict in verdicts.values())
    with capsys.disabled():
        print(_table({name: verdict.counts for name, verdict in verdicts.items()} | {"all": together}))
    assert (together.precision or 0.0) >= PRECISION_FLOOR
    assert (together.recall or 0.0) >= RECALL_FLOOR


def _table(counts: dict[str, Counts]) -> str:
    rows = [f"{'case':34} found right  gold"]
    rows += [f"{name:34} {row.found:5.0f} {row.right:5.0f} {row.gold:5.0f}" for name, row in counts.items()]
    return "\n" + "\n".join(rows)
