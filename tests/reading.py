"""Reading bytes in tests."""

from __future__ import annotations

from sayso.intake.files import capture_of
from sayso.limits import Limits
from sayso.readers import proof
from sayso.readers.entry import read_entry
from sayso.readers.pdf import read_pdf
from sayso.readers.text import read_text
from sayso.record.report import Report

LIMITS = Limits()


def text_report(words: str | bytes, limits: Limits = LIMITS) -> Report:
    """The report in a text, Markdown or mail."""
    content = words.encode() if isinstance(words, str) else words
    return read_text(capture_of(content, "sample.txt"), limits=limits)


def pdf_report(content: bytes, limits: Limits = LIMITS) -> Report:
    return read_pdf(capture_of(content, "sample.pdf"), limits=limits)


def entry_report(content: bytes, limits: Limits = LIMITS) -> Report:
    return read_entry(capture_of(content, "sample.json"), limits=limits)


def paragraphs(report: Report) -> list[str]:
    """The texts of the blocks of the running text."""
    return [block.span.of(report.text) for block in report.blocks if block.kind != "headline"]


def reasons(report: Report) -> dict[str, str]:
    """Why each line that was left out was left out."""
    return {removed.text: removed.reason for removed in report.furniture.removed}


def unproven(report: Report, content: bytes, limits: Limits = LIMITS) -> list[str]:
    """The blocks that the bytes do not prove; headlines from outside the text have no place and are not among them."""
    raw_of = proof.source_of(capture_of(content, "again"), report.origin, limits=limits)
    return [
        block.span.of(report.text)
        for block in report.blocks
        if not proof.proves(block, report.text, raw_of) and not (block.kind == "headline" and block.locator is None)
    ]
