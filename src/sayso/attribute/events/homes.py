"""Countries that those who take part in an event have from each other, or from where it took place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attribute.events.company import Company
from sayso.attribute.events.nationality import alone, demonym_country, home_country, is_seat
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import VERBAL, Trigger
from sayso.ontology.plover.forms import noun_lemma
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.record.statement import Act

_LAW = frozenset({"GOV", "JUD", "COP", "LEG"})
_AT_LAW = frozenset({"COERCE", "CONCEDE", "RETREAT", "SANCTION"})
"""Types of what those who govern do to people at home."""
_ASKS = frozenset({Act.DEMAND, Act.REQUEST, Act.ORDER})
_ENVOYS = frozenset({"ambassador", "counterpart", "envoy", "embassy", "consul", "consulate"})
"""Words for those who are of another country than the ones they meet."""
_MET = frozenset({"CONSULT", "AGREE"})
_ABROAD = frozenset({"AID", "SANCTION", "COOPERATE", "CONSULT", "MOBILIZE"})
"""Types of what states do to others: who is named without a country need not be at home."""
_DOMESTIC = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP", "PTY"})
"""Sectors of bodies that a report names without their country where it is that of the others in the sentence."""


@dataclass(frozen=True, slots=True)
class Homes:
    """Fills in countries of participants of whom none is told."""

    _syntax: Syntax
    _company: Company

    def of(self, trigger: Trigger) -> Trigger:
        """The trigger with what its participants tell of each other."""
        return _under_law(self._at_home(_from_abroad(trigger)), [] if trigger.actors else self._asking(trigger))

    def _at_home(self, trigger: Trigger) -> Trigger:
        """With the one country of the others for officials of no country: "Nepal's lawmakers urged the minister".

        States themselves tell nothing of who deals with them: "the secretary called on China".
        """
        people = (*trigger.actors, *trigger.recipients)
        states = {one.head for one in people if one.is_a("state") and one.place is not None}
        countries = {one.country for one in people if one.country and one.head not in states}
        first, last = self._syntax.bounds(trigger.at)
        countries |= {
            place.country
            for at in range(first, last)
            if (place := self._company.place_at(at)) and place.country and at not in states
            if not is_seat(place) and not self._quoted(at, trigger.at) and place.role is ToponymRole.LITERAL
        }
        if len(countries) != 1 or trigger.frame.type in _ABROAD or _of_envoys(trigger):
            return trigger
        (country,) = countries
        return replace(
            trigger,
            actors=tuple(_of(one, country) for one in trigger.actors),
            recipients=tuple(_of(one, country) for one in trigger.recipients),
        )

    def _asking(self, trigger: Trigger) -> list[Someone]:
        """Who wants it done: "prosecutors want him jailed"."""
        source = trigger.voice.source if trigger.voice is not None and trigger.voice.act in _ASKS else None
        head = self._syntax.head_in(source.words) if source is not None else None
        return [self._company.at(head, None)] if head is not None else []

    def _quoted(self, at: int, outside: int) -> bool:
        """Whether a word stands in a quotation that another does not stand in: what is said tells not who says it."""
        annotated = self._syntax.annotated
        mine, other = self._syntax.tokens[outside], self._syntax.tokens[at]
        return any(
            one.start <= other.start < one.end and not one.start <= mine.start < one.end for one in annotated.quotations
        )


def _from_abroad(trigger: Trigger) -> Trigger:
    """Without the country that they visit for those who are of none that is told.

    "The envoy visited Chad" and "met Chadian officials in N'Djamena". Nor is a crowd of the country whose embassy it
    attacked.
    """
    people = (*trigger.actors, *trigger.recipients)
    met = {one.country for one in trigger.recipients if noun_lemma(one.word) in ("embassy", "consulate")}
    if trigger.frame.type in _MET:
        states = (one for one in trigger.recipients if one.place is not None and one.place.kind is PlaceKind.COUNTRY)
        met |= {one.country for one in states}
    if trigger.frame.type in VERBAL:
        met |= {one.country for one in people if one.is_a("public") and _is_national(one)}
    if not met:
        return trigger
    actors = (
        one if one.told or one.country not in met else replace(one, country=None, rootless=True)
        for one in trigger.actors
    )
    return replace(trigger, actors=tuple(actors))


def _is_national(one: Someone) -> bool:
    """Whether they are called by their country: "Chadian officials"."""
    told = (demonym_country(word) for word in one.reference.words.text.split())
    return one.country is not None and one.country in told


def _under_law(trigger: Trigger, asking: Sequence[Someone]) -> Trigger:
    """With the country of courts, police and governments for those whom they jail, pardon or let go at home.

    `asking` are those who ask for it, where nobody is told to do it.
    """
    countries = {one.country for one in (*trigger.actors, *asking) if one.country and one.sector in _LAW}
    police = any(one.sector == "COP" for one in trigger.actors) and trigger.frame.type == "ASSAULT"
    if (trigger.frame.type not in _AT_LAW and not police) or len(countries) != 1:
        return trigger
    (country,) = countries
    people = (
        replace(one, country=country) if one.is_a("folk") and one.country is None and not one.rootless else one
        for one in trigger.recipients
    )
    return replace(trigger, recipients=tuple(people))


def met_there(trigger: Trigger, place: Place | None) -> Trigger:
    """With the country of the place for whom and what an attack there met, where none is told of them."""
    country = alone(place)
    if trigger.frame.type != "ASSAULT" or country is None:
        return trigger
    people = (
        replace(one, country=home_country(country))
        if one.country is None and not one.rootless and one.label != "person"
        else one
        for one in trigger.recipients
    )
    return replace(trigger, recipients=tuple(people))


def _of(one: Someone, country: str) -> Someone:
    """With the country, if that is of an office; who is known by name may be of anywhere."""
    at_home = one.country is None and one.sector in _DOMESTIC and one.place is None and not one.rootless
    return replace(one, country=country) if at_home and one.label != "person" else one


def _of_envoys(trigger: Trigger) -> bool:
    """What is done to an ambassador is done by others than the ambassador's state."""
    people = (*trigger.actors, *trigger.recipients)
    abroad = any(noun_lemma(one.word) in _ENVOYS for one in people)
    return (
        abroad or "ambassador" in trigger.frame.beside or any(test.want == "diplomats" for test in trigger.frame.tests)
    )
