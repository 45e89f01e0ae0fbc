"""sayso against what a person found in the same reports, before any program had read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import sayso
from golden.cases import Case, cases, read
from golden.furniture import differences
from golden.gold import load, locate
from golden.judged import judge
from sayso.evaluate.counts import Counts, total
from sayso.record.record import Failure, Record

BUNDLE = Path(sayso.__file__).parent / "tagger" / "bundle"
PRECISION_FLOOR, RECALL_FLOOR = 0.94, 0.85
TAGGER_PRECISION_FLOOR, TAGGER_RECALL_FLOOR = 0.87, 0.75
"""A little below what was found when the floors were set; on these reports the rules do better than the tagger."""

UNSEEN = "unseen-"
"""Cases so named were scored once before anybody who writes rules saw them."""

KNOWN_DIFFERENCES: dict[str, set[str]] = {}
"""Fields of the furniture that sayso has wrong today, by case. An entry goes when it is mended."""

READABLE = [case for case in cases() if load(case.gold).failure is None]
UNREADABLE = [case for case in cases() if load(case.gold).failure is not None]


@cache
def record_of(case: Case, tagger: bool = False) -> Record:
    finding = read(case, tagger=tagger)
    assert isinstance(finding, Record), f"{case.name}: {finding}"
    return finding


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case.name)
def test_gold_quotes_stand_in_the_text(case: Case) -> None:
    gold = load(case.gold)
    text = record_of(case).report.text
    for attribution in (*gold.attributions, *gold.optional):
        locate(attribution, text)


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case.name)
def test_furniture_is_what_a_person_found(case: Case) -> None:
    found = differences(load(case.gold).furniture, record_of(case).report)
    fields = {difference.partition(":")[0] for difference in found}
    assert fields == KNOWN_DIFFERENCES.get(case.name, set()), found


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.name)
def test_what_is_no_report_ends_in_a_failure(case: Case) -> None:
    finding = read(case)
    assert isinstance(finding, Failure)
    assert finding.error == load(case.gold).failure


def test_attributions_stay_above_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    together = told(verdicts(), capsys)
    assert (together.precision or 0.0) >= PRECISION_FLOOR
    assert (together.recall or 0.0) >= RECALL_FLOOR


@pytest.mark.slow
@pytest.mark.bundle
def test_attributions_by_the_tagger_stay_above_their_floor(capsys: pytest.CaptureFixture[str]) -> None:
    if not BUNDLE.is_dir():
        pytest.skip("the tagger's bundle is not in the package")
    together = told(verdicts(tagger=True), capsys)
    assert (together.precision or 0.0) >= TAGGER_PRECISION_FLOOR
    assert (together.recall or 0.0) >= TAGGER_RECALL_FLOOR


def verdicts(*, tagger: bool = False) -> dict[str, Counts]:
    """The counts of each case."""
    return {case.name: judge(load(case.gold), record_of(case, tagger)).counts for case in READABLE}


def told(counts: dict[str, Counts], capsys: pytest.CaptureFixture[str]) -> Counts:
    """The counts together, printed as a table."""
    unseen = total(row for name, row in counts.items() if name.startswith(UNSEEN))
    together = total(counts.values())
    with capsys.disabled():
        print(_table(counts | {"of these unseen": unseen, "all": together}))
    return together


def _table(counts: dict[str, Counts]) -> str:
    rows = [f"{'case':34} found right  gold"]
    rows += [f"{name:34} {row.found:5.0f} {row.right:5.0f} {row.gold:5.0f}" for name, row in counts.items()]
    return "\n" + "\n".join(rows)
