from msgspec.structs import replace

from records import sea_wall
from sayso.attribute.methods import with_methods
from sayso.record.reference import Reference
from sayso.record.statement import Act

STATEMENT = sea_wall().statements[0]


def fields(**more) -> dict[str, str]:
    return with_methods(replace(STATEMENT, **more)).evidence.fields


def test_what_is_filled_names_its_rule():
    assert fields(act=Act.DENY)["act"].startswith("rule:act@")


def test_what_is_empty_has_none():
    assert "act" not in fields(act=None)
    assert "distance" not in fields(distance=())


def test_who_the_source_is_has_a_rule_of_its_own():
    known = Reference(words=STATEMENT.source.words, actor="ac-1")
    assert fields(source=known)["source.actor"].startswith("rule:actor@")
    assert "source.actor" not in fields(source=Reference(words=STATEMENT.source.words))
