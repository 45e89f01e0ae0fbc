"""The densest part of a page, found in linear time: what is read where the extractor must not or cannot look."""

from __future__ import annotations

from itertools import islice

from turbohtml import parse

from sayso.readers.alignment import Place
from sayso.readers.blocks import blocks_of
from sayso.readers.markup_tokens import even_newlines
from sayso.readers.squash import Squashed
from sayso.readers.webpage import Page, Run

_NAVIGATION = frozenset({"a", "nav", "footer", "aside", "form", "button"})
_REACH = 12


def dominant(page: Page, visible: Squashed) -> tuple[Place, ...]:
    """The blocks of the element that holds most of the prose."""
    start, end = _extent(page)
    first, last = visible.place_of(start), visible.place_of(end)
    blocks = blocks_of([(first, last)], visible) if first < last else []
    return tuple(place for place in blocks if not _leads_away(visible.runs[visible.run_at(place[0])]))


def _leads_away(run: Run) -> bool:
    """Whether a block that begins with `run` is navigation."""
    return any(element.tag in _NAVIGATION for element in islice(run.element.chain(), _REACH))


def _extent(page: Page) -> Place:
    """Where the dominant element begins and ends in the source; everything, if there is none with tags of its own."""
    element = parse(even_newlines(page.source[: page.end]), source_locations=True).main_content()
    where = element.source_location if element is not None else None
    if where is None:
        return 0, page.end
    return where.start_tag.end_offset, where.end_tag.start_offset if where.end_tag else page.end
