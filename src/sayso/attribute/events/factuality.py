"""Whether what a word tells of took place, as its clause puts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.voice import Voices
from sayso.ontology.plover.files import entries
from sayso.ontology.plover.forms import verb_forms
from sayso.record.annotation import AnnotatedReport
from sayso.record.event import Certainty, Factuality, Occurrence
from sayso.record.statement import Act, Statement
from sayso.spans import Span

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "none", "nobody"})
_MIGHT = {"may": Certainty.POSSIBLE, "might": Certainty.POSSIBLE, "could": Certainty.POSSIBLE}
_WILL = frozenset({"will", "'ll", "shall", "wo"})
_SHOULD = frozenset({"must", "should", "ought"})
_IF = frozenset({"if", "unless", "whether", "lest", "provided"})
_BEFORE = frozenset({"before"})
_AUX = ("aux", "aux:pass")


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told so far, from the inside out."""

    certainty: Certainty = Certainty.CERTAIN
    occurrence: Occurrence = Occurrence.HAPPENED

    def factuality(self) -> Factuality:
        return Factuality(certainty=self.certainty, occurrence=self.occurrence)


@dataclass(frozen=True, slots=True)
class Told:
    """How the source puts it, None in the report's own voice; and how the report does, None where it leaves it open."""

    source: Factuality | None
    report: Factuality | None


@cache
def signatures() -> dict[str, str]:
    """Forms of verbs, nouns and adjectives that others stand under, to what they make of those: "negates", "plans" …"""
    table: dict[str, str] = {}
    for effect, words in entries("signatures")["verbs"].items():
        for lemma in words.split():
            for form in verb_forms(lemma):
                table.setdefault(form, effect)
    for effect, words in entries("signatures")["nouns"].items():
        for noun in words.split():
            table.setdefault(f"n:{noun}", effect)
            table.setdefault(f"n:{noun}s", effect)
    for effect, words in entries("signatures")["adjectives"].items():
        for word in words.split():
            table.setdefault(f"a:{word}", effect)
    return table


def factuality_of(
    annotated: AnnotatedReport, token_index: int, *, syntax: Syntax | None = None, voice: Statement | None = None
) -> Told:
    """How the token's event is told: by clause alone, or on the word of `voice`, the statement it stands in.

    `syntax` spares building it again for each token. Without a parse everything happened for certain.
    """
    syntax = syntax or Syntax(annotated)
    told = _Clauses(syntax, voice).telling(token_index) if syntax.words else Telling()
    if voice is None:
        return Told(source=None, report=told.factuality())
    put = _by_act(told, voice, syntax)
    return Told(source=put.factuality(), report=_committed(put, voice, syntax))


def _by_act(told: Telling, voice: Statement, syntax: Syntax) -> Telling:
    """What a denial makes of its content; one told by a negation, "supported X but did not kill", is told by clause."""
    if voice.act is not Act.DENY or told.occurrence not in (Occurrence.HAPPENED, Occurrence.ONGOING):
        return told
    negated = any(syntax.low[at] in _NEGATIONS for piece in voice.content for at in syntax.tokens_in(piece))
    return told if negated else replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)


def _committed(told: Telling, voice: Statement, syntax: Syntax) -> Factuality | None:
    """The report's own belief in what a source says: only where the cue takes a side."""
    cue = " ".join(words.text.lower() for words in voice.cue).split()
    if voice.act is Act.CONFIRM and "confirmed" in cue and told.occurrence is Occurrence.HAPPENED:
        return told.factuality()
    factive = entries("signatures")["report"]["factive"].split()
    return told.factuality() if any(form in cue for lemma in factive for form in verb_forms(lemma)) else None


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Climbs from a word to the root of its sentence, or to the edge of the statement it stands in."""

    syntax: Syntax
    voice: Statement | None

    def telling(self, at: int) -> Telling:
        told = self._own(at, Telling())
        before = at
        for above in self._over(at):
            if self._cut(before, above):
                return told
            told = self._under(before, above, told)
            before = above
        return told

    def _cut(self, below: int, at: int) -> bool:
        """Whether what is above does not bear on what is below: a relative clause, a subject, a time or reason."""
        syntax = self.syntax
        if syntax.is_a(below, "acl:relcl", "appos", "parataxis") or (
            syntax.is_a(below, "advcl") and not self._in_cue(at)
        ):
            return True
        if syntax.is_a(below, "nsubj") and not syntax.passive(at):
            return not (_light(syntax.low[at]) or syntax.low[at] in _happening())
        return syntax.is_a(below, "obl") and not self._effect(below, at) and not self._in_cue(at)

    def _over(self, at: int) -> Iterator[int]:
        """The words above, as long as the same voice tells them; the cue is the last, if it has a signature."""
        for above in self.syntax.above(at):
            if self.voice is not None and not self._in_voice(above):
                if self._in_cue(above):
                    yield above
                return
            yield above

    def _in_voice(self, at: int) -> bool:
        token = self.syntax.tokens[at]
        return self.voice is not None and any(piece.start <= token.start < piece.end for piece in self.voice.content)

    def _in_cue(self, at: int) -> bool:
        token = self.syntax.tokens[at]
        return self.voice is not None and any(piece.start <= token.start < piece.end for piece in self.voice.cue)

    def _own(self, at: int, told: Telling) -> Telling:
        """What the word's own clause makes of it: auxiliaries, negation, tense, condition."""
        syntax = self.syntax
        told = self._of_noun(at, told) if syntax.tag(at) in ("NOUN", "PROPN") else self._of_verb(at, told)
        return self._hedged(at, told)

    def _of_verb(self, at: int, told: Telling) -> Telling:
        syntax = self.syntax
        auxiliaries = [syntax.low[one] for one in syntax.children(at, *_AUX)]
        if not auxiliaries and syntax.is_a(at, "conj"):
            head = syntax.head(at)
            auxiliaries = (
                [syntax.low[one] for one in syntax.children(head, *_AUX)]
                if head is not None and not syntax.children(at, "nsubj")
                else []
            )
        told = self._modal(at, auxiliaries, told)
        clause = self._clause(at)
        marks = {syntax.low[one] for one in syntax.children(clause, "mark")}
        if "to" in marks and {"is", "are", "was", "were"} & set(auxiliaries):
            told = replace(told, occurrence=Occurrence.PLANNED)
        if marks & _IF or (syntax.is_a(at, "advcl") and "in" in marks and "case" in marks):
            told = replace(told, occurrence=Occurrence.HYPOTHETICAL)
        elif (
            "to" in marks
            and (syntax.is_a(clause, "advcl", "acl") or self._joined_to_noun(clause))
            and told.occurrence is Occurrence.HAPPENED
            and not self._to_fact(clause)
        ):
            told = replace(told, occurrence=Occurrence.PLANNED)
        if self._of_anybody(at):
            told = replace(told, occurrence=Occurrence.HYPOTHETICAL)
        if self._negated(at):
            told = (
                replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)
                if told.occurrence is not Occurrence.HYPOTHETICAL
                else told
            )
        return told

    def _clause(self, at: int) -> int:
        """The verb whose "to" and place in the sentence a verb shares: "to seize the port and (to) burn the boats"."""
        syntax = self.syntax
        head = syntax.head(at)
        own = [one for one in syntax.children(at, "nsubj", "mark", "aux") if syntax.low[one] != "to"]
        shared = syntax.is_a(at, "conj") and not own and head is not None and syntax.tag(head) == "VERB"
        plain = not syntax.low[at].endswith(("ed", "ing", "s"))
        return head if shared and plain and head is not None else at

    def _joined_to_noun(self, at: int) -> bool:
        """Whether a clause stands in a row of nouns: "for sabotage and to burn the depot"."""
        head = self.syntax.head(at)
        return self.syntax.is_a(at, "conj") and head is not None and self.syntax.tag(head) == "NOUN"

    def _of_anybody(self, at: int) -> bool:
        """Told of whoever does it: "anybody who blocks a road"."""
        syntax = self.syntax
        head = syntax.head(at) if syntax.is_a(at, "acl:relcl") else None
        doers = [*syntax.children(at, "nsubj"), *([head] if head is not None else [])]
        return any(syntax.low[one] in ("anybody", "anyone", "whoever") for one in doers)

    def _to_fact(self, at: int) -> bool:
        """Whether "to" leads to a fact: "the first to arrive", what something has been used for."""
        head = self.syntax.head(at)
        if head is None:
            return False
        if any(
            self.syntax.low[one] in ("first", "last", "only") for one in self.syntax.children(head, "amod")
        ) or self.syntax.low[head] in ("first", "last"):
            return True
        return self.syntax.is_a(at, "advcl") and self.syntax.low[head] in ("used", "using", "uses", "use")

    def _modal(self, at: int, auxiliaries: list[str], told: Telling) -> Telling:
        syntax = self.syntax
        for word in auxiliaries:
            if word in _MIGHT:
                have = "have" in auxiliaries
                told = Telling(_MIGHT[word], told.occurrence if have else Occurrence.HYPOTHETICAL)
            elif word == "can" and not self._negated(at):
                told = Telling(Certainty.POSSIBLE, Occurrence.HYPOTHETICAL)
            elif word in _WILL:
                told = replace(told, occurrence=Occurrence.PLANNED)
            elif word in ("would", "'d"):
                told = replace(
                    told, occurrence=Occurrence.PLANNED if self.voice is not None else Occurrence.HYPOTHETICAL
                )
            elif word in _SHOULD:
                told = replace(told, occurrence=Occurrence.DEMANDED)
        if syntax.low[at].endswith("ing") and told.occurrence is Occurrence.HAPPENED:
            present = {"is", "are", "'s", "'re", "am", "'m"} & set(auxiliaries) or (
                "been" in auxiliaries and {"has", "have", "'ve"} & set(auxiliaries)
            )
            if present:
                told = replace(told, occurrence=Occurrence.ONGOING)
        return told

    def _negated(self, at: int) -> bool:
        syntax = self.syntax
        children = syntax.children(at)
        if any(
            syntax.low[one] in _NEGATIONS and syntax.is_a(one, "advmod", "det", "cc", "case", "mark", "aux")
            for one in children
        ):
            return True
        for one in children:
            if syntax.is_a(one, "nsubj", "obj") and (
                syntax.low[one] in ("nobody", "none", "neither", "nothing")
                or (syntax.low[one] == "one" and syntax.low[one - 1] == "no")
                or any(syntax.low[det] in ("no", "neither") for det in syntax.children(one, "det", "advmod"))
            ):
                return True
        head = syntax.head(at)
        joined = head is not None and syntax.is_a(at, "conj") and not syntax.children(at, "nsubj", "aux")
        return (
            joined
            and head is not None
            and any(syntax.low[one] == "or" for one in syntax.children(at, "cc"))
            and self._negated(head)
        )

    def _of_noun(self, at: int, told: Telling) -> Telling:
        """What stands beside a noun: "no attack", "a planned march", "the alleged shelling"."""
        syntax = self.syntax
        beside = [syntax.low[one] for one in syntax.children(at, "det", "amod", "advmod", "compound")]
        if {"no", "without", "neither"} & {*beside, syntax.case(at)}:
            told = replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)
        for word in beside:
            told = _affected(told, signatures().get(f"a:{word}", ""))
        if syntax.is_a(at, "root") or syntax.children(at, "cop"):
            told = self._of_verb(at, told)
        return told

    def _hedged(self, at: int, told: Telling) -> Telling:
        adverbs = [self.syntax.low[one] for one in self.syntax.children(at, "advmod")]
        for word in adverbs:
            told = _affected(told, signatures().get(f"a:{word}", ""))
        return told

    def _under(self, below: int, at: int, told: Telling) -> Telling:
        """What the word `at` makes of what hangs on it."""
        syntax = self.syntax
        if syntax.is_a(below, "conj"):
            return told
        effect = self._effect(below, at)
        told = _affected(told, effect)
        if (
            effect
            or syntax.is_a(below, "ccomp", "xcomp", "obj", "csubj")
            or (syntax.is_a(below, "nsubj") and syntax.passive(at))
        ):
            told = self._inherited(at, told, effect)
        elif syntax.is_a(below, "nmod") and effect:
            told = self._own(at, told)
        return told

    def _effect(self, below: int, at: int) -> str:
        """The signature of the word above, where what hangs on it is in its reach."""
        syntax = self.syntax
        kind = {"NOUN": "n:", "PROPN": "n:", "ADJ": "a:"}.get(syntax.tag(at), "")
        effect = signatures().get(f"{kind}{syntax.low[at]}", "")
        if effect == "tells":
            infinitive = syntax.is_a(below, "xcomp") or "to" in {
                syntax.low[one] for one in syntax.children(below, "mark")
            }
            return "demands" if infinitive else ""
        if effect == "plans" and not kind and syntax.is_a(below, "ccomp"):
            return ""
        if kind == "n:" and not syntax.is_a(below, "acl", "nmod", "ccomp", "compound", "advcl"):
            return ""
        if not kind and syntax.is_a(below, "nsubj") and not syntax.passive(at):
            return ""
        return "" if syntax.is_a(below, "obl") and syntax.case(below) not in _LINKS else effect

    def _inherited(self, at: int, told: Telling, effect: str) -> Telling:
        """What the clause above hands down: "did not launch an attack", "will impose sanctions"."""
        syntax = self.syntax
        own = self._own(at, Telling())
        if effect in ("", "lends"):
            if (
                syntax.tag(at) in ("VERB", "AUX")
                and own.occurrence is not Occurrence.HAPPENED
                and told.occurrence is Occurrence.HAPPENED
                and _light(syntax.low[at])
            ):
                return replace(own)
            if (
                own.certainty is not Certainty.CERTAIN
                and told.certainty is Certainty.CERTAIN
                and _light(syntax.low[at])
            ):
                return replace(told, certainty=own.certainty)
            return told
        if own.occurrence is Occurrence.DID_NOT_HAPPEN:
            if effect in ("negates",):
                return replace(told, occurrence=Occurrence.HAPPENED)
            if effect in ("does", "plans", "offers"):
                return replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)
        return told


_LINKS = frozenset({"of", "to", "for", "from", "against", "on", "in", "about", "with", "at"})


@cache
def _light_forms() -> frozenset[str]:
    from sayso.ontology.plover.frames import light_verbs

    both = light_verbs()[0]
    return frozenset(form for lemma in both for form in verb_forms(lemma))


@cache
def _happening() -> frozenset[str]:
    """Forms of verbs that only say that their subject takes place."""
    return frozenset(
        form for lemma in entries("signatures")["verbs"]["takes_place"].split() for form in verb_forms(lemma)
    )


def _light(word: str) -> bool:
    return word in _light_forms()


def _affected(told: Telling, effect: str) -> Telling:
    change = _EFFECTS.get(effect)
    return change(told) if change else told


def _negate(told: Telling) -> Telling:
    return replace(
        told,
        occurrence=Occurrence.HAPPENED if told.occurrence is Occurrence.DID_NOT_HAPPEN else Occurrence.DID_NOT_HAPPEN,
    )


def _if_told(occurrence: Occurrence) -> Callable[[Telling], Telling]:
    """What becomes of what would else have happened or been going on."""
    return lambda told: (
        replace(told, occurrence=occurrence)
        if told.occurrence in (Occurrence.HAPPENED, Occurrence.ONGOING, Occurrence.PLANNED)
        else told
    )


_EFFECTS: dict[str, Callable[[Telling], Telling]] = {
    "negates": _negate,
    "plans": _if_told(Occurrence.PLANNED),
    "offers": _if_told(Occurrence.PLANNED),
    "demands": _if_told(Occurrence.DEMANDED),
    "supposes": _if_told(Occurrence.HYPOTHETICAL),
    "goes_on": lambda told: (
        replace(told, occurrence=Occurrence.ONGOING) if told.occurrence is Occurrence.HAPPENED else told
    ),
    "probable": lambda told: (
        replace(told, certainty=Certainty.PROBABLE) if told.certainty is Certainty.CERTAIN else told
    ),
    "possible": lambda told: replace(told, certainty=Certainty.POSSIBLE),
    "cancels": lambda told: replace(told, occurrence=Occurrence.DID_NOT_HAPPEN),
}


def edges(voices: Voices, at: int) -> Span | None:
    """Where the content that holds the token begins and ends; None in the report's own voice."""
    voice = voices.of(at)
    return Span(voice.content[0].start, voice.content[-1].end) if voice else None
