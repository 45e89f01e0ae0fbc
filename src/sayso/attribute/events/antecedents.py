"""Whom a noun or pronoun stands for: the mention that it is, the speaker, or another of its chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribute.actors.kinds import COUNTS
from sayso.attribute.actors.mentions import is_named_otherwise
from sayso.attribute.events.marked import HIS, Marked
from sayso.attribute.events.nouns import FIRST_PERSON
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.actors import actor_words
from sayso.ontology.plover.agents import is_human, sector_of
from sayso.ontology.plover.forms import noun_lemma
from sayso.record.actor import ActorKind
from sayso.record.statement import Statement

_SEVERAL = frozenset({"they", "them", "their", "those", "these"})
_ADDRESSED = frozenset({"you", "your"})


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Looks up mentions and actors by the head of a noun phrase."""

    _syntax: Syntax
    _marked: Marked

    def resolved(self, head: int, word: str, voice: Statement | None) -> tuple[str | None, str | None]:
        """Mention and actor."""
        told = self._told_of(head, word, voice)
        if told is not None:
            return None, told
        if head in self._marked.mentions:
            return self._marked.mentions[head]
        if word in FIRST_PERSON and voice is not None:
            source = voice.source
            return None, source.actor if source else None
        speaker = voice.source.actor if voice is not None and voice.source is not None else None
        if self._marked.past_stranger(head):
            return None, None
        for other in self._marked.chains.get(head, ()):
            actor = self._marked.mentions[other][1] if other in self._marked.mentions else None
            if word in _ADDRESSED and actor == speaker:
                continue
            if actor and not self._are_others(head, word, actor):
                return None, actor
        return None, None

    def _are_others(self, head: int, word: str, actor: str) -> bool:
        """Whether a chain joins what cannot be one: two names, several and one person, a body and one of its people."""
        found, tag = self._marked.actors.get(actor), self._syntax.tag(head)
        if found is not None and word in COUNTS:
            return found.kind is not ActorKind.GROUP
        if found is None or tag not in ("NOUN", "PROPN"):
            return found is not None and found.kind is ActorKind.PERSON and word in _SEVERAL
        if tag == "PROPN":
            return not any(word in name.lower() for name in found.names)
        several = noun_lemma(word) != word
        if found.kind is ActorKind.PERSON:
            return several or word in _SEVERAL
        if found.kind is None or found.kind is ActorKind.GROUP:
            return False
        mine = sector_of(word)
        body = actor_words().sectors.get(word)
        if body is not None and word not in actor_words().any_body:
            return found.sector is not None and body != found.sector
        if is_human(word):
            return mine != found.sector if several else word in actor_words().roles
        return mine is not None and found.sector is not None and mine != found.sector

    def _told_of(self, head: int, word: str, voice: Statement | None) -> str | None:
        """Whom "he" means in what somebody is said to have said: the speaker, if nobody else is named before it."""
        if voice is not None and any(self._marked.labels.get(at) == "person" for at in self._said_before(head, voice)):
            return None
        source = voice.source if voice is not None and word in HIS else None
        actor = self._marked.actors.get(source.actor or "") if source else None
        if actor is None or actor.kind is not ActorKind.PERSON or is_named_otherwise(word, actor.name):
            return None
        return actor.id

    def _said_before(self, head: int, voice: Statement) -> Iterator[int]:
        """The tokens of what is said, up to the word."""
        start = self._syntax.tokens[head].start
        for piece in voice.content:
            yield from (at for at in self._syntax.tokens_in(piece) if self._syntax.tokens[at].start < start)
