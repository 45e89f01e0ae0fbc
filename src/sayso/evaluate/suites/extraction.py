"""The running text of web pages, against the extractor that sayso builds on.

The figures are that benchmark's: each page counts the same, precision and recall are means over pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.errors import ReadingError
from sayso.evaluate.corpora.article_extraction import Page, pages
from sayso.evaluate.counts import Counts
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.shingles import agreement
from sayso.limits import Limits
from sayso.record.ids import digest_of
from sayso.record.report import Capture


def extraction_tallies(folder: Path) -> Iterator[Tally]:
    """Each page's shares of shingles, for sayso and for trafilatura alone."""
    for page in pages(folder):
        yield {
            ("body", "sayso"): shares(page.body, read_body(page)),
            ("body", "trafilatura alone"): shares(page.body, extracted(page)),
        }


def shares(gold: str, found: str) -> Counts:
    """One page's precision and recall, each worth one where it is defined."""
    shingles = agreement(gold, found)
    precision, recall = shingles.precision, shingles.recall
    return Counts(precision or 0.0, precision is not None, recall or 0.0, recall is not None)


def read_body(page: Page) -> str:
    """The running text that sayso reads; empty for a page that it takes for none."""
    from sayso.readers.html import read_html

    capture = Capture(content=page.content, uri=page.name, media_type="text/html", digest=digest_of(page.content))
    try:
        report = read_html(capture, limits=Limits())
    except ReadingError:
        return ""
    return report.body.of(report.text) if report.body else ""


def extracted(page: Page) -> str:
    """What trafilatura alone extracts, as the benchmark calls it."""
    from trafilatura import extract

    return extract(page.content, include_comments=False) or ""
