"""Who did it, and how sure the message is: MUC-4's slots 8 to 11."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.evaluate.corpora.muc import Filler
from sayso.evaluate.muc.incidents import Incident
from sayso.evaluate.muc.learnt import head
from sayso.evaluate.muc.passages import Passages
from sayso.record.event import Role

_STATE = re.compile(
    r"\b(?:ARMY|ARMED FORCES|AIR FORCE|POLICE|SOLDIERS?|TROOPS|MILITARY|GOVERNMENT|BATTALION|BRIGADE|"
    r"COLONEL|LIEUTENANTS?|CIVIL DEFENSE)\b"
)
_REBEL = re.compile(r"REVOLUTIONARY ARMY|LIBERATION|REBEL|GUERRILLA|PEOPLE'S ARMY")
_CLAIMED = re.compile(r"\bCLAIM\w*\b.{0,40}\b(?:RESPONSIB|CREDIT|ATTACK)|\bADMIT\w*|\bTOOK RESPONSIBILITY")
_BLAMED = re.compile(
    r"\b(?:ACCUS\w+|BLAM\w+|ATTRIBUT\w+|SUSPECT\w*|ALLEGED\w*|PRESUM\w+|APPARENTLY|BELIEVED|CHARGED)\b"
)
_AUTHORITY = re.compile(
    r"\b(?:POLICE|ARMY|MILITARY|GOVERNMENT|AUTHORIT\w+|OFFICIAL\w*|MINIST\w+|PRESIDENT|"
    r"ARMED FORCES|JUDGE|COLONEL|GENERAL|SECURITY)\b"
)
LEAST_ORGANISATION = 0.2
LEAST_INDIVIDUAL = 0.12


def perpetrator_slots(passages: Passages, incident: Incident) -> dict[int, tuple[Filler, ...]]:
    """Category, individuals, organisations and the confidence in them."""
    people = list(dict.fromkeys(_individuals(passages, incident)))[:2]
    organisation = _organisation(passages, incident)
    named = [organisation[0]] if organisation else []
    return {
        8: tuple(Filler((one,)) for one in _category([*people, *named])),
        9: tuple(Filler((one,)) for one in people),
        10: tuple(Filler((one,)) for one in named),
        11: tuple(Filler((_confidence(organisation[1]),), (organisation[0],)) for _ in named if organisation),
    }


def _category(perpetrators: list[str]) -> Iterator[str]:
    if any(_STATE.search(one) and not _REBEL.search(one) for one in perpetrators):
        yield "STATE-SPONSORED VIOLENCE"
    else:
        yield "TERRORIST ACT"


def _individuals(passages: Passages, incident: Incident) -> Iterator[str]:
    """Actors of the events, and phrases of the sentences that usually name such."""
    heads = passages.learnt.heads["individual"]
    for event in incident.events:
        for part in event.participants:
            phrase = " ".join(re.split(r",| WHO ", part.reference.words.text.upper())[0].split())
            if part.role is Role.ACTOR and heads.rate(head(phrase)) >= LEAST_INDIVIDUAL / 2.5:
                yield re.sub(r"^(?:THE|A|AN|SOME)\s+", "", phrase)
    for sentence in incident.sentences[:4]:
        yield from passages.phrases(sentence, "individual", LEAST_INDIVIDUAL)


def _organisation(passages: Passages, incident: Incident) -> tuple[str, str] | None:
    """The organisation that is blamed most often where it is named, and the sentence that names it here."""
    phrases = passages.learnt.phrases["organisation"]
    near = [other for one in incident.sentences for other in (one, one + 1, one - 1)]
    found: list[tuple[float, int, str, str]] = []
    for order, sentence in enumerate(dict.fromkeys(near)):
        said = passages.said(sentence)
        for phrase in phrases.filled:
            if phrases.rate(phrase) >= LEAST_ORGANISATION and re.search(rf"\b{re.escape(phrase)}\b", said):
                found.append((min(phrases.rate(phrase), 1.0) - 0.05 * order, len(phrase), phrase, said))
    if not found:
        return None
    best = max(found)
    return best[2], best[3]


def _confidence(said: str) -> str:
    if _CLAIMED.search(said):
        return "CLAIMED OR ADMITTED"
    if _BLAMED.search(said):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if _AUTHORITY.search(said) else "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"
