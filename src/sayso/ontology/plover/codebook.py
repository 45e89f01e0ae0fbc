"""PLOVER's types, modes and contexts, and how CAMEO's codes map to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sayso.errors import CodebookError
from sayso.ontology.plover.files import entries, frame_groups


class Quad(StrEnum):
    """Words or deeds, for or against."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"


@dataclass(frozen=True, slots=True)
class EventType:
    """One type: what it covers, its modes with what each means, and our decisions, each with an example.

    `cameo` lists two-digit roots of CAMEO, `score` is from -10 (conflict) to 10 (cooperation).
    """

    code: str
    definition: str
    quad: Quad
    cameo: tuple[str, ...]
    score: float
    requires_recipient: bool
    modes: Mapping[str, str]
    decisions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """What a code of CAMEO is in PLOVER."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types by their code, contexts with what each means, and CAMEO codes ("0871") to what they are here."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    cameo: Mapping[str, Coded]


@cache
def codebook() -> Codebook:
    """The codebook; raises `CodebookError` where its files contradict each other."""
    types = {code: _type(code, entry) for code, entry in entries("types").items()}
    contexts = entries("contexts")["contexts"]
    cameo = {code: _coded(text) for code, text in entries("cameo")["codes"].items()}
    for code, coded in cameo.items():
        check(types, contexts, coded.type, coded.mode, coded.contexts, where=f"cameo.toml: {code}")
    for group in frame_groups():
        check(types, contexts, group["type"], group.get("mode"), group.get("contexts", ()), where="frames.toml")
    return Codebook(types, contexts, cameo)


def check(
    types: Mapping[str, EventType],
    contexts: Mapping[str, str],
    code: str,
    mode: str | None,
    told: tuple[str, ...],
    *,
    where: str,
) -> None:
    """That a type has this mode, and that the contexts are known; else a `CodebookError` that says where."""
    if code not in types:
        raise CodebookError(f"{where}: no such type: {code}", path=where, entry=code)
    if mode is not None and mode not in types[code].modes:
        raise CodebookError(f"{where}: {code} has no mode {mode}", path=where, entry=mode)
    for context in told:
        if context not in contexts:
            raise CodebookError(f"{where}: no such context: {context}", path=where, entry=context)


def _type(code: str, entry: Mapping[str, Any]) -> EventType:
    pairs = (text.partition(" | ") for text in entry.get("decisions", ()))
    return EventType(
        code=code,
        definition=entry["definition"],
        quad=Quad(entry["quad"]),
        cameo=tuple(entry["cameo"]),
        score=entry["score"],
        requires_recipient=entry.get("requires_recipient", False),
        modes=entry.get("modes", {}),
        decisions=tuple((what, example) for what, _, example in pairs),
    )


def _coded(text: str) -> Coded:
    code, mode, *contexts = text.split()
    return Coded(code, None if mode == "-" else mode, tuple(one for one in contexts if one != "-"))
