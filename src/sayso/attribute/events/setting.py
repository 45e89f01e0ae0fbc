"""The country that a report, or a sentence of it, is set in: of those of whom no country is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, only
from sayso.attribute.events.nouns import Nouns
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.agents import sector_of
from sayso.ontology.plover.frames import Body
from sayso.record.actor import Actor
from sayso.record.place import Place, ToponymRole
from sayso.record.record import Record
from sayso.record.statement import Statement

_OPENING = 3
"""Characters of a report before the place in its dateline, at most."""

_ENOUGH = 2
"""Places from which on a report may be set in their country."""

OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP"})
NOWHERE = frozenset({"IGO", "NGO", "BUS"})
"""Sectors of bodies that need not be of the country where they are."""

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_FOREIGN = frozenset({"foreign", "international", "overseas", "neighbouring", "neighboring"})


class Setting:
    """Where the report is set; `dateline` has the tokens of the place it was filed from."""

    def __init__(self, syntax: Syntax, marked: Marked, nouns: Nouns, record: Record) -> None:
        self._syntax = syntax
        self._marked = marked
        self._nouns = nouns
        self._report_home = _most(record.places)
        opening = _dateline(record)
        self._filed_from = alone(opening)
        self.dateline = frozenset(syntax.tokens_in(opening.words)) if opening else frozenset()

    def around(self, head: int, known: Body | None, voice: Statement | None) -> str | None:
        """The country of those that none is told of: the one that all literal places of their sentence lie in."""
        syntax = self._syntax
        named = self._marked.labels.get(head) == "person" and self._nouns.role_before(head)
        official = syntax.tag(head) == "PROPN" and (named or sector_of(syntax.low[head]) in OFFICIAL)
        if (
            (syntax.tag(head) not in ("NOUN", "NUM", "ADJ") and not official)
            or self._marked.labels.get(head) == "organisation"
            or (known is not None and known.sector in NOWHERE)
            or self._of_nowhere(head)
        ):
            return None
        first, last = syntax.bounds(head)
        here = {
            place.country
            for at in range(first, last)
            if (place := self._marked.places.get(at)) is not None
            and place.role is ToponymRole.LITERAL
            and place.country
            if voice is None or any(piece.covers(place.words) for piece in voice.content)
        } or self._beside(first, last, voice)
        if here:
            return only(here)
        official = sector_of(self._nouns.content_word(head)) in OFFICIAL
        return self._report_home or (self._filed_from if official else None)

    def _beside(self, first: int, last: int, voice: Statement | None) -> set[str]:
        """The countries of a sentence's places, for what is said in it without naming any: "a witness in Lima said"."""
        syntax = self._syntax
        told = any(
            at in self._marked.places for piece in (voice.content if voice else ()) for at in syntax.tokens_in(piece)
        )
        if voice is None or told:
            return set()
        here = (self._marked.places.get(at) for at in range(first, last))
        return {one.country for one in here if one is not None and one.role is ToponymRole.LITERAL and one.country}

    def at_home(self, head: int, actor: Actor | None, known: Body | None) -> str | None:
        """The country that a report is set in, for people and bodies who may belong there."""
        abroad = (known is not None and known.sector in NOWHERE) or (actor is not None and actor.sector in NOWHERE)
        if abroad or self._of_nowhere(head) or self._syntax.tag(head) not in _NOMINAL:
            return None
        return self._report_home

    def _of_nowhere(self, head: int) -> bool:
        """Whether they belong to a body of no country, or to another: "observers of the EU", "foreign radio"."""
        if any(self._syntax.low[one] in _FOREIGN for one in self._syntax.children(head, "amod")):
            return True
        owners = self._syntax.children(head, "nmod", "nmod:poss", "compound", "appos")
        return any((body := self._nouns.body(one)) is not None and body.sector in NOWHERE for one in owners)


def _dateline(record: Record) -> Place | None:
    """The place in capitals that a report opens with: "BAMAKO, 30 August"."""
    body = record.report.body
    start = body.start if body is not None else 0
    first = next((place for place in record.places if place.words.start >= start), None)
    opens = first is not None and first.words.start - start <= _OPENING and first.words.text.isupper()
    return first if opens else None


def _most(places: Sequence[Place]) -> str | None:
    """The country that a report is set in: most of the places where something happens, others far less often.

    One place alone may be anywhere: it takes two.
    """
    literal = [one.country for one in places if one.country and one.role is ToponymRole.LITERAL]
    counted = Counter(literal).most_common()
    if len(literal) < _ENOUGH:
        return None
    (country, often), second = counted[0], counted[1][1] if len(counted) > 1 else 0
    clear = often >= 2 * second and often >= 0.6 * len(literal)
    return country if clear and "/" not in country else None
