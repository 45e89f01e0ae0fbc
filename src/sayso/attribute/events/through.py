"""Whom something is done to through what is theirs: "stopped buying Lebanese fruit", "a treaty with Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribute.events.company import Company
from sayso.attribute.events.slots import Slots
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.frames import Frame, names_deed
from sayso.record.statement import Statement

_TYPES = frozenset({"SANCTION", "SUPPORT", "AID", "ACCUSE", "REJECT", "COERCE", "ASSAULT", "CONCEDE"})
_SLOTS = ("with", "poss", "of", "adj")


@dataclass(frozen=True, slots=True)
class Through:
    """Looks up the owners and partners of what a verb is about."""

    _syntax: Syntax
    _slots: Slots
    _company: Company

    def recipients(
        self, at: int, frame: Frame, beside: tuple[int, ...], voice: Statement | None, actors: tuple[Someone, ...]
    ) -> tuple[Someone, ...]:
        """One at most: of another country than the actors, or people and bodies of whom a quality is told."""
        if frame.noun or not frame.recipients or frame.type not in _TYPES:
            return ()
        mine = {one.country for one in actors}
        for noun in self._nouns(at, beside):
            for slot in _SLOTS:
                people = [self._company.at(head, voice) for head in self._slots.of_noun(noun, slot)]
                found = [one for one in people if self._fits(one, noun, slot, mine)]
                if found:
                    return tuple(found[:1])
        return ()

    def _fits(self, one: Someone, noun: int, slot: str, mine: set[str | None]) -> bool:
        if one.country is None:
            return False
        if slot == "of" and names_deed(self._syntax.low[noun]):
            return False  # whose deed is told may have suffered it
        return one.country not in mine or (slot == "of" and one.is_a("who"))

    def _nouns(self, at: int, beside: tuple[int, ...]) -> Iterator[int]:
        named = [one for one in beside if self._syntax.tag(one) == "NOUN"] or self._slots.objects(at, beside)
        yield from named
        for verb in self._syntax.children(at, "xcomp") if not named else ():
            yield from self._syntax.children(verb, "obj")
