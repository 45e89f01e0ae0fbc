"""What is marked on the words of a report: places, classes of names, actors and chains of mentions."""

from __future__ import annotations

from functools import cached_property

from sayso.attribute.actors.strangers import AFAR, Strangers
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.places import of_backers
from sayso.record.actor import Actor
from sayso.record.annotation import NamedSpan
from sayso.record.place import Place
from sayso.record.record import Record

_NOUNS = frozenset({"NOUN", "PROPN"})
HIS = frozenset({"he", "him", "his", "she", "her"})
"""Pronouns of one person who neither speaks nor is spoken to."""


class Marked:
    """Looks up what is marked on a token, or on the mention that it is the head of."""

    def __init__(self, syntax: Syntax, record: Record) -> None:
        self._syntax = syntax
        self.actors = {actor.id: actor for actor in record.actors}
        self.places = {
            at: place
            for place in record.places
            for at in syntax.tokens_in(place.words)
            if not of_backers(syntax.tokens[at].text)
        }
        self.names: dict[int, list[NamedSpan]] = {}
        for name in syntax.annotated.names:
            for at in syntax.tokens_in(name):
                self.names.setdefault(at, []).append(name)
        self.labels = {at: names[-1].label for at, names in self.names.items()}
        self.mentions: dict[int, tuple[str, str | None]] = {}
        for mention in record.mentions:
            head = syntax.head_in(mention.words)
            if head is not None and not self._joined_pronoun(head):
                self.mentions.setdefault(head, (mention.id, mention.actor))
        self.chains = self._chained()
        self._heads_of = self._named_heads()

    def _joined_pronoun(self, head: int) -> bool:
        """Whether a pronoun opens a mention of several: "he and his deputy" is nobody's name."""
        return self._syntax.tag(head) == "PRON" and self._syntax.low[head + 1 : head + 2] == ["and"]

    def _chained(self) -> dict[int, tuple[int, ...]]:
        """For each head of a mention of a chain, the heads of the whole chain."""
        found: dict[int, tuple[int, ...]] = {}
        for chain in self._syntax.annotated.chains:
            heads = tuple(head for head in map(self._syntax.head_in, chain.mentions) if head is not None)
            for head in heads:
                if len(heads) > len(found.get(head, ())):
                    found[head] = tuple(one for one in heads if not self._in_one_clause(head, one))
        return found

    def _in_one_clause(self, head: int, other: int) -> bool:
        """Whether two nouns are a verb's subject and within what it says: "the group fired in support of Hamas"."""
        if self._syntax.sentence[head] != self._syntax.sentence[other]:
            return False
        subject, noun = sorted((head, other))
        verb = self._syntax.head(subject) if self._syntax.is_a(subject, "nsubj") else None
        nouns = {self._syntax.tag(subject), self._syntax.tag(noun)} <= _NOUNS and subject != noun
        return nouns and verb is not None and self._syntax.verb_over(noun) == verb

    def _named_heads(self) -> dict[str, list[int]]:
        """The heads of each actor's mentions, in text order."""
        found: dict[str, list[int]] = {}
        for head, (_, actor) in sorted(self.mentions.items()):
            if actor is not None:
                found.setdefault(actor, []).append(head)
        return found

    @cached_property
    def _strangers(self) -> Strangers:
        return Strangers(self._syntax.annotated)

    def past_stranger(self, head: int) -> bool:
        """Whether a chain leads from "he" far past the last subject before it: "an attacker … he"."""
        if self._syntax.low[head] not in HIS:
            return False
        starts = self._syntax.starts
        nearer = self._strangers.before(self._syntax.tokens[head])
        told = (starts[at] for at in self.chains.get(head, ()) if at < head and self._syntax.tag(at) != "PRON")
        return nearer is not None and max(told, default=nearer) < nearer - AFAR

    def place_at(self, at: int) -> Place | None:
        """The place that the token is a word of."""
        return self.places.get(at)

    def actor(self, actor: str | None) -> Actor | None:
        """The actor of this id."""
        return self.actors.get(actor or "")

    def actor_at(self, head: int) -> str | None:
        """The actor that a mention's head stands for, or the first of its chain that stands for one."""
        chain = (self.mentions[one][1] for one in (head, *self.chains.get(head, ())) if one in self.mentions)
        return next((actor for actor in chain if actor), None)

    def heads_of(self, actor: str) -> list[int]:
        """The heads of an actor's mentions, in text order."""
        return self._heads_of.get(actor, [])

    def is_person(self, at: int) -> bool:
        """Whether the token is in the name of a person."""
        return self.labels.get(at) == "person"
