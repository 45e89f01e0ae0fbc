"""The passages as they were marked: whether they can be what they are for."""

from __future__ import annotations

import pytest

from attribute.circumstances.passages import Passage, located, passages


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.id)
def test_what_was_marked_stands_in_the_text(passage: Passage) -> None:
    text = passage.report.text
    keys = {statement.key for statement in passage.statements}
    for statement in passage.statements:
        located(statement.key, text)
        words = [statement.to, statement.said, statement.speaker, *(venue.words for venue in statement.venue)]
        assert all(one in text for one in words if one)
        assert statement.within is None or statement.within in keys


def test_there_are_enough_of_each() -> None:
    statements = [one for passage in passages() for one in passage.statements if not one.optional]
    assert min(sum(bool(getattr(one, name)) for one in statements) for name in ("within", "to", "venue", "said")) >= 50
    assert sum(len(one.distance) for one in statements) >= 50


def test_a_good_part_is_held_back() -> None:
    held = [passage.held_back for passage in passages()]
    assert 0.25 < sum(held) / len(held) < 0.5
