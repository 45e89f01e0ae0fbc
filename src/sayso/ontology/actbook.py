"""Acts as data: what each means, and how a language tells it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sayso.record.statement import Act, Polarity

_CUES = 10_000
"""Cues whose rules are remembered: most are "said" and a few more."""
Search = Callable[[str], object]
_NAME = re.compile(r"\{([a-z_]+)\}")


class Voice(StrEnum):
    """How a source speaks of itself: inside a quotation, or outside one as what it is; "told" may be anything."""

    QUOTED = "quoted"
    HE = "he"
    SHE = "she"
    PERSON = "person"
    MANY = "many"
    TOLD = "told"


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
    """Patterns that together give an act: `cue` for the cue, the others each with the part of a wording it is for.

    `cue` is None where any cue will do, `asks` and `quoted` are where either will.
    """

    act: Act
    cue: str | None
    patterns: tuple[tuple[str, str], ...]
    asks: bool | None
    quoted: bool | None

    def holds(self, parts: Mapping[str, str], voice: Voice) -> bool:
        """Whether each pattern is found in its part, for a source that speaks of itself so."""
        return all(_search(pattern, voice)(parts[part]) for part, pattern in self.patterns)


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
def act_book() -> ActBook:
    """How English tells acts."""
    entries = _entries("en")
    rules = {part: tuple(_rules(entries[part])) for part in ("unsaid", "named", "told")}
    return ActBook(
        **rules,
        nouns={noun: Act(act) for act, nouns in entries["nouns"].items() for noun in nouns.split()},
        lists={name: frozenset(words.split()) for name, words in entries["lists"].items()},
    )


@lru_cache(maxsize=_CUES)
def rules_for(part: str, cue: str) -> tuple[ActRule, ...]:
    """The rules of a part of the book, "unsaid", "named" or "told", that such a cue leaves open."""
    rules: tuple[ActRule, ...] = getattr(act_book(), part)
    return tuple(one for one in rules if one.cue is None or _search(one.cue, Voice.TOLD)(cue))


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


def _rules(entries: list[Mapping[str, Any]]) -> Iterator[ActRule]:
    for entry in entries:
        patterns = tuple((part, entry[part]) for part in ("content", "lead", "spoken") if part in entry)
        yield ActRule(Act(entry["act"]), entry.get("cue"), patterns, entry.get("asks"), entry.get("quoted"))


@cache
def _search(pattern: str, voice: Voice) -> Search:
    """What looks for a pattern, its names filled in; made when first needed."""
    return _compiled(_filled(pattern, voice)).search


def _filled(pattern: str, voice: Voice) -> str:
    """The pattern with all names filled in."""
    words = _entries("en")["words"]
    own = {"own": words[f"own_{voice}"], "will": words["will_quoted" if voice is Voice.QUOTED else "will_told"]}
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda found: {**words, **own}[found[1]], pattern)
    return pattern


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made when first needed, since most never are; voices share most of them."""
    return re.compile(pattern)


@cache
def _entries(name: str) -> dict[str, Any]:
    path = files("sayso.ontology") / "acts" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
