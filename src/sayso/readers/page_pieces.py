"""The pieces of a page's report: headline, main text, and the furniture that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from sayso.readers.alignment import Place
from sayso.readers.blocks import piece_at
from sayso.readers.layout import RUNNING, Layout
from sayso.readers.pieces import Piece
from sayso.record.report import BlockKind

_BESIDE = frozenset({"subheadline", "byline", "credit", "published", "updated", "caption", "photo-credit"})
"""Furniture worth having although it stands outside the main text, if it stands between the headline and the end."""
_LONGEST_BESIDE = {"byline": 120, "published": 160, "updated": 160}
_LONGEST = 600
_MOST_BESIDE = 40
"""Blocks of one page that are taken along as furniture; slide shows have hundreds of captions."""
_SUBHEADLINE = 40
"""Squashed characters: a shorter heading under the headline is the first section's; a longer section name is none."""
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")


def pieces_of(laid: Layout, headline: Place | None) -> list[Piece]:
    """The headline, the main text and the furniture beside it, in the order of the page."""
    maker = _Maker(laid, headline)
    main = [(place, maker.piece(place)) for place in laid.main.places if place != headline]
    loose = [((at, at), Piece(line, BlockKind.PARAGRAPH, None)) for at, line in laid.main.loose]
    return [piece for _, piece in sorted([*main, *loose, *maker.beside(), *maker.head()], key=lambda pair: pair[0])]


@dataclass(frozen=True)
class _Maker:
    """Makes pieces of the blocks of one page."""

    laid: Layout
    headline: Place | None

    def piece(self, place: Place) -> Piece:
        """The piece at `place`, with what the page says that it is."""
        return piece_at(place, self.laid.visible, self.laid.page.source, self._hint(place))

    def head(self) -> Iterator[tuple[Place, Piece]]:
        if self.headline:
            yield self.headline, replace(self.piece(self.headline), kind=BlockKind.HEADLINE, hint="headline")

    def beside(self) -> Iterator[tuple[Place, Piece]]:
        """Furniture outside the main text, each line once."""
        known: set[str] = set()
        for place in islice((place for place in self._between() if self._is_beside(place)), _MOST_BESIDE):
            piece = self.piece(place)
            if piece.text not in known:
                known.add(piece.text)
                yield place, piece

    def _between(self) -> Iterator[Place]:
        """The blocks between the headline and the end of the main text."""
        main, head = self.laid.main.places, self.headline
        if main:
            start = head[1] if head and head < main[0] else main[0][0]
            yield from (place for place in self.laid.blocks if start <= place[0] < main[-1][1] and place != head)

    def _is_beside(self, place: Place) -> bool:
        if place[1] - place[0] > _LONGEST or self.laid.in_main(place):
            return False
        hint = self._hint(place)
        return hint in _BESIDE and place[1] - place[0] <= _LONGEST_BESIDE.get(hint, _LONGEST)

    def _hint(self, place: Place) -> str | None:
        hint = self.laid.hints.of(place)
        if hint == "headline" or (hint == "subheadline" and place > self._opening):
            return None
        if hint == "section" and place[1] - place[0] > _SUBHEADLINE:
            return None
        if self._is_above(place) and hint in (None, "link"):
            return "navigation"
        return "subheadline" if hint in RUNNING and self._is_subheadline(place) else hint

    def _is_above(self, place: Place) -> bool:
        """Whether it is something else than a sentence, above a headline that stands above the main text."""
        head, main = self.headline, self.laid.main.places
        if head is None or place > head or head > main[len(main) // 2]:
            return False
        return not _SENTENCE.search(self.laid.text(place))

    def _is_subheadline(self, place: Place) -> bool:
        """Whether it is a heading of some length between the headline and the first paragraph."""
        head = self.headline
        if head is None or not head < place == self._opening or place[1] - place[0] < _SUBHEADLINE:
            return False
        return self.laid.first(place).element.block().tag in ("h2", "h3", "h4")

    @cached_property
    def _opening(self) -> Place:
        """The first block of the running text."""
        end = len(self.laid.visible.text)
        return next((place for place in self.laid.main.places if self.laid.is_running(place)), (end, end))
