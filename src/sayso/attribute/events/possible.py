"""Which words of a report may head a frame, and which frames their form and the words around them allow."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import DONE_TO
from sayso.ontology.plover.forms import noun_lemma, verb_lemma_of
from sayso.ontology.plover.frames import Frame, lexicon, verbs_beside

_WORDS = 20_000
"""Words that are remembered with what they stand for."""

_READY = frozenset({"willing", "ready", "prepared"})
_CASES = frozenset({"appeal", "appeals", "petition", "plea"})
_HEARING = frozenset(
    {"hear", "hears", "heard", "lodge", "lodged", "file", "filed", "lose", "lost", "win", "won", "upheld", "dismissed"}
)
_CHARGES = frozenset({"charge", "allegation", "accusation", "claim", "suggestion"})
_DENIED = frozenset({"dismissed", "dismisses", "denied", "denies", "rejected", "rejects", "disputed", "disputes"})
_NAMING = frozenset({"call", "brand", "label", "term", "deem", "dub"})
_CALLING = _NAMING | {"describe", "denounce", "condemn", "slam", "decry", "dismiss", "portray", "regard", "see"}
_HABIT = frozenset(
    {
        "usually",
        "often",
        "always",
        "sometimes",
        "rarely",
        "seldom",
        "generally",
        "typically",
        "normally",
        "frequently",
        "traditionally",
    }
)


@dataclass(frozen=True, slots=True)
class Possible:
    """Leaves out, before any frame is fitted, what cannot fit: most of it."""

    _syntax: Syntax
    _stand: dict[int, frozenset[str]] = field(default_factory=dict)

    def heads(self) -> list[int]:
        """The words that some frame has for its head, but for sentences in which the tagger sees no event at all."""
        syntax, verbs, nouns = self._syntax, lexicon().verbs, lexicon().nouns
        told = {syntax.sentence[at] for at, word in enumerate(syntax.words) if word.event != {}}
        return [
            at for at, low in enumerate(syntax.low) if (low in verbs or low in nouns) and syntax.sentence[at] in told
        ]

    def frames(self, at: int) -> tuple[Frame, ...]:
        """Those frames of a word whose words beside it all stand in its sentence, in whatever form."""
        sentence = self._syntax.sentence[at]
        if sentence not in self._stand:
            self._stand[sentence] = self._words(at)
        stand = self._stand[sentence]
        return tuple(frame for frame in self._brought(at) if stand.issuperset(frame.beside))

    def tells_none(self, at: int) -> bool:
        """Whether it tells of no event, for all that its word says."""
        told = (self._names_something, self._habitual, self._at_law, self._what_called, self._denies)
        return any(one(at) for one in told)

    def _what_called(self, at: int) -> bool:
        """Whether somebody only calls something so: "called it a coup", "denounced the raid as an attack on all"."""
        syntax = self._syntax
        verb = syntax.head(at)
        if verb is None or syntax.tag(at) != "NOUN" or syntax.tag(verb) != "VERB":
            return False
        called = verb_lemma_of(_CALLING).get(syntax.low[verb])
        if called is None:
            return False
        if syntax.case(at) == "as":
            return True
        first = syntax.first(verb, "obj")
        return called in _NAMING and (
            syntax.is_a(at, "xcomp") or (first is not None and first < at and syntax.is_a(at, "obj"))
        )

    def _denies(self, at: int) -> bool:
        """Whether it only says no to what somebody is charged with: "a charge that the ministry dismissed"."""
        noun = self._syntax.head(at) if self._syntax.is_a(at, "acl:relcl") else None
        charged = noun is not None and noun_lemma(self._syntax.low[noun]) in _CHARGES
        return charged and self._syntax.low[at] in _DENIED

    def _names_something(self, at: int) -> bool:
        """Whether it is part of a name or says what sort another noun is: "peace talks venue", "attack helicopter"."""
        syntax = self._syntax
        if self._headline_verb(at):
            return False
        if syntax.tag(at) == "NOUN" and syntax.is_a(at, "compound", "flat"):
            return True
        participle = syntax.tag(at) == "VERB" or (syntax.tag(at) == "ADJ" and syntax.low[at] not in _READY)
        return participle and syntax.is_a(at, "amod", "compound") and not self._done_to(at)

    def _at_law(self, at: int) -> bool:
        """Whether a word for asking means a case at law: "the court will hear the appeal"."""
        verb = self._syntax.verb_over(at)
        return self._syntax.low[at] in _CASES and verb is not None and self._syntax.low[verb] in _HEARING

    def _habitual(self, at: int) -> bool:
        """Told of no particular occasion: "often arrest"."""
        return any(self._syntax.low[one] in _HABIT for one in self._syntax.children(at, "advmod"))

    def _brought(self, at: int) -> tuple[Frame, ...]:
        """The frames that the word may bring; a participle with an article is a noun."""
        tag, low = self._syntax.tag(at), self._syntax.low[at]
        if self._headline_verb(at):
            return lexicon().verbs.get(low, ())
        participle = tag == "ADJ" and (low in _READY or low.endswith("ed"))
        full = tag == "AUX" and not self._syntax.is_a(at, "aux", "aux:pass", "cop")
        if (tag == "VERB" or participle or full) and not self._syntax.children(at, "det", "nmod:poss"):
            return lexicon().verbs.get(low, ())
        return lexicon().nouns.get(low, ()) if tag in ("NOUN", "VERB") else ()

    def _headline_verb(self, at: int) -> bool:
        """Whether a noun is the verb of a sentence that has none: "farmers torch warehouse"."""
        syntax = self._syntax
        first, last = syntax.bounds(at)
        low = syntax.low[at]
        if syntax.tag(at) != "NOUN" or at == first or at + 1 >= last or low != syntax.tokens[at].text:
            return False
        if low not in lexicon().verbs or low.endswith(("ed", "ing")) or self._has_verb(first, last):
            return False
        before, after = syntax.low[at - 1], syntax.tag(at + 1)
        many = syntax.tag(at - 1) == "NOUN" and before.endswith("s") and not low.endswith("s")
        one = syntax.tag(at - 1) in ("NOUN", "PROPN") and low.endswith("s") and not before.endswith("s")
        return (many or one) and after in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")

    def _has_verb(self, first: int, last: int) -> bool:
        return any(self._syntax.tag(at) in ("VERB", "AUX") for at in range(first, last))

    def _done_to(self, at: int) -> bool:
        """A participle that tells what was done to its noun: "the arrested beekeeper"."""
        frames = lexicon().verbs.get(self._syntax.low[at], ())
        return any(frame.mode in DONE_TO and not frame.beside for frame in frames)

    def _words(self, at: int) -> frozenset[str]:
        """The words of a sentence as they stand, as singulars and as verbs."""
        return frozenset().union(*map(_as, self._syntax.low[slice(*self._syntax.bounds(at))]))


@lru_cache(maxsize=_WORDS)
def _as(word: str) -> tuple[str, ...]:
    """What a word in small letters stands for: itself, its singular, the verbs it may be a form of."""
    return (word, noun_lemma(word), *verbs_beside().get(word, ()))
