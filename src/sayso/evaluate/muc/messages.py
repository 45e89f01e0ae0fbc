"""A message as a report: its heading taken apart, its text recased."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from sayso.evaluate.corpora.muc import Message
from sayso.evaluate.muc.recasing import Cases, recased
from sayso.evaluate.reading import report_of
from sayso.record.report import Dateline, Report
from sayso.record.when import Granularity, Stamp

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_HEADING = re.compile(
    r"\A.{0,400}?\[(?:TEXT|REPORT|COMMUNIQUE|EDITORIAL|EXCERPTS?|ARTICLE|SPEECH|INTERVIEW)[^\]]*\]\s*", re.DOTALL
)
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\w*\s+(\d\d)\b")


def heading_of(message: Message) -> str:
    """What stands before the running text: place, date, source; empty if there is no such heading."""
    found = _HEADING.match(message.text)
    return found.group() if found else ""


def date_of(message: Message) -> date | None:
    """The date in the heading, or the first one of the text."""
    for text in (heading_of(message), message.text):
        found = _DATE.search(text)
        if found and 1 <= int(found[1]) <= 31:
            return _date(found)
    return None


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(1900 + int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def report(message: Message, cases: Cases) -> Report:
    """The running text as a report with a dateline."""
    heading = heading_of(message)
    found = report_of(recased(message.text[len(heading) :], cases))
    told = date_of(message)
    if told is None:
        return found
    place = heading.split(",")[0].strip().title()
    line = Dateline(text=f"{place}, {told:%d %B %Y}", places=(place,) if place else (), date=f"{told:%d %B %Y}")
    stamp = Stamp(value=told.isoformat(), granularity=Granularity.DAY, basis="heading")
    furniture = msgspec.structs.replace(found.furniture, dateline=line, first_published=stamp)
    return msgspec.structs.replace(found, furniture=furniture)
