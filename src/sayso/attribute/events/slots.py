"""Where the participants of a trigger stand."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.places import demonyms
from sayso.ontology.plover.agents import is_human, sector_of
from sayso.ontology.plover.forms import verb_lemma_of
from sayso.ontology.plover.frames import light_verbs

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_ACTOR_OF_CONTROL = frozenset({"promise", "vow", "threaten", "agree", "pledge", "offer", "swear"})
_IN_RUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_HAPPEN = frozenset(
    {"come", "take", "begin", "continue", "break", "erupt", "start", "resume", "happen", "occur", "flare"}
)
_PARTAKE = frozenset({"take", "participate", "claim", "join", "engage", "assume"})
_PARTS = frozenset(
    {"part", "responsibility", "participate", "participated", "participating", "participates", "engaged"}
)
_REACH = 9
"""Words after a trigger in which a preposition is looked for that the parse hangs elsewhere."""

_FIRST = frozenset({"first", "last", "next", "only"})
_DUMMIES = frozenset({"it", "there"})


@dataclass(frozen=True, slots=True)
class Slots:
    """Looks up what fills the slots of verbs and nouns; heads of noun phrases, those joined with them included."""

    syntax: Syntax

    def of_verb(self, verb: int, slot: str, beside: tuple[int, ...] = ()) -> list[int]:
        """What fills `slot` of a verb; `beside` are the words that the frame fixes, whose prepositions count too."""
        if slot == "subj":
            heads = self.agent(verb) if self.syntax.passive(verb) else self.subject(verb)
        elif slot == "obj":
            heads = self.subject(verb) if self.syntax.passive(verb) else self.objects(verb, beside)
        elif slot == "iobj":
            heads = self.syntax.children(verb, "iobj")
        elif slot in ("poss", "adj"):
            nouns = [one for one in beside if self.syntax.tag(one) == "NOUN"] or self.objects(verb, ())
            heads = [found for noun in nouns for found in self.of_noun(noun, slot)]
        else:
            heads = self._under(verb, slot, beside)
        found = self._all([self.antecedent(head) for head in heads if head not in beside])
        return found or self._all(self.beside_verb(verb, slot, beside))

    def beside_verb(self, verb: int, slot: str, beside: tuple[int, ...]) -> list[int]:
        """What stands next to the verb, where the parse has nothing in the slot."""
        if slot == ("obj" if self.syntax.passive(verb) else "subj"):
            found = self._noun_before(verb)
        elif slot == "obj":
            found = self._noun_after(verb)
        elif slot.isalpha() and slot not in ("subj", "iobj", "poss", "adj"):
            found = self._noun_under(verb, slot)
        else:
            return []
        return [one for one in found if one not in beside]

    def _noun_after(self, verb: int) -> list[int]:
        """The last noun of the run of words that follows an active verb."""
        syntax = self.syntax
        _, last = syntax.bounds(verb)
        at, noun = verb + 1, None
        while at < last and syntax.tag(at) in _IN_RUN and (syntax.tag(at) != "PRON" or noun is None):
            if syntax.tag(at) in _NOUNS and not self._in_time(at):
                noun = at
            elif syntax.tag(at) in _NOUNS:
                break
            at += 1
        follows = noun is not None and at < last and syntax.low[at] in ("'s", "'")
        return [] if noun is None or follows or syntax.is_a(noun, "nsubj:pass") else [noun]

    def _noun_under(self, at: int, preposition: str) -> list[int]:
        """The noun of the first such preposition after the word and its object, before any other verb."""
        syntax = self.syntax
        _, last = syntax.bounds(at)
        for where in range(at + 1, min(last, at + _REACH)):
            if syntax.low[where] == preposition and syntax.tag(where) in ("ADP", "PART", "SCONJ"):
                return self._noun_after(where)
            if syntax.tag(where) == "ADP" and syntax.tag(at) == "NOUN":
                return []
            if syntax.tag(where) in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ"):
                return []
        return []

    def _noun_before(self, verb: int) -> list[int]:
        """The noun before a verb and its auxiliaries, "police" in "police in Rome said"."""
        syntax = self.syntax
        first, _ = syntax.bounds(verb)
        at = verb - 1
        while at >= first and syntax.tag(at) in ("AUX", "ADV", "PART"):
            at -= 1
        at = self._past_apposition(at, first)
        for _ in range(3):
            if at < first or syntax.tag(at) not in _NOUNS or self._in_time(at):
                return []
            noun = at
            while at >= first and syntax.tag(at) in _IN_RUN:
                at -= 1
            if at < first or syntax.tag(at) != "ADP":
                return [noun]
            at -= 1
        return []

    def _past_apposition(self, at: int, first: int) -> int:
        """From the comma after a name that is set beside a noun, to the name: "the governor, Radim Havelka, was …"."""
        syntax = self.syntax
        if at <= first or syntax.low[at] != "," or syntax.tag(at - 1) != "PROPN":
            return at
        before = at - 1
        while before > first and syntax.tag(before) == "PROPN":
            before -= 1
        return at - 1 if syntax.low[before] == "," else at

    def _in_time(self, at: int) -> bool:
        return at in self.syntax.timed

    def agent(self, verb: int) -> list[int]:
        """The by-phrase of a passive."""
        return [
            one
            for one in self.syntax.children(verb, "obl")
            if self.syntax.case(one) == "by" or self.syntax.is_a(one, "obl:agent")
        ]

    def objects(self, verb: int, beside: tuple[int, ...]) -> list[int]:
        syntax = self.syntax
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

    def _next_noun(self, verb: int) -> int | None:
        return next(iter(self._noun_after(verb)), None)

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """The subject, also where the verb has it from a verb above it or from the noun it hangs on."""
        syntax = self.syntax
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

    def _of_purpose(self, verb: int, head: int, depth: int) -> list[int]:
        """Of "trained rebels to attack", the rebels; of "used by troops to attack", the troops; else the subject."""
        syntax = self.syntax
        if "to" in self._marks(verb):
            people = [one for one in syntax.children(head, "obj") if one < verb and is_human(syntax.low[one])]
            agents = self.agent(head) if syntax.passive(head) else []
            if people or agents:
                return people or agents
        return self.subject(head, depth + 1)

    def _marks(self, verb: int) -> list[str]:
        return [self.syntax.low[one] for one in self.syntax.children(verb, "mark")]

    def _controller(self, verb: int, head: int, depth: int) -> list[int]:
        """Of "asked Rome to send", Rome; of "agreed to send", who agreed; of "was accused of", the accused."""
        syntax = self.syntax
        objects = [one for one in syntax.children(head, "obj", "iobj") if one < verb]
        if syntax.low[head] in ("used", "use", "using") and syntax.passive(head) and self.agent(head):
            return self.agent(head)
        if objects and syntax.low[head] not in verb_lemma_of(_ACTOR_OF_CONTROL):
            return objects
        to = [
            one
            for one in syntax.children(head, "obl")
            if syntax.case(one) in ("on", "to", "upon", "for", "with") and one < verb
        ]
        if to and syntax.low[head] in verb_lemma_of(frozenset({"call", "appeal", "plead"})):
            return to
        return self.subject(head, depth + 1)

    def _of_noun_above(self, verb: int, noun: int) -> list[int]:
        """Of "troops arriving", "troops that arrived", "plans to attack"."""
        syntax = self.syntax
        if syntax.tag(noun) == "VERB":
            return self.subject(noun, 1)
        if syntax.low[noun] in _FIRST and syntax.children(noun, "nsubj"):
            return syntax.children(noun, "nsubj")
        if syntax.is_a(verb, "acl:relcl") or not ("to" in self._marks(verb) or "of" in self._marks(verb)):
            return [noun]
        if sector_of(syntax.low[noun]) or syntax.tag(noun) == "PROPN":
            return [noun]
        return self.holder(noun)

    def holder(self, noun: int) -> list[int]:
        """Whose a plan, threat or promise is: its possessor, or the subject of the verb it is the object of."""
        owners = self.of_noun(noun, "poss") or self.of_noun(noun, "adj")
        head = self.syntax.head(noun)
        if owners or head is None or not self.syntax.is_a(noun, "obj", "obl"):
            return owners
        return self.subject(head, 1)

    def _relative_subject(self, verb: int) -> bool:
        return any(self.syntax.low[one] in _RELATIVE for one in self.syntax.children(verb, "nsubj"))

    def antecedent(self, head: int) -> int:
        """The noun that a relative pronoun stands for."""
        syntax = self.syntax
        if syntax.low[head] not in _RELATIVE or syntax.tag(head) not in ("PRON", "SCONJ", "DET"):
            return head
        for above in syntax.above(head):
            if syntax.is_a(above, "acl:relcl", "acl"):
                noun = syntax.head(above)
                return noun if noun is not None else head
        return head

    def _under(self, verb: int, preposition: str, beside: tuple[int, ...]) -> list[int]:
        """What stands under a preposition of the verb, of its object or of the words beside it."""
        syntax = self.syntax
        holders = [verb, *beside, *syntax.children(verb, "obj"), *syntax.children(verb, "xcomp")]
        found = []
        for holder in holders:
            found += [
                one
                for one in syntax.children(holder, "obl", "nmod")
                if syntax.case(one) == preposition and not syntax.is_a(one, "nmod:poss") and one not in beside
            ]
        if not found and preposition == "to":
            found = syntax.children(verb, "iobj")
        return list(dict.fromkeys(found))

    def of_noun(self, noun: int, slot: str) -> list[int]:
        """What fills `slot` of a noun."""
        syntax = self.syntax
        if slot == "poss":
            heads = syntax.children(noun, "nmod:poss")
        elif slot == "adj":
            heads = [one for one in syntax.children(noun, "amod", "compound", "nmod:unmarked") if self._tells_who(one)]
        elif slot == "light":
            heads = self.lent(noun)
        elif slot == "obj":
            heads = []
        else:
            heads = [
                one
                for one in syntax.children(noun, "nmod", "obl")
                if syntax.case(one) == slot and not syntax.is_a(one, "nmod:poss")
            ]
            verb = self.light_verb(noun)
            verb = self._happening(noun) if verb is None else verb
            if not heads and verb is not None and slot not in ("of", "by"):
                holders = (verb, *syntax.children(verb, "obj"))
                heads = [
                    one
                    for holder in holders
                    for one in syntax.children(holder, "obl", "nmod")
                    if syntax.case(one) == slot
                ]
            heads = heads or self._noun_under(noun, slot)
        return self._all([self.antecedent(head) for head in heads])

    def _tells_who(self, at: int) -> bool:
        text = self.syntax.tokens[at].text
        if text in demonyms():
            return True
        return text[0].isupper() or sector_of(self.syntax.low[at]) is not None

    def light_verb(self, noun: int) -> int | None:
        """The verb that lends itself to the noun: "launched" of "launched an attack"."""
        syntax = self.syntax
        head = syntax.head(noun)
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

    def _happening(self, noun: int) -> int | None:
        """The verb that only says that it took place: "condolences came from", "fighting broke out between"."""
        head = self.syntax.head(noun)
        fits = head is not None and self.syntax.is_a(noun, "nsubj") and self.syntax.low[head] in verb_lemma_of(_HAPPEN)
        return head if fits else None

    def lent(self, noun: int) -> list[int]:
        """Who does what the noun tells, by the verb that it is the object of."""
        verb = self.light_verb(noun)
        if verb is None:
            return self._taking_part(noun)
        syntax = self.syntax
        if syntax.is_a(verb, "acl") and not syntax.is_a(verb, "acl:relcl"):
            return self.agent(verb)
        return self.agent(verb) if syntax.passive(verb) else self.subject(verb)

    def _taking_part(self, noun: int) -> list[int]:
        """Who takes part in it, or is responsible for it."""
        syntax = self.syntax
        head = syntax.head(noun)
        if head is None or syntax.case(noun) not in ("in", "for"):
            return []
        verb = head if syntax.tag(head) == "VERB" else syntax.head(head)
        fits = (
            verb is not None
            and syntax.low[verb] in verb_lemma_of(_PARTAKE)
            and ({syntax.low[head], syntax.low[verb]} & _PARTS)
        )
        return self.subject(verb) if fits and verb is not None else []

    def _all(self, heads: list[int]) -> list[int]:
        return list(
            dict.fromkeys(
                one
                for head in heads
                for one in self.syntax.coordinated(head)
                if self.syntax.tag(one) not in ("VERB", "AUX", "PUNCT")
            )
        )
