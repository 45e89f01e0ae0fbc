"""Which element a stretch of text stands in: a lenient stack of open tags.

Not the tree that a browser builds, but the same answer where it matters: what is a paragraph, what is hidden, what
is called a caption. Linear, whatever the nesting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.readers.concealment import is_concealed

_VOID_WORDS = "area base br col embed hr img input link meta param source track wbr"
_UNSHOWN_WORDS = """
script style noscript template svg math iframe object head title select textarea noembed noframes audio video canvas
"""
_CLOSES_P_WORDS = """
address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5
h6 header hgroup hr main menu nav ol p pre search section summary table ul
"""
_OTHER_BLOCK_WORDS = "html body li dt dd tr td th caption tbody thead tfoot option legend"
_IN_HEAD_WORDS = "title meta link script style base noscript template"
_SCOPE_WORDS = "td th table caption ul ol dl button html"
_TABLE_WORDS = "table thead tbody tfoot tr td th"

_VOID = frozenset(_VOID_WORDS.split())
_UNSHOWN = frozenset(_UNSHOWN_WORDS.split())
_CLOSES_P = frozenset(_CLOSES_P_WORDS.split())
BLOCKS = _CLOSES_P | frozenset(_OTHER_BLOCK_WORDS.split())
_IN_HEAD = frozenset(_IN_HEAD_WORDS.split())
_PARAGRAPH = frozenset({"p"})
_BREAKS = {**dict.fromkeys(BLOCKS, 2), **dict.fromkeys(("td", "th", "br"), 1)}
_SCOPES = frozenset(_SCOPE_WORDS.split())
_TABLES = frozenset(_TABLE_WORDS.split())
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
_BARS_OF_TABLES = frozenset({"html"})
_BARS_OF_BLOCKS = frozenset({"td", "th", "html"})
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
        return self.hidden and self.tag not in _UNSHOWN

    def chain(self) -> Iterator[Element]:
        """The element and those around it, the innermost first."""
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
        self._concealed: set[str] = set()
        self.deepest = 0

    @property
    def top(self) -> Element:
        return self._open[-1]

    def open(self, tag: str, attributes: dict[str, str], start: int, *, self_closing: bool = False) -> Element:
        """A start tag: what it implies is closed, and unless it is void it stays open."""
        self._close_implied(tag, start)
        top = self._open[-1]
        hidden = top.hidden or tag in _UNSHOWN or bool(attributes and is_concealed(attributes, self._concealed))
        element = Element(tag, attributes, top, start, hidden)
        if tag in _VOID or (self_closing and hidden):  # pictures close their parts so
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
        bars = _BARS_OF_TABLES if tag in _TABLES else _BARS_OF_BLOCKS if tag in BLOCKS else BLOCKS
        for back in range(1, min(len(self._open), _REACH)):
            passed = self._open[-back].tag
            if passed == tag:
                self._pop(back, end)
                return
            if passed in bars:
                return

    def _close_implied(self, tag: str, start: int) -> None:
        if self._open[-1].tag == "head" and tag not in _IN_HEAD:
            self._pop(1, start)
        if self._counts["p"] and tag in _CLOSES_P:
            self._imply(_PARAGRAPH, start)
        if tag in _IMPLIED:
            self._imply(_IMPLIED[tag], start)

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


def break_of(tag: str) -> int:
    """How strongly a tag parts the text before it from the text after it: 0, 1 (a line or cell) or 2 (a block)."""
    return _BREAKS.get(tag, 0)
