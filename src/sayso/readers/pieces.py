"""What a reader finds in a capture, before it is composed into a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.record.report import BlockKind, Caption, Locator
from sayso.record.when import Stamp


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph-like stretch, in reading order.

    `text` is the text at `locator` after the `normalised` steps. `hint` is what the format itself says the piece is
    ("caption", "byline", "related", "share", "prompt" …), None if it says nothing.
    """

    text: str
    kind: BlockKind
    locator: Locator | None
    normalised: tuple[str, ...] = ()
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a capture says of its report outside the text; None where it says nothing.

    `basis` tells for a field where it was read ("json-ld:headline", "meta:og:site_name").
    """

    headline: str | None = None
    headline_locator: Locator | None = None
    subheadline: str | None = None
    bylines: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    publisher: str | None = None
    canonical_url: str | None = None
    section: str | None = None
    language: str | None = None
    captions: tuple[Caption, ...] = ()
    first_published: Stamp | None = None
    last_updated: Stamp | None = None
    basis: Mapping[str, str] = field(default_factory=dict)
