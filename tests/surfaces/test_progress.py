import json

import pytest

from sayso.cli.progress import progress
from sayso.cli.run import Tally, Wishes
from sayso.record.record import Failure

FAILURE = Failure(uri="b", hop="read", code="SAY-E022", error="NoText", message="b: empty")


def wishes(**more) -> Wishes:
    plain = {"as_json": True, "with_locations": False, "page": None, "quiet": False, "color": "never"}
    plain |= {"progress": "auto", "jobs": None, "require": False, "debug": False}
    return Wishes(locations=(), **(plain | more))


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def told(capsys, *steps: tuple[float, int], total: int = 100, failures: int = 0, **more) -> list[str]:
    """What is said when so many reports are done at these times."""
    clock, tally = Clock(), Tally(failures=[FAILURE] * failures)
    with progress(wishes(**more), total, clock) as advance:
        for clock.now_s, tally.reports in steps:
            with advance(tally):
                pass
    return capsys.readouterr().err.splitlines()


def test_a_line_comes_every_ten_seconds(capsys):
    lines = told(capsys, (1, 1), (9, 9), (10, 20), (15, 25), (20, 40))
    assert lines == [
        "20 of 100 reports, 2.0 a second, about 40 s left",
        "40 of 100 reports, 2.0 a second, about 30 s left",
    ]


def test_the_last_report_is_always_told(capsys):
    assert told(capsys, (2, 4), total=4) == ["4 of 4 reports, 2.0 a second"]


def test_failures_are_counted(capsys):
    assert told(capsys, (2, 4), total=4, failures=1) == ["4 of 4 reports, 1 not read, 2.0 a second"]


def test_json_is_told_every_second(capsys):
    lines = told(capsys, (0.5, 1), (1, 2), (1.5, 3), (2, 4), progress="json")
    assert [json.loads(line)["reports"] for line in lines] == [2, 4]
    assert json.loads(lines[0])["left_s"] == 49.0


@pytest.mark.parametrize(
    ("total", "more"),
    [
        pytest.param(1, {}, id="one-report"),
        pytest.param(9, {"quiet": True}, id="quiet"),
        pytest.param(9, {"progress": "none"}, id="none-asked-for"),
    ],
)
def test_nothing_is_told(capsys, total, more):
    assert told(capsys, (60, total), total=total, **more) == []


def test_a_bar_that_is_asked_for_tells_the_count(capsys):
    assert "2/4" in "".join(told(capsys, (1, 1), (2, 2), total=4, progress="bar"))
