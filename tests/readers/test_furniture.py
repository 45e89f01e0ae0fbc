import pytest

from reading import paragraphs, reasons, text_report

LEAD = "The bridge over the river was shut on Monday after divers found cracks, the council said."
MORE = "Mayor Ben Roe said the work would take until the autumn, and that the region would pay."
LAST = "The council meets again on Friday."


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_two_times_are_two_fields() -> None:
    report = text_report(page("Bridge is shut", "Published: 3 May 2021 08:00 GMT | Updated: 4 May 2021", LEAD, MORE))
    published, updated = report.furniture.first_published, report.furniture.last_updated
    assert published
    assert updated
    assert (published.value, updated.value) == ("2021-05-03T08:00+00:00", "2021-05-04")


def test_conflicting_times_are_kept_and_said() -> None:
    report = text_report(page("Bridge is shut", "Published: 3 May 2021", LEAD, MORE, "Published: 5 May 2021"))
    assert report.furniture.first_published
    assert report.furniture.first_published.others == ("2021-05-05",)
    assert [warning.code for warning in report.warnings] == ["metadata.conflict"]


def test_ambiguous_numeric_date_is_removed_and_not_resolved() -> None:
    report = text_report(page("Bridge is shut", "10/11/2022", LEAD, MORE))
    assert report.furniture.first_published is None
    assert reasons(report) == {"10/11/2022": "date"}


def test_day_in_the_address_serves_if_no_line_tells() -> None:
    report = text_report(page("Bridge is shut", LEAD, MORE, "https://a.example/2021/05/03/bridge"))
    assert report.furniture.first_published
    assert (report.furniture.first_published.value, report.furniture.first_published.basis) == (
        "2021-05-03",
        "url:path",
    )


def test_names_sign_beside_a_date_only() -> None:
    signed = text_report(page("Bridge is shut", "Ada Obi", "3 May 2021", LEAD, MORE))
    assert signed.furniture.bylines == ("Ada Obi",)
    alone = text_report(page("Bridge is shut", LEAD, "Ada Obi", MORE))
    assert alone.furniture.bylines == ()


def test_dateline_of_a_later_paragraph_stays() -> None:
    report = text_report(page("Bridge is shut", LEAD, "PARIS (AFP) — A second report from France follows, he said."))
    assert report.furniture.dateline is None
    assert paragraphs(report)[1].startswith("PARIS (AFP)")


def test_agency_that_signs_the_end_is_credited() -> None:
    report = text_report(page("Bridge is shut", LEAD, f"{LAST} — AFP"))
    assert report.furniture.agencies == ("AFP",)
    assert paragraphs(report)[-1] == LAST


def test_caption_and_credit_become_one() -> None:
    report = text_report(
        page(
            "Bridge is shut",
            "File photo: The bridge in a long and cold winter some years ago.",
            "Ada Obi / AFP",
            LEAD,
            MORE,
        )
    )
    assert [(one.text, one.credit) for one in report.furniture.captions] == [
        ("The bridge in a long and cold winter some years ago.", "Ada Obi / AFP")
    ]


def test_correction_is_left_out_and_said() -> None:
    note = "This article was amended on 4 May 2021 to correct the name of the mayor."
    report = text_report(page("Bridge is shut", LEAD, MORE, note))
    assert reasons(report)[note] == "note"
    assert [warning.code for warning in report.warnings] == ["report.corrected"]


def test_writer_introduced_at_the_end_is_left_out() -> None:
    line = "Ada Obi is a reporter in Accra."
    report = text_report(page("Bridge is shut", "By Ada Obi", LEAD, MORE, line))
    assert reasons(report)[line] == "author"


def test_person_introduced_in_the_text_stays() -> None:
    line = "Ada Obi is a diver from Accra."
    assert line in paragraphs(text_report(page("Bridge is shut", "By Cy Poe", LEAD, MORE, line)))


def test_headline_again_is_left_out() -> None:
    report = text_report(page("# Bridge is shut", "Bridge is shut", LEAD, MORE))
    assert reasons(report) == {"Bridge is shut": "repeated"}


def test_labelled_page_is_read() -> None:
    report = text_report(
        page(
            "Title: Bridge is shut",
            "Author: Ada Obi",
            "Date: 3 May 2021",
            "Source: The Sample Post",
            "URL: https://a.example/b",
            LEAD,
            MORE,
        )
    )
    furniture = report.furniture
    assert (furniture.headline, furniture.bylines, furniture.publisher) == (
        "Bridge is shut",
        ("Ada Obi",),
        "The Sample Post",
    )
    assert furniture.original_url == "https://a.example/b"
    assert paragraphs(report) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Read more, think more, he told the class of his last year.",
        "By Friday, all of the cars had gone, the council said.",
        "Source close to the mayor: the money is not there.",
        "Photo opportunities were few, she said, and far between.",
        "Updated figures show a fall, according to the council.",
        "“Subscribe to nothing,” he said of the newsletter.",
        "Poe: The bridge is safe, and you know that.",
        "Share prices of the builder fell by ten percent.",
        "(The mayor is on holiday until June.)",
        "In Accra and Lagos, traders said they had not heard of it.",
        "The army, AFP reported, had left on 3 May 2021.",
    ],
)
def test_prose_between_paragraphs_is_never_taken(line: str) -> None:
    assert paragraphs(text_report(page("Bridge is shut", LEAD, line, MORE))) == [LEAD, line, MORE]


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Мост закрыт до осени", "Мэр сообщил в понедельник, что мост закрыт.", "Работы начнутся весной, добавил он."),
        ("橋が閉鎖された", "市長は月曜日に橋を秋まで閉鎖すると述べた。", "工事は来年の春に始まると彼は付け加えた。"),
    ],
)
def test_other_scripts_are_read_alike(title: str, first: str, second: str) -> None:
    report = text_report(f"# {title}\n\n{first}\n\n{second}\n")
    assert report.furniture.headline == title
    assert paragraphs(report) == [first, second]
    assert report.furniture.removed == ()


def test_name_behind_a_headline_is_the_publisher() -> None:
    report = text_report(page("Bridge is shut - The Sample Post", LEAD, MORE))
    assert (report.furniture.headline, report.furniture.publisher) == ("Bridge is shut", "The Sample Post")
    assert (
        text_report(page("Bridge is shut - for years", LEAD, MORE)).furniture.headline == "Bridge is shut - for years"
    )


def test_role_below_a_byline_is_left_out() -> None:
    report = text_report(page("Bridge is shut", "By Ada Obi", "Political correspondent", LEAD, MORE))
    assert reasons(report)["Political correspondent"] == "byline"


def test_links_below_the_text_are_left_out() -> None:
    report = text_report(page("# Bridge is shut", LEAD, MORE, "[Home](/) | [About](/about)"))
    assert reasons(report) == {"Home | About": "related"}


def test_bold_line_between_paragraphs_is_a_heading() -> None:
    report = text_report(page("# Bridge is shut", LEAD, "**What comes next**", MORE))
    assert [str(block.kind) for block in report.blocks] == ["headline", "paragraph", "heading", "paragraph"]


def test_bold_sentence_before_the_text_stays() -> None:
    words = "**Divers found cracks in two pillars of the bridge, and nobody knows why they did.**"
    assert len(paragraphs(text_report(page("# Bridge is shut", words, LEAD, MORE)))) == 3


def test_dated_byline_that_ends_the_introduction_is_left_out() -> None:
    report = text_report(page("Bridge is shut", f"{LEAD} By Ada Obi, Sample Weekly, 2 May 2026.", MORE))
    assert paragraphs(report)[0] == LEAD
    assert report.furniture.bylines == ("Ada Obi",)
    assert report.furniture.first_published
    assert report.furniture.first_published.value == "2026-05-02"


def test_sentence_that_begins_with_by_stays_in_the_introduction() -> None:
    report = text_report(page("Bridge is shut", f"{LEAD} By Monday 3 May 2021 it was open.", MORE))
    assert "By Monday" in paragraphs(report)[0]


def test_lines_of_the_publisher_after_the_last_paragraph_do_not_hide_a_credit() -> None:
    report = text_report(
        page("Bridge is shut", LEAD, MORE, "(Reporting by Ada Obi)", "To unsubscribe, reply with STOP.")
    )
    assert report.furniture.bylines == ("Ada Obi",)
    assert paragraphs(report)[-1] == MORE


def test_additional_reporting_is_credited() -> None:
    report = text_report(page("Bridge is shut", LEAD, MORE, "Additional reporting by Ben Roe in Batumi."))
    assert report.furniture.credit_lines == ("Additional reporting by Ben Roe in Batumi.",)


def test_sections_in_capitals_are_no_headline() -> None:
    report = text_report(page("NEWS | COUNCIL", "Bridge is shut", LEAD, MORE))
    assert report.furniture.headline == "Bridge is shut"


def test_paragraph_is_kept_without_what_leads_away_from_it() -> None:
    report = text_report(page("Bridge is shut", f"{LEAD} SEE ALSO: Who owns the bridge?", MORE))
    assert paragraphs(report)[0] == LEAD
    assert reasons(report) == {"SEE ALSO: Who owns the bridge?": "related"}


def test_date_and_name_in_italics_are_a_byline() -> None:
    report = text_report(page("# The week", "*Friday 7 August 2026 · by Ada Obi*", LEAD, MORE))
    assert report.furniture.bylines == ("Ada Obi",)
    assert report.furniture.first_published
    assert report.furniture.first_published.value == "2026-08-07"


def test_quotation_set_apart_again_is_left_out() -> None:
    said = "“Nobody told us that the bridge was cracked,” said Ben Roe, who lives beside it."
    again = "> “Nobody told us that the bridge was cracked.”"
    report = text_report(page("# Bridge is shut", LEAD, said, again, MORE))
    assert paragraphs(report) == [LEAD, said, MORE]


def test_paper_and_date_between_paragraphs_are_left_out() -> None:
    report = text_report(page("Bridge is shut", LEAD, "Sample News, April 16, 2026", MORE))
    assert paragraphs(report) == [LEAD, MORE]
    assert report.furniture.first_published
    assert report.furniture.first_published.value == "2026-04-16"
