"""What a reader of the record should know of the page it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.limits import Limits
from sayso.readers.claims import Claims
from sayso.readers.layout import Layout
from sayso.readers.verdict import cautions
from sayso.record.report import Warning  # noqa: A004

_SUSPECT = 0.25
"""A main text with less than this share of the prose that the page shows is suspect (the faults list's H9)."""


def oddities(laid: Layout, found: Claims, limits: Limits) -> tuple[Warning, ...]:
    """All warnings about the page itself."""
    return (*laid.main.warnings, *_bounds(laid, limits), *_losses(laid), *cautions(laid.stretches, found, laid.times()))


def _bounds(laid: Layout, limits: Limits) -> Iterator[Warning]:
    page = laid.page
    if page.oversize:
        most = f"{limits.html_tag_bytes:,} characters or {limits.html_attributes} attributes"
        message = f"{len(page.oversize)} tags of more than {most} were read as if they had no attributes"
        yield Warning(code="html.tag", message=message)
    if page.end < len(page.source.rstrip()):
        message = f"the page is longer than {limits.html_bytes:,} characters; what comes after was not read"
        yield Warning(code="html.cut", message=message)
    if page.oversized_scripts:
        message = f"{page.oversized_scripts} JSON-LD blocks of more than {limits.json_ld_bytes:,} bytes were left out"
        yield Warning(code="metadata.json-ld", message=message)


def _losses(laid: Layout) -> Iterator[Warning]:
    if unseen := laid.unseen():
        yield Warning(
            code="html.hidden", message=f"{unseen:,} characters that no browser shows were left out of the text"
        )
    if laid.main.loose:
        size = sum(len(line) for _, line in laid.main.loose)
        yield Warning(
            code="html.unlocated", message=f"{size:,} characters of the text were not found in what the page shows"
        )
    if any(warning.code == "text.cut" for warning in laid.main.warnings):
        return
    taken, shown = sum(end - start for start, end in laid.main.places), laid.prose()
    if taken + sum(len(line) for _, line in laid.main.loose) < _SUSPECT * shown:
        message = f"{taken:,} characters were taken for the text of a page that shows {shown:,} characters of prose"
        yield Warning(code="html.extraction-suspect", message=message)
