"""Damage from saving, mended where that is safe; every step is recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from sayso.readers import hyphens
from sayso.readers.excerpt import RawOf, joined
from sayso.readers.normalise import normalise, ordered
from sayso.readers.pieces import Piece
from sayso.record.report import BlockKind

_PROSE = (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE)
_ENDED = re.compile(r"""[.!?…:;。！？؟।]["'”’»)\]*_」』]{0,4}\Z""")
_FIRST = re.compile(r"""["'“‘«(\[]{0,2}(?P<letter>[^\W\d_])""")
_MANGLED = re.compile("[\x80-\x9f\u00c2\u00c3\u00e2\u00f0\u0400-\u045f]")
_CONTROLS = re.compile("[\x7f-\x9f]")
_SHORTEST = 30
"""A line shorter than this may be a heading or a line of verse, so it is not taken for half a paragraph."""


def characters(piece: Piece, raw_of: RawOf) -> Piece:
    """`piece` with mojibake, soft hyphens and C1 controls dealt with, as far as it has any."""
    steps = [
        step
        for step, there in (
            ("mojibake", bool(_MANGLED.search(piece.text))),
            ("soft-hyphen", "\u00ad" in piece.text),
            ("controls", bool(_CONTROLS.search(piece.text))),
        )
        if there
    ]
    return _with_steps(piece, steps, raw_of) if steps else piece


def _with_steps(piece: Piece, steps: Sequence[str], raw_of: RawOf) -> Piece:
    """`piece` read again with more steps; those that change nothing are not recorded."""
    for step in steps:
        if piece.locator is None:
            piece = replace(piece, text=normalise(piece.text, (step,)))
            continue
        more = ordered((*piece.normalised, step))
        text = normalise(raw_of(piece.locator), more)
        if text != piece.text:
            piece = replace(piece, text=text, normalised=more)
    return piece


def rejoin(pieces: Sequence[Piece], raw_of: RawOf) -> list[Piece]:
    """Paragraphs that a page break cut in the middle of a sentence, made whole."""
    known = cache(lambda: hyphens.words_in(piece.text for piece in pieces))
    whole: list[Piece] = []
    for piece in pieces:
        mended = _mended(whole[-1], piece, known, raw_of) if whole else None
        if mended:
            whole[-1] = mended
        else:
            whole.append(piece)
    return whole


def _mended(first: Piece, second: Piece, known: Callable[[], frozenset[str]], raw_of: RawOf) -> Piece | None:
    """The two as one, if the second goes on with the first; `known` gives the words of the report."""
    if not breaks_mid_sentence(first, second):
        return None
    halves = hyphens.halves(first.text, second.text)
    return joined(first, second, raw_of, glue=hyphens.step_for(*halves, known()) if halves else "joined")


def breaks_mid_sentence(first: Piece, second: Piece) -> bool:
    """Whether the second is the rest of the first's last sentence: it ends without a stop and goes on in lower case."""
    if first.kind not in _PROSE or second.kind != first.kind:
        return False
    if len(first.text) < _SHORTEST or _ENDED.search(first.text[-8:]):
        return False
    begins = _FIRST.match(second.text)
    return begins is not None and begins.group("letter").islower()
