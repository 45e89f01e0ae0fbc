"""Where in a page a line stands: before the running text, in it, or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from sayso.readers.credits import credit_line_of
from sayso.readers.pieces import Piece
from sayso.readers.prompts import reason_of
from sayso.record.report import BlockKind

_STOP = re.compile(r"""[.!?…。！？؟।]["'”’»)\]」』]{0,3}\Z|,["'”’»]\Z""")
_CASELESS = 20
"""Characters from which a line that ends with a stop is prose in a script without capitals or spaces."""
_WIRE_SLUG = re.compile(
    r"\A(?:[A-Z]{1,3}-{1,2}[A-Z][\w-]{1,40}(?:-{1,2}[\w./ -]{1,60})?(?:,\s?[\w\s.,:/-]{1,60})"
    r"?"  # BC-EU--War, 3rd Ld
    r"|[A-Z][A-Z0-9]{1,20}[-/][A-Z0-9/-]{1,40}(?:\s?\([^()]{1,60}\))?:?"  # UKRAINE-CRISIS/BELARUS (UPDATE 2)
    r"|[A-Z][a-z]{2,20}(?:-[A-Za-z]{2,20}){2,6}(?:,\s?[\w\s,/-]{1,60})?"  # Ukraine-conflict-Belarus,LEAD
    r"|(?:PRESS RELEASE|NEWS RELEASE|MEDIA RELEASE|Press release|Press Release|News release|"
    r"News Release|URGENT|BULLETIN|FLASH|ALERT|EMBARGOED|FOR IMMEDIATE RELEASE|LEAD|TRANSCRIPT|Transcript|"
    r"ADV|Eds:.{0,200})"
    r"|[A-Z&-]{3,20}(?:\s[A-Z&-]{2,20})?(?:\s[|›»>/]\s[A-Z&-]{2,20}(?:\s[A-Z&-]{2,20})?){1,3}"  # NEWS | COUNCIL
    r"|[a-z]{1,3}(?:[/-][a-z]{1,4}){1,4})\Z"
)


class Zone(StrEnum):
    """The part of a page that a piece stands in."""

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"


def zones_of(pieces: Sequence[Piece]) -> list[Zone]:
    """The zone of each piece: the body runs from the first paragraph of prose to the last."""
    prose = [at for at, piece in enumerate(pieces) if is_prose(piece)]
    while prose and _is_said_beside(pieces[prose[0]].text):
        del prose[0]
    while prose and _is_said_beside(pieces[prose[-1]].text):
        del prose[-1]
    first, last = (prose[0], prose[-1]) if prose else (len(pieces), len(pieces))
    return [Zone.HEAD if at < first else Zone.TAIL if at > last else Zone.BODY for at in range(len(pieces))]


def _is_said_beside(line: str) -> bool:
    """Whether a sentence is the publisher's own, about the report or to its readers, and so no running text."""
    return reason_of(line) is not None or credit_line_of(line) is not None


def is_prose(piece: Piece) -> bool:
    """Whether a piece is running text: a sentence that ends, or many words."""
    if piece.kind in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.TABLE_ROW):
        return False
    if piece.hint not in (None, "link", "emphasis"):
        return False
    words = piece.text[:2000].split()
    small = sum(1 for word in words if word[0].isalpha() and word[0].islower())
    if _STOP.search(piece.text[-8:]):
        return (len(words) >= 6 and small >= 3) or (len(piece.text) >= _CASELESS and _is_caseless(piece.text))
    return len(words) >= 25 and small >= 8


def _is_caseless(text: str) -> bool:
    """Whether a text is written in letters that are neither small nor capital."""
    letters = [char for char in text[:200] if char.isalpha()]
    return bool(letters) and not any(char.islower() or char.isupper() for char in letters[:40])


def is_title(piece: Piece) -> bool:
    """Whether a first line can be the headline: short, not a sentence that ends, beginning like one."""
    text = piece.text
    if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not 8 <= len(text) <= 200 or len(text.split()) < 2:
        return False
    return not text.endswith((".", ",", ";", ":")) and (text[0].isupper() or not text[0].isalpha() or text[0].isdigit())


def is_slug(line: str) -> bool:
    """Whether a line is a wire's slug: "BC-EU--Weather, 3rd Ld", "UKRAINE-CRISIS/BELARUS"."""
    return len(line) <= 200 and _WIRE_SLUG.match(line) is not None
