"""Which characters of a page are its report: what the extractor picks, found again in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.limits import Limits
from sayso.readers.alignment import Place, align
from sayso.readers.blocks import blocks_of
from sayso.readers.dominant import dominant
from sayso.readers.mainbody import main_lines
from sayso.readers.normalise import single_spaced
from sayso.readers.squash import Squashed, squashed
from sayso.readers.webpage import Page
from sayso.record.report import Warning  # noqa: A004

_CODE = frozenset({"script", "style"})
_INSTEAD = "the page's densest part was taken for its text"
_BETWEEN = "\n\n"
_MOST_RUNS = 20_000
"""The slow extractor is linear up to here and quadratic beyond: 20,000 paragraphs take it 0.7 s, 49,000 take it 6 s."""
_MOST_LINES = 5_000
"""Lines and blocks that a report may have."""


@dataclass(frozen=True, slots=True)
class MainText:
    """The main text of a page.

    `places`, in order, are a block's each. `loose` holds lines that were not found in the page, each with where the
    text before it ends. `unseen` counts characters that the extractor took and a browser does not show.
    """

    places: tuple[Place, ...]
    loose: tuple[tuple[int, str], ...] = ()
    unseen: int = 0
    warnings: tuple[Warning, ...] = ()


def main_text(page: Page, visible: Squashed, limits: Limits) -> MainText:
    """The main text of `page`; `visible` is its text."""
    if odd := _beyond(page, limits):
        return _bounded(MainText(dominant(page, visible), warnings=odd), visible, limits)
    lines = main_lines(page.shown(code=False))[:_MOST_LINES]
    found = _aligned(lines, page, visible)
    if found.places or found.loose:
        return _bounded(found, visible, limits)
    suspect = Warning(code="html.extraction-suspect", message=f"the extractor found nothing: {_INSTEAD}")
    return _bounded(MainText(dominant(page, visible), unseen=found.unseen, warnings=(suspect,)), visible, limits)


def _bounded(found: MainText, visible: Squashed, limits: Limits) -> MainText:
    """As many blocks and characters as a report may have, and a warning if that is not all."""
    kept: list[Place] = []
    room = limits.text_characters
    for place in found.places[:_MOST_LINES]:
        part, size = visible.fitting(place, room)
        room -= size + len(_BETWEEN)
        if part[0] < part[1]:
            kept.append(part)
        if part != place or room <= 0:
            break
    if kept == list(found.places):
        return found
    most = f"{_MOST_LINES:,} paragraphs or {limits.text_characters:,} characters"
    cut = Warning(code="text.cut", message=f"more than {most}; the first {len(kept):,} paragraphs were read")
    return replace(found, places=tuple(kept), warnings=(*found.warnings, cut))


def _aligned(lines: Sequence[str], page: Page, visible: Squashed) -> MainText:
    bare = [squashed(line) for line in lines]
    found = align(bare, visible.text)
    places: list[Place] = []
    loose: list[tuple[int, str]] = []
    unseen = 0
    hidden = Squashed([run for run in page.hidden if run.element.tag not in _CODE]).text
    for line, short, parts in zip(lines, bare, found, strict=True):
        if parts:
            places.extend(parts)
        elif short and short in hidden:
            unseen += len(short)
        elif short:
            loose.append((places[-1][1] if places else -1, single_spaced(line)))
    return MainText(tuple(blocks_of(places, visible)), tuple(loose), unseen)


def is_beyond(page: Page, limits: Limits) -> bool:
    """Whether the page has more tags, or deeper ones, than libraries of unknown patience are given."""
    return bool(_beyond(page, limits))


def _beyond(page: Page, limits: Limits) -> tuple[Warning, ...]:
    """Why the slow extractor is left out, if it is."""
    found = []
    if page.tags > limits.html_tags:
        message = f"{page.tags:,} tags, more than {limits.html_tags:,}: {_INSTEAD}"
        found.append(Warning(code="html.tags", message=message))
    elif len(page.runs) > _MOST_RUNS:
        message = f"{len(page.runs):,} stretches of text, more than {_MOST_RUNS:,}: {_INSTEAD}"
        found.append(Warning(code="html.tags", message=message))
    if page.deepest >= limits.html_depth:
        message = f"tags nested {page.deepest:,} deep, {limits.html_depth} or more: {_INSTEAD}"
        found.append(Warning(code="html.depth", message=message))
    return tuple(found)
