"""What stands around the running text, found and put in its place: one set of rules, whatever the format.

Hints that a reader may give with a piece (`Piece.hint`), where its format says what the piece is: "headline",
"subheadline", "byline", "credit", "published", "updated", "caption", "photo-credit", "related", "share",
"prompt", "advert", "comment", "copyright", "url", "link" (all of it is a link), "emphasis" (all of it is set in
bold or italics).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.readers.excerpt import RawOf
from sayso.readers.pieces import Metadata, Piece
from sayso.record.report import BlockKind, Furniture, Removed, Warning  # noqa: A004


@dataclass(frozen=True, slots=True)
class Parted:
    """A report's pieces, told apart: `headline` and `body` are text, the rest has become `furniture`."""

    headline: Piece | None
    body: list[Piece]
    furniture: Furniture
    warnings: tuple[Warning, ...] = field(default=())


def part(pieces: Sequence[Piece], metadata: Metadata, *, raw_of: RawOf) -> Parted:
    """Tell the running text of `pieces` from what stands around it."""
    headline = next((p for p in pieces if p.kind is BlockKind.HEADLINE), None)
    body = [p for p in pieces if p is not headline and p.hint in (None, "link", "emphasis")]
    removed = tuple(Removed(text=p.text, reason=p.hint or "") for p in pieces if p is not headline and p not in body)
    if headline is None and metadata.headline:
        headline = Piece(metadata.headline, BlockKind.HEADLINE, metadata.headline_locator)
    furniture = Furniture(
        headline=headline.text if headline else None,
        subheadline=metadata.subheadline,
        bylines=metadata.bylines,
        agencies=metadata.agencies,
        publisher=metadata.publisher,
        canonical_url=metadata.canonical_url,
        section=metadata.section,
        captions=metadata.captions,
        first_published=metadata.first_published,
        last_updated=metadata.last_updated,
        basis=dict(metadata.basis),
        removed=removed,
    )
    return Parted(headline, body, furniture)
