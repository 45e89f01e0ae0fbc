"""The country that a report, or a sentence of it, is set in: of those of whom no country is told."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, home_country, is_seat, only
from sayso.attribute.events.nouns import Nouns
from sayso.attribute.events.outsiders import NOWHERE, Outsiders
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.agents import sector_of
from sayso.ontology.plover.bodies import Body
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets
from sayso.record.actor import Actor, ActorKind
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.record.record import Record
from sayso.record.statement import Statement

_OPENING = 3
"""Characters of a report before the place in its dateline, at most."""

_ENOUGH, _CLEARLY, _MOSTLY = 0.6, 1.35, 0.5
"""How plain the country must be that a report is set in: what its places tell, how often the second, and its share."""

_PLAINLY = 3.0
"""How often the second, for people known by name alone: abroad they are often of elsewhere."""

_MEANT, _WIDE, _FIRST = 0.25, 0.5, 2.0
"""What is told by a word for a government or a people, by the name of a country, by the first place of all.

All six set on the 44 reports of benchmarks/attributed-events.
"""

OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP"})
_STAYS, _FIRST_WORDS = 4, 4
"""Sentences for which a passage stays where one of them opens, and the words that open it."""

_IN = frozenset({"in", "at", "near", "outside"})
_TOWARDS = frozenset({"to", "into", "towards", "toward"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_NATIONAL = frozenset({"ministry", "mayor", "municipality"})
"""Who governs at home wherever bodies of many countries sit, too."""


class Setting:
    """Where the report is set; `dateline` has the tokens of the place it was filed from.

    `outsiders` tells who does not belong there, and is to be asked first.
    """

    def __init__(self, syntax: Syntax, marked: Marked, nouns: Nouns, record: Record) -> None:
        self._syntax = syntax
        self._marked = marked
        self._nouns = nouns
        self.outsiders = Outsiders(syntax, marked, nouns)
        self.home = home_of(record)
        self._plain_home = home_of(record, clearly=_PLAINLY)
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
            or (voice is None and self.outsiders.ours(head))
        ):
            return None
        first, last = syntax.bounds(head)
        word = self._nouns.content_word(head)
        governing = sector_of(word) in ("GOV", "LEG", "JUD") and word not in _NATIONAL
        envoys = governing or noun_lemma(word) in word_sets()["envoys"]
        if noun_lemma(word) in ("side", "party"):
            return self.home
        here = {
            place.country
            for at in range(first, last)
            if (place := self._marked.places.get(at)) is not None
            and place.role is ToponymRole.LITERAL
            and place.country
            and not self.outsiders.tells_body(at)
            and not self._reports_from(at)
            and syntax.case(at) not in _TOWARDS
            and not self._tells_whose(at)
            and (place.country == self.home or not envoys or not is_seat(place))
            if voice is None or any(piece.covers(place.words) for piece in voice.content)
        } or self._beside(first, last, voice)
        if here or self.outsiders.of_people(head):
            return only(here)
        official = bool(named) or sector_of(self._nouns.content_word(head)) in OFFICIAL
        return self._scene(head) or self.home or self._in_passage(head) or (self._filed_from if official else None)

    def _tells_whose(self, at: int) -> bool:
        """Whether a place says whose somebody is, not where anything happens: "the U.S. secretary"."""
        head = self._syntax.head(at)
        before = self._syntax.is_a(at, "compound", "amod", "nmod:poss") and not self._syntax.case(at)
        return before and head is not None and sector_of(self._nouns.content_word(head)) in OFFICIAL

    def _reports_from(self, at: int) -> bool:
        """Whether a place is only where the reporter is: "NPR's Ofeibea reports from Zimbabwe"."""
        verb = self._syntax.head(at) if self._syntax.case(at) == "from" else None
        return verb is not None and self._syntax.low[verb] in ("reports", "reporting", "reported")

    def _scene(self, head: int) -> str | None:
        """The country of the place that a sentence before in the same passage opens with: "In Bern …"."""
        sentences = self._syntax.annotated.sentences
        here = self._syntax.sentence[head]
        for one in reversed(sentences[max(0, here - _STAYS) : here]):
            if one.block != sentences[here].block:
                return None
            place = self._opening(one.tokens[0])
            if place is not None:
                return alone(place)
        return None

    def _opening(self, first: int) -> Place | None:
        """The place that a sentence is put in by its first words."""
        marked = self._marked.places
        at = next((at for at in range(first, first + _FIRST_WORDS) if at in marked), None)
        place = marked[at] if at is not None and self._syntax.low[at - 1] in _IN and at > first else None
        return place if place is not None and place.role is ToponymRole.LITERAL and not is_seat(place) else None

    def _in_passage(self, head: int) -> str | None:
        """The one country that the sentences before in the same passage happen in."""
        syntax = self._syntax
        if sector_of(self._nouns.content_word(head)) in ("UAF", "CRM"):
            return None
        sentences = syntax.annotated.sentences
        here = syntax.sentence[head]
        before = (one for one in sentences[max(0, here - 8) : here] if one.block == sentences[here].block)
        places = [self._marked.places.get(at) for one in before for at in range(*one.tokens)]
        told = only({one.country for one in places if one and one.country and not is_seat(one)})
        return told if any(one is not None and one.role is ToponymRole.LITERAL for one in places) else None

    def _beside(self, first: int, last: int, voice: Statement | None) -> set[str]:
        """The countries of a sentence's places, for what is said in it without naming any: "a witness in Lima said"."""
        syntax = self._syntax
        told = any(
            at in self._marked.places for piece in (voice.content if voice else ()) for at in syntax.tokens_in(piece)
        )
        if voice is None or told:
            return set()
        here = (self._marked.places.get(at) for at in range(first, last) if not self._reports_from(at))
        return {one.country for one in here if one is not None and one.role is ToponymRole.LITERAL and one.country}

    def at_home(self, head: int, actor: Actor | None, known: Body | None, voice: Statement | None) -> str | None:
        """The country that a report is set in, for people and bodies who may belong there."""
        abroad = (known is not None and known.sector in NOWHERE) or (actor is not None and actor.sector in NOWHERE)
        ours = voice is None and self.outsiders.ours(head)
        if abroad or ours or self.outsiders.of_people(head) or self._syntax.tag(head) not in _NOMINAL:
            return None
        person = actor is not None and actor.kind is ActorKind.PERSON and self._syntax.tag(head) == "PROPN"
        return self._plain_home if person or self._marked.is_person(head) else self.home


def _dateline(record: Record) -> Place | None:
    """The place in capitals that a report opens with: "BAMAKO, 30 August"."""
    body = record.report.body
    start = body.start if body is not None else 0
    first = next((place for place in record.places if place.words.start >= start), None)
    opens = first is not None and first.words.start - start <= _OPENING and first.words.text.isupper()
    return first if opens else None


def home_of(record: Record, *, clearly: float = _CLEARLY) -> str | None:
    """The country that a report is set in: the one that its places tell most of, `clearly` times any other."""
    told: dict[str, float] = defaultdict(float)
    placed = [place for place in record.places if place.country and place.role is not ToponymRole.PART_OF_NAME]
    first = next((place for place in placed if place.role is ToponymRole.LITERAL), None)
    for place in placed:
        country = alone(place)
        if country is not None:
            told[home_country(country)] += _worth(place) * (_FIRST if place is first else 1)
    most, second = nlargest(2, [*told.values(), 0.0, 0.0])
    if most < max(_ENOUGH, clearly * second, _MOSTLY * sum(told.values())):
        return None
    return max(told, key=lambda country: told[country])


def _worth(place: Place) -> float:
    """What a place tells of where the report is set: a town most, by how sure it is where it lies."""
    if place.role is not ToponymRole.LITERAL or is_seat(place):
        return place.evidence.confidence * _MEANT
    return place.evidence.confidence * (_WIDE if place.kind is PlaceKind.COUNTRY else 1.0)
