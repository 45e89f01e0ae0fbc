import pytest

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute


def offices_of(sentence):
    """Role, body, country, whether it is over, since and until when, of each office told."""
    record = attribute(annotate(report_of(sentence)))
    return [
        (
            office.role,
            office.organisation,
            office.country,
            office.former,
            office.since.words.text if office.since else None,
            office.until.words.text if office.until else None,
        )
        for actor in record.actors
        for office in actor.offices
    ]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "Petra Lund, president of Norland Bank from 2014 to 2019, said the bank was sound.",
            ("president", "Norland Bank", None, True, "2014", "2019"),
        ),
        (
            "Ann Obi, secretary of the dockers' union since 2019, said the port was shut.",
            ("secretary", "dockers' union", None, False, "2019", None),
        ),
        (
            "Bob Eze, who was health minister until 2021, said it had rained.",
            ("health minister", None, None, True, None, "2021"),
        ),
        ("Ann Obi, a former mayor of Lagos, said it had rained.", ("mayor", None, None, True, None, None)),
        (
            "Petter Dahl, the chief executive of Norlift, said no.",
            ("chief executive", "Norlift", None, False, None, None),
        ),
        ("Norwegian Environment Minister Ann Obi said no.", ("environment minister", None, "NOR", False, None, None)),
    ],
)
def test_an_office_comes_with_its_body_and_its_dates(sentence, office):
    assert office in offices_of(sentence)


def test_who_holds_no_office_has_none():
    assert offices_of("Ann Obi said it would rain on Friday.") == []


def test_a_relative_clause_of_deeds_is_no_office():
    assert offices_of("Ann Obi, who saw the minister leave, said it would rain.") == []
