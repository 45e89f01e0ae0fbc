"""Who stands in the slots of a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.attribute.events.company import Company
from sayso.attribute.events.slots import Slots
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.through import Through
from sayso.attribute.events.trigger import DONE_TO, VERBAL, Trigger
from sayso.ontology.plover.forms import noun_lemma, past_forms
from sayso.ontology.plover.frames import Frame, word_sets
from sayso.record.report import BlockKind
from sayso.record.statement import Statement

_SPEAKING = frozenset({"i", "we", "you", "he", "she", "they"})
_GENERIC = frozenset({"somebody", "someone", "anybody", "anyone"})
_HARM = frozenset({"kill", "wound", "injure", "hurt", "shoot", "behead", "stab"})


@dataclass(frozen=True, slots=True)
class Filling:
    """Looks up participants by the head of a frame."""

    _syntax: Syntax
    _slots: Slots
    _through: Through
    _company: Company
    _met: dict[tuple[int, bool, str, tuple[int, ...]], list[int]] = field(default_factory=dict)

    def with_people(self, trigger: Trigger) -> Trigger:
        """The same with its actors and recipients."""
        frame, voice = trigger.frame, trigger.voice
        actors = self._filled(trigger, frame.actors, every=not frame.noun)
        recipients = self._filled(trigger, frame.recipients, every=False)
        recipients = tuple(one for one in recipients if one.head not in {actor.head for actor in actors})
        if frame.type in VERBAL:
            recipients = tuple(one for one in recipients if one.is_a("who"))
        if met := self._undergone(trigger, recipients):
            heads = {one.head for one in met}
            actors, recipients = tuple(one for one in actors if one.head not in heads), met
        if actors and not recipients and self._headless_passive(trigger.at, frame):
            actors, recipients = (), actors
        recipients = recipients or self._through.recipients(trigger.at, frame, trigger.beside, voice, actors)
        if frame.type in VERBAL:
            harmed = self._harmed(trigger)
            recipients = tuple(one for one in recipients if one.head not in harmed)
        return replace(trigger, actors=self._others(_known(actors), voice), recipients=_known(recipients))

    def _filled(self, trigger: Trigger, slots: tuple[str, ...], *, every: bool) -> tuple[Someone, ...]:
        """Those in the slots: in every slot for verbs' actors ("X met with Y"), else in the first that has any."""
        at, frame = trigger.at, trigger.frame
        own = trigger.words if slots is frame.actors else (at,)
        found: list[int] = []
        for slot in slots:
            heads = [head for head in self.in_slot(trigger, slot) if head not in self._syntax.timed]
            found += [head for head in heads if head not in found and head not in own]
            if found and not every and slot not in ("between", "with", "light"):
                break
        if slots is frame.actors:
            found = [self._in_words(at, head) for head in found if not self._company.tells_where(head)]
        found = [one for head in found for one in self._after_dateline(at, head)]
        people = [one for head in found if not self._nobody(head) for one in self._company.all_at(head, trigger.voice)]
        named = {(one.word, one.country, one.reference.actor or one.head): one for one in reversed(people)}
        return tuple(named.values())[::-1]

    def _undergone(self, trigger: Trigger, recipients: tuple[Someone, ...]) -> tuple[Someone, ...]:
        """Whose it is that a deed was done to, not who did it: "the girls' release", "their kidnapping"."""
        if recipients or not trigger.frame.noun or trigger.frame.head not in word_sets()["undergone"]:
            return ()
        owners = self._filled(trigger, ("poss",), every=True)
        return owners if all(one.is_a("folk") and (one.human or not one.is_a("armed")) for one in owners) else ()

    def _harmed(self, trigger: Trigger) -> Sequence[int]:
        """Those to whom it was done what is judged: "condemned the killing of peacekeepers" blames none of them."""
        told = [] if trigger.frame.noun else self.in_slot(trigger, "of")
        judged = [*self._slots.objects(trigger.at, trigger.beside), *map(self._syntax.head, told)] if told else []
        words = (noun_lemma(self._syntax.low[one]) for one in judged if one is not None)
        return told if any(word in word_sets()["undergone"] for word in words) else ()

    def in_slot(self, trigger: Trigger, slot: str) -> Sequence[int]:
        """The heads of what fills a slot; looked up once for all frames of the word."""
        at, beside, noun = trigger.at, trigger.beside, trigger.frame.noun
        key = (at, noun, slot, () if noun else beside)
        if key not in self._met:
            self._met[key] = self._slots.of_noun(at, slot) if noun else self._slots.of_verb(at, slot, beside)
        return self._met[key]

    def _after_dateline(self, at: int, head: int) -> list[int]:
        """The noun itself; for the place of a dateline, the noun that the parse hangs on it: "LIMA - Peru recalled"."""
        dateline = self._company.dateline
        if head not in dateline:
            return [head]
        after = [one for one in self._syntax.children(head, "appos", "flat", "conj") if one not in dateline]
        near = self._slots.beside_verb(at, "subj", ()) if self._syntax.tag(at) == "VERB" and not after else []
        return after or [one for one in near if one not in dateline]

    def _headless_passive(self, at: int, frame: Frame) -> bool:
        """A headline's participle: "Ex-governor jailed for eight years"."""
        syntax = self._syntax
        block = syntax.annotated.report.blocks[syntax.annotated.sentences[syntax.sentence[at]].block]
        done = (frame.mode in DONE_TO or frame.head in _HARM) and syntax.low[at] in past_forms(frame.head)
        return block.kind is BlockKind.HEADLINE and done and not syntax.children(at, "obj", "aux")

    def _others(self, actors: tuple[Someone, ...], voice: Statement | None) -> tuple[Someone, ...]:
        """Without the one who only tells it, where somebody else stands beside: "according to the mayor, rebels …"."""
        source = voice.source.words if voice is not None and voice.source is not None else None
        if source is None or len(actors) < 2:
            return actors
        kept = tuple(one for one in actors if not source.covers(one.reference.words))
        return kept or actors

    def _nobody(self, head: int) -> bool:
        if head in self._company.dateline:
            return True
        low = self._syntax.low
        return low[head] in ("nobody", "none", "no") or (low[head] == "one" and head > 0 and low[head - 1] == "no")

    def _in_words(self, at: int, head: int) -> int:
        """Who does what stands in quotation marks: "we" within them, rather than somebody outside."""
        around = self._syntax.quoted.get(at)
        if around is None or self._syntax.quoted.get(head) == around or self._syntax.tag(at) != "VERB":
            return head
        first, _ = self._syntax.bounds(at)
        before = range(at - 1, first - 1, -1)
        return next(
            (one for one in before if self._syntax.quoted.get(one) == around and self._syntax.low[one] in _SPEAKING),
            head,
        )


def _known(people: tuple[Someone, ...]) -> tuple[Someone, ...]:
    """Those that are more than a word for anybody."""
    return tuple(one for one in people if one.word not in _GENERIC)
