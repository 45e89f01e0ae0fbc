"""Speakers that layout alone gives."""

from builders import report_of
from sayso.annotate.annotator import annotate


def speakers(*paragraphs: str) -> list[str]:
    report = report_of(*paragraphs)
    found = annotate(report).attributions
    return [one.source.of(report.text) for one in found if one.method.startswith("rule:transcript") and one.source]


def test_who_reads_a_broadcast_is_its_own_voice():
    turns = (
        "PRESENTER: The bridge is shut again.",
        "LUND: We saw it coming.",
        "PRESENTER: For how long?",
        "LUND: A week.",
    )
    assert speakers(*turns) == ["LUND", "LUND"]
