"""A source while the rules are still at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How the source stands to the cue."""

    SUBJECT = "subject"
    RELATIVE = "relative"
    INVERTED = "inverted"
    SHARED = "shared"
    WITH = "with"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source in tokens, and where the clause of source and cue begins and ends (`first`, `last`, half-open)."""

    start: int
    end: int
    way: Way
    first: int
    last: int
