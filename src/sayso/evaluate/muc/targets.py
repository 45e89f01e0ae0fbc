"""Who and what an incident was aimed at: MUC-4's slots 12 to 24."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.evaluate.corpora.muc import Filler
from sayso.evaluate.muc.incidents import Incident
from sayso.evaluate.muc.learnt import head
from sayso.evaluate.muc.passages import COUNTRIES, Passages
from sayso.record.actor import ActorKind
from sayso.record.event import Event, Role

MOST = 3
LOOKED_AT = 3
LEAST_PERSON = 0.25
_DEATH = re.compile(r"KILL|MURDER|ASSASSIN|MASSACRE|SLAIN|EXECUT|DEATH|DIED|SLAUGHTER")
_INJURY = re.compile(r"WOUND|INJUR|HURT")
_NUMBERS = dict(
    zip(
        ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE"],
        range(1, 13),
        strict=True,
    )
)
_NOBODY = re.compile(
    r"\bNO (?:ONE|BODY|PERSONS?|PEOPLE)\b.{0,30}\b(?:INJUR|HURT|WOUND)|"
    r"\bNO (?:INJURIES|VICTIMS|CASUALTIES)\b|\bNOBODY\b"
)
_DAMAGE = re.compile(r"\b(?:DAMAG\w+|SHATTERED|PARTIALLY DESTROYED)\b")
_DESTROYED = re.compile(r"\b(?:DESTROY\w*|DEMOLISHED|BLEW UP|BLOWN UP|BURNED)\b")
_PLURAL_HEADS = frozenset({"PEOPLE", "MEN", "WOMEN", "CHILDREN", "POLICE", "PERSONNEL", "POLICEMEN"})
_AND = re.compile(r",? (?:and|or|as well as|along with) (?=[\w\"])|, (?=[a-z\d])")
_NAME = re.compile(r"[A-Z][a-z]+(?: (?:de |del |la |y )*[A-Z][a-z.]+)*")
_PRONOUN = re.compile(
    r"(?:HE|SHE|THEY|IT|HIM|HER|THEM|WHO|WHOM|THOSE|OTHERS|I|WE|US|BOTH|ALL|MANY|SEVERAL|SOME|ANOTHER|ONE|TWO|THREE|MORE|"
    r"EACH|ANYONE|EVERYONE|VICTIMS?)(?: OTHERS?| MORE)?|[\d ]+"
)
_TITLES = re.compile(
    r"^(?:(?:MR|MRS|DR|GENERAL|GEN|COLONEL|COL|MAJOR|CAPTAIN|FATHER|SENATOR|DEPUTY|MAYOR|JUDGE|PRESIDENT|MONSIGNOR|ENGINEER|LAWYER)\.?\s+)+"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A target: a name or, where there is none, how it is described; both for somebody whose role is told."""

    name: str | None
    description: str | None
    effect: str | None

    @property
    def tag(self) -> str:
        return self.name or self.description or "-"


def person_slots(passages: Passages, incident: Incident) -> dict[int, tuple[Filler, ...]]:
    """Slots 18 to 24."""
    people = list(_once(_people(passages, incident)))[:MOST]
    said = " ".join(passages.said(one) for number in incident.sentences for one in (number, number + 1))
    effects = [Filler((one.effect,), (one.tag,)) for one in people if one.effect]
    if not people and incident.kind != "KIDNAPPING" and _NOBODY.search(said):
        effects = [Filler(("NO INJURY OR DEATH",), ("-",))]
    nations = [(nation, one.tag) for one in people if (nation := _nation(passages, one))]
    return {
        18: tuple(Filler((one.name,)) for one in people if one.name),
        19: tuple(Filler((one.description,), (one.name,) if one.name else ()) for one in people if one.description),
        20: tuple(Filler((_person_type(passages, one),), (one.tag,)) for one in people),
        21: tuple(Filler((number_of(one.tag) if not one.name else "1",), (one.tag,)) for one in people),
        22: tuple(Filler((nation,), (tag,)) for nation, tag in nations),
        23: tuple(effects),
        24: (),
    }


def _people(passages: Passages, incident: Incident) -> list[Person]:
    """Those that events name; where none does, those that are targets where such sentences name them."""
    named = [
        person
        for event in incident.events
        for part in event.participants
        if part.role is Role.RECIPIENT
        for person in _persons(passages, event, part.reference.words.text, part.reference.actor)
    ]
    return named or [
        Person(None, phrase, None if incident.kind == "KIDNAPPING" else _effect_of(passages.said(sentence)))
        for sentence in incident.sentences[:LOOKED_AT]
        for phrase in passages.phrases(sentence, "person", LEAST_PERSON)
    ]


def _persons(passages: Passages, event: Event, words: str, actor: str | None) -> Iterator[Person]:
    """The targets that some words stand for: the person whose name is known, or each that they list."""
    known = {one.id: one for one in passages.reading.record.actors}
    one = known.get(actor or "")
    effect = _effect_of(" ".join(part.text for part in event.trigger).upper())
    if one is not None and one.kind is ActorKind.PERSON and one.name and len(one.name.split()) > 1:
        role = next((office.role.upper() for office in one.offices if office.role), None)
        yield Person(_TITLES.sub("", one.name.upper()), role, effect)
        return
    for text in _AND.split(" ".join(words.split())):
        found = _described(passages, text.strip(), effect)
        if found is not None:
            yield found


def _described(passages: Passages, text: str, effect: str | None) -> Person | None:
    """A target by one phrase; None for a pronoun, or what is rather a thing."""
    phrase = _trimmed(text.upper())
    last = head(phrase)
    things, persons = passages.learnt.heads["thing"], passages.learnt.heads["person"]
    if not last or _PRONOUN.fullmatch(phrase) or things.filled[last] > persons.filled[last]:
        return None
    named = not persons.filled[last] and _NAME.fullmatch(_TITLES.sub("", text)) is not None
    return Person(_TITLES.sub("", phrase), None, effect) if named else Person(None, phrase, effect)


def _trimmed(text: str) -> str:
    """Up to the first clause or bracket, without an article."""
    text = re.split(r",|\(|\[| WHO | WHICH | THAT ", text)[0].strip()
    return re.sub(r"^(?:THE|A|AN|HIS|HER|THEIR|SOME|THESE|THOSE)\s+", "", text)


def _once(people: Iterable[Person]) -> Iterator[Person]:
    """Each target once: by its name, or the last word of its description."""
    seen: set[str] = set()
    for one in people:
        key = one.name.split()[-1] if one.name else head(one.tag)
        if key and key not in seen:
            seen.add(key)
            yield one


def _effect_of(words: str) -> str | None:
    return "DEATH" if _DEATH.search(words) else "INJURY" if _INJURY.search(words) else None


def _person_type(passages: Passages, one: Person) -> str:
    heads = passages.learnt.heads["person"]
    return heads.type(head(one.description or "")) or "CIVILIAN"


def _nation(passages: Passages, one: Person) -> str | None:
    text = one.description or ""
    return next((name for name, people in COUNTRIES.items() if people in text and name != passages.country), None)


def number_of(phrase: str) -> str:
    """How many a phrase speaks of: digits, or PLURAL."""
    for word in phrase.split():
        if word.isdigit():
            return word
        if word in _NUMBERS:
            return str(_NUMBERS[word])
    last = head(phrase)
    return "PLURAL" if last in _PLURAL_HEADS or (last.endswith("S") and not last.endswith(("SS", "US"))) else "1"


def thing_slots(passages: Passages, incident: Incident) -> dict[int, tuple[Filler, ...]]:
    """Slots 12 to 17; none for a kidnapping."""
    if incident.kind == "KIDNAPPING":
        return {}
    found: dict[str, tuple[str, int]] = {}
    least = 0.25 if incident.kind in ("BOMBING", "ARSON") else 0.5
    for sentence in incident.sentences[:6]:
        for phrase in passages.phrases(sentence, "thing", least):
            found.setdefault(head(phrase), (phrase, sentence))
    for phrase in _hit(incident):
        if passages.learnt.heads["thing"].filled[head(phrase)] > 1:
            found.setdefault(head(phrase), (_trimmed(phrase), incident.sentences[0]))
    things = list(found.values())[:MOST]
    types = passages.learnt.heads["thing"]
    effects = [(effect, phrase) for phrase, sentence in things if (effect := _damage(passages.said(sentence)))]
    return {
        12: tuple(Filler((phrase,)) for phrase, _ in things),
        13: tuple(Filler((types.type(head(phrase)) or "OTHER",), (phrase,)) for phrase, _ in things),
        14: tuple(Filler((number_of(phrase),), (phrase,)) for phrase, _ in things),
        15: (),
        16: tuple(Filler((effect,), (phrase,)) for effect, phrase in effects),
        17: (),
    }


def _hit(incident: Incident) -> Iterator[str]:
    for event in incident.events:
        for part in event.participants:
            if part.role is not Role.ACTOR:
                yield " ".join(part.reference.words.text.upper().split())


def _damage(said: str) -> str | None:
    return "DESTROYED" if _DESTROYED.search(said) else "SOME DAMAGE" if _DAMAGE.search(said) else None
