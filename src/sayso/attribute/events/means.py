"""By what means a deed was done."""

from __future__ import annotations

from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets


def instruments_of(trigger: Trigger, syntax: Syntax) -> list[int]:
    """What it was done with: "with knives", "in a drone strike", "using rockets"."""
    if trigger.frame.type not in ("ASSAULT", "PROTEST", "COERCE"):
        return []
    found = [
        one
        for one in syntax.children(trigger.at, "obl", "nmod")
        if syntax.case(one) in ("with", "by", "from", "in") and _weapon(syntax.low[one])
    ]
    for verb in syntax.children(trigger.at, "advcl", "acl"):
        if syntax.low[verb] in ("using", "armed", "wielding", "brandishing"):
            found += [one for one in syntax.children(verb, "obj", "obl") if _weapon(syntax.low[one])]
    subjects = syntax.children(trigger.at, "nsubj") if not syntax.passive(trigger.at) else []
    found += [one for one in subjects if _weapon(syntax.low[one]) and one not in {who.head for who in trigger.actors}]
    return list(dict.fromkeys(found))


def _weapon(word: str) -> bool:
    lemma = noun_lemma(word)
    return any(
        lemma in word_sets()[name] for name in ("missiles", "drones", "bombs", "instruments", "warplanes", "stones")
    )
