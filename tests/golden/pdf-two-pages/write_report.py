"""Writes report.pdf beside it: two pages, one column, words broken at line ends. Run by hand; the PDF is kept."""

from __future__ import annotations

from pathlib import Path

HEAD = "The Harrow Quay Examiner - Courts - 21 November 2023"

PAGES = [
    [
        ("title", "Ferry captain 'was texting' minutes before pier collision, court told"),
        ("small", "By Rosalind Achebe, court reporter"),
        (
            "text",
            "The captain of a passenger ferry that struck a pier at Harrow Quay sent\n"
            "four text messages in the nine minutes before the collision, a jury heard\n"
            "on Monday.",
        ),
        (
            "text",
            "Desmond Achterberg, 52, denies endangering the safety of a vessel. Thirty-\n"
            "one passengers were hurt when the Lady Constance hit the pier at 11 knots\n"
            "on 3 August last year.",
        ),
        (
            "text",
            "Opening the case, prosecutor Helena Strand KC said the captain had “his\n"
            "eyes on a screen the size of a playing card” when he should have been pre-\n"
            "paring to dock.",
        ),
        (
            "text",
            "“He will tell you that the engine failed,” she told the jury. “The engine\n"
            "did not fail. The engine did what it was told, too late.”",
        ),
        (
            "text",
            "The messages, to his daughter, were about the price of a second-hand car,\n"
            "the court was told. The last of them read: “Don’t pay more than 4.”",
        ),
        (
            "text",
            "Ms Strand said data from the bridge showed that nobody had touched the\n"
            "throttle for almost two minutes, and that a deckhand, Kofi Amankwah, had\n"
            "shouted a warning which",
        ),
    ],
    [
        (
            "text",
            "went unanswered.",
        ),
        (
            "text",
            "Mr Amankwah, giving evidence, said he saw the pier “coming up like a wall”\n"
            "and ran to the bridge. “I said, ‘Skipper, you’re too fast,’ and he said, ‘She’ll\n"
            "come round,’ ” he told the court.",
        ),
        (
            "text",
            "Cross-examined by Patrick Oyelaran, for the defence, he agreed that he had\n"
            "not seen a telephone in the captain’s hand.",
        ),
        (
            "text",
            "Mr Oyelaran suggested that the witness had been told what to say by the\n"
            "company, which sacked Mr Achterberg in October. Mr Amankwah replied:\n"
            "“Nobody tells me what I saw.”",
        ),
        (
            "text",
            "The defence says a fault in the control cable, found by an engineer after\n"
            "the accident, delayed the order to go astern. Marine investigators have\n"
            "described the fault as “real but not decisive”.",
        ),
        (
            "text",
            "Judge Miriam Eastcott told jurors to ignore anything they had read about\n"
            "the case. “You will find everybody an expert on ferries,” she warned them.",
        ),
        ("text", "The trial is expected to last three weeks."),
        ("small", "The Lady Constance returned to service in March."),
    ],
]

SIZES = {"title": 15, "small": 9, "text": 11}
FONTS = {"title": "F2", "small": "F1", "text": "F1"}


def page_stream(number: int, paragraphs: list[tuple[str, str]]) -> bytes:
    """The content stream of one page: running head, paragraphs with a gap between them, page number."""
    shown = [_line("F1", 8, 72, 806, HEAD)]
    height = 770
    for kind, paragraph in paragraphs:
        for line in paragraph.split("\n"):
            shown.append(_line(FONTS[kind], SIZES[kind], 72, height, line))
            height -= SIZES[kind] + 4
        height -= 9
    shown.append(_line("F1", 8, 290, 36, str(number)))
    return b"\n".join(shown)


def _line(font: str, size: int, left: int, bottom: int, words: str) -> bytes:
    escaped = words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return f"BT /{font} {size} Tf {left} {bottom} Td (".encode() + escaped + b") Tj ET"


def objects() -> list[bytes]:
    """The numbered objects of the file, in order from 1."""
    fonts = b"<< /F1 3 0 R /F2 4 0 R >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    kids = b" ".join(b"%d 0 R" % (5 + 2 * index) for index in range(len(PAGES)))
    found = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(PAGES)),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
    ]
    for index, paragraphs in enumerate(PAGES):
        stream = page_stream(index + 1, paragraphs)
        found.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font %s >> /Contents %d 0 R >>"
            % (fonts, 6 + 2 * index)
        )
        found.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    found.append(
        b"<< /Title (Ferry captain 'was texting' minutes before pier collision, court told)"
        b" /Author (Rosalind Achebe) /CreationDate (D:20231121061500Z) >>"
    )
    return found


def pdf() -> bytes:
    """The whole file."""
    written = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects(), start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer % (size, size - 1, len(written))


if __name__ == "__main__":
    Path(__file__).with_name("report.pdf").write_bytes(pdf())
