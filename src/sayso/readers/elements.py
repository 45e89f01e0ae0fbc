"""Which element a stretch of text stands in: a lenient stack of open tags.

Not the tree that a browser builds, but the same answer where it matters: what is a paragraph, what is hidden, what
is called a caption. Linear, whatever the nesting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from sayso.readers import html_tags as tags
from sayso.readers.concealment import is_concealed

_MOST_CONCEALED = 5_000
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
        return self.hidden and self.tag not in tags.UNSHOWN

    def chain(self) -> Iterator[Element]:
        """The element and those around it, the innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def within(self, tags: Set[str], reach: int) -> bool:
        """Whether the element, or one of the nearest around it, `reach` in all, has one of these tags."""
        element: Element | None = self
        while element is not None and reach:
            if element.tag in tags:
                return True
            element, reach = element.parent, reach - 1
        return False

    def block(self) -> Element:
        """The innermost block, or table cell, that this element is or stands in."""
        return next((element for element in self.chain() if element.tag in tags.BLOCKS), self)


class Stack:
    """The open elements."""

    def __init__(self) -> None:
        self._open: list[Element] = [Element("", {}, None, 0, False)]
        self._counts: dict[str, int] = defaultdict(int)
        self._concealed: set[str] = set()
        self.deepest = 0

    @property
    def top(self) -> Element:
        return self._open[-1]

    def open(self, tag: str, attributes: dict[str, str], start: int, *, self_closing: bool = False) -> Element:
        """A start tag: what it implies is closed, and unless it is void it stays open."""
        self._close_implied(tag, start)
        top = self._open[-1]
        hidden = top.hidden or tag in tags.UNSHOWN or bool(attributes and is_concealed(attributes, self._concealed))
        element = Element(tag, attributes, top, start, hidden)
        if tag in tags.VOID or (self_closing and hidden):  # pictures close their parts so
            element.end = start
            return element
        self._open.append(element)
        self._counts[tag] += 1
        if len(self._open) > self.deepest:
            self.deepest = len(self._open)
        return element

    def conceal(self, names: Iterable[str]) -> None:
        """Hide what has one of these classes (".promo") or ids ("#note") from here on."""
        if len(self._concealed) < _MOST_CONCEALED:
            self._concealed.update(names)

    def close(self, tag: str, end: int) -> None:
        """An end tag; one that closes nothing is ignored, one for inline markup closes no block."""
        if not self._counts[tag]:
            return
        if self._open[-1].tag == tag:
            self._pop(1, end)
            return
        bars = tags.BARS_OF_TABLES if tag in tags.TABLES else tags.BARS_OF_BLOCKS if tag in tags.BLOCKS else tags.BLOCKS
        for back in range(1, min(len(self._open), _REACH)):
            passed = self._open[-back].tag
            if passed == tag:
                self._pop(back, end)
                return
            if passed in bars:
                return

    def _close_implied(self, tag: str, start: int) -> None:
        if self._open[-1].tag == "head" and tag not in tags.IN_HEAD:
            self._pop(1, start)
        if self._counts["p"] and tag in tags.CLOSES_P:
            self._imply(tags.PARAGRAPH, start)
        if tag in tags.IMPLIED:
            self._imply(tags.IMPLIED[tag], start)

    def _imply(self, closes: frozenset[str], at: int) -> None:
        found = 0
        for back in range(1, min(len(self._open), _REACH)):
            passed = self._open[-back].tag
            if passed in closes:
                found = back
            elif passed in tags.SCOPES:
                break
        if found:
            self._pop(found, at)

    def _pop(self, many: int, at: int) -> None:
        for element in self._open[-many:]:
            element.end = at
            self._counts[element.tag] -= 1
        del self._open[-many:]


def break_of(tag: str) -> int:
    """How strongly a tag parts the text before it from the text after it: 0, 1 (a line or cell) or 2 (a block)."""
    return tags.BREAKS.get(tag, 0)
