"""Broadcasts: who presents and who reports, and who is spoken to."""

from __future__ import annotations

import pytest

from builders import report_of
from sayso.annotate.annotator import annotate


def sources(*paragraphs):
    annotated = annotate(report_of(*paragraphs))
    return [one.source and one.source.of(annotated.report.text) for one in annotated.attributions]


def test_hosts_and_correspondents_of_a_transcript_speak_for_the_report():
    assert sources(
        "ADA LUND, HOST: The bridge is shut.",
        "TIM VALE, BYLINE: Soldiers came at dawn. The mayor says that she was not asked.",
        "JOAN PIKE: Nobody called me at all.",
        "VALE: That was the mayor. The river is high.",
    )[:2] == ["The mayor", "JOAN PIKE"]


@pytest.mark.parametrize(
    "introduction",
    [
        "Our correspondent Tim Vale was there.",
        "Tim Vale, our Norland correspondent, was there.",
        "Tim Vale has the story.",
        "Tim Vale reports from Arlen.",
    ],
)
def test_a_correspondent_is_known_by_how_the_report_introduces_him(introduction):
    assert "VALE" not in sources(introduction, "VALE: The square is empty now.", "PIKE: We left early.")


def test_a_company_that_reports_is_a_source():
    assert sources("Norland Foods reports that its sales fell.") == ["Norland Foods"]
