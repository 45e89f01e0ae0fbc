"""Is this page one report at all? Or a listing, a wall, an error page, a page around a video."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.readers import walls
from sayso.readers.claims import Claims
from sayso.readers.jsonld import types
from sayso.record.report import Warning  # noqa: A004

_SCANT = 1_200
"""Characters of prose below which a page may be something else than a report."""
_BARE = 600
_TEASERS = 8
_SCATTERED = 4
_UNBROKEN = 600
"""Characters of prose with no other report's headline between: a report has them, a section front has not."""
_STOP = re.compile(r"\w\w[.!?…][\"'”’»)\]]{0,3}(?:\s|\Z)")
_FEWEST_WORDS = 5
_LIVE_TIMES = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """A visible block of the page: its text, whether all of it is a link, whether it is prose of the main text."""

    text: str
    link: bool
    main: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a page is no report, and in which words to say so."""

    name: str
    reason: str


def verdict(stretches: Sequence[Stretch], found: Claims, headings: Sequence[str]) -> Verdict | None:
    """What the page is instead of a report; None if it may well be one. `headings` are its title and headlines."""
    main = [stretch.text for stretch in stretches if stretch.main]
    size = sum(map(len, main))
    if size < _BARE and any(walls.MISSING.search(heading) for heading in headings):
        return Verdict("error_page", f"its heading says that there is nothing here ({_heard(headings, walls.MISSING)})")
    if size < 3 * _SCANT and walls.is_wall(main, walls.CONSENT):
        return Verdict("cookie_wall", "most of its text is about cookies and consent")
    if size < _SCANT and walls.is_wall(main, walls.LOGIN):
        return Verdict("login_wall", "most of its text asks to log in or subscribe")
    if size < _BARE and _kind(found).startswith("video") and not found.report:
        return Verdict("video_page", f"it is about a video and has {size} characters of text")
    return None if found.report or _kind(found) == "article" else _listing(stretches)


def cautions(stretches: Sequence[Stretch], found: Claims, times: int) -> tuple[Warning, ...]:
    """What to know of a page that is a report, but not a whole or a finished one."""
    main = [stretch.text for stretch in stretches if stretch.main]
    told = []
    if any("LiveBlog" in name for entry in found.objects for name in types(entry)) or times >= _LIVE_TIMES:
        message = "a live blog: many entries by many hands, and what is said early may be corrected later"
        told.append(Warning(code="html.live", message=message))
    free = str(found.report.get("isAccessibleForFree", "")).lower()
    size = sum(map(len, main))
    if size < _SCANT and (free == "false" or any(walls.ONWARD.search(stretch.text) for stretch in stretches)):
        told.append(
            Warning(
                code="html.partial",
                message="only the beginning of the report is in this page; the rest is behind a wall",
            )
        )
    return tuple(told)


def _listing(stretches: Sequence[Stretch]) -> Verdict | None:
    """Many headlines that link elsewhere, and prose only in small pieces between them, or none."""
    teasers, runs = 0, [0]
    for stretch in stretches:
        if stretch.link and _is_headline(stretch.text):
            teasers += 1
            runs.append(0)
        elif not stretch.link and _is_sentence(stretch.text):
            runs[-1] += len(stretch.text)
    scattered = sum(run > 0 for run in runs)
    if teasers < _TEASERS or max(runs) >= _UNBROKEN or 0 < scattered < _SCATTERED:
        return None
    return Verdict(
        "listing", f"{teasers} headlines link elsewhere, with no {_UNBROKEN} characters of prose between any two"
    )


def _is_sentence(text: str) -> bool:
    return text.count(" ") >= _FEWEST_WORDS - 1 and _STOP.search(text) is not None


def _is_headline(text: str) -> bool:
    return 20 <= len(text) <= 200 and text.count(" ") >= 3


def _heard(headings: Sequence[str], pattern: re.Pattern[str]) -> str:
    return next(heading for heading in headings if pattern.search(heading))[:80]


def _kind(found: Claims) -> str:
    return next((str(value).lower() for _, value in found.of(("meta:og:type",))), "")
