"""Where the words stand that a frame fixes beside its head: "carried" and "out" of "carried out an attack"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.forms import noun_lemma, verb_forms
from sayso.ontology.plover.frames import Frame

_REACH = 9
"""Words after a verb in which what must stand beside it is looked for."""

_LEFT = 3
"""Words before a noun in which what must stand beside it is looked for."""

_PARTICLES = frozenset({"in", "out", "up", "down", "off", "back", "away", "through", "aside", "over", "on"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Looks up fixed words by the head of a frame."""

    _syntax: Syntax

    def beside(self, at: int, frame: Frame) -> tuple[int, ...] | None:
        """Where the words stand that the frame wants beside its head; None where one is missing."""
        if not frame.beside:
            return ()
        return self._before(at, frame.beside) if frame.noun else self._after(at, frame.beside)

    def _before(self, at: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
        found: list[int] = []
        first, _ = self._syntax.bounds(at)
        first, where = max(first, at - _LEFT - len(wanted)), at - 1
        for word in reversed(wanted):
            while where >= first and not self._is(where, word):
                where -= 1
            if where < first:
                return None
            if self._syntax.head(where) not in (at, *found) and at - where > 1 + len(found):
                return None
            found.append(where)
            where -= 1
        return tuple(sorted(found))

    def _after(self, at: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
        found: list[int] = []
        _, last = self._syntax.bounds(at)
        end, where = min(last, at + _REACH), at + 1
        for word in wanted:
            while where < end and not self._belonging(where, word, at, found, last=word is wanted[-1]):
                where += 1
            if where >= end:
                return self._moved(at, wanted) if not found else None
            found.append(where)
            where += 1
        return tuple(found)

    def _moved(self, at: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
        """The noun of a fixed phrase before its verb: "sanctions were imposed", "the talks that were held"."""
        if len(wanted) != 1:
            return None
        subjects = self._syntax.children(at, "nsubj:pass") or self._modified(at)
        return next(((one,) for one in subjects if self._is(one, wanted[0])), None)

    def _modified(self, at: int) -> list[int]:
        head = self._syntax.head(at)
        return [head] if head is not None and self._syntax.is_a(at, "acl") else []

    def _of_day(self, where: int) -> bool:
        """Whether it only tells for when: "called a summit for Thursday"."""
        return self._syntax.is_a(where, "case") and self._syntax.head(where) in self._syntax.timed

    def _belonging(self, where: int, word: str, at: int, found: list[int], *, last: bool) -> bool:
        if not self._is(where, word) or self._of_day(where):
            return False
        if word in ("no", "never") and where > at + 1:
            return False
        if self._syntax.low[where] != word and self._syntax.is_a(where, "acl", "amod"):
            return False
        if last and word in _PARTICLES and where > at + 1 and self._syntax.is_a(where, "case"):
            return False
        over = [above for above, _ in zip(self._syntax.above(where), range(3), strict=False)]
        return at in over or any(one in over for one in found) or where == at + 1 + len(found)

    def _is(self, where: int, word: str) -> bool:
        low = self._syntax.low[where]
        return low == word or noun_lemma(low) == word or (self._syntax.tag(where) == "VERB" and low in verb_forms(word))
