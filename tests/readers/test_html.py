from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import NoText, ReadingError, UnsupportedFormat
from sayso.limits import Limits
from sayso.readers.door import decode
from sayso.readers.html import read_html
from sayso.readers.normalise import normalise
from sayso.record.report import BlockKind, Report, SourceRanges
from webpages import PARAGRAPHS, TITLE, article, capture_of, codes, page, paragraphs_of, read


def located(report: Report, source: str) -> list[tuple[str, str]]:
    """For each block with a locator: its text, and the text at its locator."""
    pairs = []
    for block in report.blocks:
        if block.locator is not None:
            assert isinstance(block.locator, SourceRanges)
            raw = "".join(span.of(source) for span in block.locator.ranges)
            pairs.append((block.span.of(report.text), normalise(raw, block.normalised)))
    return pairs


def test_headline_and_paragraphs_are_the_text() -> None:
    report = read(page(article()))
    assert report.text == "\n\n".join((TITLE, *PARAGRAPHS))
    assert report.furniture.headline == TITLE
    assert [block.kind for block in report.blocks] == [BlockKind.HEADLINE] + [BlockKind.PARAGRAPH] * 5


def test_every_block_leads_back_to_the_source() -> None:
    source = page(article())
    report = read(source)
    assert len(located(report, source)) == len(report.blocks)
    assert all(text == raw for text, raw in located(report, source))


def test_inline_markup_is_left_out_of_ranges_and_kept_as_text() -> None:
    first = PARAGRAPHS[0].replace("Skarn", "<a href='/s'>Sk<b>arn</b></a>")
    source = page(article(first, *PARAGRAPHS[1:]))
    report = read(source)
    assert paragraphs_of(report)[0] == PARAGRAPHS[0]
    block = report.blocks[1]
    assert isinstance(block.locator, SourceRanges)
    assert len(block.locator.ranges) > 1
    assert "<" not in "".join(span.of(source) for span in block.locator.ranges)


def test_character_references_become_characters_and_offsets_hold() -> None:
    escaped = PARAGRAPHS[1].replace("“", "&ldquo;").replace("”", "&#8221;").replace(" and ", "&nbsp;&amp; ")
    source = page(article(PARAGRAPHS[0], escaped, *PARAGRAPHS[2:]))
    report = read(source)
    assert paragraphs_of(report)[1] == PARAGRAPHS[1].replace(" and ", " & ")
    assert "html" in report.blocks[2].normalised
    assert all(text == raw for text, raw in located(report, source))


def test_carriage_returns_do_not_move_offsets() -> None:
    source = page(article()).replace("\n", "\r\n").replace("harbour office", "harbour\r\noffice")
    report = read(source)
    assert paragraphs_of(report) == list(PARAGRAPHS)
    assert all(text == raw for text, raw in located(report, source))


def test_line_break_inside_a_paragraph_is_white_space() -> None:
    source = page(article(PARAGRAPHS[0].replace("Tuesday, the", "Tuesday,<br>the"), *PARAGRAPHS[1:]))
    report = read(source)
    assert paragraphs_of(report)[0] == PARAGRAPHS[0]
    assert all(text == raw for text, raw in located(report, source))


def test_double_line_breaks_part_paragraphs() -> None:
    report = read(page("<div>" + "<br><br>\n".join(PARAGRAPHS) + "</div>"))
    assert paragraphs_of(report) == list(PARAGRAPHS)


def test_kinds_are_told_by_tags() -> None:
    body = (
        article(*PARAGRAPHS[:2])
        + "<h2>What the council wants</h2>"
        + "<ul><li>A breakwater of stone, as drawn in last year’s plan.</li><li>A lamp at its end.</li></ul>"
        + "<blockquote><p>We have waited for ten winters and we can wait for another, the mayor wrote.</p></blockquote>"
        + article(*PARAGRAPHS[2:])
    )
    kinds = {block.kind for block in read(page(body)).blocks}
    assert kinds >= {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE, BlockKind.PARAGRAPH}


def test_unclosed_paragraphs_are_paragraphs() -> None:
    report = read(page("".join(f"<p>{text}" for text in PARAGRAPHS)))
    assert paragraphs_of(report) == list(PARAGRAPHS)


def test_empty_end_tag_inside_text_does_not_move_offsets() -> None:
    source = page(article(PARAGRAPHS[0].replace("Tuesday", "Tues</>day"), *PARAGRAPHS[1:]))
    report = read(source)
    assert paragraphs_of(report)[0] == PARAGRAPHS[0]
    assert all(text == raw for text, raw in located(report, source))


def test_caption_and_related_line_are_not_running_text() -> None:
    body = (
        article(*PARAGRAPHS[:3])
        + "<figure><img src='r.jpg'><figcaption>The new ramp on Monday. Photo: Ivo Tamm</figcaption></figure>"
        + "<p class='related'>Related: What the storm did to the lighthouse</p>"
        + article(*PARAGRAPHS[3:])
    )
    report = read(page(body))
    assert "Related" not in report.text
    assert "Ivo Tamm" not in report.text
    assert [caption.credit for caption in report.furniture.captions] == ["Ivo Tamm"]


def test_the_same_bytes_give_the_same_report() -> None:
    source = page(article())
    assert read(source) == read(source)


@pytest.mark.parametrize(
    "content", [b"", b"  \n\t ", b"<html></html>", b"<html><body><script>var a = 1</script></body></html>"]
)
def test_no_text_is_an_error(content: bytes) -> None:
    with pytest.raises(ReadingError):
        read(content)


def test_empty_file_is_no_text() -> None:
    with pytest.raises(NoText):
        read(b"")


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", gzip.compress(b"<html>", mtime=0), bytes(range(256)) * 20]
)
def test_other_formats_are_refused_by_their_bytes(content: bytes) -> None:
    with pytest.raises(UnsupportedFormat) as told:
        read(content)
    assert told.value.media_type


_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(list("<>&;\"'“”\u00ad\u200b\u202e\r\n\xa0é{}")),
    max_size=120,
)
_MARKUP = """
<p> </p> <br> <b> </b> <div> </div> <td> <li> </> <!--x--> &amp; &nbsp; &shy; <i\xa0hidden> </i> <h2> </h2>
<script> </script> <table><tr> </table> <p\xa0style='display:none'>
"""
_TAGS = st.sampled_from([tag.replace("\xa0", " ") for tag in _MARKUP.split(" ")])


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT | _TAGS | st.sampled_from(PARAGRAPHS), max_size=25))
def test_any_markup_gives_blocks_that_lead_back_to_the_source(parts: list[str]) -> None:
    capture = capture_of(page(article() + "".join(parts)))
    try:
        report = read_html(capture, limits=Limits())
    except ReadingError:
        return
    source = decode(capture.content, "utf-8").text
    assert all(text == raw for text, raw in located(report, source))
    assert all(start.span.end < end.span.start for start, end in zip(report.blocks, report.blocks[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda raw: b"<html><body><p>" + raw * 3))
def test_any_bytes_give_a_report_or_a_reading_error(content: bytes) -> None:
    told = None
    try:
        assert read(content).text
    except ReadingError as error:
        told = error
    assert told is None or told.uri == "page.html"


@pytest.mark.corpus
def test_every_block_of_the_corpus_leads_back_to_its_page(corpora) -> None:
    seen = 0
    for path in sorted((corpora / "article-extraction" / "html").glob("*.html.gz")):
        capture = capture_of(gzip.decompress(path.read_bytes()))
        report = read_html(capture, limits=Limits())
        source = capture.content.decode(report.origin.encoding or "utf-8", errors="replace")
        assert all(text == raw for text, raw in located(report, source)), path.name
        seen += len(report.blocks)
    assert seen > 2_000


def test_hidden_text_is_counted() -> None:
    report = read(
        page(article(*PARAGRAPHS[:3]) + "<p style='display:none'>Nobody said this.</p>" + article(*PARAGRAPHS[3:]))
    )
    assert "Nobody said" not in report.text
    assert "html.hidden" in codes(report)
