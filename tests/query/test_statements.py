from datetime import date

import pytest

from records import sea_wall
from sayso.query.days import Days
from sayso.query.statements import StatementQuery
from sayso.record.statement import Act

RECORD = sea_wall()


def found(**asked) -> list[str]:
    return [statement.content[0].text if statement.content else "" for statement in StatementQuery(**asked).of(RECORD)]


def test_nothing_asked_is_everything():
    assert len(found()) == len(RECORD.statements)


@pytest.mark.parametrize("name", ["Harrow", "harrow", "HÁRROW", "the Harrow"])
def test_a_name_is_known_whatever_its_case_and_accents(name):
    assert found(by=name)
    assert len(found(by=name)) < len(RECORD.statements)


def test_a_part_of_a_word_is_no_name():
    assert not found(by="Harr")


def test_a_name_must_have_all_the_words():
    assert not found(by="Tomas Harrow")


def test_words_of_the_content_may_be_begun():
    assert found(about="sleep warning") == ["of “sleeping through ten years of warnings”"]
    assert not found(about="sleep harbour")


def test_acts_are_chosen():
    acts = {statement.act for statement in StatementQuery(acts=frozenset([Act.ACCUSE])).of(RECORD)}
    assert acts <= {Act.ACCUSE}


def test_a_statement_without_a_day_has_that_of_its_publication():
    undated = [statement for statement in RECORD.statements if statement.said is None]
    assert undated
    chosen = list(StatementQuery(days=Days(since=date(2024, 3, 4), until=date(2024, 3, 4))).of(RECORD))
    assert all(statement in chosen for statement in undated)
    assert not list(StatementQuery(days=Days(until=date(2024, 3, 3))).of(RECORD))
