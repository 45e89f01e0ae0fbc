"""The passages of this folder: loaded, and their statements located in the text."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import msgspec

from builders import report_of
from sayso.record.report import Report
from sayso.spans import Span

HERE = Path(__file__).parent


class GoldVenue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and kinds ("a|b") of one way to read where it was said."""

    words: str
    kind: str


class GoldDistance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sign of distance; `covers` is "content" or words of the passage."""

    words: str
    kind: str
    covers: str


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement, as the README tells."""

    kind: str | None = None
    cue: str | None = None
    at: str | None = None
    to: str | None = None
    venue: tuple[GoldVenue, ...] = ()
    distance: tuple[GoldDistance, ...] = ()
    within: str | None = None
    said: str | None = None
    speaker: str | None = None
    optional: bool = False

    @property
    def key(self) -> str:
        """How other statements of the passage name this one."""
        return self.cue or f"@{self.at}"


class Passage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of `passages.jsonl`."""

    id: str
    headline: str | None = None
    paragraphs: tuple[str, ...]
    statements: tuple[GoldStatement, ...]

    @property
    def held_back(self) -> bool:
        """Whether it is only scored, never tuned on."""
        return self.unseen or int(sha256(self.id.encode()).hexdigest(), 16) % 3 == 0

    @property
    def unseen(self) -> bool:
        """Whether it was added to score nesting once more, when that of the third held back had been looked at."""
        return self.id.startswith("unseen-")

    @property
    def report(self) -> Report:
        """The passage as a report."""
        return report_of(*self.paragraphs, headline=self.headline)


def passages() -> list[Passage]:
    """All passages."""
    lines = (HERE / "passages.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Passage) for line in lines]


def located(key: str, text: str) -> Span:
    """Where a statement's cue, or the words at which it is said, stand; raises `LookupError` if they do not."""
    words, _, number = key.partition("#") if not key.startswith("@") else (key[1:], "", "")
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if key.startswith("@") and len(found) != 1:
        raise LookupError(f"{key}: {len(found)} times in the passage")
    return Span(*found[int(number or 1) - 1])
