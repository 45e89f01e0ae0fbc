"""Words that name a deed without telling it: no event of their own, but they may recall one that was told before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.attribute.events.politics import Politics
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.attribute.events.voice import Voices
from sayso.ontology.plover.frames import Frame


@dataclass(frozen=True, slots=True)
class Recalls:
    """Marks triggers that only recall, and makes those of words that no frame fits."""

    _syntax: Syntax
    _politics: Politics
    _voices: Voices

    def of(self, found: Trigger) -> Trigger:
        """The trigger, marked if it only recalls: "the wounded woman", "the attack"."""
        if self._syntax.is_a(found.at, "amod"):
            noun = self._syntax.head(found.at)
            return replace(found, recalls=noun is not None and self._syntax.definite(noun))
        return replace(found, recalls=True) if self._only_named(found) else found

    def named(self, at: int, frames: tuple[Frame, ...]) -> Trigger | None:
        """A noun with "the" that names a deed alone, though no frame of it fits."""
        plain = next((frame for frame in frames if frame.noun and not frame.beside), None)
        syntax = self._syntax
        if plain is None or not syntax.definite(at) or syntax.children(at, "nmod", "acl", "amod", "compound"):
            return None
        return Trigger(at, (), plain, (), (), self._voices.of(at), recalls=True)

    def _only_named(self, trigger: Trigger) -> bool:
        """A noun with "the" of which nothing is told but its name."""
        alone = not trigger.actors and not trigger.recipients and not self._politics.placed(trigger.at)
        weak = trigger.frame.noun and "weak" in trigger.frame.flags
        definite = self._syntax.definite(trigger.at)
        return weak and definite and alone and not self._syntax.children(trigger.at, "nmod", "acl")
