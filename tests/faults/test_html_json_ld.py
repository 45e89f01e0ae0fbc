"""H6: JSON-LD that is broken, huge, deep or lying."""

from __future__ import annotations

import json
import time

import pytest

from sayso.limits import Limits
from sayso.record.report import Report
from webpages import TITLE, article, codes, page, read


def described(json_ld: str) -> Report:
    return read(page(article(), head=f'<script type="application/ld+json">{json_ld}</script>'))


@pytest.mark.parametrize(
    "json_ld",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        "{'@type': 'NewsArticle'}",
        "not json",
        '{"@type": "NewsArticle", "datePublished": ' + "9" * 5_000 + "}",
        "\x00",
    ],
    ids=["brackets", "closed brackets", "objects", "single quotes", "words", "long number", "nul"],
)
def test_broken_json_ld_is_left_out_and_said(json_ld: str) -> None:
    start = time.process_time()
    report = described(json_ld)
    assert time.process_time() - start < 2
    assert report.body
    assert "metadata.json-ld" in codes(report)


def test_a_huge_block_is_left_out_and_said() -> None:
    report = described(json.dumps({"@type": "NewsArticle", "headline": "Another", "articleBody": "x" * 1_000_000}))
    assert report.furniture.headline == TITLE
    assert "metadata.json-ld" in codes(report)


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "1e999", "[]", "{}", "null", "true", "3", '[[["x"]]]', '{"name": {"name": 3}}']
)
@pytest.mark.parametrize(
    "field", ["headline", "author", "publisher", "datePublished", "mainEntityOfPage", "articleSection", "@type"]
)
def test_wrong_types_are_left_out(field: str, value: str) -> None:
    report = described(f'{{"@type": "NewsArticle", "{field}": {value}}}')
    assert report.body
    assert report.furniture.headline == TITLE


@pytest.mark.parametrize("day", ["2099-01-01", "1899-05-05T10:00:00Z", "0001-01-01T00:00:00+00:00", "1994-12-31"])
def test_impossible_dates_are_left_out_and_said(day: str) -> None:
    report = described(json.dumps({"@type": "NewsArticle", "datePublished": day}))
    stamp = report.furniture.first_published
    assert stamp is None or stamp.value[:4] not in day
    assert "metadata.date-impossible" in codes(report)


@pytest.mark.parametrize(
    "day", ["2021-02-30", "2021-13-01T10:00:00Z", "yesterday", "1614667920", "2021-03-02T25:00:00Z"]
)
def test_dates_that_are_none_are_left_out(day: str) -> None:
    stamp = described(json.dumps({"@type": "NewsArticle", "datePublished": day})).furniture.first_published
    assert stamp is None or stamp.basis == "htmldate"


def test_graphs_arrays_and_trailing_commas_are_read() -> None:
    author = '{"@type": ["NewsArticle"], "author": [{"name": "Hanne Lorik"},]}'
    assert described(f'{{"@graph": [{{"@type": "WebSite", "name": "x"}}, [{author}]]}}').furniture.bylines == (
        "Hanne Lorik",
    )


def test_names_with_surrogates_and_markup_are_text() -> None:
    people = r'"author": {"name": "Hanne \ud800Lorik"}, "publisher": {"name": "<b>Skarn Courier</b>\u0000"}'
    furniture = described(f'{{"@type": "NewsArticle", {people}}}').furniture
    (furniture.publisher or "").encode("utf-8")
    " ".join(furniture.bylines).encode("utf-8")


def test_limits_bound_a_block() -> None:
    json_ld = '{"@type": "NewsArticle", "author": "Hanne Lorik"}'
    source = page(article(), head=f'<script type="application/ld+json">{json_ld}</script>')
    assert read(source).furniture.bylines == ("Hanne Lorik",)
    assert read(source, Limits(json_ld_bytes=20)).furniture.bylines == ()
