"""A page's blocks: which are the report's, and the pieces that they make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.readers.alignment import Place
from sayso.readers.blocks import blocks_of
from sayso.readers.hints import Hints
from sayso.readers.maintext import MainText
from sayso.readers.squash import Squashed, squashed
from sayso.readers.verdict import Stretch
from sayso.readers.webpage import Page, Run

_WINDOW = 10_000
"""Stretches of text before and after the beginning of the main text that are looked at; pages of news have hundreds."""
_PROSE = 80
"""Characters from which a block is prose."""
_LINK = frozenset({"a"})
_ASIDE = frozenset({"nav", "footer", "aside", "form", "button"})
RUNNING = (None, "emphasis")


@dataclass(frozen=True)
class Layout:
    """A page with its main text; `blocks` are the places of all visible blocks, in order."""

    page: Page
    visible: Squashed
    main: MainText
    blocks: Sequence[Place]
    hints: Hints

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The visible blocks with what the verdict asks of them."""
        runs = map(self._runs, self.blocks)
        return [
            Stretch(_text(own), _is_link(own), self.is_running(place))
            for place, own in zip(self.blocks, runs, strict=True)
        ]

    def prose(self) -> int:
        """Characters of prose that the page shows, navigation and the like left out."""
        return sum(end - start for start, end in self.blocks if end - start >= _PROSE and self._is_prose((start, end)))

    def times(self) -> int:
        """How many `<time>` elements stand in the main text."""
        if not self.main.places:
            return 0
        first, last = self._extent()
        return sum(first <= element.start <= last for element in self.page.times)

    def unseen(self) -> int:
        """Characters that an attribute hides between the beginning and the end of the main text."""
        if not self.main.places:
            return self.main.unseen
        first, last = self._extent()
        hidden = (run for run in self.page.hidden if first <= run.start <= last and run.element.by_attribute)
        return self.main.unseen + sum(len(squashed(run.text)) for run in hidden)

    def headings(self) -> list[str]:
        """The texts of the page's main headings."""
        return [self.text(place) for place in self.blocks if self.first(place).element.block().tag == "h1"][:5]

    def _extent(self) -> tuple[int, int]:
        """Where the main text begins and ends in the source."""
        first, last = self.main.places[0][0], self.main.places[-1][1] - 1
        return self.first((first, 0)).start, self.first((last, 0)).end

    def first(self, place: Place) -> Run:
        """The first run of the block at `place`."""
        return self.visible.runs[self.visible.run_at(place[0])]

    def in_main(self, place: Place) -> bool:
        """Whether the main text has characters of the block at `place`."""
        at = bisect_right(self.main.places, place) - 1
        return any(start < place[1] and place[0] < end for start, end in self.main.places[max(0, at) : at + 2])

    def is_running(self, place: Place) -> bool:
        """Whether the block at `place` is running text."""
        return self.in_main(place) and self.hints.of(place) in RUNNING

    def _is_prose(self, place: Place) -> bool:
        return not self.first(place).element.within(_ASIDE, 12) and self.hints.of(place) in RUNNING

    def text(self, place: Place) -> str:
        """The text of the block at `place`, white space evened."""
        return _text(self._runs(place))

    def _runs(self, place: Place) -> Sequence[Run]:
        first, last = self.visible.run_at(place[0]), self.visible.run_at(place[1] - 1)
        return self.visible.runs[first : last + 1]


def _text(runs: Sequence[Run]) -> str:
    return " ".join("".join([run.text for run in runs]).split())


def _is_link(runs: Sequence[Run]) -> bool:
    return all(run.text.isspace() or run.element.within(_LINK, 6) for run in runs)


def layout(page: Page, visible: Squashed, main: MainText) -> Layout:
    """`page` laid out in blocks."""
    window = _window(visible, main)
    return Layout(
        page, visible, main, blocks_of([window], visible) if visible.text else [], Hints(main.places, visible)
    )


def _window(visible: Squashed, main: MainText) -> Place:
    """What is looked at of the page: all of it, unless it is huge."""
    first = visible.run_at(main.places[0][0]) if main.places else 0
    start = max(0, first - _WINDOW)
    return visible.starts[start], visible.starts[min(len(visible.runs), start + 2 * _WINDOW)]
