"""What is done with words, and how the content is put: as far as the cue alone tells."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ontology.codebook import CueVerb, cue_book
from sayso.record.statement import Act, Polarity

_PLANNED = frozenset({Act.PROMISE, Act.THREATEN, Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.ORDER})
_POSSIBLE = frozenset({Act.PREDICT, Act.FEAR, Act.HOPE, Act.WARN, Act.BELIEVE})
_OBJECT = 6
"""Words of a content in which the noun that is rejected stands."""
_UNSAID = frozenset({Act.NOT_SAID, Act.DECLINE_TO_COMMENT, Act.NOT_VERIFIED, Act.ASK, Act.REFUSE})


def cue_verb(words: Sequence[str]) -> CueVerb | None:
    """The reporting verb among the words of a cue, in small letters; the last one that is in the book."""
    for at in range(len(words) - 1, -1, -1):
        for verb, _ in cue_book().verbs.get(words[at], ()):
            if tuple(words[at + 1 : at + 1 + len(verb.rest)]) == verb.rest:
                return verb
    return None


def act_of(cue: Sequence[str], content: Sequence[str], *, nobody: bool = False) -> Act | None:
    """The act of a cue with this content, both as words in small letters; None if the cue alone does not tell.

    What was not said is never an assertion: negated cues, refusals to speak and "could not verify" have acts of
    their own, and so has what `nobody` said ("no official said", "neither side said").
    """
    lists = cue_book().lists
    verb = cue_verb(cue)
    negated = nobody or not lists["negated.words"].isdisjoint(cue)
    if (negated or "unable" in cue) and _could_not_verify(cue):
        return Act.NOT_VERIFIED
    if negated:
        return Act.NOT_SAID
    if verb and verb.lemma in lists["negated.declining"]:
        silent = lists["negated.silence"] & set(content[:3])
        return Act.DECLINE_TO_COMMENT if silent else Act.REFUSE
    if lists["negated.declining_forms"] & set(cue):
        return Act.DECLINE_TO_COMMENT
    if lists["negated.failing"] & set(cue):
        return Act.NOT_SAID
    if _rejects(cue) and lists["negated.alleged"] & {*cue, *content[:_OBJECT]}:
        return Act.DENY
    return verb.act if verb else None


def _rejects(cue: Sequence[str]) -> bool:
    acts = {verb.act for word in cue for verb, _ in cue_book().verbs.get(word, ())}
    return not acts.isdisjoint({Act.REFUSE, Act.DENY})


def _could_not_verify(cue: Sequence[str]) -> bool:
    lists = cue_book().lists
    return bool(lists["negated.unable"] & set(cue) and lists["negated.verifying"] & set(cue))


def polarity_of(act: Act | None, content: Sequence[str]) -> Polarity | None:
    """How the content is put; None where it was not said, asked only, or is left open by "whether"."""
    if act in _UNSAID or not content:
        return None
    if act is Act.DENY:
        return Polarity.DENIED
    if act in _PLANNED:
        return Polarity.PLANNED
    if act in _POSSIBLE:
        return Polarity.POSSIBLE
    return None if content[0] in ("whether", "if", "how", "what", "why", "when", "where", "who") else Polarity.ASSERTED
