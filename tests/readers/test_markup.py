from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.limits import Limits
from sayso.readers.markup import scan
from sayso.readers.markup_tokens import even_newlines
from sayso.readers.squash import Squashed, squashed
from sayso.readers.webpage import Page


def scanned(source: str) -> Page:
    return scan(source, Limits())


def texts(source: str) -> list[str]:
    return [run.text for run in scanned(source).runs]


def test_runs_say_where_they_stand() -> None:
    source = "<p>The <b>quay</b> &amp; the ramp"
    assert [(source[run.start : run.end], run.text) for run in scanned(source).runs] == [
        ("The ", "The "),
        ("quay", "quay"),
        (" ", " "),
        ("&amp;", "&"),
        (" the ramp", " the ramp"),
    ]


def test_breaks_tell_blocks_lines_and_inline_apart() -> None:
    runs = scanned("<p>a<br>b<b>c</b></p><p>d<br><br>e</p>").runs
    assert [min(run.breaks, 2) for run in runs] == [2, 1, 0, 2, 2]


@pytest.mark.parametrize(
    ("source", "tag"),
    [
        ("<p>one<p>two", "p"),
        ("<ul><li>one<li>two", "li"),
        ("<table><tr><td>one<td>two", "td"),
        ("<p>one<div>two", "div"),
        ("<div><b>one</div>two", ""),
        ("<head><title>t</title><p>two", "p"),
    ],
)
def test_implied_ends_are_followed(source: str, tag: str) -> None:
    assert scanned(source).runs[-1].element.block().tag == tag


def test_an_inline_end_tag_closes_no_block() -> None:
    run = scanned("<i><div></i>text</div>").runs[0]
    assert [element.tag for element in run.element.chain()] == ["div", "i", ""]


def test_depth_and_tags_are_counted() -> None:
    page = scanned("<div>" * 30 + "x" + "</div>" * 30)
    assert (page.tags, page.deepest) == (60, 31)


def test_carriage_returns_keep_their_places() -> None:
    assert even_newlines("a\r\nb\rc\n") == "a \nb\nc\n"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(max_size=8)
        | st.sampled_from(["<p>", "</p>", "</>", "<b>", "&amp;", "&#x41;", "<!--", "-->", "\r\n", "𝄞"]),
        max_size=30,
    )
)
def test_a_run_without_references_is_its_source(parts: list[str]) -> None:
    source = "".join(parts).replace("\x00", "").encode("utf-8", "replace").decode()
    even = even_newlines(source)
    for run in scanned(source).runs:
        assert even[run.start : run.end] == run.text or even[run.start] == "&"


@given(st.lists(st.text("ab \n\u00ad\u200b\xa0", max_size=6), max_size=8), st.data())
def test_a_squashed_place_leads_back_to_its_characters(parts: list[str], data: st.DataObject) -> None:
    source = "<p>" + "<b>".join(parts)
    page = Squashed(scanned(source).runs)
    if page.text:
        start = data.draw(st.integers(0, len(page.text) - 1))
        end = data.draw(st.integers(start + 1, len(page.text)))
        raw = "".join(source[begin:stop] for begin, stop in page.ranges(start, end))
        assert squashed(raw) == page.text[start:end]
        assert raw[0] == page.text[start]
        assert raw[-1] == page.text[end - 1]
