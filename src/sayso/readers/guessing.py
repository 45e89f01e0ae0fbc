"""The last resort for a date: a guess from the page as a whole, marked as such."""

from __future__ import annotations

import logging

import msgspec

from sayso.limits import Limits
from sayso.readers.datings import EARLIEST, LATEST
from sayso.readers.maintext import is_beyond
from sayso.readers.webpage import Page
from sayso.record.report import Report, Warning  # noqa: A004
from sayso.record.when import Granularity, Stamp

BASIS = "htmldate"


def dated(report: Report, page: Page, limits: Limits) -> Report:
    """`report` with a guessed date of first publication, if nothing in the page told it."""
    if report.furniture.first_published is not None or is_beyond(page, limits):
        return report
    day = _guess(page.shown(), report.furniture.canonical_url)
    if day is None:
        return report
    stamp = Stamp(value=day, granularity=Granularity.DAY, basis=BASIS)
    message = f"the page does not say when the report was published; {day} is a guess from its markup"
    return msgspec.structs.replace(
        report,
        furniture=msgspec.structs.replace(report.furniture, first_published=stamp),
        warnings=(*report.warnings, Warning(code="metadata.date-guessed", message=message)),
    )


def _guess(source: str, url: str | None) -> str | None:
    from htmldate import find_date

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        return find_date(
            source,
            extensive_search=False,
            original_date=True,
            url=url,
            min_date=f"{EARLIEST}-01-01",
            max_date=f"{LATEST}-01-01",  # given, so that no clock is asked
        )
    except Exception as error:  # it gives no list of what it raises; whatever it is, there is no guess
        logging.getLogger(__name__).info("htmldate gave up: %r", error)
        return None
