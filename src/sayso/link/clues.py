"""What speaks for two pools being one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that speaks for (or against, below 0) being one."""

    what: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for and against.

    `barred` says that they cannot be one, `secure` that it does not matter how many others fit as well.
    """

    clues: tuple[Clue, ...]
    barred: bool = False
    secure: bool = True

    @property
    def score(self) -> float:
        return sum(clue.weight for clue in self.clues)

    @property
    def why(self) -> str:
        return "; ".join(clue.what for clue in self.clues if clue.what)


def first(words: Iterable[str]) -> str:
    """The same word of a set on every machine."""
    return min(words)
