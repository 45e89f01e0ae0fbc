"""What the tagger adds to a trigger: its type where it is sure of another, and those whom it sees take part."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter

from sayso.attribute.events.company import Company
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import VERBAL, Trigger
from sayso.ontology.plover.frames import names_deed
from sayso.record.event import Role
from sayso.record.place import ToponymRole

_SURE_OF_TYPE = 0.7
"""Probability of a type from which it counts more than that of the frame."""
_OF_NO_OTHER = 0.3
"""The same where the tagger gives the frame's own type nothing."""
_SEEN = 0.5
"""Probability of a role from which the likeliest whom no slot has is added where the slots have nobody, and from which
one who stands in a slot of the other role is taken out of it."""
_ADDED_TO_OTHERS = 0.8
_NAME = frozenset({"flat", "compound", "goeswith", "fixed", "nmod:desc"})
_ENDING = frozenset({"end", "lift", "halt", "stop", "suspend"})
"""Verbs with whose object the tagger may mean what comes to an end: the siege that is lifted."""
People = tuple[Someone, ...]
Shares = Mapping[int, float]
"""Probabilities by the nouns that head a phrase."""


@dataclass(frozen=True, slots=True)
class Casting:
    """Looks up what the tagger tells of who takes part."""

    _syntax: Syntax
    _company: Company

    def of(self, trigger: Trigger) -> Trigger:
        """The trigger with the type and the people that the tagger sees, as it was where it tells nothing of them."""
        trigger = self._typed(trigger)
        cast = self._parted(self._cast(trigger))
        same = _heads(cast.actors) == _heads(trigger.actors) and _heads(cast.recipients) == _heads(trigger.recipients)
        return cast if same else replace(cast, seen=cast.seen | {"participants"})

    def _cast(self, trigger: Trigger) -> Trigger:
        actors, recipients = self._shares(trigger, Role.ACTOR), self._shares(trigger, Role.RECIPIENT)
        if actors is None or recipients is None:
            return trigger
        actors, recipients = _likelier(actors, recipients), _likelier(recipients, actors)
        if "by" in trigger.frame.recipients:  # "allowed its territory to be used by Moscow's troops": they do no favour
            favoured = _heads(trigger.recipients)
            actors = {at: share for at, share in actors.items() if at not in favoured}
        trigger = replace(
            trigger, actors=_not_in(recipients, trigger.actors), recipients=_not_in(actors, trigger.recipients)
        )
        doers = {at: share for at, share in actors.items() if not self._company.tells_where(at)}
        acting = (one for one in self._joined(trigger, trigger.actors, doers) if not _is_deed(one))
        trigger = replace(trigger, actors=tuple(acting))
        more = self._joined(trigger, trigger.recipients, recipients)
        aimed = trigger.frame.type in VERBAL
        met = (one for one in more if one.is_a("who") or not aimed)
        own = {one.country for one in trigger.actors} if trigger.frame.type == "THREATEN" else set()
        kept = (one for one in met if not (aimed and self._is_venue(one)) and not _is_state_of(one, own))
        return replace(trigger, recipients=tuple(kept))

    def _is_venue(self, one: Someone) -> bool:
        """Whether it only tells where: "talks in Oman"."""
        literal = one.place is not None and one.place.role is ToponymRole.LITERAL
        return literal and self._syntax.case(one.head) in ("in", "at")

    def _parted(self, trigger: Trigger) -> Trigger:
        """With those to whom it was done told apart from who did it, where a chain made one of both.

        A word of the name of who did it is nobody else: "Europe" of "the Council of Europe".
        """
        doers = {one.reference.actor for one in trigger.actors} - {None}
        others = self._outside([one.head for one in trigger.actors], trigger.recipients)
        met = (
            self._company.apart(one, trigger.voice) if one.reference.actor in doers and not _himself(one) else one
            for one in others
        )
        return replace(trigger, recipients=tuple(met))

    def _typed(self, trigger: Trigger) -> Trigger:
        if trigger.frame.beside and trigger.frame.head in _ENDING:
            return trigger
        types: dict[str, float] = {}
        for at in trigger.words:
            for kind, share in (self._syntax.words[at].event or {}).items():
                types[kind] = max(share, types.get(kind, 0.0))
        kind, share = max(types.items(), key=itemgetter(1), default=("", 0.0))
        least = _SURE_OF_TYPE if trigger.frame.type in types else _OF_NO_OTHER
        if share < least or kind == trigger.frame.type:
            return trigger
        return replace(trigger, frame=replace(trigger.frame, type=kind, mode=None), seen=trigger.seen | {"type"})

    def _joined(self, trigger: Trigger, people: People, shares: Shares) -> People:
        """With those who have no role yet: the likeliest and all who are likely; where somebody has it, only these.

        An adjective is somebody where it tells a country: "Israeli strikes", not "terrorist attacks". Days are nobody.
        """
        least = _ADDED_TO_OTHERS if people else _SEEN
        taken = {one.head for one in (*trigger.actors, *trigger.recipients)} | self._syntax.timed
        new = {at: share for at, share in shares.items() if share >= least and at not in taken}
        best = max(new.values(), default=0.0)
        seen = (at for at, share in new.items() if share >= min(best, _ADDED_TO_OTHERS))
        likely = [at for at in seen if not people or not self._acts_elsewhere(at, trigger)]
        heads = list({self._syntax.extent(at): at for at in reversed(likely)}.values())[::-1]
        more = (one for at in heads for one in self._company.all_at(at, trigger.voice))
        all_of_them = (
            *self._outside(heads, people),
            *(one for one in more if self._syntax.tag(one.head) != "ADJ" or (one.country and one.told)),
        )
        more_of_others = self._beside(all_of_them)
        return tuple(one for one in all_of_them if one.head not in more_of_others)

    def _outside(self, heads: Iterable[int], people: People) -> People:
        """Without those who are no more than a word in the phrases of others."""
        phrases = [self._syntax.extent(head) for head in heads]
        return tuple(one for one in people if not any(first <= one.head <= last for first, last in phrases))

    def _beside(self, people: People) -> set[int]:
        """Those that are no more than another word for the one beside them: "Secretary" of "Secretary Ruiz".

        Of two the one whose country is told stays, else the second.
        """
        heads = {one.head for one in people}
        spare = {one.head for one in people if self._explains(one.head, heads)}
        opening = {self._syntax.extent(one.head)[0]: one for one in people}
        for one in people:
            after = opening.get(self._syntax.extent(one.head)[1] + 1)
            if after is not None and after.head != one.head:
                spare.add(after.head if one.country and not after.country else one.head)
        return spare

    def _explains(self, at: int, told: Container[int]) -> bool:
        """Whether it stands after a comma to tell what the one before is: "Sudzha, the largest town there"."""
        first, _ = self._syntax.extent(at)
        before = self._syntax.low[first - 2 : first]
        return len(before) == 2 and before[1] == "," and first - 2 in told and not self._syntax.is_a(at, "conj")

    def _acts_elsewhere(self, at: int, trigger: Trigger) -> bool:
        """Whether somebody did another verb's deed: "Qatar" in "agreed to a truce brokered by Qatar"."""
        return self._syntax.is_a(at, "obl:agent") and self._syntax.head(at) not in trigger.words

    def _shares(self, trigger: Trigger, role: Role) -> Shares | None:
        """How likely somebody has the role; None where the tagger tells nothing of these words."""
        told = [people[role] for at in trigger.words if (people := self._syntax.words[at].participants) is not None]
        likely: dict[int, float] = {}
        for at, share in (one for shares in told for one in shares.items()):
            head = self._head(at)
            likely[head] = max(share, likely.get(head, 0.0))
        return likely if told else None

    def _head(self, at: int) -> int:
        """The noun of the name that a word belongs to, or that counts it: "hundreds" of "hundreds of teachers"."""
        for above in self._syntax.above(at):
            counted = self._syntax.is_a(at, "nmod") and self._company.counts(above, at)
            if not (counted or (self._syntax.is_a(at, *_NAME) and self._syntax.tag(above) not in ("VERB", "AUX"))):
                break
            at = above
        return at


def _likelier(shares: Shares, others: Shares) -> Shares:
    """Without those whom the tagger rather sees in the other role."""
    return {at: share for at, share in shares.items() if share >= others.get(at, 0.0)}


def _not_in(other: Shares, people: People) -> People:
    """Without those whom the tagger sees in the other role."""
    return tuple(one for one in people if other.get(one.head, 0.0) < _SEEN)


def _is_deed(one: Someone) -> bool:
    """Whether it is what was done, not who did it: "the attack killed a soldier"; "an Israeli strike" tells who."""
    told = one.country is not None or one.is_a("who")
    return not told and names_deed(one.word)


def _is_state_of(one: Someone, countries: Container[str | None]) -> bool:
    """Whether it is a state of one of the countries, which its own leaders do not threaten."""
    return one.country is not None and one.country in countries and one.place is not None and one.is_a("state")


def _himself(one: Someone) -> bool:
    return one.word.endswith(("self", "selves")) or one.word == "other"


def _heads(people: People) -> set[int]:
    return {one.head for one in people}
