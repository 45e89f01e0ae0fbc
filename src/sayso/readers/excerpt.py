"""Parts of a piece, and pieces put together, with their locators kept true."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.readers.normalise import is_placed, moved, normalise, offset_of, ordered
from sayso.readers.pieces import Piece
from sayso.record.report import EntryField, Locator, PageBoxes, SourceRanges
from sayso.spans import Span

RawOf = Callable[[Locator], str]
"""The characters of a capture at a locator, before any step of normalisation."""


_NEAR = 40
"""A character reference is at most this long; a cut is looked for so far from where it seems to be."""


def holds(piece: Piece, raw_of: RawOf) -> bool:
    """Whether the characters at the piece's locator, normalised as recorded, are its text."""
    return piece.locator is None or normalise(raw_of(piece.locator), piece.normalised) == piece.text


def proven(piece: Piece, raw_of: RawOf) -> Piece:
    """`piece`, without a locator if that does not lead to its text."""
    return piece if holds(piece, raw_of) else replace(piece, locator=None, normalised=())


def part_of(piece: Piece, start: int, end: int, raw_of: RawOf) -> Piece:
    """The part `piece.text[start:end]`, stripped, as a piece of its own.

    Its locator leads to that part only; None if the cut cannot be found in the capture.
    """
    text = piece.text[start:end].strip()
    bare = replace(piece, text=text, locator=None, normalised=())
    if piece.locator is None or not text:
        return bare
    raw = raw_of(piece.locator)
    begin = _raw_offset(piece, raw, start + len(piece.text[start:end]) - len(piece.text[start:end].lstrip()))
    finish = _raw_offset(piece, raw, start + len(piece.text[start:end].rstrip()))
    return proven(_sliced(piece, text, begin, finish, len(raw)), raw_of)


def joined(first: Piece, second: Piece, raw_of: RawOf, *, glue: str = "joined") -> Piece | None:
    """Two pieces as one paragraph; None if their locators cannot be put together.

    `glue` is the step that stands where they meet: "joined" puts a space there, "hyphenation" takes out the
    hyphen that ends the first, "line-hyphen" keeps it.
    """
    text = _GLUED[glue](first.text, second.text)
    if first.locator is None or second.locator is None:
        return replace(first, text=text, locator=None, normalised=())
    raw = raw_of(first.locator)
    at = len(raw) if glue == "joined" else len(raw.rstrip()) - 1
    offset = len(raw) + _gap(first.locator)
    later = (moved(step, offset) if is_placed(step) else step for step in second.normalised)
    steps = ordered((*first.normalised, *later, f"{glue}@{at}", "whitespace"))
    whole = replace(first, text=text, locator=_together(first.locator, second.locator), normalised=steps)
    return whole if holds(whole, raw_of) else None


_GLUED: dict[str, Callable[[str, str], str]] = {
    "joined": lambda first, second: f"{first} {second}",
    "hyphenation": lambda first, second: f"{first[:-1]}{second}",
    "line-hyphen": lambda first, second: f"{first}{second}",
}


def sliced(ranges: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The parts of `ranges` that hold their characters `start` to `end`, counted through all of them."""
    kept: list[Span] = []
    at = 0
    for span in ranges:
        begin, finish = max(start - at, 0), min(end - at, len(span))
        if begin < finish:
            kept.append(Span(span.start + begin, span.start + finish))
        at += len(span)
    return tuple(kept)


def _raw_offset(piece: Piece, raw: str, offset: int) -> int:
    """The least raw offset before which stands what makes `piece.text[:offset]`."""
    wanted = len(piece.text[:offset].rstrip())
    steps = piece.normalised

    def length(at: int) -> int:
        return len(normalise(raw[:at], [s for s in steps if not is_placed(s) or offset_of(s) < at]))

    if not offset:
        return bisect_left(range(len(raw)), 1, key=lambda at: length(at + 1))
    if offset > wanted:  # begin after the white space that `offset` stands behind
        found = bisect_left(range(len(raw)), wanted + 2, key=length) - 1
    else:
        found = bisect_left(range(len(raw)), wanted, key=length)
    near = (found, *(at for by in range(1, _NEAR) for at in (found - by, found + by) if 0 <= at <= len(raw)))
    return next((at for at in near if _parts(piece, raw, at, offset)), found)


def _parts(piece: Piece, raw: str, at: int, offset: int) -> bool:
    """Whether `raw` cut at `at` makes the two parts of the text; inside a character reference it does not."""
    before = normalise(raw[:at], [s for s in piece.normalised if not is_placed(s) or offset_of(s) < at])
    after = normalise(raw[at:], [_back(s, at) for s in piece.normalised if not is_placed(s) or offset_of(s) >= at])
    rest = piece.text[offset:]
    return before.rstrip() == piece.text[:offset].rstrip() and after.lstrip() == rest.lstrip() and _tight(raw, at, rest)


def _back(step: str, by: int) -> str:
    return moved(step, -by) if is_placed(step) else step


def _tight(raw: str, at: int, rest: str) -> bool:
    """Whether what follows begins at once, where it should."""
    return not rest or rest[0].isspace() or not raw[at : at + 1].isspace()


def _sliced(piece: Piece, text: str, begin: int, end: int, length: int) -> Piece:
    locator = piece.locator
    inside = [step for step in piece.normalised if not is_placed(step) or begin <= offset_of(step) < end]
    if isinstance(locator, PageBoxes):
        outside = [f"cut@{end}-{length}"] * (end < length) + [f"cut@0-{begin}"] * (begin > 0)
        return replace(piece, text=text, normalised=ordered((*inside, *outside)))
    steps = tuple(moved(step, -begin) if is_placed(step) else step for step in inside)
    if isinstance(locator, EntryField):
        narrowed: Locator = EntryField(locator.pointer, sliced(locator.ranges, begin, end))
    else:
        assert isinstance(locator, SourceRanges)
        narrowed = SourceRanges(sliced(locator.ranges, begin, end))
    return replace(piece, text=text, locator=narrowed, normalised=steps)


def _gap(locator: Locator) -> int:
    """Characters between the raw texts of two locators put together: the lines of a page are joined by a newline."""
    return 1 if isinstance(locator, PageBoxes) else 0


def _together(first: Locator, second: Locator) -> Locator | None:
    if isinstance(first, PageBoxes) and isinstance(second, PageBoxes):
        return PageBoxes((*first.boxes, *second.boxes))
    if isinstance(first, SourceRanges) and isinstance(second, SourceRanges):
        return SourceRanges(_merged((*first.ranges, *second.ranges)))
    if isinstance(first, EntryField) and isinstance(second, EntryField) and first.pointer == second.pointer:
        return EntryField(first.pointer, _merged((*first.ranges, *second.ranges)))
    return None


def _merged(ranges: tuple[Span, ...]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in ranges:
        if kept and kept[-1].end == span.start:
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
    return tuple(kept)
