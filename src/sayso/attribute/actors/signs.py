"""What the words of a mention tell of whom they mean."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind


@dataclass(frozen=True, slots=True)
class Sign:
    """What a mention tells. Everything is in small letters but `name`.

    `name` is the proper name without titles and roles, empty for none. `roles` are what the words say the bearer is.
    `head` is the last word of a mention without a personal name ("ministry"), `modifiers` what stands before it, and
    `described` the last word of what stands beside it ("airline" in "Norlift, the regional airline"). `gender` is "m",
    "f", "n" (a thing or body), "p" (several) or "" for unknown. `definite` says that somebody known is meant ("the
    ministry"). `guess` is the kind of actor that a tagger takes a single name for, which the words may yet overrule.
    """

    kind: MentionKind
    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    described: str = ""
    gender: str = ""
    definite: bool = False
    actor_kind: ActorKind | None = None
    guess: ActorKind | None = None
    country: str | None = None
    sector: str | None = None
