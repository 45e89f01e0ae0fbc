"""What a finding rests on."""

from __future__ import annotations

from msgspec import Struct

from sayso.spans import Span


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The spans a finding rests on, how it was made, and how sure that is.

    `method` names the rule or bundle with its version: "rule:cue-clause@1", "tagger:en@2026.1".
    `confidence` is in [0, 1]: of findings at 0.9, nine in ten should be right. `fields` names the methods
    of single fields where they differ from `method`.
    """

    spans: tuple[Span, ...]
    method: str
    confidence: float
    fields: dict[str, str] = {}
