"""Words that tell of events, found in a report: the trigger, its frame, and who stands in its slots."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from typing import Self

from sayso.attribute.events.casting import Casting
from sayso.attribute.events.company import Company
from sayso.attribute.events.filling import Filling
from sayso.attribute.events.lent import Lent
from sayso.attribute.events.phrases import Phrases
from sayso.attribute.events.politics import Politics
from sayso.attribute.events.possible import Possible
from sayso.attribute.events.proposals import BEYOND_DOUBT, event_share, is_likely, proposed
from sayso.attribute.events.recalls import Recalls
from sayso.attribute.events.slots import Slots
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.terms import Terms, fitting
from sayso.attribute.events.through import Through
from sayso.attribute.events.trigger import Trigger
from sayso.attribute.events.voice import UNSAID, Voices
from sayso.ontology.plover.frames import Frame


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a word may tell of: its frames, the trigger it is in any report, and the one it is in one of politics."""

    frames: tuple[Frame, ...] = ()
    public: Trigger | None = None
    anybody: Trigger | None = None


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the triggers of one report."""

    syntax: Syntax
    casting: Casting
    voices: Voices
    _possible: Possible
    _phrases: Phrases
    _filling: Filling
    _terms: Terms
    _politics: Politics
    _recalls: Recalls
    _lent: Lent
    _heads: list[int]
    _met: dict[int, Fitting] = field(default_factory=dict)

    @classmethod
    def of(cls, syntax: Syntax, company: Company, voices: Voices) -> Self:
        """The finder of a report."""
        slots, possible = Slots.of(syntax), Possible(syntax)
        filling = Filling(syntax, slots, Through(syntax, slots, company), company)
        politics = Politics(syntax, slots, company)
        return cls(
            syntax=syntax,
            casting=Casting(syntax, company),
            voices=voices,
            _possible=possible,
            _phrases=Phrases(syntax),
            _filling=filling,
            _terms=Terms(syntax, company, filling),
            _politics=politics,
            _recalls=Recalls(syntax, politics, voices),
            _lent=Lent(slots),
            _heads=possible.heads(),
        )

    def triggers(self, *, political: bool = False) -> Iterator[Trigger]:
        """Every trigger whose frame fits, in text order; a word has one at most.

        `political` says that the report is known to be one of politics: then anybody may be in its events.
        """
        found = list(self._one_by_one(political=True))
        if not political:
            found = self._politics.public(found, list(self._one_by_one(political=False)))
        fuller = {at for trigger in found for at in trigger.beside}
        known = self._lent.once([one for one in found if one.at not in fuller])
        more = self._proposals({at for trigger in found for at in trigger.words}, political=political)
        return iter(sorted((*known, *more), key=lambda trigger: trigger.words))

    def _proposals(self, known: Container[int], *, political: bool) -> Iterator[Trigger]:
        """What no frame knows and the tagger is sure of; in a report that is not of politics, with somebody in it."""
        for at, word in enumerate(self.syntax.words):
            frame = proposed(self.syntax, at) if word.event and at not in known else None
            if frame is None or self._possible.tells_none(at):
                continue
            if any(noun in known and self._lent.lends(at, noun) for noun in self.syntax.children(at, "obj")):
                continue
            if self.voices.cued_at(at) and event_share(word) < BEYOND_DOUBT:
                continue
            found = self._fits(at, frame)
            if found and (political or self._peopled(found)):
                yield found

    def _peopled(self, trigger: Trigger) -> bool:
        """Whether somebody takes part, in a slot or as the tagger sees it."""
        full = self.casting.of(trigger)
        return any(one.is_a("who") for one in (*full.actors, *full.recipients))

    def _one_by_one(self, *, political: bool) -> Iterator[Trigger]:
        taken: set[int] = set()
        last: Trigger | None = None
        for at in self._heads:
            if at in taken:
                continue
            found = self._at(at, political=political)
            if found is not None and self._repeats(found, last):
                last = found
                taken.update(found.beside)
                yield found

    def _repeats(self, found: Trigger, last: Trigger | None) -> bool:
        """Whether a frame that only takes up a fuller one has it before it in the sentence; true for all others."""
        if "echo" not in found.frame.flags:
            return True
        near = last is not None and self.syntax.sentence[last.at] == self.syntax.sentence[found.at]
        return near and last is not None and last.frame.head == found.frame.head and last.frame.type == found.frame.type

    def _at(self, at: int, *, political: bool) -> Trigger | None:
        if at not in self._met:
            self._met[at] = self._fitted(at)
        met = self._met[at]
        if not met.frames:
            return None
        found = met.anybody if political else met.public
        return self._recalls.of(found) if found is not None else self._recalls.named(at, met.frames)

    def _fitted(self, at: int) -> Fitting:
        """The first frame that fits without knowing what the report is about, and the first that fits at all."""
        frames = self._possible.frames(at)
        cued = self.voices.cued_at(at) if frames else None
        if cued is not None and cued.act in UNSAID:
            return Fitting()
        if not frames or self._possible.tells_none(at):
            return Fitting()
        anybody: Trigger | None = None
        for frame in frames:
            found = self._fits(at, frame)
            anybody = anybody or found
            if found is not None and not found.private:
                return Fitting(frames, found, anybody)
        return Fitting(frames, None, anybody)

    def _fits(self, at: int, frame: Frame) -> Trigger | None:
        beside = self._phrases.beside(at, frame)
        if beside is None or not (frame.is_term or is_likely(self.syntax, (at, *beside))):
            return None
        if not self._terms.stand(at, frame):
            return None
        trigger = Trigger(at, beside, frame, (), (), self.voices.of(at))
        if not self._terms.all_hold(trigger, people=False):
            return None
        trigger = self._filling.with_people(trigger)
        if "pair" in frame.flags and not self._terms.several(fitting(trigger).actors):
            return None
        if not self._terms.all_hold(trigger, people=True) or not self._terms.stated(trigger):
            return None
        if self._politics.elsewhere(trigger):
            return None
        public = self._politics.concern(trigger)
        return replace(fitting(trigger), private=not public) if public or self._politics.by_somebody(trigger) else None
