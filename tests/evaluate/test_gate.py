from pathlib import Path

import pytest

from sayso.errors import EvaluationError, FloorBroken
from sayso.evaluate.catalogue import SUITES
from sayso.evaluate.evaluation import Evaluation, Figure
from sayso.evaluate.gate import Measurement, check, moved, read_floors, write_floors
from sayso.evaluate.systems import SYSTEMS


def measured(f1: float | None, digest: str = "d1") -> Evaluation:
    figure = Figure(table="news: exact", row="cue", precision=0.9, recall=0.5, f1=f1)
    return Evaluation(
        corpus="c", split="dev", system="rules", version="0", command="", digest=digest, documents=1, figures=(figure,)
    )


def floor(percent: float, metric: str = "news: exact/cue") -> Measurement:
    return Measurement("c", "dev", "rules", "d1", {metric: percent})


def test_a_figure_at_its_floor_holds() -> None:
    check([floor(62.8)], [measured(0.628)])


def test_a_figure_below_its_floor_breaks() -> None:
    with pytest.raises(FloorBroken, match=r"news: exact/cue: 62\.70 is below 62\.8"):
        check([floor(62.8)], [measured(0.627)])


@pytest.mark.parametrize("evaluation", [measured(None), measured(0.0)])
def test_a_figure_that_is_not_defined_breaks_a_floor(evaluation: Evaluation) -> None:
    with pytest.raises(FloorBroken):
        check([floor(0.1)], [evaluation])


def test_precision_and_recall_may_have_floors_of_their_own() -> None:
    check([floor(90.0, "news: exact/cue:precision"), floor(50.0, "news: exact/cue:recall")], [measured(0.1)] * 2)
    with pytest.raises(FloorBroken, match=r"precision: 90\.00 is below 91\.0"):
        check([floor(91.0, "news: exact/cue:precision")], [measured(1.0)])


def test_a_figure_that_is_no_longer_measured_breaks_its_floor() -> None:
    with pytest.raises(FloorBroken, match="exact/gone"):
        check([floor(10.0, "exact/gone")], [measured(0.9)])


def test_other_corpus_files_break_the_gate_whatever_the_figure() -> None:
    with pytest.raises(FloorBroken, match="digest d2, not d1"):
        check([floor(10.0)], [measured(0.9, digest="d2")])


def test_every_broken_floor_is_named() -> None:
    with pytest.raises(FloorBroken, match="2 broken"):
        check([floor(90.0), floor(80.0)], [measured(0.5), measured(0.5)])


def test_raising_takes_what_was_reached_rounded_down() -> None:
    assert moved(floor(50.0), measured(0.62894), lower=False) == floor(62.8)


def test_raising_never_lowers() -> None:
    assert moved(floor(70.0), measured(0.6), lower=False) == floor(70.0)


def test_raising_does_not_follow_other_files() -> None:
    assert moved(floor(50.0), measured(0.9, digest="d2"), lower=False) == floor(50.0)


def test_lowering_takes_what_was_reached_and_the_new_digest() -> None:
    after = moved(floor(70.0), measured(0.6, digest="d2"), lower=True)
    assert (after.floors, after.digest) == ({"news: exact/cue": 60.0}, "d2")


def test_a_lowered_floor_holds() -> None:
    check([moved(floor(70.0), measured(0.6123), lower=True)], [measured(0.6123)])


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# why\n")
    written = (floor(62.8), Measurement("d", "all", "rules", "e", {"a/b": 1.0, "a/c d": 99.9}))
    write_floors(written, path)
    assert read_floors(path) == written
    assert path.read_text().startswith("# why\n")


@pytest.mark.parametrize("content", ["[[measurement]]\ncorpus = 1", "not toml", "[[measurements]]"])
def test_a_file_that_is_no_floors_is_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content)
    with pytest.raises(EvaluationError, match="not a file of floors"):
        read_floors(path)


def test_floors_name_measurements_that_exist() -> None:
    for measurement in read_floors():
        assert measurement.split in SUITES[measurement.corpus].splits
        assert measurement.system in SYSTEMS
