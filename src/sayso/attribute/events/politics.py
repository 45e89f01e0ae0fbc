"""Whether a deed is one of politics: in any report, or in one that is known to be."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.company import Company
from sayso.attribute.events.proposals import BEYOND_DOUBT, event_share
from sayso.attribute.events.slots import Slots
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.ontology.plover.frames import domain_words
from sayso.record.place import ToponymRole

_BY_ANYONE = frozenset({"PROTEST", "ASSAULT", "COERCE", "RETREAT", "AID"})
"""Types of what people do or suffer who need not be public to make it one of politics."""


@dataclass(frozen=True, slots=True)
class Politics:
    """Looks at who takes part in a trigger, and at its sentence."""

    _syntax: Syntax
    _slots: Slots
    _company: Company

    def concern(self, trigger: Trigger) -> bool:
        """Whether the event is one of politics in any report: for weak frames somebody political must be in it."""
        if "weak" not in trigger.frame.flags:
            return True
        people = (*trigger.actors, *trigger.recipients)
        if any(one.is_a("civic") for one in trigger.actors):
            return True
        return any(one.is_a("public") or (one.is_a("folk") and trigger.frame.type in _BY_ANYONE) for one in people) or (
            trigger.frame.noun and self.placed(trigger.at)
        )

    def by_somebody(self, trigger: Trigger) -> bool:
        """Whether anybody at all does it, which is enough where the report is known to be one of politics."""
        return any(one.is_a("who") or one.unresolved for one in trigger.actors)

    def placed(self, at: int) -> bool:
        """Whether a noun says where it happened: "the attack in Kabul", "talks in Geneva"."""
        heads = self._syntax.children(at, "nmod", "compound", "amod")
        verb = self._syntax.head(at) if self._syntax.is_a(at, "nsubj", "obj") else self._slots.light_verb(at)
        heads += self._syntax.children(verb, "obl") if verb is not None else []
        return any(
            (place := self._company.place_at(head)) is not None and place.role != ToponymRole.PART_OF_NAME
            for head in heads
        )

    def elsewhere(self, trigger: Trigger) -> bool:
        """Whether the sentence is of sport, arts, markets or nature, and nobody armed or public is in the event.

        Not where the tagger has no doubt that there is one.
        """
        first, last = self._syntax.bounds(trigger.at)
        strangers = sum(word in domain_words() for word in self._syntax.low[first:last])
        if not strangers or any(event_share(self._syntax.words[at]) >= BEYOND_DOUBT for at in trigger.words):
            return False
        people = (*trigger.actors, *trigger.recipients)
        known = any(one.is_a("public") or one.is_a("armed") for one in people)
        return not known or (strangers > 1 and "weak" in trigger.frame.flags)

    def public(self, found: list[Trigger], public: list[Trigger]) -> list[Trigger]:
        """Those that are politics in any report, and what else anybody does in the sentences of states and bodies."""
        busy = {
            self._syntax.sentence[trigger.at]
            for trigger in public
            if any(one.is_a("public") for one in (*trigger.actors, *trigger.recipients))
        }
        kept = {trigger.at: trigger for trigger in public}
        more = {trigger.at: trigger for trigger in found if self._syntax.sentence[trigger.at] in busy}
        return [one for _, one in sorted((more | kept).items())]
