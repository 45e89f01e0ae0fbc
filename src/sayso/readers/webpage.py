"""A web page, scanned: its text with where it stands, and what it says in its head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.readers.elements import Element


@dataclass(slots=True)
class Run:
    """A stretch of text without markup in it: `source[start:end]`, character references resolved in `text`.

    `breaks` tells what parts it from the text before it: 0 nothing or inline markup, 1 one `<br>` or the border of a
    table cell, 2 and more the border of a block or several `<br>`.
    """

    start: int
    end: int
    text: str
    element: Element
    breaks: int


@dataclass(slots=True)
class Page:
    """What one pass over the source finds; `runs` and `hidden` are in source order.

    `hidden` is text that a browser does not show, `unshown` the elements it stands in, outermost only. `deepest`
    counts open elements; `oversize` holds the places of tags whose attributes were left out for their size, `code`
    those of style sheets and of scripts that are no JSON-LD; `end` is where reading stopped, less than the length of
    `source` where that is beyond the limits.
    """

    source: str
    runs: list[Run] = field(default_factory=list)
    hidden: list[Run] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    oversized_scripts: int = 0
    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    times: list[Element] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    language: str | None = None
    tags: int = 0
    deepest: int = 0
    oversize: list[tuple[int, int]] = field(default_factory=list)
    unshown: list[Element] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0

    def shown(self, *, code: bool = True) -> str:
        """The source without oversize tags and without what an attribute hides, and without `code` if that is False."""
        cuts = sorted([*self.oversize, *self._cut(), *([] if code else self.code)])
        kept: list[str] = []
        at = 0
        for start, end in cuts:
            if start >= at:
                kept.append(self.source[at:start])
                at = end
        kept.append(self.source[at : self.end])
        return "".join(kept)

    def _cut(self) -> Iterator[tuple[int, int]]:
        """Where elements stand that an attribute hides."""
        for element in self.unshown:
            if element.end is not None and element.by_attribute:
                yield element.start, element.end
