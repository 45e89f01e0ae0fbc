"""Which element a stretch of text stands in: a lenient stack of open tags.

Not the tree that a browser builds, but the same answer where it matters: what is a paragraph, what is hidden, what
is called a caption. Linear, whatever the nesting.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNSHOWN = frozenset(
    "script style noscript template svg math iframe object head title select textarea noembed noframes audio video canvas".split()
)
_CLOSES_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hgroup hr main menu nav ol p pre search section summary table ul".split()
)
BLOCKS = _CLOSES_P | frozenset("html body li dt dd tr td th caption tbody thead tfoot option legend".split())
_CELLS = frozenset({"td", "th"})
_IMPLIED: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": _CELLS,
    "th": _CELLS,
    "tbody": frozenset({"tr", "td", "th", "tbody", "thead"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
}
_IN_HEAD = frozenset("title meta link script style base noscript template".split())
_SCOPES = frozenset("td th table caption ul ol dl button html".split())
_TABLES = frozenset("table thead tbody tfoot tr td th".split())
_BARS_OF_TABLES = frozenset({"html"})
_BARS_OF_BLOCKS = frozenset({"td", "th", "html"})
_INVISIBLE = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9]))", re.I
)
_REACH = 256
"""How far up the stack a tag looks for what it closes; keeps hostile nesting linear."""


@dataclass(slots=True, eq=False)
class Element:
    """An open or closed element; `start` is where its tag begins, `end` where it was closed (None: never)."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    start: int
    hidden: bool
    end: int | None = None

    @property
    def by_attribute(self) -> bool:
        """Whether it is an attribute that hides the element, not what it is."""
        return self.hidden and self.tag not in _UNSHOWN

    def chain(self) -> Iterator[Element]:
        """This element and those around it, the innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def block(self) -> Element:
        """The innermost block, or table cell, that this element is or stands in."""
        return next((element for element in self.chain() if element.tag in BLOCKS), self)


class Stack:
    """The open elements."""

    def __init__(self) -> None:
        self._open: list[Element] = [Element("", {}, None, 0, False)]
        self._counts: dict[str, int] = defaultdict(int)
        self.deepest = 0

    @property
    def top(self) -> Element:
        return self._open[-1]

    def open(self, tag: str, attributes: dict[str, str], start: int, *, self_closing: bool = False) -> Element:
        """A start tag: what it implies is closed, and unless it is void it stays open."""
        self._close_implied(tag, start)
        top = self.top
        hidden = top.hidden or tag in _UNSHOWN or is_concealed(attributes)
        element = Element(tag, attributes, top, start, hidden)
        if tag in _VOID or (self_closing and hidden):  # pictures close their parts so
            element.end = start
            return element
        self._open.append(element)
        self._counts[tag] += 1
        self.deepest = max(self.deepest, len(self._open) - 1)
        return element

    def close(self, tag: str, end: int) -> None:
        """An end tag; one that closes nothing is ignored, one for inline markup closes no block."""
        if not self._counts[tag]:
            return
        bars = _BARS_OF_TABLES if tag in _TABLES else _BARS_OF_BLOCKS if tag in BLOCKS else BLOCKS
        for back in range(1, min(len(self._open), _REACH)):
            passed = self._open[-back].tag
            if passed == tag:
                self._pop(back, end)
                return
            if passed in bars:
                return

    def _close_implied(self, tag: str, start: int) -> None:
        if self.top.tag == "head" and tag not in _IN_HEAD:
            self._pop(1, start)
        if tag in _CLOSES_P and self._counts["p"]:
            self._imply(frozenset({"p"}), start)
        if closes := _IMPLIED.get(tag):
            self._imply(closes, start)

    def _imply(self, tags: frozenset[str], at: int) -> None:
        found = 0
        for back in range(1, min(len(self._open), _REACH)):
            passed = self._open[-back].tag
            if passed in tags:
                found = back
            elif passed in _SCOPES:
                break
        if found:
            self._pop(found, at)

    def _pop(self, many: int, at: int) -> None:
        for element in self._open[-many:]:
            element.end = at
            self._counts[element.tag] -= 1
        del self._open[-many:]


def is_concealed(attributes: dict[str, str]) -> bool:
    """Whether its attributes keep an element from being shown, or from being read out."""
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style")
    return bool(style and _INVISIBLE.search(style))


def is_break(tag: str) -> int:
    """How strongly a tag parts the text before it from the text after it: 0, 1 (a line or cell) or 2 (a block)."""
    if tag in _CELLS or tag == "br":
        return 1
    return 2 if tag in BLOCKS else 0
