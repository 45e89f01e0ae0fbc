"""Markdown as people save pages in it: front matter, headings, lists, quotations, tables, and what they enclose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.readers.inline import Marked, marked
from sayso.readers.lines import Line, goes_on
from sayso.readers.passages import Passage
from sayso.record.report import BlockKind
from sayso.spans import Span, without

_FENCE = re.compile(r"\A\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\A\s{0,3}(?P<mark>#{1,6})\s{1,3}(?=\S)")
_HEADING_END = re.compile(r"\s#{1,6}\s{0,3}\Z")
_UNDERLINE = re.compile(r"\A\s{0,3}(?:={3,}|-{3,})\s{0,3}\Z")
_RULE = re.compile(r"\A\s{0,3}(?:(?:\*\s?){3,}|(?:-\s?){3,}|(?:_\s?){3,})\Z")
_ITEM = re.compile(r"\A\s{0,8}(?:[-*+•‣◦]\s{1,3}|\d{1,2}[.)]\s{1,3})(?=\S)")
_MARK = re.compile(r"\A\s{0,8}[-*•‣◦·–]\s{1,3}(?=\S)")
_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?){1,4}")
_ROW = re.compile(r"\A\s{0,3}\|.*\|\s{0,3}\Z")
_ROW_RULE = re.compile(r"\A[\s|:-]{3,400}\Z")
_DEFINITION = re.compile(r"\A\s{0,3}\[[^\]\n]{1,80}\]:\s{1,3}\S")
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,6}|#x[0-9a-f]{2,5}|[lr][sd]quo|[mn]dash|hellip);", re.IGNORECASE
)
_MATTER = re.compile(r"\A\s{0,4}(?P<key>[A-Za-z][\w-]{0,30})\s{0,4}[:=]\s{0,4}(?P<value>.{0,1000}?)\s{0,9}\Z")


def front_matter(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a front matter ("---" or "+++" fences), and the rest."""
    if not lines or lines[0].text.strip() not in ("---", "+++"):
        return [], list(lines)
    fence = lines[0].text.strip()
    close = next((at for at, line in enumerate(lines[1:60], 1) if line.text.strip() in (fence, "...")), None)
    inner = lines[1:close] if close else []
    if not any(_MATTER.match(line.text) for line in inner):
        return [], list(lines)
    return list(inner), list(lines[(close or 0) + 1 :])


def matter_of(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Keys and values of a front matter, quotation marks taken off; lists and nested values are left out."""
    for line in lines:
        found = _MATTER.match(line.text)
        if found and found.group("value").strip() not in ("", "|", ">", "null", "~"):
            yield found.group("key"), found.group("value").strip().strip("\"'")


def passages_of(run: Sequence[Line], width: int | None) -> Iterator[Passage]:
    """The passages of a run of lines between blank ones, block markup left out of their ranges."""
    pending: list[Passage] = []
    for before, line in zip([run[0], *run], run, strict=False):
        if pending and _UNDERLINE.match(line.text) and pending[-1].kind is BlockKind.PARAGRAPH:
            level = BlockKind.HEADLINE if "=" in line.text else BlockKind.HEADING
            yield from pending[:-1]
            yield replace(pending.pop(), kind=level)
            pending = []
        elif _RULE.match(line.text) or _FENCE.match(line.text):
            yield from pending
            pending = []
        elif not (_ROW_RULE.match(line.text) and "|" in line.text):
            passage = _line(line)
            if pending and _same(pending[-1], passage) and goes_on(before, line, width):
                pending[-1] = replace(pending[-1], ranges=(*pending[-1].ranges, *passage.ranges))
            else:
                pending.append(passage)
    yield from pending


def items_of(run: Sequence[Line]) -> list[Passage]:
    """The items of a list in a plain text: two lines or more, each with its mark; empty for anything else."""
    marks = [_MARK.match(line.text) for line in run]
    if len(run) < 2 or not all(marks):
        return []
    ends = ((line, mark.end()) for line, mark in zip(run, marks, strict=True) if mark)
    return [Passage((Span(line.start + end, line.end),), BlockKind.LIST_ITEM) for line, end in ends]


def _line(line: Line) -> Passage:
    heading = _HEADING.match(line.text)
    if heading:
        close = _HEADING_END.search(line.text)
        level = BlockKind.HEADLINE if len(heading.group("mark")) == 1 else BlockKind.HEADING
        return _passage(line, heading.end(), close.start() if close else len(line.text), level)
    if _ROW.match(line.text):
        return _row(line)
    if _DEFINITION.match(line.text):
        return _passage(line, 0, len(line.text), BlockKind.PARAGRAPH, hint="reference")
    for form, kind in ((_ITEM, BlockKind.LIST_ITEM), (_QUOTE, BlockKind.BLOCKQUOTE)):
        found = form.match(line.text)
        if found:
            return _passage(line, found.end(), len(line.text), kind)
    return _passage(line, 0, len(line.text), BlockKind.PARAGRAPH)


def _passage(line: Line, start: int, end: int, kind: BlockKind, hint: str | None = None) -> Passage:
    """Part of a line with its line end, so that a line that goes on keeps a space between."""
    ranges = (Span(line.start + start, line.start + end + 1),) if start < end else ()
    return Passage(ranges, kind, hint)


def _row(line: Line) -> Passage:
    cells = [
        Span(line.start + cell.start(), line.start + cell.end())
        for cell in re.finditer(r"[^|]+", line.text)
        if cell.group().strip()
    ]
    return Passage(tuple(cells), BlockKind.TABLE_ROW)


def _same(before: Passage, passage: Passage) -> bool:
    if before.hint or passage.hint or not passage.ranges:
        return False
    if passage.kind is BlockKind.PARAGRAPH:
        return before.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE)
    return passage.kind is BlockKind.BLOCKQUOTE and before.kind is BlockKind.BLOCKQUOTE


def unmarked(passage: Passage, source: str) -> list[Passage]:
    """A passage without the markup inside it; the words of an image are a passage of their own."""
    if not passage.ranges:
        return []
    whole = Span(passage.ranges[0].start, min(passage.ranges[-1].end, len(source)))
    found = marked(whole.of(source))
    gaps = without(whole, passage.ranges)
    holes = [*(hole.shifted(whole.start) for hole in found.holes), *gaps]
    images = [Passage((span.shifted(whole.start),), BlockKind.PARAGRAPH, "image") for span in found.images]
    ranges = without(whole, holes)
    if not any(part.of(source).strip() for part in ranges):
        return images
    hint = passage.hint or _hint(source, whole, holes, found)
    steps = ("html",) if _ENTITY.search(whole.of(source)) else ()
    return [*images, replace(passage, ranges=ranges, hint=hint, steps=(*passage.steps, *steps))]


def _hint(source: str, whole: Span, holes: Sequence[Span], found: Marked) -> str | None:
    """Whether links, or emphasis, hold all of a passage."""
    for enclosed, hint in ((found.links, "link"), (found.strong, "emphasis")):
        left = without(whole, [*holes, *(span.shifted(whole.start) for span in enclosed)])
        if enclosed and not any(part.of(source).strip(" .,:;|\n\r") for part in left):
            return hint
    return None
