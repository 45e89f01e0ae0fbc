"""Where a report comes from, as a person reads it above the text."""

from __future__ import annotations

from sayso.export.visible import one_line
from sayso.export.wording import stamp_words
from sayso.record.report import Furniture, Report

UNTITLED = "(no headline)"


def headline(report: Report) -> str:
    """The headline on one line."""
    return one_line(report.furniture.headline or "") or UNTITLED


def origin(furniture: Furniture) -> list[str]:
    """Publisher, agency, byline, dateline and times, said for what they are; most telling first."""
    found = [furniture.publisher, *furniture.agencies]
    if furniture.bylines:
        found.append(f"by {_listed(furniture.bylines)}")
    if furniture.dateline:
        found.append(furniture.dateline.text)
    if furniture.first_published:
        found.append(f"published {stamp_words(furniture.first_published)}")
    if furniture.last_updated:
        found.append(f"updated {stamp_words(furniture.last_updated)}")
    return [line for text in found if text and (line := one_line(text))]


def addresses(furniture: Furniture) -> list[str]:
    """The addresses the report gives for itself."""
    urls = dict.fromkeys(url for url in (furniture.canonical_url, furniture.original_url) if url)
    return [one_line(url) for url in urls]


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
