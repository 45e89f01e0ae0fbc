"""Pieces to a report: the last step of every reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.errors import NoText
from sayso.limits import Limits
from sayso.readers import furniture, mend
from sayso.readers.excerpt import RawOf, part_of, proven
from sayso.readers.language import language_of
from sayso.readers.pieces import Metadata, Piece
from sayso.record.ids import report_id
from sayso.record.report import Block, Capture, Furniture, Origin, Report, Warning  # noqa: A004
from sayso.spans import Span

_BETWEEN = "\n\n"


def compose(
    pieces: Iterable[Piece],
    metadata: Metadata,
    *,
    capture: Capture,
    origin: Origin,
    raw_of: RawOf,
    limits: Limits,
    warnings: Sequence[Warning] = (),
) -> Report:
    """The report that `pieces`, in reading order, and `metadata` make.

    Furniture is taken out, broken paragraphs are mended, the text is laid out. `raw_of` gives the characters of
    the capture at a locator; a locator that does not lead to its piece's text is left out. Raises `NoText` if
    nothing is left.
    """
    sound = (mend.characters(proven(piece, raw_of), raw_of) for piece in pieces)
    parted = furniture.part([piece for piece in sound if piece.text.strip()], metadata, raw_of=raw_of)
    body, cut = _within(mend.rejoin(parted.body, raw_of), limits, raw_of)
    blocks = [*([proven(parted.headline, raw_of)] if parted.headline else []), *body]
    if not blocks:
        raise NoText(f"{capture.uri}: no text in {len(capture.content):,} bytes", uri=capture.uri)
    text, laid = _lay_out(blocks)
    language = language_of(text) or metadata.language or parted.language
    return Report(
        id=report_id(capture.digest),
        origin=origin,
        text=text,
        body=_body(laid, bool(parted.headline)),
        blocks=laid,
        furniture=_with_uri(parted.furniture, capture.uri),
        language=language,
        warnings=_once((*warnings, *parted.warnings, *cut, *_foreign(language))),
    )


def _foreign(language: str | None) -> tuple[Warning, ...]:
    """A warning if the text is in a language in which nothing is looked for."""
    if language in (None, "en"):
        return ()
    message = f"the report is in another language ({language}); statements, times and places are found in English only"
    return (Warning(code="language.unsupported", message=message),)


def _once(warnings: Sequence[Warning]) -> tuple[Warning, ...]:
    """The first warning of each code and message; that the text was cut is said once."""
    return tuple(
        {(one.code, "" if one.code == "text.cut" else one.message): one for one in reversed(warnings)}.values()
    )[::-1]


def _within(body: list[Piece], limits: Limits, raw_of: RawOf) -> tuple[list[Piece], tuple[Warning, ...]]:
    """As much of the body as the limit on running text allows, and a warning if that is not all."""
    left = limits.text_characters
    for count, piece in enumerate(body):
        if len(piece.text) > left:
            message = f"the text is longer than {limits.text_characters:,} characters; what is beyond was left out"
            rest = [part_of(piece, 0, left, raw_of)] if not count else []
            return [*body[:count], *rest], (Warning(code="text.cut", message=message),)
        left -= len(piece.text) + len(_BETWEEN)
    return body, ()


def _lay_out(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        span = Span(at, at + len(piece.text))
        blocks.append(Block(kind=piece.kind, span=span, locator=piece.locator, normalised=piece.normalised))
        at = span.end + len(_BETWEEN)
    return _BETWEEN.join(piece.text for piece in pieces), tuple(blocks)


def _body(blocks: tuple[Block, ...], headed: bool) -> Span | None:
    running = blocks[1:] if headed else blocks
    return Span(running[0].span.start, running[-1].span.end) if running else None


def _with_uri(found: Furniture, uri: str) -> Furniture:
    """A location on the web serves as the canonical address when the report names none."""
    if found.canonical_url or not uri.startswith(("http://", "https://")):
        return found
    basis = {**found.basis, "canonical_url": "location"}
    return msgspec.structs.replace(found, canonical_url=uri, basis=basis)
