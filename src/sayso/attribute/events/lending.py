"""Verbs that only lend themselves to a noun ("launched an attack"), and whom they lend it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.subjects import Subjects
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.forms import verb_lemma_of
from sayso.ontology.plover.frames import light_verbs

_HAPPEN = frozenset(
    {"come", "take", "begin", "continue", "break", "erupt", "start", "resume", "happen", "occur", "flare"}
)
_PARTAKE = frozenset({"take", "participate", "claim", "join", "engage", "assume"})
_PARTS = frozenset(
    {"part", "responsibility", "participate", "participated", "participating", "participates", "engaged"}
)


@dataclass(frozen=True, slots=True)
class Lending:
    """Looks up such verbs by the index of a noun."""

    _syntax: Syntax
    _subjects: Subjects

    def lent(self, noun: int) -> list[int]:
        """Who does what the noun tells, by the verb that it is the object of."""
        verb = self.light_verb(noun)
        if verb is None:
            return self._taking_part(noun)
        syntax = self._syntax
        if syntax.is_a(verb, "acl") and not syntax.is_a(verb, "acl:relcl"):
            return self._subjects.agent(verb)
        return self._subjects.agent(verb) if syntax.passive(verb) else self._subjects.subject(verb)

    def light_verb(self, noun: int) -> int | None:
        """The verb that lends itself to the noun: "launched" of "launched an attack"."""
        syntax = self._syntax
        head = syntax.head(noun)
        if head is not None and syntax.names_object(head):
            return None
        fits = head is not None and syntax.tag(head) == "VERB" and syntax.is_a(noun, "obj", "nsubj:pass")
        if fits and head is not None and syntax.low[head] in verb_lemma_of(light_verbs()[0]):
            return head
        if (
            head is not None
            and syntax.is_a(noun, "nsubj")
            and syntax.passive(head)
            and syntax.low[head] in verb_lemma_of(light_verbs()[0])
        ):
            return head
        if head is not None and syntax.is_a(noun, "conj") and syntax.tag(head) == "NOUN":
            return self.light_verb(head)
        for verb in syntax.children(noun, "acl"):
            if syntax.low[verb] in verb_lemma_of(light_verbs()[0]):
                return verb
        return None

    def happening(self, noun: int) -> int | None:
        """The verb that only says that it took place: "condolences came from", "fighting broke out between"."""
        head = self._syntax.head(noun)
        fits = (
            head is not None and self._syntax.is_a(noun, "nsubj") and self._syntax.low[head] in verb_lemma_of(_HAPPEN)
        )
        return head if fits else None

    def _taking_part(self, noun: int) -> list[int]:
        """Who takes part in it, or is responsible for it."""
        syntax = self._syntax
        head = syntax.head(noun)
        if head is None or syntax.case(noun) not in ("in", "for"):
            return []
        verb = head if syntax.tag(head) == "VERB" else syntax.head(head)
        fits = (
            verb is not None
            and syntax.low[verb] in verb_lemma_of(_PARTAKE)
            and ({syntax.low[head], syntax.low[verb]} & _PARTS)
        )
        return self._subjects.subject(verb) if fits and verb is not None else []
