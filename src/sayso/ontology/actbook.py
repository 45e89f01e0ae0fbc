"""Acts as data: what each means, and how a language tells it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.record.statement import Act, Polarity

_NAME = re.compile(r"\{([a-z_]+)\}")
VOICES = ("told", "quoted", "person")
"""How a source speaks of itself: outside a quotation, inside one, and outside one where "it" is not the source."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An act in the codebook; `plover` and `cameo` are its counterparts, perhaps none."""

    definition: str
    not_this: str
    examples: tuple[str, ...]
    plover: tuple[str, ...]
    cameo: tuple[str, ...]
    cameo_note: str | None


@dataclass(frozen=True, slots=True)
class ActRule:
    """Patterns that together give an act, each with the part of a wording that it is looked for in.

    `patterns` holds one of each for every one of the `VOICES`. `asks` and `quoted` are None where either will do.
    """

    act: Act
    patterns: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]
    asks: bool | None
    quoted: bool | None


@dataclass(frozen=True, slots=True)
class ActBook:
    """How a language tells acts: rules in their order, nouns of saying, and word lists by name.

    `unsaid` are the rules for what was not said, `named` for what a cue names, `told` for what the content of a plain
    cue does.
    """

    unsaid: tuple[ActRule, ...]
    named: tuple[ActRule, ...]
    told: tuple[ActRule, ...]
    nouns: Mapping[str, Act]
    lists: Mapping[str, frozenset[str]]


@cache
def act_book(language: str = "en") -> ActBook:
    """The acts of a language."""
    entries = _entries(language)
    rules = {part: tuple(_rules(entries[part], entries["words"])) for part in ("unsaid", "named", "told")}
    return ActBook(
        **rules,
        nouns={noun: Act(act) for act, nouns in entries["nouns"].items() for noun in nouns.split()},
        lists={name: frozenset(words.split()) for name, words in entries["lists"].items()},
    )


@cache
def meanings() -> Mapping[Act, Meaning]:
    """The codebook: what each act means."""
    return {Act(name): _meaning(entry) for name, entry in _entries("acts")["act"].items()}


@cache
def polarities() -> Mapping[Polarity | None, str]:
    """What each polarity means; None is that of what is not put forward at all."""
    entries = _entries("acts")["polarity"].items()
    return {None if name == "none" else Polarity(name): entry["definition"] for name, entry in entries}


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    lists = {name: tuple(entry[name]) for name in ("examples", "plover", "cameo")}
    return Meaning(entry["definition"], entry["not_this"], **lists, cameo_note=entry.get("cameo_note"))


def _rules(entries: list[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[ActRule]:
    for entry in entries:
        parts = [part for part in ("cue", "content", "lead", "spoken") if part in entry]
        patterns = tuple((part, tuple(_compiled(entry[part], words, voice) for voice in VOICES)) for part in parts)
        yield ActRule(Act(entry["act"]), patterns, entry.get("asks"), entry.get("quoted"))


def _compiled(pattern: str, words: Mapping[str, str], voice: str) -> re.Pattern[str]:
    will = words.get(f"will_{voice}", words["will_told"])
    known = {**words, "own": words[f"own_{voice}"], "will": will}
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda found: known[found[1]], pattern)
    return re.compile(pattern)


def _entries(name: str) -> dict[str, Any]:
    path = files("sayso.ontology") / "acts" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
