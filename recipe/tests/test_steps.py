"""The one command: every step once, in order, and none that has left something already."""

from dataclasses import replace
from pathlib import Path

import pytest

from recipe.__main__ import Work, shorter, steps
from recipe.plan import Distil, read_plan
from recipe.sources import SOURCES, is_there
from recipe.tasks import KINDS

PLANS = sorted(Path(__file__).parents[1].glob("*.toml"))
TIER_B = {"polnear", "worldwide-newswire", "ud-ewt-rated", "megaveridicality"}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_task_and_source_of_a_plan_is_known(path: Path) -> None:
    for name, task in read_plan(path).tasks.items():
        assert name in KINDS
        assert all(source in SOURCES or source.endswith(".jsonl") for source in task.sources)


def test_open_plan_names_openly_licensed_corpora_alone() -> None:
    plan = read_plan(next(path for path in PLANS if path.stem == "tier-a"))
    sources = {source for task in plan.tasks.values() for source in task.sources}
    assert sources.isdisjoint(TIER_B)
    assert not any(source.endswith(".jsonl") for source in sources)
    assert plan.finish.event_rounds == 0


def test_steps_end_in_figures_and_web_names_come_first(tmp_path: Path) -> None:
    left = [path.name for path, _ in steps(Work(tmp_path, tmp_path, read_plan()))]
    assert left[0] == "ewt-silver.jsonl"
    assert left[1:] == [
        *("trained.pt", "chained.pt", "finished.pt", "with-events.pt", "bundle", "reliability.svg", "figures.txt")
    ]


def test_layers_are_left_out_between_training_and_finishing_where_that_is_asked_for(tmp_path: Path) -> None:
    plan = replace(read_plan(), distil=Distil([0, 1, 2, 4, 5]))
    left = [path.name for path, _ in steps(Work(tmp_path, tmp_path, plan))]
    assert left[1:4] == ["trained.pt", "distilled.pt", "chained.pt"]


def test_a_shorter_plan_names_web_text_and_teaches_layers_for_the_same_share_of_it() -> None:
    plan, short = read_plan(), shorter(read_plan(), 3.0)
    assert short.minutes == 3.0
    assert short.silver_minutes / short.minutes == pytest.approx(plan.silver_minutes / plan.minutes)
    assert short.distil.minutes / short.minutes == pytest.approx(plan.distil.minutes / plan.minutes)


def test_numbers_can_be_changed_from_outside() -> None:
    assert read_plan(minutes=3.0, steps=None).minutes == 3.0


def test_file_of_a_run_is_a_source_once_it_is_written(tmp_path: Path) -> None:
    assert is_there("polnear", tmp_path)
    assert not is_there("ewt-silver.jsonl", tmp_path)
    (tmp_path / "ewt-silver.jsonl").write_text("")
    assert is_there("ewt-silver.jsonl", tmp_path)
