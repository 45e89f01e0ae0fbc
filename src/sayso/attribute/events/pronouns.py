"""The noun that a pronoun stands for, by how sentences are built."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.actors.mentions import is_named_otherwise
from sayso.attribute.events.marked import HIS, Marked
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.actors import actor_words
from sayso.ontology.plover.agents import is_human, sector_of
from sayso.ontology.plover.forms import noun_lemma
from sayso.record.statement import Statement

_ITS = frozenset({"it", "its"})
_THEIR = frozenset({"they", "them", "their"})
PRONOUNS = HIS | _ITS | _THEIR
_DEEDS = frozenset({"strike", "airstrike", "attack", "raid", "bombing", "explosion", "blast", "shelling", "barrage"})
"""What has nothing that could be hit: "a strike hit its school"."""
_OPENING = 3
"""Words of a sentence within which a pronoun takes up the sentence before."""


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Looks up pronouns by the index of their token."""

    _syntax: Syntax
    _marked: Marked

    def noun(self, at: int, voice: Statement | None) -> int | None:
        """The noun that is sure to be meant, whatever chain the pronoun was put in."""
        return self.owner(at) or self.whose(at) or self.alongside(at) or self.asked_of(at) or self.teller(at, voice)

    def owner(self, at: int) -> int | None:
        """Whose it is, where the subject of the clause fits: "Chad" in "Chad recalled its envoy"."""
        syntax = self._syntax
        if not syntax.is_a(at, "nmod:poss") or syntax.low[at] not in PRONOUNS:
            return None
        verb = syntax.verb_over(at)
        subject = self._subject(verb) if verb is not None else None
        if subject is not None and verb is not None and self._within(at, subject) and syntax.is_a(verb, "conj"):
            before = syntax.head(verb)
            subject = self._subject(before) if before is not None else None
        fits = subject is not None and subject < at and not self._within(at, subject) and self.agree(at, subject)
        return subject if fits and subject is not None and noun_lemma(syntax.low[subject]) not in _DEEDS else None

    def whose(self, at: int) -> int | None:
        """The noun that a relative possessor stands for: "the states whose navies met"."""
        if self._syntax.low[at] != "whose":
            return None
        clause = next((above for above in self._syntax.above(at) if self._syntax.is_a(above, "acl:relcl")), None)
        return self._syntax.head(clause) if clause is not None else None

    def owners(self, at: int) -> list[int]:
        """The nouns that "whose" before the noun stands for, joined by "and": "Malta and Cyprus, whose ports"."""
        whose = (self.whose(one) for one in self._syntax.children(at, "nmod:poss"))
        return [one for noun in whose if noun is not None for one in self._syntax.coordinated(noun)]

    def alongside(self, at: int) -> int | None:
        """The object of the verb before, for the object of one joined with it: "fined the paper and ordered it to"."""
        syntax = self._syntax
        verb = syntax.head(at)
        if (
            verb is None
            or syntax.tag(at) != "PRON"
            or not syntax.is_a(at, "obj", "iobj")
            or not syntax.is_a(verb, "conj")
        ):
            return None
        before = syntax.head(verb)
        objects = syntax.children(before, "obj") if before is not None else []
        return next((one for one in objects if self.agree(at, one)), None)

    def meets_subject(self, at: int) -> int | None:
        """The subject of the verb that a pronoun or a noun is an object of, and which it can therefore not be."""
        syntax = self._syntax
        verb = syntax.head(at)
        if verb is None or syntax.tag(at) not in ("PRON", "NOUN") or not syntax.is_a(at, "obj", "iobj", "obl"):
            return None
        return self._subject(verb) if syntax.tag(verb) == "VERB" else None

    def teller(self, at: int, voice: Statement | None) -> int | None:
        """The one who speaks, for "it" and "they" in what is said: "the army said it had left"."""
        syntax = self._syntax
        if voice is None or voice.source is None or not voice.content or syntax.low[at] not in PRONOUNS:
            return None
        source = syntax.head_in(voice.source.words)
        before = [one for piece in voice.content for one in syntax.tokens_in(piece) if one < at]
        other = any(syntax.tag(one) in ("NOUN", "PROPN") and syntax.is_a(one, "nsubj") for one in before)
        return source if source is not None and not other and self.agree(at, source) else None

    def asked_of(self, at: int) -> int | None:
        """The noun of a question without a verb right before: "And Chile? It has said nothing"."""
        syntax = self._syntax
        first, _ = syntax.bounds(at)
        if syntax.low[at] not in PRONOUNS or at - first >= _OPENING or first == 0 or syntax.low[first - 1] != "?":
            return None
        asked = range(*syntax.annotated.sentences[syntax.sentence[at] - 1].tokens)
        verbs = any(syntax.tag(one) in ("VERB", "AUX") for one in asked)
        nouns = [one for one in asked if syntax.tag(one) in ("NOUN", "PROPN") and self.agree(at, one)]
        return nouns[-1] if nouns and not verbs else None

    def before(self, at: int) -> int | None:
        """The subject of the sentence before, for one that a sentence opens with."""
        syntax = self._syntax
        first, _ = syntax.bounds(at)
        sentence = syntax.sentence[at]
        if at - first >= _OPENING or not syntax.is_a(at, "nsubj", "nmod:poss") or sentence == 0:
            return None
        one, other = (syntax.annotated.sentences[number] for number in (sentence, sentence - 1))
        root = next((each for each in range(*other.tokens) if syntax.head(each) is None), None)
        if root is None or one.block != other.block:
            return None
        subject = self._subject(root) if syntax.tag(root) in ("VERB", "AUX") or self._subject(root) else root
        return subject if subject is not None and self.agree(at, subject) else None

    def _subject(self, verb: int) -> int | None:
        syntax = self._syntax
        for _ in range(4):
            own = syntax.children(verb, "nsubj")
            if own:
                return own[0]
            above = syntax.head(verb)
            if above is None or not syntax.is_a(verb, "conj", "xcomp", "advcl"):
                return None
            asked = syntax.children(above, "obj", "iobj") if syntax.is_a(verb, "xcomp") else []
            if asked and asked[0] < verb:
                return asked[0]  # "urged Beijing to cease its pressure"
            verb = above
        return None

    def _within(self, at: int, noun: int) -> bool:
        return noun in self._syntax.above(at)

    def agree(self, at: int, noun: int) -> bool:
        """Whether a pronoun can stand for a noun: "it" for no person, "he" for nothing else, "they" for several."""
        word, other = self._syntax.low[at], self._syntax.low[noun]
        if self._syntax.tag(noun) == "PRON":
            return any({word, other} <= alike for alike in (HIS, _ITS, _THEIR))
        if word in HIS:
            return self._person(noun) and not is_named_otherwise(word, self._name(noun))
        if word in _ITS:
            return not self._person(noun) and not self._several(noun)
        return self._several(noun) or (sector_of(other) is not None and not self._person(noun))

    def _name(self, noun: int) -> str:
        """The name of whom a noun stands for, or the noun itself."""
        actor = self._marked.actor(self._marked.actor_at(noun))
        return actor.name if actor is not None else self._syntax.tokens[noun].text

    def _several(self, noun: int) -> bool:
        lemma = noun_lemma(self._syntax.low[noun])
        joined = len(self._syntax.coordinated(noun)) > 1
        return joined or (self._syntax.tag(noun) == "NOUN" and lemma != self._syntax.low[noun])

    def _person(self, noun: int) -> bool:
        """A person by name or word: "the minister", "a nurse"; not "the ministry"."""
        if self._marked.is_person(noun):
            return True
        lemma = noun_lemma(self._syntax.low[noun])
        if self._syntax.tag(noun) != "NOUN" or self._several(noun):
            return False
        return lemma in actor_words().roles or (is_human(lemma) and sector_of(lemma) is None)
