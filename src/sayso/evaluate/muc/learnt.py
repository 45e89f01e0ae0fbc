"""What MUC-4's training keys teach the adapter, counted anew for every measurement: nothing of it is kept in sayso.

Which words name organisations that are blamed, people and things that are attacked, instruments; where places lie; and
which messages tell of which type of incident at all (a count of words, as naive Bayes has it).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.evaluate.corpora.muc import LOCATION, Message, Template

_WORD = re.compile(r"[A-Z][A-Z'-]+")
_KIND = re.compile(r"\s*\(([^)]*)\)\s*$")
STRINGS = {"instrument": (6, 7), "individual": (9, 9), "organisation": (10, 10), "thing": (12, 13), "person": (19, 20)}
"""Slots of strings, each with the slot of their type."""


@dataclass(slots=True)
class Phrases:
    """Phrases that filled a slot: how often, of which types, and in how many messages they stand at all."""

    filled: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    types: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def rate(self, phrase: str) -> float:
        """How often a message with this phrase has it in the slot, a little below what was counted."""
        return self.filled[phrase] / (self.seen[phrase] + 2)

    def type(self, phrase: str) -> str | None:
        """The usual type; None for a phrase that was never one."""
        types = self.types.get(phrase)
        return types.most_common(1)[0][0] if types else None


@dataclass(slots=True)
class Learnt:
    """All that is counted; `words` are log likelihood ratios of a word's being in a message with a type of incident."""

    phrases: dict[str, Phrases]
    heads: dict[str, Phrases]
    places: dict[str, Counter[str]]
    words: dict[str, dict[str, float]]
    prior: dict[str, float]

    def likely(self, kind: str, text: str) -> float:
        """Log odds that a message tells of an incident of this type; "" for any."""
        table = self.words.get(kind, {})
        return self.prior.get(kind, -9.0) + sum(table.get(word, 0.0) for word in set(_WORD.findall(text)))


def learn(messages: Iterable[Message], keys: Mapping[str, Sequence[Template]]) -> Learnt:
    """Count the training part."""
    texts = {message.name: " ".join(message.text.split()) for message in messages}
    templates = [one for several in keys.values() for one in several]
    words = {name: frozenset(_WORD.findall(text)) for name, text in texts.items()}
    found = Learnt({}, {}, defaultdict(Counter), {}, {})
    for name, slots in STRINGS.items():
        found.phrases[name] = _phrases(templates, slots, str)
        found.heads[name] = _phrases(templates, slots, head)
        found.heads[name].seen.update(word for own in words.values() for word in own & found.heads[name].filled.keys())
        for text in texts.values():
            found.phrases[name].seen.update(phrase for phrase in found.phrases[name].filled if phrase in text)
    for one in templates:
        for filler in one.slots.get(LOCATION, ()):
            for place in filler.values:
                _add_place(found.places, place)
    _weigh(found, words, keys)
    return found


def head(phrase: str) -> str:
    """The word that a phrase is about: the last one before "of", a comma or the like."""
    before = re.split(r"\s(?:OF|IN|FROM|AT|FOR|WHO|ON|TO|WITH|NEAR|THAT|BY|BELONGING)\s|,", phrase.upper())[0]
    words = _WORD.findall(before) or _WORD.findall(phrase.upper())
    return words[-1] if words else ""


def _phrases(templates: Iterable[Template], slots: tuple[int, int], key: type[str] | object) -> Phrases:
    found = Phrases()
    for template in templates:
        typed = {tag: filler.values[0] for filler in template.slots.get(slots[1], ()) for tag in filler.tags}
        own = set()
        for filler in template.slots.get(slots[0], ()):
            for value in filler.values:
                phrase = head(value) if key is head else value
                own.add(phrase)
                kind = typed.get(value) or next((typed[tag] for tag in filler.tags if tag in typed), None)
                if kind:
                    found.types[phrase][kind] += 1
        found.filled.update(own)
    return found


def _add_place(places: dict[str, Counter[str]], place: str) -> None:
    """Each name of a chain stands for the chain down to it."""
    parts = [part.strip() for part in place.split(":")]
    for end in range(1, len(parts) + 1):
        places[_KIND.sub("", parts[end - 1]).strip()][": ".join(parts[:end])] += 1


def _weigh(found: Learnt, words: Mapping[str, frozenset[str]], keys: Mapping[str, Sequence[Template]]) -> None:
    kinds = {
        name: {kind for one in several for kind in one.types} | ({""} if several else set())
        for name, several in keys.items()
    }
    for kind in {kind for several in kinds.values() for kind in several}:
        inside = [own for name, own in words.items() if kind in kinds.get(name, ())]
        outside = [own for name, own in words.items() if kind not in kinds.get(name, ())]
        here, there = Counter(w for own in inside for w in own), Counter(w for own in outside for w in own)
        table = {}
        for word in here.keys() | there.keys():
            if here[word] + there[word] >= 8:
                ratio = math.log((here[word] + 1) / (len(inside) + 2)) - math.log(
                    (there[word] + 1) / (len(outside) + 2)
                )
                if abs(ratio) > 0.4:
                    table[word] = ratio
        found.words[kind] = table
        found.prior[kind] = math.log((len(inside) + 1) / (len(outside) + 1))
