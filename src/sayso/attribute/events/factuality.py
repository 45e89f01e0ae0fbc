"""Whether what a word tells of took place, as its clause puts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.attribute.events.clause import NEGATIONS, Clause
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.telling import Telling, affected, signatures
from sayso.ontology.plover.files import entries
from sayso.ontology.plover.forms import verb_forms
from sayso.ontology.plover.frames import light_verbs
from sayso.record.annotation import AnnotatedReport
from sayso.record.event import Certainty, Factuality, Occurrence
from sayso.record.statement import Act, Statement

_CAUSES = frozenset({"response", "reaction", "retaliation", "reprisal", "revenge", "wake", "aftermath"})
"""Nouns that tell of a deed what it answers or follows."""
_LINKS = frozenset({"of", "to", "for", "from", "against", "on", "in", "about", "with", "at"})
_LINKED = {
    "negates": frozenset({"from", "of", "to"}),
    "plans": _LINKS - {"in", "at"},
    "demands": _LINKS - {"in", "at"},
}
"""Prepositions of what such a verb bears on; after others stand times and places: "pledged help in the war"."""


@dataclass(frozen=True, slots=True)
class Told:
    """How the source puts it, None in the report's own voice; and how the report does, None where it leaves it open."""

    source: Factuality | None
    report: Factuality | None


def factuality_of(
    annotated: AnnotatedReport, token_index: int, *, syntax: Syntax | None = None, voice: Statement | None = None
) -> Told:
    """How the token's event is told: by clause alone, or on the word of `voice`, the statement it stands in.

    `syntax` spares building it again for each token. Without a parse everything happened for certain.
    """
    syntax = syntax or Syntax(annotated)
    told = _Climb(syntax, voice, Clause(syntax, voice is not None)).telling(token_index) if syntax.words else Telling()
    if voice is None:
        return Told(source=None, report=told.factuality())
    put = _by_act(told, voice, syntax)
    return Told(source=put.factuality(), report=_committed(put, voice, syntax))


def _by_act(told: Telling, voice: Statement, syntax: Syntax) -> Telling:
    """What a denial makes of its content; one told by a negation, "supported X but did not kill", is told by clause."""
    if voice.act is not Act.DENY or told.occurrence not in (Occurrence.HAPPENED, Occurrence.ONGOING):
        return told
    negated = any(syntax.low[at] in NEGATIONS for piece in voice.content for at in syntax.tokens_in(piece))
    return told if negated else replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)


def _committed(told: Telling, voice: Statement, syntax: Syntax) -> Factuality | None:
    """The report's own belief in what a source says: only where the cue takes a side."""
    cue = " ".join(words.text.lower() for words in voice.cue).split()
    if voice.act is Act.CONFIRM and "confirmed" in cue and told.occurrence is Occurrence.HAPPENED:
        return told.factuality()
    factive = entries("signatures")["report"]["factive"].split()
    return told.factuality() if any(form in cue for lemma in factive for form in verb_forms(lemma)) else None


@dataclass(frozen=True, slots=True)
class _Climb:
    """Climbs from a word to the root of its sentence, or to the edge of the statement it stands in."""

    _syntax: Syntax
    _voice: Statement | None
    _clause: Clause

    def telling(self, at: int) -> Telling:
        told = self._clause.own(at, Telling())
        before = at
        for above in self._over(at):
            if self._cut(before, above):
                return told
            told = self._under(before, above, told)
            before = above
        return told

    def _cut(self, below: int, at: int) -> bool:
        """Whether what is above does not bear on what is below: a relative clause, a subject, a time or reason."""
        syntax = self._syntax
        if syntax.is_a(below, "acl:relcl", "appos", "parataxis") or self._caused(below, at):
            return True
        if syntax.is_a(below, "advcl") and not self._in_cue(at):
            return not self._kept_from(below, at)
        if syntax.is_a(below, "nsubj") and not syntax.passive(at):
            return not (_light(syntax.low[at]) or syntax.low[at] in _happening())
        return syntax.is_a(below, "obl") and not self._effect(below, at) and not self._in_cue(at)

    def _caused(self, below: int, at: int) -> bool:
        """Whether what is above only answers it: "in response to a test", wherever the parse hangs the test."""
        low = self._syntax.low
        return low[at] in _CAUSES or any(
            one and low[one - 1] in _CAUSES for one in self._syntax.children(below, "case")
        )

    def _kept_from(self, below: int, at: int) -> bool:
        """Whether the clause tells what the verb above keeps somebody from: "refrain from hosting"."""
        marks = self._syntax.children(below, "mark", "case")
        return self._effect(below, at) == "negates" and any(self._syntax.low[one] == "from" for one in marks)

    def _over(self, at: int) -> Iterator[int]:
        """The words above, as long as the same voice tells them; the cue is the last, if it has a signature."""
        for above in self._syntax.above(at):
            if self._voice is not None and not self._in_voice(above):
                if self._in_cue(above):
                    yield above
                return
            yield above

    def _in_voice(self, at: int) -> bool:
        token = self._syntax.tokens[at]
        return self._voice is not None and any(piece.start <= token.start < piece.end for piece in self._voice.content)

    def _in_cue(self, at: int) -> bool:
        token = self._syntax.tokens[at]
        return self._voice is not None and any(piece.start <= token.start < piece.end for piece in self._voice.cue)

    def _under(self, below: int, at: int, told: Telling) -> Telling:
        """What the word `at` makes of what hangs on it."""
        syntax = self._syntax
        if syntax.is_a(below, "conj"):
            return told
        effect = self._effect(below, at)
        told = affected(told, effect)
        if (
            effect
            or syntax.is_a(below, "ccomp", "xcomp", "obj", "csubj")
            or (syntax.is_a(below, "nsubj") and syntax.passive(at))
        ):
            told = self._inherited(at, told, effect)
        elif syntax.is_a(below, "nmod") and effect:
            told = self._clause.own(at, told)
        return told

    def _effect(self, below: int, at: int) -> str:
        """The signature of the word above, where what hangs on it is in its reach."""
        syntax = self._syntax
        kind = {"NOUN": "n:", "PROPN": "n:", "ADJ": "a:"}.get(syntax.tag(at), "")
        effect = signatures().get(f"{kind}{syntax.low[at]}", "")
        if effect == "tells":
            infinitive = syntax.is_a(below, "xcomp") or "to" in {
                syntax.low[one] for one in syntax.children(below, "mark")
            }
            return "demands" if infinitive else ""
        if effect == "demands" and syntax.is_a(below, "obj", "nsubj:pass") and syntax.names_object(at):
            return ""
        if effect == "plans" and not kind and syntax.is_a(below, "ccomp"):
            return ""
        if kind == "n:" and not syntax.is_a(below, "acl", "nmod", "ccomp", "compound", "advcl"):
            return ""
        if not kind and syntax.is_a(below, "nsubj") and not syntax.passive(at):
            return ""
        links = _LINKS if kind else _LINKED.get(effect, _LINKS)
        return "" if syntax.is_a(below, "obl") and syntax.case(below) not in links else effect

    def _inherited(self, at: int, told: Telling, effect: str) -> Telling:
        """What the clause above hands down: "did not launch an attack", "will impose sanctions"."""
        syntax = self._syntax
        own = self._clause.own(at, Telling())
        if effect in ("", "lends"):
            if not _light(syntax.low[at]):
                return told
            done = told.occurrence is Occurrence.HAPPENED and own.occurrence is not Occurrence.HAPPENED
            if done and syntax.tag(at) in ("VERB", "AUX"):
                return own
            return replace(told, certainty=own.certainty) if told.certainty is Certainty.CERTAIN else told
        if own.occurrence is not Occurrence.DID_NOT_HAPPEN:
            return told
        if effect == "negates":
            return replace(told, occurrence=Occurrence.HAPPENED)
        if effect == "shows":
            return replace(told, occurrence=Occurrence.DID_NOT_HAPPEN, certainty=Certainty.POSSIBLE)
        handed = effect in ("does", "plans", "offers")
        return replace(told, occurrence=Occurrence.DID_NOT_HAPPEN) if handed else told


@cache
def _light_forms() -> frozenset[str]:
    return frozenset(form for lemma in light_verbs()[0] for form in verb_forms(lemma))


@cache
def _happening() -> frozenset[str]:
    """Forms of verbs that only say that their subject takes place."""
    return frozenset(
        form for lemma in entries("signatures")["verbs"]["takes_place"].split() for form in verb_forms(lemma)
    )


def _light(word: str) -> bool:
    return word in _light_forms()
