import pytest

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.record.statement import Act


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither side said that it would leave.",
        "No official said that it was late.",
        "None of the ministers said that it was late.",
    ],
)
def test_what_nobody_said_is_not_said(sentence):
    acts = [statement.act for statement in attribute(annotate(report_of(sentence))).statements]
    assert acts == [Act.NOT_SAID]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The ministry rejected the accusation.", Act.DENY),
        ("The minister rejected the claim that it was late.", Act.DENY),
        ("The ministry rejected the offer of talks.", Act.REFUSE),
    ],
)
def test_what_one_rejects_tells_a_denial_from_a_refusal(sentence, act):
    (statement,) = attribute(annotate(report_of(sentence))).statements
    assert statement.act == act


def test_neither_to_confirm_nor_to_deny_is_to_decline():
    (statement,) = attribute(
        annotate(report_of("She neither confirmed nor denied that a call had been made."))
    ).statements
    assert statement.act is Act.DECLINE_TO_COMMENT
