import pytest

from attribute.made import statement, statements
from sayso.record.statement import Act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The firm said it would pay for the bridge.", Act.PROMISE),
        ("She said it would slide within two winters.", Act.PREDICT),
        ("She said she hoped to return.", Act.HOPE),
        ("She said he hoped to return.", Act.ASSERT),
        ("Two officers said they had not seen the letter.", Act.DENY),
        ("Two officers said he had not seen the letter.", Act.ASSERT),
    ],
)
def test_only_its_own_pronouns_are_the_source(text, act):
    assert statements(text)[0].act is act


def test_a_question_mark_asks():
    assert statement('"Where are the boats?" the mayor said.').act is Act.ASK
    assert statement('"The boats are gone. Where are they?" the mayor said.').act is Act.ASSERT
