"""Codebooks as data: loaded once, looked up by form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.record.statement import Act


class VerbForm(StrEnum):
    """A form that a verb takes; regular past and participle are spelt alike and both listed."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A reporting verb: its lemma (further words included: "point out"), what it takes, what it does."""

    lemma: str
    takes: frozenset[str]
    act: Act | None
    distance: bool

    @property
    def rest(self) -> tuple[str, ...]:
        """The words that must follow the verb itself: "out at" of "lash out at"."""
        return tuple(self.lemma.split()[1:])


@dataclass(frozen=True, slots=True)
class CueBook:
    """Reporting verbs and nouns of one language, by their forms in small letters.

    `verbs` gives for a form the verbs it may belong to, those with further words first.
    """

    verbs: Mapping[str, tuple[tuple[CueVerb, VerbForm], ...]]
    nouns: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    according: tuple[tuple[str, ...], ...]


@cache
def cue_book(language: str = "en") -> CueBook:
    """The cues of a language."""
    entries = _entries("cues", language)
    irregular = entries["irregular"]
    forms: dict[str, list[tuple[CueVerb, VerbForm]]] = {}
    for verb in _verbs(entries["verbs"]):
        for form, kind in _forms_of(verb.lemma.split()[0], irregular):
            forms.setdefault(form, []).append((verb, kind))
    return CueBook(
        verbs={form: tuple(sorted(found, key=lambda pair: -len(pair[0].rest))) for form, found in forms.items()},
        nouns=frozenset(_with_plurals(entries["nouns"]["with_that"].split())),
        lists=_lists(entries),
        according=tuple(tuple(phrase.split()) for phrase in entries["according"]["phrases"]),
    )


@cache
def word_lists(language: str = "en") -> Mapping[str, frozenset[str]]:
    """The closed word classes of a language, each by its name in the codebook."""
    return {name: frozenset(words.split()) for name, words in _entries("words", language).items()}


@cache
def source_words(language: str = "en") -> Mapping[str, frozenset[str]]:
    """By what words the kind of a source shows, each list by its name in the codebook."""
    return {name: frozenset(words.split()) for name, words in _entries("sources", language).items()}


@cache
def confidences(language: str = "en") -> Mapping[str, Mapping[str, float]]:
    """How often a rule was right, by "families", "rules" and "verbs" (rule and lemma)."""
    return _entries("cues", f"{language}-confidence")


def _entries(book: str, language: str) -> dict[str, Any]:
    path = files("sayso.ontology") / book / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _verbs(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[CueVerb]:
    for lemma, entry in entries.items():
        act = Act(entry["act"]) if "act" in entry else None
        yield CueVerb(lemma, frozenset(entry["takes"]), act, entry.get("distance", False))


def _lists(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Word lists by "section.name"."""
    return {
        f"{section}.{name}": frozenset(words.split())
        for section in ("nouns", "negated", "layout", "addressee", "doubts", "nested", "rejected", "venue", "roles")
        for name, words in entries[section].items()
    }


def _with_plurals(nouns: list[str]) -> Iterator[str]:
    for noun in nouns:
        yield noun
        yield noun[:-1] + "ies" if noun[-1] == "y" and noun[-2] not in "aeiou" else noun + "s"


def _forms_of(base: str, irregular: Mapping[str, list[str]]) -> list[tuple[str, VerbForm]]:
    """Every form of a verb with its kind: `irregular` lists third person, past, participle and -ing form."""
    third, past, participle, gerund = irregular.get(base) or _regular(base)
    found = [(base, VerbForm.BASE), (third, VerbForm.THIRD), (past, VerbForm.PAST), (participle, VerbForm.PARTICIPLE)]
    if base == "be":
        found += [("are", VerbForm.THIRD), ("am", VerbForm.THIRD), ("were", VerbForm.PAST)]
    return [*dict.fromkeys(found), (gerund, VerbForm.GERUND)]


def _regular(base: str) -> tuple[str, str, str, str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    past = base + ("d" if base.endswith("e") else "ed")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    return third, past, past, stem + "ing"
