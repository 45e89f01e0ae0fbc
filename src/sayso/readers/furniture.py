"""What stands around the running text, found and put in its place: one set of rules, whatever the format.

Hints that a reader may give with a piece (`Piece.hint`), where its format says what the piece is: "headline",
"subheadline", "byline", "credit", "published", "updated", "caption", "photo-credit", "url", "canonical",
"publisher", "section", "keywords", "related", "share", "prompt", "cookie", "advert", "comment", "copyright",
"note", "page", "navigation" (any other hint is the reason for leaving the piece out), "link" (all of it is a link) and
"emphasis" (all of it is set in bold or italics); the last two leave it to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.readers import publishers
from sayso.readers.bylines import byline_of, introduces
from sayso.readers.credits import closing_credit_of
from sayso.readers.datelines import opening_of
from sayso.readers.excerpt import RawOf, part_of
from sayso.readers.ledger import Ledger, Parted
from sayso.readers.pieces import Metadata, Piece
from sayso.readers.rules import settled
from sayso.readers.zones import Zone, is_prose, is_title, zones_of
from sayso.record.report import BlockKind

_SIGNED_OFF = re.compile(r"(?<=[.!?]\s)By\s[^.!?]{3,100}\.?\Z")
_LONGEST_BYLINE = 120
_SHORTEST_PULLED = 4
_LONGEST_LEAD = 200
_MARKS = "\"“”'‘’«» .,;"
_LED_AWAY = re.compile(r"""(?<=[.!?"”])\s(?:SEE|READ|ALSO)\s(?:ALSO|MORE|NEXT|READ)\s?:\s\S.{3,160}\Z""")
_HOUSE = re.compile(r"\s[-|–—]\s(?P<house>[^-|–—]{3,40})\Z")

__all__ = ["Parted", "part"]


def part(pieces: Sequence[Piece], metadata: Metadata, *, raw_of: RawOf) -> Parted:
    """Tell the running text of `pieces` from what stands around it."""
    ledger = Ledger(metadata)
    own = next((piece for piece in pieces if piece.kind is BlockKind.HEADLINE or piece.hint == "headline"), None)
    if own:
        ledger.head(_housed(replace(own, kind=BlockKind.HEADLINE, hint=None), ledger, raw_of))
    zones = zones_of(pieces)
    body: list[Piece] = []
    for at, piece in enumerate(pieces):
        neighbours = [pieces[other] for other in (at - 1, at + 1) if 0 <= other < len(pieces)]
        if piece is own or settled(piece, zones[at], neighbours, ledger):
            continue
        if zones[at] is Zone.HEAD and not ledger.titled and len(pieces) > 1 and is_title(piece):
            ledger.head(_housed(replace(piece, kind=BlockKind.HEADLINE), ledger, raw_of))
        else:
            body.append(piece)
    body = [_unled(piece, ledger, raw_of) for piece in _once(body, ledger)]
    body = _opened(_signed_off(body, ledger, raw_of), ledger, raw_of)
    body = _closed(_unintroduced(body, ledger), ledger, raw_of)
    return ledger.closed(_headings(body), " ".join(piece.text for piece in body[:40]))


def _housed(headline: Piece, ledger: Ledger, raw_of: RawOf) -> Piece:
    """A headline without the paper's name that browsers put behind it ("Bridge shut - The Sample Post")."""
    found = _HOUSE.search(headline.text[-60:])
    if not found or not publishers.is_paper(found.group("house")):
        return headline
    ledger.put_out_by(found.group("house"))
    return part_of(headline, 0, len(headline.text) - len(found.group()), raw_of)


def _once(body: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """The body without a second copy of the headline; other headlines are headings."""
    title = ledger.headline.text if ledger.headline else ledger.metadata.headline
    for piece in body:
        if piece.text == title:
            ledger.remove(piece.text, "repeated")
    told = [piece.text for piece in body if piece.kind is BlockKind.PARAGRAPH]
    for piece in body:
        if _is_pulled(piece, told):
            ledger.remove(piece.text, "repeated")
    kept = (piece for piece in body if piece.text != title and not _is_pulled(piece, told))
    return [replace(piece, kind=BlockKind.HEADING) if piece.kind is BlockKind.HEADLINE else piece for piece in kept]


def _is_pulled(piece: Piece, told: Sequence[str]) -> bool:
    """Whether a quotation set apart only repeats what a paragraph says."""
    if piece.kind is not BlockKind.BLOCKQUOTE or len(piece.text.split()) < _SHORTEST_PULLED:
        return False
    return any(piece.text.strip(_MARKS) in paragraph for paragraph in told)


def _opened(body: list[Piece], ledger: Ledger, raw_of: RawOf) -> list[Piece]:
    """The body, its first paragraph without the dateline and credit that open it."""
    for at, piece in enumerate(body[:4]):
        if piece.kind is not BlockKind.PARAGRAPH:
            continue
        opening = opening_of(piece.text)
        if opening:
            ledger.open(opening)
            return [*body[:at], part_of(piece, opening.end, len(piece.text), raw_of), *body[at + 1 :]]
        if is_prose(piece):
            break
    return body


def _unled(piece: Piece, ledger: Ledger, raw_of: RawOf) -> Piece:
    """A paragraph without the words at its end that lead to another report ("READ MORE: Bins to be emptied")."""
    found = _LED_AWAY.search(piece.text, max(0, len(piece.text) - _LONGEST_LEAD))
    if not found:
        return piece
    ledger.remove(found.group().strip(), "related")
    return part_of(piece, 0, found.start(), raw_of)


def _signed_off(body: list[Piece], ledger: Ledger, raw_of: RawOf) -> list[Piece]:
    """The body, its introduction without the dated byline that ends it ("… By Ada Obi, Sample Weekly, 2 May 2026.")."""
    found = _SIGNED_OFF.search(body[0].text[-_LONGEST_BYLINE:]) if body else None
    signed = byline_of(found.group().rstrip(".")) if found else None
    if found is None or signed is None or not (signed.names and signed.timings):
        return body
    ledger.sign(signed, found.group())
    end = len(body[0].text) - len(found.group())
    return [part_of(body[0], 0, len(body[0].text[:end].rstrip()), raw_of), *body[1:]]


def _closed(body: list[Piece], ledger: Ledger, raw_of: RawOf) -> list[Piece]:
    """The body, its last paragraph without the agency that signs it."""
    if not body:
        return body
    found = closing_credit_of(body[-1].text)
    if not found:
        return body
    end, credit = found
    ledger.credit(credit)
    return [*body[:-1], part_of(body[-1], 0, end, raw_of)]


def _unintroduced(body: list[Piece], ledger: Ledger) -> list[Piece]:
    """The body without what it says at its end of its own writer ("Ada Obi is a reporter in Accra.")."""
    names = (*ledger.names, *ledger.metadata.bylines)
    while len(body) > 1 and introduces(body[-1].text, names):
        ledger.remove(body[-1].text, "author")
        body = body[:-1]
    return body


def _headings(body: Sequence[Piece]) -> list[Piece]:
    """The body; lines set in bold between paragraphs are headings."""
    return [
        replace(piece, kind=BlockKind.HEADING)
        if piece.hint == "emphasis" and not is_prose(piece) and len(piece.text) <= 120
        else piece
        for piece in body
    ]
