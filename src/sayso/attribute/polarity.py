"""How the content of a statement is put, whatever is done with the words."""

from __future__ import annotations

from sayso.attribute.wording import Wording
from sayso.ontology.actbook import act_book
from sayso.ontology.codebook import cue_book
from sayso.record.statement import Act, Polarity

_PLANNED = frozenset({Act.PROMISE, Act.THREATEN, Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.ORDER})
_POSSIBLE = frozenset({Act.PREDICT, Act.FEAR, Act.HOPE, Act.WARN, Act.BELIEVE})
_UNSAID = frozenset({Act.NOT_SAID, Act.DECLINE_TO_COMMENT, Act.NOT_VERIFIED, Act.ASK, Act.REFUSE})
_OPINION = 4
"""Words of a content in which "he did not think" is over."""
_HEAD = 12
"""Words of a content in which a modal verb is its own, and not that of a clause within."""


def polarity_of(act: Act | None, wording: Wording) -> Polarity | None:
    """How the content is put; None where it was not said, asked only, or is left open by "whether"."""
    if act in _UNSAID or not wording.content:
        return None
    if act is Act.DENY or (act is Act.BELIEVE and _negated(wording)):
        return Polarity.DENIED
    if act in _PLANNED or (act in (Act.AGREE, Act.ANNOUNCE) and _to_come(act, wording)):
        return Polarity.PLANNED
    if act in _POSSIBLE:
        return Polarity.POSSIBLE
    return _plainly(wording)


def _negated(wording: Wording) -> bool:
    """Whether the opinion is that it is not so: "do not believe", "said he did not think"."""
    own = wording.content[:_OPINION] if wording.content[0] in act_book().lists["own_told"] else ()
    return not cue_book().lists["negated.words"].isdisjoint([*wording.cue, *own])


def _to_come(act: Act, wording: Wording) -> bool:
    """Whether what is agreed or announced is still to be done."""
    lists = act_book().lists
    head = {*wording.cue, *wording.content[:_HEAD]}
    if act is Act.AGREE and wording.content[0] != "that" and "with" not in head and not wording.quoted:
        return lists["own_told"].isdisjoint(wording.content[:1]) or not lists["ahead"].isdisjoint(head)
    return not lists["ahead"].isdisjoint(head)


def _plainly(wording: Wording) -> Polarity | None:
    lists = act_book().lists
    if wording.content[0] in lists["open_questions"]:
        return None
    return Polarity.ASSERTED if lists["open"].isdisjoint(wording.content[:_HEAD]) else Polarity.POSSIBLE
