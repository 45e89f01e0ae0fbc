import pytest

from sayso.evaluate.calibration import Judged, calibration


def judged(confidence: float, right: int, wrong: int) -> list[Judged]:
    return [Judged(confidence, True)] * right + [Judged(confidence, False)] * wrong


def error(findings: list[Judged]) -> float:
    precision = calibration(findings)[0].precision
    assert precision is not None
    return 1 - precision


def test_confidence_that_is_what_it_says_has_no_error() -> None:
    assert error([Judged(1.0, True)] * 20) == 0.0


def test_the_error_is_the_distance_of_said_from_right() -> None:
    assert error(judged(0.9, 0, 20)) == pytest.approx(0.9)


def test_bins_weigh_what_they_hold() -> None:
    assert error([Judged(0.5, False)] * 10 + [Judged(1.0, True)] * 10) == pytest.approx(0.25)


def test_each_bin_has_a_row() -> None:
    rows = calibration([Judged(0.5, False)] * 10 + [Judged(1.0, True)] * 10)
    assert [(row.row, row.precision, row.found) for row in rows[1:3]] == [
        ("1: said 50.0", 0.0, 2),
        ("2: said 50.0", 0.0, 2),
    ]
    assert len(rows) == 11


def test_fewer_findings_than_bins_are_no_error() -> None:
    assert [row.found for row in calibration([Judged(0.5, True)] * 3)] == [3, 1, 1, 1]


def test_nothing_found_has_no_figure() -> None:
    assert [row.precision for row in calibration([])] == [None]
