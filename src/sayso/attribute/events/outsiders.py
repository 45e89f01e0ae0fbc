"""Who does not belong to the country where a report is set: bodies of none, strangers, those who write."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import demonym_at, is_seat
from sayso.attribute.events.nouns import FIRST_PERSON, Nouns
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.agents import sector_of
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import is_seated, word_sets

NOWHERE = frozenset({"IGO", "NGO", "BUS"})
"""Sectors of bodies that need not be of the country where they are."""

_OFFICES = frozenset({"ministry", "minister", "ministers", "secretary", "office", "department", "affairs"})
_LANDS = frozenset({"country", "nation", "kingdom", "republic", "state"})
_OF_MANY = frozenset({"Western", "Arab", "Gulf", "European", "African", "Asian", "Nordic", "Baltic", "Caribbean"})
"""Adjectives of many countries at once."""
_FOREIGN = frozenset({"foreign", "international", "overseas", "neighbouring", "neighboring"})


@dataclass(frozen=True, slots=True)
class Outsiders:
    """Looks up nouns by the index of their token."""

    _syntax: Syntax
    _marked: Marked
    _nouns: Nouns

    def ours(self, head: int) -> bool:
        """Whether it is who writes, or theirs: "we", "our engineers"."""
        owners = self._syntax.children(head, "nmod:poss")
        return any(self._syntax.low[one] in FIRST_PERSON for one in (head, *owners))

    def of_nowhere(self, head: int) -> bool:
        """Whether they belong to a body of no country, or to another: "observers of the EU", "foreign radio"."""
        if any(self._foreign(one) for one in self._syntax.children(head, "amod", "compound")):
            return True
        if self._syntax.low[head] in _LANDS and self._syntax.children(head, "amod"):
            return True  # "the Asian country" is one told of before, not the one the report is set in
        if self._syntax.low[head + 1 : head + 2] == ["unknown"]:
            return True
        word = self._nouns.content_word(head)
        if sector_of(word) == "REF" or noun_lemma(word) in word_sets()["outsiders"]:
            return True
        parts = (head, *self._syntax.children(head, "compound"))
        if any(self.tells_body(part) for part in parts):
            return True
        owners = [
            one for part in parts for one in self._syntax.children(part, "nmod", "nmod:poss", "compound", "appos")
        ]
        bodies = [body for one in (head, *owners) if (body := self._nouns.body(one)) is not None]
        return any(body.sector in NOWHERE or body.country is None for body in bodies)

    def tells_body(self, at: int) -> bool:
        """Whether it is a town that only tells which body of many countries it is: "the Geneva tribunal"."""
        place, head = self._marked.places.get(at), self._syntax.head(at)
        if place is None or head is None or not is_seat(place) or not self._syntax.is_a(at, "compound", "amod"):
            return False
        return is_seated(self._syntax.low[head])

    def _foreign(self, modifier: int) -> bool:
        """Whether it tells of elsewhere, and is not part of the name of an office: "foreign", "foreign minister"."""
        low = self._syntax.low
        if low[modifier] in word_sets()["unknown"] or self._syntax.tokens[modifier].text in _OF_MANY:
            return True
        return low[modifier] in _FOREIGN and _OFFICES.isdisjoint(low[modifier + 1 : modifier + 2])

    def of_people(self, head: int) -> bool:
        """Whether they are of a people without a state of theirs: "Rohingya women"."""
        for one in self._syntax.children(head, "amod", "compound"):
            creed = self._syntax.low[one] in word_sets()["creeds"]
            norp = self._marked.labels.get(one) == "norp" and not creed
            if norp and demonym_at(self._syntax, one) is None:
                return True
        return False
