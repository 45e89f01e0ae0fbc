"""Who does what a verb tells: subjects, also those that the verb has from elsewhere, and agents of passives."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.neighbours import Neighbours
from sayso.attribute.events.owners import Owners, is_relative
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.agents import is_human, sector_of
from sayso.ontology.plover.forms import verb_lemma_of

_ACTOR_OF_CONTROL = frozenset(
    {"promise", "vow", "threaten", "agree", "pledge", "offer", "swear", "summon", "meet", "visit"}
)
_CALLING = frozenset({"call", "appeal", "plead"})
_MAKING = frozenset(
    [
        "train",
        "send",
        "order",
        "hire",
        "use",
        "deploy",
        "arm",
        "pay",
        "recruit",
        "equip",
        "dispatch",
        "despatch",
        "ask",
        "tell",
        "force",
        "allow",
        "enable",
        "help",
        "tip",
        "urge",
        "instruct",
        "direct",
        "persuade",
        "teach",
        "lead",
        "push",
        "mobilise",
        "mobilize",
        "assign",
        "invite",
    ]
)
"""Verbs whose object does what it is for: "trained rebels to attack"."""

_FIRST = frozenset({"first", "last", "next", "only"})
_DUMMIES = frozenset({"it", "there"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """Looks up subjects and objects by the index of a verb."""

    _syntax: Syntax
    _neighbours: Neighbours
    _owners: Owners

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """The subject, also where the verb has it from a verb above it or from the noun it hangs on."""
        syntax = self._syntax
        own = [
            one
            for one in syntax.children(verb, "nsubj")
            if syntax.low[one] not in _DUMMIES or not syntax.children(verb, "csubj", "expl")
        ]
        own = own or [one for auxiliary in syntax.children(verb, "aux") for one in syntax.children(auxiliary, "nsubj")]
        if own:
            return own
        head = syntax.head(verb)
        if head is None or depth > 6:
            return []
        if syntax.is_a(verb, "xcomp"):
            return self._controller(verb, head, depth)
        if syntax.is_a(verb, "acl", "amod"):
            return self._of_noun_above(verb, head)
        if syntax.is_a(verb, "conj") and (syntax.tag(head) in ("VERB", "AUX", "ADJ") or syntax.children(head, "nsubj")):
            return self.subject(head, depth + 1)
        if syntax.is_a(verb, "advcl") and (
            syntax.low[verb].endswith("ing") or "to" in self._marks(verb) or syntax.passive(verb)
        ):
            return self._of_purpose(verb, head, depth)
        if syntax.is_a(verb, "ccomp") and not syntax.children(verb, "mark", "aux"):
            return self._controller(verb, head, depth)
        return []

    def agent(self, verb: int) -> list[int]:
        """The by-phrase of a passive."""
        return [
            one
            for one in self._syntax.children(verb, "obl")
            if self._syntax.case(one) == "by" or (self._syntax.is_a(one, "obl:agent") and not self._syntax.case(one))
        ]

    def _of_purpose(self, verb: int, head: int, depth: int) -> list[int]:
        """Of "trained rebels to attack", the rebels; of "used by troops to attack", the troops; else the subject."""
        syntax = self._syntax
        if "to" in self._marks(verb):
            if called := self._called_on(verb, head):
                return called
            made = syntax.low[head] in verb_lemma_of(_MAKING)
            people = [one for one in syntax.children(head, "obj") if made and one < verb and is_human(syntax.low[one])]
            agents = self.agent(head) if syntax.passive(head) else []
            if people or agents:
                return people or agents
        return self.subject(head, depth + 1)

    def _controller(self, verb: int, head: int, depth: int) -> list[int]:
        """Of "asked Rome to send", Rome; of "agreed to send", who agreed; of "was accused of", the accused."""
        syntax = self._syntax
        objects = [one for one in syntax.children(head, "obj", "iobj") if one < verb]
        if syntax.low[head] in ("used", "use", "using") and syntax.passive(head) and self.agent(head):
            return self.agent(head)
        if objects and syntax.low[head] not in verb_lemma_of(_ACTOR_OF_CONTROL):
            return objects
        return self._called_on(verb, head) or self.subject(head, depth + 1)

    def _called_on(self, verb: int, head: int) -> list[int]:
        """Of "called on Rome to send", Rome."""
        syntax = self._syntax
        if syntax.low[head] not in verb_lemma_of(_CALLING):
            return []
        below = [one for one in syntax.children(head, "obl") if one < verb]
        return [one for one in below if syntax.case(one) in ("on", "to", "upon", "for", "with")]

    def _of_noun_above(self, verb: int, noun: int) -> list[int]:
        """Of "troops arriving", "troops that arrived", "plans to attack"."""
        syntax = self._syntax
        if syntax.tag(noun) == "VERB":
            return self.subject(noun, 1)
        if syntax.low[noun] in _FIRST and syntax.children(noun, "nsubj"):
            return syntax.children(noun, "nsubj")
        if syntax.is_a(verb, "acl:relcl") or not ("to" in self._marks(verb) or "of" in self._marks(verb)):
            return [noun]
        if sector_of(syntax.low[noun]) or syntax.tag(noun) == "PROPN":
            return [noun]
        return self._holder(noun)

    def _holder(self, noun: int) -> list[int]:
        """Whose a plan, threat or promise is: its possessor, or the subject of the verb it is the object of."""
        owners = self._owners.possessors(noun) or self._owners.peoples(noun)
        head = self._syntax.head(noun)
        if owners or head is None or not self._syntax.is_a(noun, "obj", "obl"):
            return owners
        return self.subject(head, 1)

    def objects(self, verb: int, beside: tuple[int, ...]) -> list[int]:
        syntax = self._syntax
        own = [one for one in syntax.children(verb, "obj") if one not in beside]
        own = own or [one for one in syntax.children(verb, "iobj") if one not in beside]
        if own:
            return own
        for clause in syntax.children(verb, "ccomp", "xcomp"):
            own += [
                one for one in syntax.children(clause, "nsubj") if one == self._next_noun(verb) and self._marks(clause)
            ]
        if own:
            return own
        head = syntax.head(verb)
        if head is None:
            return []
        if (
            syntax.is_a(verb, "conj")
            and syntax.tag(head) == "VERB"
            and not syntax.children(verb, "obl", "ccomp", "xcomp")
        ):
            return [one for one in syntax.children(head, "obj") if one > verb]
        if syntax.is_a(verb, "acl:relcl") and syntax.children(verb, "nsubj") and not self._relative_subject(verb):
            return [head]
        return []

    def _relative_subject(self, verb: int) -> bool:
        return any(is_relative(self._syntax.low[one]) for one in self._syntax.children(verb, "nsubj"))

    def _next_noun(self, verb: int) -> int | None:
        return next(iter(self._neighbours.noun_after(verb)), None)

    def _marks(self, verb: int) -> list[str]:
        return [self._syntax.low[one] for one in self._syntax.children(verb, "mark")]
