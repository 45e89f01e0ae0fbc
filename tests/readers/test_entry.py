import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import entry_report, paragraphs, unproven
from sayso.errors import NoText, ReadingError, TooLarge, UnsupportedFormat
from sayso.record.report import EntryField

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": " Bridge &amp; road closed ",
    "author": [{"@type": "Person", "name": "Ada Obi"}, {"name": "AFP"}],
    "datePublished": "2021-05-03T08:00:00Z",
    "dateModified": "2021-05-04",
    "publisher": {"@type": "Organization", "name": "The Sample"},
    "url": "https://news.example.org/a",
    "inLanguage": "en-GB",
    "articleBody": "<p>LONDON (AFP) &mdash; The bridge &amp; the road were closed, the council said.</p>"
    "<p>It opens in <b>May</b>.<br>Not before, said Mr Roe.</p><script>evil()</script>",
}


def entry(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def test_news_article_is_read() -> None:
    content = json.dumps(ARTICLE).encode()
    report = entry_report(content)
    furniture = report.furniture
    assert (furniture.headline, furniture.bylines, furniture.agencies) == (
        "Bridge & road closed",
        ("Ada Obi",),
        ("AFP",),
    )
    assert (furniture.publisher, furniture.canonical_url) == ("The Sample", "https://news.example.org/a")
    assert furniture.first_published
    assert furniture.first_published.value == "2021-05-03T08:00:00+00:00"
    assert furniture.last_updated
    assert furniture.last_updated.basis == "entry:dateModified"
    assert report.language == "en"
    assert paragraphs(report) == [
        "The bridge & the road were closed, the council said.",
        "It opens in May. Not before, said Mr Roe.",
    ]
    assert unproven(report, content) == []


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        (entry(title="Bridge shut", text="It was shut on Monday, he said."), "/text"),
        (entry(title="Bridge shut", content_text="It was shut on Monday, he said."), "/content_text"),
        (entry(title="Bridge shut", body={"value": "It was shut on Monday, he said."}), "/body/value"),
        (entry(title="Bridge shut", content=[{"value": "It was shut on Monday, he said."}]), "/content/0/value"),
        (
            entry(data={"article": {"title": "Bridge shut", "text": "It was shut on Monday, he said."}}),
            "/data/article/text",
        ),
        (b'[{"title": "Bridge shut", "text": "It was shut on Monday, he said."}]', "/0/text"),
    ],
)
def test_text_is_found_by_its_pointer(content: bytes, pointer: str) -> None:
    report = entry_report(content)
    assert paragraphs(report) == ["It was shut on Monday, he said."]
    locator = report.blocks[-1].locator
    assert isinstance(locator, EntryField)
    assert locator.pointer == pointer
    assert unproven(report, content) == []


def test_address_elsewhere_is_the_original() -> None:
    content = entry(
        title="Bridge shut", text="It was shut, he said.", url="https://a.example/1", external_url="https://b.example/2"
    )
    furniture = entry_report(content).furniture
    assert (furniture.canonical_url, furniture.original_url) == ("https://a.example/1", "https://b.example/2")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b'{"text": "cut', ReadingError),
        (b'{"text": "x", "n": NaN}', ReadingError),
        (b'{"text": "x", "n": Infinity}', ReadingError),
        (b"[" * 100_000, TooLarge),
        (b'{"a":' * 100_000, TooLarge),
        (b'[{"text": "x"}, {"text": "y"}]', UnsupportedFormat),
        (b'{"text": "x"}\n{"text": "y"}\n', UnsupportedFormat),
        (b'{"items": [{"text": "x"}, {"text": "y"}]}', UnsupportedFormat),
        (b'{"title": "x"}', UnsupportedFormat),
        (b'{"text": ""}', NoText),
        (b"[]", UnsupportedFormat),
        (b"[1, 2]", UnsupportedFormat),
    ],
)
def test_what_is_not_one_report_is_refused(content: bytes, error: type[ReadingError]) -> None:
    with pytest.raises(error) as caught:
        entry_report(content)
    assert str(caught.value).startswith("sample.json: ")


def test_many_entries_are_refused_with_what_to_do() -> None:
    with pytest.raises(UnsupportedFormat, match="a file of its own"):
        entry_report(b'[{"text": "x"}, {"text": "y"}]')


def test_lone_surrogates_and_nuls_become_replacements() -> None:
    report = entry_report(b'{"text": "He said \\ud800 and \\u0000 on Monday, and left."}')
    assert report.text == "He said \ufffd and \ufffd on Monday, and left."
    assert report.origin.replaced == 2


def test_odd_numbers_do_no_harm() -> None:
    content = b'{"n": ' + b"9" * 6000 + b', "m": 1e999, "text": "It was shut, he said."}'
    assert entry_report(content).text == "It was shut, he said."


values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*ARTICLE, "text", "items"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(values)
@settings(max_examples=150, deadline=None)
def test_any_json_gives_a_proven_report_or_a_reading_error(value: object) -> None:
    content = json.dumps(value).encode("utf-8", "surrogatepass")
    try:
        report = entry_report(content)
    except ReadingError:
        return
    assert unproven(report, content) == []
