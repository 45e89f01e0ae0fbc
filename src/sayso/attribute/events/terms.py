"""What a frame asks for before it fits: of those who take part, and of the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attribute.events.company import Company
from sayso.attribute.events.filling import Filling
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import VERBAL, Trigger
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import Frame, Test, lexicon, word_sets
from sayso.record.statement import Act, Statement

_SAID = 16
"""Words after "called" in which it is said what something is called."""

_TOLD = 30
"""Words before a pronoun in which what it may stand for is looked for."""

_IT = frozenset({"it", "they", "them", "this", "these"})
_BLAMING = frozenset({Act.ACCUSE, Act.CONDEMN})
"""What is blamed on somebody was not done by the one who blames."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Looks up whether the tests of a frame hold."""

    _syntax: Syntax
    _company: Company
    _filling: Filling

    def all_hold(self, trigger: Trigger, *, people: bool) -> bool:
        """Whether the tests hold that ask about actors and recipients, or the others, which need not know of any."""
        asked = (test for test in trigger.frame.tests if (test.slot in ("S", "R")) == people)
        return all(self._holds(test, trigger) for test in asked)

    def _holds(self, test: Test, trigger: Trigger) -> bool:
        if test.slot in ("S", "R"):
            who = trigger.actors if test.slot == "S" else trigger.recipients
            fits = [one.is_a(test.want) or (test.slot == "S" and self._may_be(one, trigger)) for one in who]
            return not any(fits) if test.unless else all(fits) or (any(fits) and len(fits) > 1)
        if test.want == "verbs":
            return bool(self._syntax.children(trigger.at, "xcomp")) != test.unless
        if test.slot == "said":
            return self._said_of(trigger, test.want) != test.unless
        heads = self._tested(test.slot, trigger)
        if test.want == "any":
            return any(head not in self._syntax.timed for head in heads) != test.unless
        return any(self._fills(head, test, trigger.voice) for head in heads) != test.unless

    def _fills(self, head: int, test: Test, voice: Statement | None) -> bool:
        """Whether the one at `head` is of the class that is asked for, or its word in the set."""
        if test.want not in word_sets():
            return self._company.at(head, voice).is_a(test.want)
        return noun_lemma(self._company.word_at(head, voice)) in word_sets()[test.want] or self._stands_for(head, test)

    def _stands_for(self, head: int, test: Test) -> bool:
        """Whether it is a pronoun after a deed of the set: "a curfew was declared; it was lifted on Monday"."""
        if test.unless or self._syntax.low[head] not in _IT:
            return False
        before = self._syntax.low[max(0, head - _TOLD) : head]
        return any(word in lexicon().nouns and self._in_set(word, test.want) for word in before)

    def _said_of(self, trigger: Trigger, want: str) -> bool:
        """Whether what something is called or described as is in a set: "called the raid a disgrace"."""
        _, last = self._syntax.bounds(trigger.at)
        after = range(trigger.at + 1, min(trigger.at + _SAID, last))
        return any(self._in_set(self._syntax.low[at], want) for at in after)

    def _in_set(self, word: str, want: str) -> bool:
        return word in word_sets()[want] or noun_lemma(word) in word_sets()[want]

    def _may_be(self, one: Someone, trigger: Trigger) -> bool:
        """Whether it may be anybody: a pronoun, or for what is done with words a document that says it."""
        return one.unresolved or (trigger.frame.type in VERBAL and one.is_a("speakers"))

    def _tested(self, slot: str, trigger: Trigger) -> Sequence[int]:
        """What stands in a slot beside those of actors and recipients."""
        heads = self._filling.in_slot(trigger, slot)
        if slot in ("to", "with", "for") and not heads and not trigger.frame.noun:
            heads = self._syntax.children(trigger.at, "xcomp") if slot == "to" else heads
        return heads

    def stand(self, at: int, frame: Frame) -> bool:
        """Whether the word stands as the frame asks for, whoever is in it."""
        if "new" in frame.flags and self._syntax.definite(at):
            return False
        if "passive" in frame.flags and not self._syntax.passive(at):
            return False
        return "bare" not in frame.flags or not self._syntax.children(at, "obj")

    def stated(self, trigger: Trigger) -> bool:
        """Whether those take part without whom the frame tells nothing."""
        flags = trigger.frame.flags
        if "S+" in flags and not trigger.actors:
            return False
        if "S?" in flags and not trigger.actors and not self._syntax.passive(trigger.at):
            return False
        return "R+" not in flags or bool(trigger.recipients)

    def several(self, actors: tuple[Someone, ...]) -> bool:
        """Two and more, or one word that means several: "the ministers"."""
        plural = [one for one in actors if one.word.endswith("s") and self._syntax.tag(one.head) == "NOUN"]
        return len(actors) > 1 or any(one.is_a("public") for one in plural)


def fitting(trigger: Trigger) -> Trigger:
    """Without participants that are of no class that the frame asks for, and actors who can do nothing."""
    wanted = {(test.slot, test.want) for test in trigger.frame.tests if not test.unless}
    actors = tuple(
        one
        for one in trigger.actors
        if one.word in ("it", "they") or all(one.is_a(want) for slot, want in wanted if slot == "S")
    )
    if trigger.voice is not None and trigger.voice.act in _BLAMING and trigger.voice.source is not None:
        source = trigger.voice.source.words
        actors = tuple(one for one in actors if not source.covers(one.reference.words))
    return replace(
        trigger,
        actors=tuple(
            one for one in actors if _can_act(one) or (one.country is not None and trigger.frame.type in VERBAL)
        ),
        recipients=tuple(
            one for one in trigger.recipients if all(one.is_a(want) for slot, want in wanted if slot == "R")
        ),
    )


def _can_act(one: Someone) -> bool:
    return one.is_a("who") or one.word in ("it", "they") or one.reference.words.text[:1].isupper()
