"""One trigger where a verb and its noun tell of one deed: "resumed talks", "refused the request"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.attribute.events.slots import Slots
from sayso.attribute.events.trigger import Trigger
from sayso.ontology.plover.frames import word_sets

_ANSWERS = frozenset({"REJECT", "AGREE"})
"""Types of what answers a request or an offer, which is then no event besides."""

_JUDGED = frozenset({"SUPPORT", "ACCUSE"})
"""Types of what is said of a deed, which is an event besides: "praised the release"."""

_ASKED = frozenset({"REQUEST", "AGREE"})


@dataclass(frozen=True, slots=True)
class Lent:
    """Puts verbs and nouns of one deed together."""

    _slots: Slots

    def once(self, found: list[Trigger]) -> list[Trigger]:
        """The triggers, each deed's once."""
        nouns = {trigger.at: trigger for trigger in found if trigger.frame.noun}
        lent: dict[int, Trigger] = {}
        spent: set[int] = set()
        for verb in found:
            at = None if verb.frame.noun else self._within(verb, nouns)
            if at is None or (verb.frame.type in _JUDGED and nouns[at].frame.type != verb.frame.type):
                continue
            if nouns[at].frame.type == verb.frame.type:
                lent[at] = verb
                spent.add(verb.at)
            else:
                spent.add(at)
        return [_with(one, lent.get(one.at)) for one in found if one.at not in spent]

    def lends(self, verb: int, noun: int) -> bool:
        """Whether a verb only lends itself to the noun of a deed: "conducted strikes"."""
        return self._slots.light_verb(noun) == verb

    def _within(self, verb: Trigger, nouns: Mapping[int, Trigger]) -> int | None:
        """The noun of an event that a verb's frame asks for, or that it answers; None where there is none."""
        asked = {test.slot for test in verb.frame.tests if not test.unless and test.want in word_sets()}
        slots = [slot for slot in ("obj", "subj") if slot in asked or (slot == "obj" and verb.frame.type in _ANSWERS)]
        heads = [head for slot in slots for head in self._slots.of_verb(verb.at, slot, verb.beside)]
        fits = (at for at in heads if at in nouns)
        return next((at for at in fits if asked or nouns[at].frame.type in _ASKED), None)


def _with(noun: Trigger, verb: Trigger | None) -> Trigger:
    """The noun with the participants of the verb that lends itself to it, where it has none of its own."""
    if verb is None:
        return noun
    actors, recipients = noun.actors or verb.actors, noun.recipients or verb.recipients
    taken = {one.head for one in actors}
    return replace(noun, actors=actors, recipients=tuple(one for one in recipients if one.head not in taken))
