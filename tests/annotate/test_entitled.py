"""Quoted words after a colon and a title that tells whose they are."""

import pytest

from builders import report_of
from sayso.annotate.annotator import annotate


def told(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (one.source and one.source.of(text), [piece.of(text) for piece in one.content])
        for one in annotate(report_of(text)).attributions
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('A statement from the Ports Department: "Ships will sail on Monday."', "the Ports Department"),
        ('At noon, an e-mail by the harbour master: "No ship will sail."', "the harbour master"),
    ],
)
def test_quoted_words_are_of_whom_their_title_names(text: str, source: str):
    assert told(text) == [(source, [text[text.index('"') :]])]


def test_quoted_words_after_another_colon_are_nobodys():
    assert told('The name of the ship: "Esmeralda of Porto".') == []


def test_a_title_whose_words_somebody_has_already_takes_nothing_away():
    text = (
        'A statement from the Ports Department: "Ships will sail," Ng said.\n\n'
        'A letter from the harbour master: "No ship will sail."'
    )
    sources = [source for source, _ in told(text)]
    assert sources == ["A statement from the Ports Department", "Ng", "the harbour master"]
