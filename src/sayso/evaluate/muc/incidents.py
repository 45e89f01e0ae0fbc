"""Which incidents a message tells of: sayso's events, and words that tell of bombs, abductions, fires and robberies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.evaluate.muc.learnt import head
from sayso.evaluate.muc.passages import Passages
from sayso.record.event import Event, Occurrence, Role

KINDS = {
    "KIDNAPPING": re.compile(r"\b(?:KIDNAP|ABDUCT|HOSTAGE)\w*"),
    "BOMBING": re.compile(
        r"\b(?:BOMB(?!ARD)\w*|EXPLO(?:SION|SIVE|DE)\w*|DYNAMIT\w*|DETONAT\w*|BLEW UP|BLOWN UP|BLOWING UP|CAR-BOMB\w*)"
    ),
    "ARSON": re.compile(r"\b(?:SET FIRE|SET ON FIRE|BURNED|BURNT|ARSON\w*|TORCHED|SETTING FIRE)\b"),
    "ROBBERY": re.compile(r"\b(?:ROBB\w+|STOLE)\b"),
    "ATTACK": re.compile(
        r"\b(?:MURDER\w*|ASSASSINAT\w+|KILL(?:ED|ING|INGS)|MASSACRE\w*|ATTACK(?:ED|S)?|SHOT|SHOOTING|AMBUSH\w*|MACHINE-?GUNNED|SLAIN|"
        r"STRAF\w+|WOUNDED|TORTURED|EXECUTED)\b"
    ),
}
_FIGHTERS = frozenset(
    [
        "SOLDIERS",
        "SOLDIER",
        "GUERRILLAS",
        "GUERRILLA",
        "REBELS",
        "REBEL",
        "TROOPS",
        "SUBVERSIVES",
        "COMBATANTS",
        "CONTRAS",
        "UNITS",
        "PATROL",
        "BATTALION",
        "FORCES",
        "ARMY",
        "INSURGENTS",
        "TERRORISTS",
        "TERRORIST",
        "MILITARY",
        "CADETS",
        "LIEUTENANT",
        "GARRISON",
        "GARRISONS",
        "POSITIONS",
        "POSITION",
    ]
)
AN_EVENT = 4.0
"""What an event that sayso finds adds to the log odds."""
_NOT_SO = frozenset({Occurrence.DID_NOT_HAPPEN, Occurrence.HYPOTHETICAL, Occurrence.DEMANDED, Occurrence.PLANNED})


@dataclass(slots=True)
class Incident:
    """Incidents of one kind in one message, taken for one: its events, and the sentences that tell of it."""

    kind: str
    events: list[Event] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)


def incidents(passages: Passages, text: str, thresholds: dict[str, float]) -> list[Incident]:
    """The incidents of a message, if it and its words are like those of messages that have such."""
    found = _by_kind(passages)
    merge_deaths(found)
    kept = [one for kind, one in found.items() if _odds(passages, text, one) > thresholds[kind]]
    return kept if passages.learnt.likely("", text) > thresholds[""] else []


def _odds(passages: Passages, text: str, incident: Incident) -> float:
    """Log odds by the message's words, and for every event that tells of it."""
    return passages.learnt.likely(incident.kind, text) + AN_EVENT * len(incident.events)


def _by_kind(passages: Passages) -> dict[str, Incident]:
    found: dict[str, Incident] = {}
    for event in passages.reading.record.events:
        sentence = passages.sentence_at(event.trigger[0].start)
        kind = kind_of(event, passages.said(sentence))
        if kind is not None and not _of_war(event) and not _denied(event):
            one = found.setdefault(kind, Incident(kind))
            one.events.append(event)
            one.sentences.append(sentence)
    for sentence in range(len(passages.sentences)):
        for kind in _told(passages.said(sentence)):
            one = found.setdefault(kind, Incident(kind))
            one.sentences.append(sentence)
    for one in found.values():
        one.sentences = sorted(set(one.sentences))
    return found


def _told(said: str) -> Iterator[str]:
    return (kind for kind, pattern in KINDS.items() if pattern.search(said))


def kind_of(event: Event, said: str) -> str | None:
    """MUC-4's type of an event; None for one that it does not ask for."""
    trigger = " ".join(words.text for words in event.trigger).upper()
    for kind, pattern in KINDS.items():
        if pattern.search(trigger):
            return kind
    if event.mode == "abduct":
        return "KIDNAPPING"
    if event.type != "ASSAULT":
        return None
    return "BOMBING" if event.mode == "explosives" or KINDS["BOMBING"].search(said) else "ATTACK"


def _of_war(event: Event) -> bool:
    """Whether only fighters were its targets."""
    heads = [head(one.reference.words.text) for one in event.participants if one.role is not Role.ACTOR]
    return bool(heads) and all(one in _FIGHTERS for one in heads)


def _denied(event: Event) -> bool:
    told = event.report_factuality or event.source_factuality
    return told is not None and told.occurrence in _NOT_SO


def merge_deaths(found: dict[str, Incident]) -> None:
    """Deaths and injuries told in or beside the sentences of a bombing are the bombing's."""
    bombing, attack = found.get("BOMBING"), found.get("ATTACK")
    if bombing is None or attack is None:
        return
    near = {other for one in bombing.sentences for other in (one - 1, one, one + 1)}
    apart: dict[bool, list[int]] = defaultdict(list)
    for sentence in attack.sentences:
        apart[sentence in near].append(sentence)
    spans = set(apart[True])
    if len(apart[True]) >= len(apart[False]):
        bombing.events += attack.events
        bombing.sentences = sorted({*bombing.sentences, *spans})
        del found["ATTACK"]
