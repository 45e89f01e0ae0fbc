"""Where an expression stands: the report's day, the sentence around it, and what was told before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.annotate.timex.ahead import Clue, Tense
from sayso.annotate.timex.anchor import Anchor
from sayso.annotate.timex.grammar import Hit
from sayso.annotate.timex.lexer import Lexed
from sayso.annotate.timex.lexicon import lexicon
from sayso.annotate.timex.stretch import Stretch
from sayso.annotate.timex.tense import clue_at, is_reporting

_TOLD_BACK = 20
"""How many times told are looked at; with it, reading takes time in proportion to the text, whatever the text."""

_SENTENCES_BACK = 2
"""How far back a narrated time may lie; further back it is rarely what "two days earlier" counts from."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the text has told: its place, and whether it is when something was said.

    `leads` is whether it opens its sentence: "In 2014, …" sets the time of what follows.
    """

    index: int
    sentence: int
    stretch: Stretch
    reporting: bool
    leads: bool = False


@dataclass(slots=True)
class Scene:
    """All that the rules may look at besides the words they fit.

    `bounds` are the tokens at which sentences begin; `told` grows as expressions are read, in text order.
    """

    lexed: Lexed
    anchor: Anchor
    bounds: Sequence[int]
    told: list[Told] = field(default_factory=list)

    @property
    def day_first(self) -> bool | None:
        """How numeric dates are to be read: as the publisher writes them, else as this report's clear ones are."""
        return self.anchor.day_first if self.anchor.day_first is not None else self._clear_order()

    def _clear_order(self) -> bool | None:
        """The order of those dates that can be read in one way only; None if there are none, or both kinds."""
        symbol = lexicon().symbol("NUMERIC_DATE")
        dates = [self.lexed.words[at] for at, one in enumerate(self.lexed.symbols) if one == symbol]
        parts = [[int(part) for part in words.split("/")[:2]] for words in dates if words[1:3].count("/")]
        orders = {first > 12 for first, second in parts if max(first, second) > 12 >= min(first, second)}
        return orders.pop() if len(orders) == 1 else None

    def sentence(self, token: int) -> int:
        return max(0, bisect_right(self.bounds, token) - 1)

    def limits(self, token: int) -> tuple[int, int]:
        """The first token of the sentence around `token`, and the one after its last."""
        at = self.sentence(token)
        after = self.bounds[at + 1] if at + 1 < len(self.bounds) else len(self.lexed.starts)
        return (self.bounds[at] if self.bounds else 0), after

    def clue(self, hit: Hit) -> Clue | None:
        """The nearest verb's tense, and how near it is."""
        return clue_at(self.lexed, hit.start, hit.end, *self.limits(hit.start))

    def tense(self, hit: Hit) -> Tense | None:
        return self.tense_of(hit.start, hit.end)

    def tense_of(self, start: int, end: int) -> Tense | None:
        clue = clue_at(self.lexed, start, end, *self.limits(start))
        return clue.tense if clue else self._carried(start)

    def _carried(self, start: int) -> Tense | None:
        """Without a verb, the direction of the time told before in the sentence: "going next month, to Rome in May"."""
        anchor = self.anchor.day
        last = next((told.stretch for told in self.recent_here(start)), None)
        if last is None or anchor is None or last.first <= anchor <= last.last:
            return None
        return Tense.FUTURE if last.first > anchor else Tense.PAST

    def reporting(self, start: int) -> bool:
        return is_reporting(self.lexed, start, self.limits(start)[0])

    def narrated(self, token: int, accept: Callable[[Stretch], bool]) -> Told | None:
        """The time that the text is telling of at `token`.

        The last one told in its sentence; else in the one or two before it, where times of saying come last.
        """
        here = self.sentence(token)
        for sentence in range(here, here - _SENTENCES_BACK - 1, -1):
            near = [told for told in self.recent() if told.sentence == sentence and accept(told.stretch)]
            if near:
                return near[0] if sentence == here else next((told for told in near if not told.reporting), near[0])
        return None

    def recent(self) -> list[Told]:
        """The last few times told, latest first."""
        return self.told[: -_TOLD_BACK - 1 : -1]

    def recent_here(self, token: int) -> list[Told]:
        """Those of them that are in the sentence around `token`."""
        here = self.sentence(token)
        return [told for told in self.recent() if told.sentence == here]


def latest_weekday(anchor: date, weekday: int) -> date:
    """The last day with this ISO weekday that is not after `anchor`."""
    return anchor - timedelta((anchor.isoweekday() - weekday) % 7)


def coming_weekday(anchor: date, weekday: int) -> date:
    """The first day with this ISO weekday that is not before `anchor`."""
    return anchor + timedelta((weekday - anchor.isoweekday()) % 7)
