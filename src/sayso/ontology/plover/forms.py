"""Word forms to lemmas, as far as the codebook needs them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sayso.ontology.plover.files import entries

_VOWELS = "aeiou"
_ONE_SYLLABLE = re.compile(r"(?:qu|[^aeiou]){0,4}[aeiou][^aeiouwxy]")
"""A verb of one syllable that doubles its last letter: "rob", "drop"."""


@cache
def irregular() -> Mapping[str, tuple[str, str, str, str]]:
    """Third person, past, participle and -ing form of verbs that do not go by the rule."""
    rows = (line.split() for line in entries("words")["verbs"]["irregular"])
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, the lemma among them, in small letters."""
    if lemma in irregular():
        return frozenset((lemma, *irregular()[lemma]))
    return frozenset((lemma, third_person(lemma), *_regular(lemma)))


@cache
def past_forms(lemma: str) -> frozenset[str]:
    """The past and the participle of a verb."""
    if lemma in irregular():
        return frozenset(irregular()[lemma][1:3])
    return frozenset(_regular(lemma)[:1])


def third_person(lemma: str) -> str:
    """The third person of a verb, and the plural of a noun: "attacks", "clashes", "carries"."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _regular(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ied", f"{lemma}ing"
    if lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma}d", f"{lemma}ing"
    if lemma.endswith("e"):
        return f"{lemma}d", f"{lemma[:-1]}ing"
    stem = lemma + lemma[-1] if _ONE_SYLLABLE.fullmatch(lemma) or lemma in _doubling() else lemma
    return f"{stem}ed", f"{stem}ing"


@cache
def _doubling() -> frozenset[str]:
    return frozenset(entries("words")["verbs"]["doubling"].split())


@cache
def noun_lemma(word: str) -> str:
    """The singular of a noun in small letters, as near as spelling tells it; capitals and digits are the caller's."""
    if word in _plurals():
        return _plurals()[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def _plurals() -> Mapping[str, str]:
    return dict(pair.split() for pair in entries("words")["verbs"]["plurals"])


@cache
def verb_lemma_of(lemmas: frozenset[str]) -> Mapping[str, str]:
    """Each form of these verbs to its lemma; forms that two share go to the first in the alphabet."""
    table: dict[str, str] = {}
    for lemma in sorted(lemmas, reverse=True):
        for form in verb_forms(lemma):
            table[form] = lemma
    table.update({form: lemma for form, lemma in _second_spellings() if lemma in lemmas})
    return table


@cache
def _second_spellings() -> tuple[tuple[str, str], ...]:
    pairs = (line.split() for line in entries("words")["verbs"]["more"])
    return tuple((form, lemma) for form, lemma in pairs)
