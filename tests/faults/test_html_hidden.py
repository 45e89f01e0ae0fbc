"""H8: what no visitor sees is not the text; H9: a page that shows more than the extractor took."""

from __future__ import annotations

import pytest

from webpages import PARAGRAPHS, article, codes, page, read

SECRET = "“I confess to everything,” said the minister of tides, ignoring all questions about the ramp."


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p style='display:none'>{SECRET}</p>",
        f"<p style='color:red; display : none !important'>{SECRET}</p>",
        f"<p style='visibility:hidden'>{SECRET}</p>",
        f"<p style='font-size:0'>{SECRET}</p>",
        f"<p style='font-size:0px;color:#fff'>{SECRET}</p>",
        f"<p style='position:absolute;left:-9999px'>{SECRET}</p>",
        f"<p hidden>{SECRET}</p>",
        f"<div aria-hidden='true'><p>{SECRET}</p></div>",
        f"<p class='sr-only'>{SECRET}</p>",
        f"<style>.promo, .x9 {{ display: none }}</style><p class='a x9'>{SECRET}</p>",
        f"<style>#note{{position:absolute;left:-5000px}}</style><p id='note'>{SECRET}</p>",
        f"<!-- <p>{SECRET}</p> -->",
        f"<noscript><p>{SECRET}</p></noscript>",
        f"<template><p>{SECRET}</p></template>",
        f"<script>document.write('<p>{SECRET}</p>')</script>",
        f"<textarea>{SECRET}</textarea>",
        f"<svg><text>{SECRET}</text></svg>",
    ],
)
def test_h8_hidden_text_is_not_in_the_text(hidden: str) -> None:
    report = read(page(article(*PARAGRAPHS[:2]) + hidden + article(*PARAGRAPHS[2:])))
    assert "confess" not in report.text
    assert all(text in report.text for text in PARAGRAPHS)


def test_h8_hidden_words_inside_a_paragraph_are_left_out_of_it() -> None:
    first = PARAGRAPHS[0].replace("harbour office", "harbour <i style='display:none'>master and the pirate </i>office")
    report = read(page(article(first, *PARAGRAPHS[1:])))
    assert PARAGRAPHS[0] in report.text


def test_h8_hidden_text_is_counted() -> None:
    hidden = f"<p hidden>{SECRET}</p>"
    report = read(page(article(*PARAGRAPHS[:2]) + hidden + article(*PARAGRAPHS[2:])))
    squashed = len("".join(SECRET.split()))
    assert [w.message.split()[0] for w in report.warnings if w.code == "html.hidden"] == [str(squashed)]


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='display:block'>{}</p>",
        "<p style='font-size:0.9em'>{}</p>",
        "<p aria-hidden='false'>{}</p>",
        "<style>.late{{display:none}} @media screen{{.late{{display:block}}}}</style><p class='late'>{}</p>",
        "<style>@media print{{.screen{{display:none}}}}</style><p class='screen'>{}</p>",
    ],
)
def test_h8_shown_text_stays(shown: str) -> None:
    report = read(page(article(*PARAGRAPHS[:2]) + shown.format(PARAGRAPHS[2]) + article(*PARAGRAPHS[3:])))
    assert PARAGRAPHS[2] in report.text


def test_h9_little_of_much_prose_is_suspect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.readers.maintext.main_lines", lambda source: [PARAGRAPHS[0]])
    report = read(page(article(*PARAGRAPHS * 3)))
    assert "html.extraction-suspect" in codes(report)


def test_h9_nothing_of_much_prose_is_suspect_and_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.readers.maintext.main_lines", lambda source: [])
    report = read(page(article()))
    assert "html.extraction-suspect" in codes(report)
    assert PARAGRAPHS[1] in report.text


def test_h9_an_ordinary_page_is_not_suspect() -> None:
    comments = "<section class='comments'>" + article(*("I do not agree, and I take that ferry. " * 5,) * 8)
    assert "html.extraction-suspect" not in codes(read(page(article() + comments + "</section>")))


def test_text_that_is_only_in_metadata_is_said_to_be_unlocated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sayso.readers.maintext.main_lines", lambda source: [*PARAGRAPHS, "A sentence that the page does not show."]
    )
    report = read(page(article()))
    assert "html.unlocated" in codes(report)
    assert [block.locator for block in report.blocks][-1] is None
