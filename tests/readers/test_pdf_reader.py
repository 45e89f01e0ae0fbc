from pdfs import paragraph, pdf_of
from reading import paragraphs, pdf_report, reasons, unproven
from sayso.record.report import PageBoxes

HEAD = (72, 820, 9, "The Sample Gazette - 3 May 2021")
FIRST = [
    HEAD,
    (72, 780, 20, "Bridge over the river is closed"),
    (72, 750, 11, "By Ada Obi"),
    (72, 730, 11, "May 3, 2021"),
    *paragraph(
        700,
        "LONDON (AFP) - The bridge over the river was closed on Monday after inspec-",
        "tors found cracks in a long-term survey of its pillars, the council said in a",
        "statement to reporters.",
    ),
    *paragraph(
        640,
        "“We cannot take risks,” said the mayor, Ben Roe, who had asked for a long-",
        "term plan. The work will take until the autumn and cost the town more than",
    ),
    (300, 30, 9, "Page 1"),
]
SECOND = [
    HEAD,
    *paragraph(780, "it can pay, he said."),
    *paragraph(750, "The council meets on Friday."),
    (300, 30, 9, "Page 2"),
]
CONTENT = pdf_of([FIRST, SECOND])


def test_paragraphs_are_rebuilt_over_lines_and_pages() -> None:
    report = pdf_report(CONTENT)
    assert paragraphs(report) == [
        "The bridge over the river was closed on Monday after inspectors found cracks in a long-term survey of its "
        "pillars, the council said in a statement to reporters.",
        "“We cannot take risks,” said the mayor, Ben Roe, who had asked for a long-term plan. The work will take until "
        "the autumn and cost the town more than it can pay, he said.",
        "The council meets on Friday.",
    ]


def test_furniture_of_a_pdf() -> None:
    report = pdf_report(CONTENT)
    furniture = report.furniture
    assert furniture.headline == "Bridge over the river is closed"
    assert furniture.bylines == ("Ada Obi",)
    assert furniture.agencies == ("AFP",)
    assert furniture.publisher == "The Sample Gazette"
    assert furniture.first_published
    assert furniture.first_published.value == "2021-05-03"
    assert reasons(report)["Page 2"] == "page"


def test_every_block_has_boxes_that_prove_it() -> None:
    report = pdf_report(CONTENT)
    assert unproven(report, CONTENT) == []
    across = report.blocks[2].locator
    assert isinstance(across, PageBoxes)
    assert [box.page for box in across.boxes] == [1, 1, 2]
    left, bottom, right, top = across.boxes[0].box
    assert 71 <= left < right <= 595
    assert bottom < 640 < top


def test_two_columns_are_read_one_after_the_other() -> None:
    left = paragraph(
        700,
        "The bridge over the river was shut",
        "on Monday after divers found cracks",
        "in two of its pillars, they said.",
    )
    right = paragraph(
        700,
        "The mayor was told of it by letter",
        "and did not speak to reporters until",
        "the evening of the day after.",
        left=320,
    )
    assert paragraphs(pdf_report(pdf_of([[*left, *right]]))) == [
        "The bridge over the river was shut on Monday after divers found cracks in two of its pillars, they said.",
        "The mayor was told of it by letter and did not speak to reporters until the evening of the day after.",
    ]
