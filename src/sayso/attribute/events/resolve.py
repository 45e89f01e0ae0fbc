"""What somebody does by saying what they will do, or never: a threat under a condition, a refusal."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute.events.company import Company
from sayso.attribute.events.factuality import Told
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.record.event import Certainty, Factuality, Occurrence
from sayso.record.statement import Act, Statement

_WILL = frozenset({"will", "would", "'ll", "'d", "shall", "wo"})
_CAN = frozenset({"can", "could", "ca", "cannot"})
_IF = frozenset({"if", "unless", "until"})
_WE = frozenset({"we", "i", "they", "he", "she", "it", "us"})
_HARM = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"})
"""Deeds that are threats where somebody says they will do them if."""

_IN_KIND = frozenset({"answer", "respond", "retaliate"})
"""What is done only if something else is done first."""

_GOOD = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"})
"""Deeds whose refusal is what somebody tells who says they will not do them."""

_PLAIN = frozenset(
    {"said", "says", "say", "saying", "told", "tells", "telling", "added", "adds", "wrote", "writes", "according to"}
)
_TOLD_ALREADY = frozenset({Act.THREATEN, Act.WARN, Act.REFUSE, Act.DEMAND, Act.REQUEST, Act.FEAR})
"""Acts that are told as events of their own, or are of what others may do."""


def resolved(trigger: Trigger, told: Told, syntax: Syntax, company: Company) -> tuple[Trigger, Told]:
    """The trigger as what its speaker does by saying it, unchanged where that is nothing else."""
    verb = _verb(trigger, syntax)
    if told.source is None or verb is None or not _of_speaker(trigger, company, syntax):
        return trigger, told
    auxiliaries = {syntax.low[one] for one in syntax.children(verb, "aux", "aux:pass")}
    if told.source.occurrence is Occurrence.DID_NOT_HAPPEN and trigger.frame.type in _GOOD:
        helping = _WILL | (_CAN if trigger.frame.type == "SUPPORT" else frozenset())
        return (_as(trigger, "REJECT"), _put(Occurrence.HAPPENED)) if auxiliaries & helping else (trigger, told)
    if trigger.frame.type == "THREATEN" and auxiliaries & _WILL and _conditional(verb, syntax):
        return trigger, _put(Occurrence.HYPOTHETICAL)
    threat = trigger.voice is not None and trigger.voice.act is Act.THREATEN
    if (
        trigger.frame.type in _HARM
        and auxiliaries & _WILL
        and (threat or _conditional(verb, syntax) or trigger.frame.head in _IN_KIND)
    ):
        return _as(trigger, "THREATEN"), _put(Occurrence.HYPOTHETICAL)
    return trigger, told


def _verb(trigger: Trigger, syntax: Syntax) -> int | None:
    """The verb of the trigger's clause: itself, or the one above a noun."""
    if syntax.tag(trigger.at) == "VERB":
        return trigger.at
    head = syntax.head(trigger.at)
    return head if head is not None and syntax.tag(head) == "VERB" else None


def _of_speaker(trigger: Trigger, company: Company, syntax: Syntax) -> bool:
    """Whether it is the speaker, or their state, who will do it; or nobody is told, so that it is they."""
    voice = trigger.voice
    if voice is None or voice.source is None or (voice.act in _TOLD_ALREADY and not plain(voice)):
        return False
    head = syntax.head_in(voice.source.words)
    speaker = company.at(head, None) if head is not None else None
    return not trigger.actors or any(_is(one, voice.source.actor, speaker) for one in trigger.actors)


def _is(one: Someone, actor: str | None, speaker: Someone | None) -> bool:
    if one.word in _WE or (actor is not None and one.reference.actor == actor):
        return True
    home = speaker is not None and (speaker.country is None or one.country in (None, speaker.country))
    return home and one.is_a("public") and not one.human


def plain(statement: Statement) -> bool:
    """Whether its cue only says that something was said."""
    return bool(statement.cue) and statement.cue[0].text.lower() in _PLAIN


def _conditional(verb: int, syntax: Syntax) -> bool:
    clauses = syntax.children(verb, "advcl")
    return any(syntax.low[mark] in _IF for clause in clauses for mark in syntax.children(clause, "mark", "advmod"))


def _as(trigger: Trigger, type_: str) -> Trigger:
    return replace(trigger, frame=replace(trigger.frame, type=type_, mode=None))


def _put(occurrence: Occurrence) -> Told:
    return Told(source=Factuality(certainty=Certainty.CERTAIN, occurrence=occurrence), report=None)
