"""Where the participants of a trigger stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from sayso.attribute.events.lending import Lending
from sayso.attribute.events.neighbours import Neighbours
from sayso.attribute.events.owners import Owners
from sayso.attribute.events.subjects import Subjects
from sayso.attribute.events.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Slots:
    """Looks up what fills the slots of verbs and nouns; heads of noun phrases, those joined with them included."""

    syntax: Syntax
    _neighbours: Neighbours
    _owners: Owners
    _subjects: Subjects
    _lending: Lending

    @classmethod
    def of(cls, syntax: Syntax) -> Self:
        """The slots of a report's words."""
        neighbours, owners = Neighbours(syntax), Owners(syntax)
        subjects = Subjects(syntax, neighbours, owners)
        return cls(syntax, neighbours, owners, subjects, Lending(syntax, subjects))

    def of_verb(self, verb: int, slot: str, beside: tuple[int, ...] = ()) -> list[int]:
        """What fills `slot` of a verb; `beside` are the words that the frame fixes, whose prepositions count too."""
        if slot == "subj":
            heads = self._subjects.agent(verb) if self.syntax.passive(verb) else self._subjects.subject(verb)
        elif slot == "obj":
            heads = self._subjects.subject(verb) if self.syntax.passive(verb) else self._subjects.objects(verb, beside)
            heads = heads or self._after_fixed(verb, beside)
        elif slot == "iobj":
            heads = self.syntax.children(verb, "iobj")
        elif slot in ("poss", "adj"):
            nouns = [one for one in beside if self.syntax.tag(one) == "NOUN"] or self._subjects.objects(verb, ())
            heads = [found for noun in nouns for found in self.of_noun(noun, slot)]
        else:
            heads = self._under(verb, slot, beside)
        found = self._owners.everyone([head for head in heads if head not in beside])
        return found or self._owners.joined(self.beside_verb(verb, slot, beside))

    def _after_fixed(self, verb: int, beside: tuple[int, ...]) -> list[int]:
        """What stands under a preposition that the frame fixes: "the crowd" of "fired on the crowd"."""
        below = self.syntax.children(verb, "obl")
        return [one for one in below if any(child in beside for child in self.syntax.children(one, "case", "mark"))]

    def beside_verb(self, verb: int, slot: str, beside: tuple[int, ...]) -> list[int]:
        """What stands next to the verb, where the parse has nothing in the slot."""
        if slot == ("obj" if self.syntax.passive(verb) else "subj"):
            found = self._neighbours.noun_before(verb)
        elif slot == "obj":
            found = self._neighbours.noun_after(verb)
        elif slot == "of" and self.syntax.children(verb, "obj"):
            return []
        elif slot.isalpha() and slot not in ("subj", "iobj", "poss", "adj"):
            found = self._neighbours.noun_under(verb, slot)
        else:
            return []
        return [one for one in found if one not in beside]

    def _under(self, verb: int, preposition: str, beside: tuple[int, ...]) -> list[int]:
        """What stands under a preposition of the verb, of its object or of the words beside it."""
        syntax = self.syntax
        objects = syntax.children(verb, "obj") if preposition != "of" else []
        holders = [verb, *beside, *objects, *syntax.children(verb, "xcomp")]
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
            return self._owners.possessors(noun)
        if slot == "adj":
            return self._owners.peoples(noun)
        if slot == "light":
            heads = self._lending.lent(noun)
        elif slot == "obj":
            heads = []
        else:
            heads = [
                one
                for one in syntax.children(noun, "nmod", "obl")
                if syntax.case(one) == slot and not syntax.is_a(one, "nmod:poss")
            ]
            verb = self._lending.light_verb(noun)
            verb = self._lending.happening(noun) if verb is None else verb
            if not heads and verb is not None and slot not in ("of", "by"):
                holders = (verb, *syntax.children(verb, "obj"))
                heads = [
                    one
                    for holder in holders
                    for one in syntax.children(holder, "obl", "nmod")
                    if syntax.case(one) == slot
                ]
            heads = heads or self._neighbours.noun_under(noun, slot)
        return self._owners.everyone(heads)

    def objects(self, verb: int, beside: tuple[int, ...]) -> list[int]:
        """The objects of a verb, but for the words `beside` it that its frame fixes."""
        return self._subjects.objects(verb, beside)

    def light_verb(self, noun: int) -> int | None:
        """The verb that lends itself to the noun: "launched" of "launched an attack"."""
        return self._lending.light_verb(noun)
