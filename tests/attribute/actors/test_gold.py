"""Floors under who is found to speak, and what place names are found to stand for, in texts written for it."""

import functools

import pytest

from attribute.actors.gold import metonymy, rows, speakers
from sayso.tagger.tagger import load_tagger


@functools.cache
def tagger_of(system):
    return load_tagger() if system == "tagger" else None


@pytest.mark.parametrize("name", ["speakers.jsonl", "metonymy.jsonl"])
def test_the_held_back_part_is_about_a_third(name):
    back, rest = (len(list(rows(name, held_back=held_back))) for held_back in (True, False))
    assert 0.2 < back / (back + rest) < 0.4


@pytest.mark.slow
@pytest.mark.bundle
@pytest.mark.parametrize("held_back", [False, True])
@pytest.mark.parametrize("system", ["tagger", "rules"])
def test_who_speaks_is_found(system, held_back):
    score = speakers(tagger_of(system), held_back=held_back)
    assert score.found >= 0.85 * score.gold
    assert score.precision >= 0.85


@pytest.mark.slow
@pytest.mark.bundle
@pytest.mark.parametrize("held_back", [False, True])
@pytest.mark.parametrize(("system", "floor"), [("tagger", 0.90), ("rules", 0.88)])
def test_a_place_name_is_read_as_place_or_government(system, floor, held_back):
    assert metonymy(tagger_of(system), held_back=held_back).precision >= floor
