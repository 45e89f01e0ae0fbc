"""What a page's own markup says of a stretch of its text: "this is a caption", "this is a share bar"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, islice

from sayso.readers.alignment import Place
from sayso.readers.elements import Element
from sayso.readers.hint_names import NAMED
from sayso.readers.squash import Squashed
from sayso.readers.webpage import Run

_TAGS = {"figcaption": "caption", "h1": "headline"}
_PROPERTIES = {
    "author": "byline",
    "caption": "caption",
    "datepublished": "published",
    "datemodified": "updated",
    "copyrightholder": "photo-credit",
}
_LINK = frozenset({"a"})
_EMPHASIS = frozenset({"b", "strong", "i", "em"})
_WORDS = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMES = tuple((hint, re.compile(rf"(?:^| )(?:{'|'.join(names)})(?: |$)")) for hint, names in NAMED.items())
_REACH = 6
"""How many elements around a stretch are asked what it is."""
_MOST = 0.25
"""An element that holds more than this share of the main text is its container, whatever it is called."""


class Hints:
    """Hints for the stretches of one page; `places` are those of its main text, in order."""

    def __init__(self, places: Sequence[Place], page: Squashed) -> None:
        self._page = page
        self._starts = [page.runs[page.run_at(start)].start for start, _ in places]
        self._sums = [0, *accumulate(end - start for start, end in places)]
        self._known: dict[int, str | None] = {}
        self._of: dict[Place, str | None] = {}

    def of(self, place: Place) -> str | None:
        """The hint for the stretch at `place`; None if the page does not say what it is."""
        if place not in self._of:
            self._of[place] = self._find(place)
        return self._of[place]

    def _find(self, place: Place) -> str | None:
        first, last = self._page.run_at(place[0]), self._page.run_at(place[1] - 1)
        runs = [run for run in self._page.runs[first : last + 1] if not run.text.isspace()]
        named = next((hint for element in _shared(runs) if (hint := self._named(element))), None)
        if named:
            return named
        if all(run.element.within(_LINK, 4) for run in runs):
            return "link"
        return "emphasis" if all(run.element.within(_EMPHASIS, 4) for run in runs) else None

    def _named(self, element: Element) -> str | None:
        if id(element) not in self._known:
            hint = _hint(element)
            self._known[id(element)] = hint if hint and self._share(element) <= _MOST else None
        return self._known[id(element)]

    def _share(self, element: Element) -> float:
        """How much of the main text stands in `element`."""
        first = bisect_left(self._starts, element.start)
        last = len(self._starts) if element.end is None else bisect_left(self._starts, element.end)
        return (self._sums[max(first, last)] - self._sums[first]) / max(1, self._sums[-1])


def _hint(element: Element) -> str | None:
    if hint := _TAGS.get(element.tag) or _PROPERTIES.get(element.attributes.get("itemprop", "").lower()):
        return hint
    if element.attributes.get("rel", "").lower() == "author":
        return "byline"
    named = [
        element.attributes[key] for key in ("class", "id", "data-component", "data-testid") if key in element.attributes
    ]
    for name in " ".join(named).split()[:20]:
        words = " ".join(_WORDS.findall(name[:80])).lower()
        for hint, pattern in _NAMES:
            if pattern.search(words):
                return hint
    return None


def _shared(runs: Sequence[Run]) -> list[Element]:
    """The elements, innermost first, that hold all of `runs`."""
    around = list(islice(runs[0].element.chain(), _REACH))
    last = set(map(id, islice(runs[-1].element.chain(), 4 * _REACH))) if len(runs) > 1 else None
    return [element for element in around if last is None or id(element) in last]
