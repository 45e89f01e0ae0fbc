"""Web pages made by hand, for tests: small reports of our own invention, wrapped in markup."""

from __future__ import annotations

from sayso.limits import Limits
from sayso.readers.html import read_html
from sayso.record.ids import digest_of
from sayso.record.report import Capture, Report

TITLE = "Ferry to Port Ellery sails again after the storm"
PARAGRAPHS = (
    "The ferry between Skarn and Port Ellery will sail again on Tuesday, the harbour office said, four days after a "
    "storm tore its ramp from the quay.",
    "“We tested the new ramp with two gravel trucks and a fire engine,” said Hanne Lorik, who runs the harbour. “It "
    "did not even groan.”",
    "About 300 passengers had been waiting on the island, according to the town council, some of them in a school gym.",
    "The shipping line warned that the first crossings would be short of seats and asked people with cars to book.",
    "A new breakwater, promised for ten years, is to be discussed by the council in the spring.",
)


def article(*paragraphs: str) -> str:
    """Paragraphs as `<p>` elements."""
    return "\n".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)


def page(body: str, *, head: str = "", title: str = TITLE) -> str:
    """A page around `body`."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def capture_of(content: str | bytes, uri: str = "page.html") -> Capture:
    """The capture that an intake would hand over."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Capture(content=raw, uri=uri, media_type="text/html", digest=digest_of(raw))


def read(content: str | bytes, limits: Limits | None = None) -> Report:
    """The report in a page."""
    return read_html(capture_of(content), limits=limits or Limits())


def codes(report: Report) -> set[str]:
    """The codes of a report's warnings."""
    return {warning.code for warning in report.warnings}


def paragraphs_of(report: Report) -> list[str]:
    """The blocks of the running text."""
    return [block.span.of(report.text) for block in report.blocks if report.body and report.body.covers(block.span)]
