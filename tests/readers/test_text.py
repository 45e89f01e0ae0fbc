import base64
import quopri
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading import paragraphs, reasons, text_report, unproven
from sayso.errors import NoText, ReadingError, UnsupportedFormat
from sayso.limits import Limits

PRINT_VIEW = """\
# Council Shuts Bridge After Cracks Are Found

By [Reuters](#)

May 3, 2021


**Town Hall Press Office.**

The bridge over the Wend was shut on Monday after divers found cracks in two pillars, the council said.

"We cannot take risks," said Mayor Ben Roe, who had asked the region for a long-term plan for its \
bridges and for money to

pay for it in the spring.

**Related article:** [Explainer: Who Pays for a Bridge?](#)

Roe said the work would take [until the autumn](https://a.example/work).

Original url:

<https://www.thewendtimes.example/2021/05/03/council-shuts-bridge-a123>
"""

WIRE = """\
BC-Wend-Bridge, 2nd Ld

Council shuts bridge after cracks are found

By ADA OBI and BEN ROE

WEND, England, May 3 (AP) — The bridge over the Wend was shut on Monday
after divers found cracks in two of its pillars, the council said in a state-
ment that gave no date for an opening.

Mayor Cy Poe told reporters that the council had asked for a long-
term plan. Divers said they had never seen anything like it, and that
the river had been higher this year than in any other year they knew of.
   "We cannot take risks," Poe said. Ten thousand cars cross the bridge
every day, according to the council.

(Reporting by Ada Obi; editing by Di Lee)

ENDS
"""


def test_print_view_is_told_apart() -> None:
    report = text_report(PRINT_VIEW)
    furniture = report.furniture
    assert furniture.headline == "Council Shuts Bridge After Cracks Are Found"
    assert furniture.agencies == ("Reuters",)
    assert furniture.first_published
    assert furniture.first_published.value == "2021-05-03"
    assert furniture.original_url == "https://www.thewendtimes.example/2021/05/03/council-shuts-bridge-a123"
    assert [(caption.text, caption.credit) for caption in furniture.captions] == [(None, "Town Hall Press Office")]
    assert reasons(report)["Related article: Explainer: Who Pays for a Bridge?"] == "related"
    assert paragraphs(report) == [
        "The bridge over the Wend was shut on Monday after divers found cracks in two pillars, the council said.",
        '"We cannot take risks," said Mayor Ben Roe, who had asked the region for a long-term plan for its bridges '
        "and for money to pay for it in the spring.",
        "Roe said the work would take until the autumn.",
    ]
    assert unproven(report, PRINT_VIEW.encode()) == []


def test_publisher_of_a_print_view_is_told_by_host_and_text() -> None:
    words = PRINT_VIEW.replace("the Wend was", "the river Wend was")
    assert text_report(words).furniture.publisher == "The Wend Times"
    assert text_report(words).furniture.basis["publisher"] == "url:host"


def test_wire_dump_is_unwrapped() -> None:
    report = text_report(WIRE)
    furniture = report.furniture
    assert furniture.headline == "Council shuts bridge after cracks are found"
    assert furniture.bylines == ("ADA OBI", "BEN ROE")
    assert furniture.agencies == ("AP",)
    assert furniture.dateline
    assert (furniture.dateline.places, furniture.dateline.date) == (("WEND, England",), "May 3")
    assert reasons(report)["BC-Wend-Bridge, 2nd Ld"] == "slug"
    assert reasons(report)["ENDS"] == "end"
    found = paragraphs(report)
    assert found[0].startswith("The bridge over")
    assert "a statement that gave no date" in found[0]
    assert "asked for a long-term plan" in found[1]
    assert found[2].startswith('"We cannot take risks," Poe said. Ten thousand cars')
    assert len(found) == 3
    assert unproven(report, WIRE.encode()) == []


def test_windows_line_ends_and_cp1252_give_the_same_text() -> None:
    windows = WIRE.replace("\n", "\r\n").encode("cp1252")
    assert text_report(windows).text == text_report(WIRE).text
    assert unproven(text_report(windows), windows) == []


def test_single_line_paragraphs_without_blank_lines_stay_apart() -> None:
    words = (
        "Bridge is shut\nBy Ada Obi\nThe bridge was shut on Monday after divers found cracks, the council said in a "
        "long statement to the press and to the people of the town.\nThe mayor said the work would take until the "
        "autumn and that the region would have to pay for all of it, whatever happens.\n"
    )
    report = text_report(words)
    assert report.furniture.headline == "Bridge is shut"
    assert report.furniture.bylines == ("Ada Obi",)
    assert len(paragraphs(report)) == 2


def test_front_matter_is_metadata() -> None:
    words = (
        '---\ntitle: "Bridge is shut"\nauthor: Ada Obi\ndate: 2021-05-03T08:00:00Z\nurl: https://a.example/x\n'
        "publisher: The Sample\ntags: [a, b]\n---\n\nThe bridge was shut on Monday, the council said.\n"
    )
    furniture = text_report(words).furniture
    assert (furniture.headline, furniture.bylines, furniture.publisher) == (
        "Bridge is shut",
        ("Ada Obi",),
        "The Sample",
    )
    assert furniture.canonical_url == "https://a.example/x"
    assert furniture.first_published
    assert furniture.first_published.basis == "front-matter:published"


def test_markup_is_left_out_and_ranges_stay_true() -> None:
    words = (
        "# A *bold* claim\n\nThe **mayor** said [the _bridge_](http://a.example/x_y) was \\*safe\\*, &amp; "
        "`closed`. 2 * 3 * 4 = 24 and snake_case_words stay.\n\n- One item, he said.\n- Two items, she said.\n\n"
        "> A quoted paragraph stands here, as it should.\n\n| a | b |\n|---|---|\n| c | d |\n\n![A picture](x.png)\n"
    )
    report = text_report(words)
    assert paragraphs(report)[:4] == [
        "The mayor said the bridge was *safe*, & closed. 2 * 3 * 4 = 24 and snake_case_words stay.",
        "One item, he said.",
        "Two items, she said.",
        "A quoted paragraph stands here, as it should.",
    ]
    assert [str(block.kind) for block in report.blocks][:5] == [
        "headline",
        "paragraph",
        "list_item",
        "list_item",
        "blockquote",
    ]
    assert reasons(report)["A picture"] == "image"
    assert unproven(report, words.encode()) == []


def test_list_in_a_plain_text_is_a_list() -> None:
    words = f"{WIRE.split('ENDS')[0]}\n- Ten thousand cars\n- One bridge\n"
    report = text_report(words)
    assert [block.span.of(report.text) for block in report.blocks if block.kind == "list_item"] == [
        "Ten thousand cars",
        "One bridge",
    ]
    assert unproven(report, words.encode()) == []


MAIL = (
    "From: =?utf-8?q?Ad=C3=A1?= <a@a.example>\nTo: b@b.example\nSubject: Fwd: [press] Bridge is shut\n"
    'Date: Mon, 3 May 2021 08:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="x y"\n\n'
    "--x y\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    "The bridge was shut on Monday =E2=80=93 the council said =\nso.\n\nIt opens in May, it said.\n"
    "--x y\nContent-Type: text/html\n\n<p>The same</p>\n--x y--\n"
)


def test_mail_gives_its_plain_part_and_subject() -> None:
    report = text_report(MAIL)
    assert report.furniture.headline == "Bridge is shut"
    assert report.furniture.first_published is None
    assert paragraphs(report) == ["The bridge was shut on Monday – the council said so.", "It opens in May, it said."]
    assert unproven(report, MAIL.encode()) == []


def test_subject_heads_a_mail_that_begins_with_a_note() -> None:
    note = MAIL.replace("The bridge was shut", "(ADDS what the council said)\n\nThe bridge was shut")
    assert text_report(note).furniture.headline == "Bridge is shut"


def test_forwarded_text_is_the_innermost() -> None:
    words = (
        "For you.\n\n---------- Forwarded message ---------\nFrom: News <n@a.example>\nDate: Mon, 3 May 2021\n"
        "Subject: Daily news\nTo: b@b.example\n\n\nBridge is shut\n\nBy Ada Obi\n\n"
        "The bridge was shut on Monday, the council said.\n\n-- \nUnsubscribe: https://a.example/u\n"
    )
    report = text_report(words)
    assert report.furniture.headline == "Bridge is shut"
    assert report.furniture.bylines == ("Ada Obi",)
    assert paragraphs(report) == ["The bridge was shut on Monday, the council said."]
    assert reasons(report)["For you."] == "mail"


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_empty_file_has_no_text(content: bytes) -> None:
    with pytest.raises(NoText, match="empty"):
        text_report(content)


def test_text_beyond_the_limit_is_left_out_and_said() -> None:
    paragraph = "The council said that the bridge would stay shut until the autumn.\n\n"
    report = text_report(paragraph * 200, Limits(text_characters=5_000))
    assert len(report.text) <= 5_000
    assert "text.cut" in {warning.code for warning in report.warnings}


def test_one_endless_sentence_is_cut() -> None:
    report = text_report("and on and " * 100_000, Limits(text_characters=20_000))
    assert 10_000 < len(report.text) <= 20_000


fragments = st.sampled_from(
    [
        "# Title",
        "By Ada Obi",
        "LONDON (AP) — The man left, he said.",
        "He said that ",
        "the bri-\ndge fell.",
        "**bold**",
        "[a](b)",
        "\n",
        "\n\n",
        "\r\n",
        "> quote",
        "- item",
        "* * *",
        "&amp;",
        "\u00ad",
        "â€œmangledâ€",
        "Photo: A B/AFP",
        "![x](y)",
        "| a | b |",
        "---",
        "From: x\nTo: y\nSubject: z\n\n",
        "3 May 2021",
        "\f",
        "\\*",
        "_",
        "<b>x</b>",
        "\x85",
        "(Reporting by Ada Obi)",
        "https://a.example/b",
        "ENDS",
        "===",
        "```",
        "[^1]",
        "and so it goes on",
    ]
)


@given(st.lists(st.one_of(fragments, st.text(max_size=20)), max_size=30).map("".join))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_gives_a_report_that_its_bytes_prove_or_a_reading_error(words: str) -> None:
    content = words.encode("utf-8", "surrogatepass")
    try:
        report = text_report(content)
    except ReadingError:
        return
    assert unproven(report, content) == []
    assert all(block.locator is not None for block in report.blocks if block.kind != "headline")


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_a_report_or_a_reading_error(content: bytes) -> None:
    with suppress(ReadingError):
        assert unproven(text_report(content), content) == []


def test_binary_is_refused() -> None:
    with pytest.raises(UnsupportedFormat):
        text_report(bytes(range(256)) * 20)


def mail_of(part: str, kind: str, encoding: str) -> str:
    head = "From: a@a.example\nTo: b@b.example\nSubject: Bridge is shut\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{part}"


def test_text_sent_in_base64_is_read_without_places() -> None:
    words = "The bridge was shut on Monday – the council said so.\n\nIt opens in May, it said.\n"
    report = text_report(mail_of(base64.encodebytes(words.encode()).decode(), "text/plain", "base64"))
    assert paragraphs(report) == ["The bridge was shut on Monday – the council said so.", "It opens in May, it said."]
    assert [block.locator for block in report.blocks] == [None, None, None]


PAGE = (
    "<html><head><title>Bridge is shut</title></head><body><article><h1>Bridge is shut</h1>"
    "<p>The bridge was shut on Monday &ndash; the council said so in a long statement to the press of the town.</p>"
    "<p>It opens in May, it said, and the work that has to be done until then will cost ten million.</p>"
    "</article></body></html>"
)


@pytest.mark.parametrize("encoding", ["7bit", "quoted-printable"])
def test_mail_that_is_a_page_is_read_as_one(encoding: str) -> None:
    body = PAGE if encoding == "7bit" else quopri.encodestring(PAGE.encode()).decode()
    content = mail_of(body, "text/html", encoding)
    report = text_report(content)
    assert paragraphs(report)[0].startswith("The bridge was shut on Monday – the council")
    assert report.origin.media_type == "message/rfc822"
    assert bool(unproven(report, content.encode())) is (encoding != "7bit")


def test_language_is_told_only_if_it_is_english() -> None:
    assert text_report(WIRE).language == "en"
    assert text_report("Die Brücke bleibt geschlossen, sagte der Bürgermeister am Montag. " * 4).language is None
