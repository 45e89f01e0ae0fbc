"""A page's blocks: which are the report's, and the pieces that they make."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from sayso.readers.alignment import Place
from sayso.readers.blocks import blocks_of, piece_at
from sayso.readers.hints import Hints
from sayso.readers.maintext import MainText
from sayso.readers.markup import Page, Run
from sayso.readers.pieces import Piece
from sayso.readers.squash import Squashed, squashed
from sayso.readers.verdict import Stretch
from sayso.record.report import BlockKind

_BESIDE = frozenset({"subheadline", "byline", "credit", "published", "updated", "caption", "photo-credit"})
"""Furniture worth having although it stands outside the main text, if it stands between the headline and the end."""
_LONGEST_BESIDE = {"byline": 120, "published": 160, "updated": 160}
_LONGEST = 600
_MOST_BESIDE = 40
"""Blocks of one page that are taken along as furniture; slide shows have hundreds of captions."""
_WINDOW = 10_000
"""Stretches of text before and after the beginning of the main text that are looked at; pages of news have hundreds."""
_SUBHEADLINE = 40
"""Squashed characters: a shorter heading under the headline is the first section's; a longer section name is none."""
_PROSE = 80
"""Characters from which a block is prose."""
_ASIDE = frozenset({"nav", "footer", "aside", "form", "button"})
_RUNNING = (None, "emphasis")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")


@dataclass(frozen=True)
class Layout:
    """A page with its main text; `blocks` are the places of all visible blocks, in order."""

    page: Page
    visible: Squashed
    main: MainText
    blocks: Sequence[Place]
    hints: Hints

    def pieces(self, headline: Place | None) -> list[Piece]:
        """The headline, the main text and the furniture beside it, in the order of the page."""
        placed = [(place, self._piece(place, headline)) for place in self.main.places if place != headline]
        loose = [
            ((self.main.places[before - 1] if before else (-1, 0)), Piece(line, BlockKind.PARAGRAPH, None))
            for before, line in self.main.loose
        ]
        beside = list(self._beside(headline))
        heads = (
            [(headline, replace(self._piece(headline, None), kind=BlockKind.HEADLINE, hint="headline"))]
            if headline
            else []
        )
        return [piece for _, piece in sorted([*placed, *loose, *beside, *heads], key=lambda pair: pair[0])]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The visible blocks with what the verdict asks of them."""
        return [Stretch(self._text(place), self._is_link(place), self._is_running(place)) for place in self.blocks]

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
        return [self._text(place) for place in self.blocks if self._first(place).element.block().tag == "h1"][:5]

    def _extent(self) -> tuple[int, int]:
        """Where the main text begins and ends in the source."""
        first, last = self.main.places[0][0], self.main.places[-1][1] - 1
        return self._first((first, 0)).start, self._first((last, 0)).end

    def _first(self, place: Place) -> Run:
        return self.visible.runs[self.visible.run_at(place[0])]

    @cached_property
    def _opening(self) -> Place:
        """The first block of the running text."""
        return next((place for place in self.main.places if self._is_running(place)), (len(self.visible.text),) * 2)

    def _is_subheadline(self, place: Place, headline: Place | None) -> bool:
        """Whether it is a heading of some length between the headline and the first paragraph."""
        if headline is None or not headline < place == self._opening or place[1] - place[0] < _SUBHEADLINE:
            return False
        return self._first(place).element.block().tag in ("h2", "h3", "h4")

    def _hint(self, place: Place, headline: Place | None) -> str | None:
        hint = self.hints.of(place)
        if hint == "headline" or (hint == "subheadline" and place > self._opening):
            return None
        if hint == "section" and place[1] - place[0] > _SUBHEADLINE:
            return None
        if headline and place < headline and hint in (None, "link") and not _SENTENCE.search(self._text(place)):
            return "navigation"
        return "subheadline" if hint in _RUNNING and self._is_subheadline(place, headline) else hint

    def _piece(self, place: Place, headline: Place | None) -> Piece:
        return piece_at(place, self.visible, self.page.source, self._hint(place, headline))

    def _beside(self, headline: Place | None) -> Iterator[tuple[Place, Piece]]:
        if not self.main.places:
            return
        start = headline[1] if headline and headline < self.main.places[0] else self.main.places[0][0]
        between = (place for place in self.blocks if start <= place[0] < self.main.places[-1][1] and place != headline)
        known: set[str] = set()
        for place in islice((place for place in between if self._is_beside(place, headline)), _MOST_BESIDE):
            piece = self._piece(place, headline)
            if piece.text not in known:
                known.add(piece.text)
                yield place, piece

    def _is_beside(self, place: Place, headline: Place | None) -> bool:
        if place[1] - place[0] > _LONGEST or self._in_main(place):
            return False
        hint = self._hint(place, headline)
        return hint in _BESIDE and place[1] - place[0] <= _LONGEST_BESIDE.get(hint, _LONGEST)

    def _in_main(self, place: Place) -> bool:
        """Whether the main text has characters of the block at `place`."""
        at = bisect_right(self.main.places, place) - 1
        return any(start < place[1] and place[0] < end for start, end in self.main.places[max(0, at) : at + 2])

    def _is_running(self, place: Place) -> bool:
        return self._in_main(place) and self.hints.of(place) in _RUNNING

    def _is_link(self, place: Place) -> bool:
        first, last = self.visible.run_at(place[0]), self.visible.run_at(place[1] - 1)
        runs = (run for run in self.visible.runs[first : last + 1] if not run.text.isspace())
        return all(any(element.tag == "a" for element in islice(run.element.chain(), 6)) for run in runs)

    def _is_prose(self, place: Place) -> bool:
        around = islice(self._first(place).element.chain(), 12)
        return not any(element.tag in _ASIDE for element in around) and self.hints.of(place) in _RUNNING

    def _text(self, place: Place) -> str:
        first, last = self.visible.run_at(place[0]), self.visible.run_at(place[1] - 1)
        return " ".join("".join(run.text for run in self.visible.runs[first : last + 1]).split())


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
