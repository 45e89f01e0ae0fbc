import pytest

from builders import report_of
from sayso.annotate.given import with_given
from sayso.annotate.tokens import tokens_of
from sayso.record.annotation import NamedSpan


@pytest.mark.parametrize(
    ("text", "found", "label", "whole"),
    [
        ("The leader of Norland Alexander Varga spoke.", "Varga", "person", "Alexander Varga"),
        ("The leader of Norland Varga spoke.", "Varga", "person", "Varga"),
        ("Alexander, Varga said.", "Varga", "person", "Varga"),
        ("The Alexander Hotel burned.", "Hotel", "organisation", "Hotel"),
    ],
)
def test_a_person_has_the_first_name_that_stands_before(text, found, label, whole):
    report = report_of(text)
    start = report.text.index(found)
    name = NamedSpan(start, start + len(found), label=label, score=0.9)
    (grown,) = with_given([name], tokens_of(report)[0])
    assert grown.of(report.text) == whole
