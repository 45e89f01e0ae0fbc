"""What sayso finds in a message as MUC-4's templates: one for each kind of incident that the message tells of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.evaluate.corpora.muc import Filler, Message, Template
from sayso.evaluate.muc.incidents import Incident, incidents
from sayso.evaluate.muc.messages import MONTHS, date_of
from sayso.evaluate.muc.passages import Passages
from sayso.evaluate.muc.perpetrators import perpetrator_slots
from sayso.evaluate.muc.targets import person_slots, thing_slots
from sayso.record.when import DateRange

THRESHOLDS = {"": -40.0, "ATTACK": 4.0, "BOMBING": 3.0, "KIDNAPPING": 5.0, "ARSON": 45.0, "ROBBERY": 45.0}
"""Log odds above which a message is taken to tell of any incident, and of one of each kind."""
_LEAST_INSTRUMENT = 0.3
_RECENT = timedelta(days=100)
_THREAT = re.compile(r"\bTHREAT\w*")
_TRIED = re.compile(r"\b(?:ATTEMPT(?:ED|S)?|TRIED|FAILED|FOILED|DEACTIVATED|DEFUSED)\b")


def templates(message: Message, passages: Passages) -> list[Template]:
    """The templates of a message."""
    return [_template(message, passages, one) for one in incidents(passages, message.text, THRESHOLDS)]


def _template(message: Message, passages: Passages, incident: Incident) -> Template:
    slots = {
        2: _date(message, passages, incident),
        3: (Filler((_place(passages, incident),)),),
        4: (Filler((incident.kind,)),),
        5: (Filler((_stage(passages, incident),)),),
        **_instrument(passages, incident),
        **perpetrator_slots(passages, incident),
        **thing_slots(passages, incident),
        **person_slots(passages, incident),
    }
    return Template(message.name, slots)


def _date(message: Message, passages: Passages, incident: Incident) -> tuple[Filler, ...]:
    """The first day that an event of it is told to be of; else that of the message, as the last it may have been."""
    own = date_of(message)
    told = [event.time.range for event in incident.events if event.time and event.time.range]
    told += [timex.range for timex in passages.times(incident.sentences) if timex.range]
    for one in told:
        day = _day(one)
        if day is not None and (own is None or own - _RECENT <= day <= own):
            return (Filler((_written(day),)),)
    return (Filler((f"- {_written(own)}",)),) if own else ()


def _day(told: DateRange | None) -> date | None:
    if told is None or told.earliest is None or told.latest is None or told.earliest[:10] != told.latest[:10]:
        return None
    return date.fromisoformat(told.earliest[:10])


def _written(day: date) -> str:
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year % 100:02}"


def _place(passages: Passages, incident: Incident) -> str:
    """The narrowest place that the first sentences of it name."""
    stretches = [event.place.words.text.upper() for event in incident.events if event.place]
    stretches += [passages.said(one) for one in incident.sentences[:3]]
    for stretch in stretches:
        chains = [chain for chain in passages.places(stretch) if ":" in chain]
        home = [chain for chain in chains if chain.startswith(passages.country)]
        if home:
            return max(home, key=lambda chain: chain.count(":"))
    return passages.country


def _stage(passages: Passages, incident: Incident) -> str:
    said = [passages.said(one) for one in incident.sentences]
    if incident.kind != "BOMBING" and said and all(_THREAT.search(one) for one in said):
        return "THREATENED"
    return "ATTEMPTED" if said and all(_TRIED.search(one) for one in said) else "ACCOMPLISHED"


def _instrument(passages: Passages, incident: Incident) -> dict[int, tuple[Filler, ...]]:
    """What it was done with; none for fires and abductions."""
    if incident.kind in ("ARSON", "KIDNAPPING"):
        return {}
    heads = passages.learnt.heads["instrument"]
    found: dict[str, str] = {}
    for sentence in incident.sentences[:6]:
        for phrase in passages.phrases(sentence, "instrument", _LEAST_INSTRUMENT):
            found.setdefault(passages.head(phrase), phrase)
    kept = list(found.items())[:2]
    types = [(heads.type(last), phrase) for last, phrase in kept]
    if not kept and incident.kind == "BOMBING":
        types = [("BOMB", "-")]
    return {
        6: tuple(Filler((phrase,)) for _, phrase in kept),
        7: tuple(Filler((kind,), (phrase,)) for kind, phrase in types if kind),
    }
