from msgspec.structs import replace

from records import sea_wall
from sayso.query.explanation import explanations, findings_of
from sayso.record.actor import Actor
from sayso.record.evidence import Evidence
from sayso.record.reference import Reference

RECORD = sea_wall()
STATEMENT = RECORD.statements[0]


def explained(record=RECORD, identity=STATEMENT.id):
    (one,) = explanations(identity, record)
    return one, {field.name: field for field in one.fields}


def test_each_field_tells_its_words_and_what_gave_it():
    one, fields = explained()
    assert (one.kind, one.method) == ("statement", STATEMENT.evidence.method)
    assert [words.text for words in fields["content"].words] == [words.text for words in STATEMENT.content]
    assert {field.method for field in one.fields} == {STATEMENT.evidence.method}


def test_a_field_that_another_rule_gave_names_that_rule():
    evidence = Evidence(spans=STATEMENT.evidence.spans, method="a@1", confidence=0.5, fields={"manner": "b@2"})
    record = replace(RECORD, statements=(replace(STATEMENT, evidence=evidence),))
    _, fields = explained(record)
    assert (fields["manner"].method, fields["cue"].method) == ("b@2", "a@1")


def test_an_empty_field_is_not_told():
    _, fields = explained()
    assert "venue" not in fields


def test_the_beginning_of_an_id_is_enough():
    assert explained(identity=STATEMENT.id[:10])[0].id == STATEMENT.id


def test_everything_with_an_id_is_explained():
    for finding in findings_of(RECORD):
        one, _ = explained(identity=finding.id)
        assert all(words.text == RECORD.report.text[words.start : words.end] for words in one.rests_on)


def test_who_an_id_stands_for_is_named():
    source = STATEMENT.source
    evidence = Evidence(spans=(source.words,), method="a@1", confidence=0.5)
    actor = Actor(id="ac-1", report_id=RECORD.report.id, name="Ilse Harrow", evidence=evidence)
    known = replace(STATEMENT, source=Reference(words=source.words, actor=actor.id))
    _, fields = explained(replace(RECORD, statements=(known,), actors=(actor,)))
    assert fields["source"].value.endswith("actor Ilse Harrow (ac-1)")
