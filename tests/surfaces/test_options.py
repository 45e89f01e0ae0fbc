"""What every reading verb takes, and what becomes of it."""

import pytest

from sayso.cli import run
from sayso.gazetteer.build import build
from sayso.gazetteer.lists import table_of_places
from sayso.pipeline import Options
from sayso.scale.local import Crew

VERBS = ["read", "places", "times"]


@pytest.fixture
def options(sayso, monkeypatch, tmp_path):
    """The options that reach the processes."""
    seen: list[Options] = []

    def crew(**staffing):
        seen.append(staffing["options"])
        return Crew(steps="canned", **staffing)

    monkeypatch.setattr(run, "Crew", crew)

    def call(*arguments: str, **more) -> Options:
        assert sayso(*arguments, "placed", **more).exit_code == 0
        return seen[-1]

    monkeypatch.setattr("sayso.pipeline._BUNDLE", tmp_path)
    return call


@pytest.fixture
def gazetteer(tmp_path):
    (tmp_path / "camps.csv").write_text("name,latitude,longitude,country\nCamp Aster,31.5,34.4,PS\n")
    build(table_of_places(tmp_path / "camps.csv"), tmp_path / "camps.gaz", credit="", built_from=("camps.csv",))
    return str(tmp_path / "camps.gaz")


@pytest.mark.parametrize("verb", VERBS)
def test_the_tagger_is_automatic_unless_it_is_asked_for_or_refused(options, verb):
    assert options(verb).tagger is None
    assert options(verb, "--tagger").tagger is True
    assert options(verb, "--no-tagger").tagger is False


@pytest.mark.parametrize("verb", VERBS)
def test_a_gazetteer_comes_from_the_flag_or_else_the_environment(options, verb, gazetteer, tmp_path):
    other = {"SAYSO_GAZETTEER": gazetteer}
    assert options(verb).gazetteer is None
    assert options(verb, env=other).gazetteer == gazetteer
    assert options(verb, "--gazetteer", gazetteer, env={"SAYSO_GAZETTEER": "/no/such/file"}).gazetteer == gazetteer


def test_a_gazetteer_that_is_not_there_is_wrong_use(sayso):
    assert sayso("places", "--gazetteer", "no-such.gaz", "placed").exit_code == 2


def test_a_file_that_is_no_gazetteer_is_told_once(sayso, tmp_path):
    (tmp_path / "camps.csv").write_text("name,latitude,longitude\n")
    result = sayso("places", "--gazetteer", str(tmp_path / "camps.csv"), "placed", "placed")
    assert result.exit_code == 1
    assert result.stderr.count("not a gazetteer of this version") == 1


def test_a_tagger_that_is_not_there_is_told_once(sayso, tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.pipeline._BUNDLE", tmp_path / "bundle")
    result = sayso("read", "--tagger", "sea-wall", "sea-wall")
    assert result.exit_code == 1
    assert result.stderr.count("no files of a tagger there") == 1
    assert result.stdout == ""


@pytest.mark.parametrize("verb", VERBS)
def test_robots_are_asked_unless_told_not_to_and_that_is_said(verb, options, sayso):
    assert not options(verb).ignore_robots
    assert options(verb, "--ignore-robots").ignore_robots
    assert "robots.txt" in sayso(verb, "--ignore-robots", "placed").stderr
