"""Is this page one report at all? Or a listing, a wall, an error page, a page around a video."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.readers.claims import Claims
from sayso.readers.jsonld import types
from sayso.record.report import Warning  # noqa: A004

_MISSING = re.compile(
    r"\b404\b|\bpage (?:was |is |can(?:no|')t be |could not be )?(?:not |un)?(?:found|available)\b|\bnot found\b|\bno longer (?:available|exists)\b"
    r"|\b(?:error|http) (?:403|410|5\d\d)\b|\b(?:403|access) (?:forbidden|denied)\b|\bdoes ?n[o'’]t exist\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bgdpr\b|\bpersonal data\b|\bour partners\b|\bopt[- ]out\b", re.IGNORECASE)
_LOGIN = re.compile(
    r"\b(?:log|sign) ?in\b|\bregister\b|\bcreate (?:an|your|a free) account\b|\balready (?:a|have) |\bsubscri(?:be|ber|bers|ption)\b|\bpassword\b",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"\bto (?:continue|keep|finish) reading\b|\bto read (?:the (?:full|rest)|more of) |\bsubscribe (?:now )?to (?:continue|read|unlock)\b"
    r"|\bthis (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b",
    re.IGNORECASE,
)
_SCANT = 1_200
"""Characters of prose below which a page may be something else than a report."""
_TEASERS = 8
_UNBROKEN = 600
"""Characters of prose in a row, no headline of another report between: what a report has and a section front has not."""
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
    if size < _SCANT and any(_MISSING.search(heading) for heading in headings):
        return Verdict("error_page", f"its heading says that there is nothing: {_heard(headings, _MISSING)!r}")
    if main and size < 3 * _SCANT and _share(main, _CONSENT) > 0.6 and not _describes_report(found, main):
        return Verdict("cookie_wall", "most of its text is about cookies and consent")
    if main and size < _SCANT and _share(main, _LOGIN) > 0.6:
        return Verdict("login_wall", "most of its text asks to log in or subscribe")
    if _kind(found).startswith("video") and size < _SCANT // 3 and not _describes_report(found, main):
        return Verdict("video_page", f"a video and {size} characters of text")
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
    if size < _SCANT and (free == "false" or any(_ONWARD.search(stretch.text) for stretch in stretches)):
        told.append(Warning(code="html.partial", message="only the beginning of the report is in this page; the rest is behind a wall"))
    return tuple(told)


def _listing(stretches: Sequence[Stretch]) -> Verdict | None:
    teasers, run, longest = 0, 0, 0
    for stretch in stretches:
        if stretch.link and _is_headline(stretch.text):
            teasers, run = teasers + 1, 0
        elif stretch.main:
            run += len(stretch.text)
            longest = max(longest, run)
    if teasers >= _TEASERS and longest < _UNBROKEN:
        return Verdict("listing", f"{teasers} headlines that link elsewhere, and no {_UNBROKEN} characters of prose between two of them")
    return None


def _is_headline(text: str) -> bool:
    return 20 <= len(text) <= 200 and text.count(" ") >= 3


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(len(text) for text in texts if pattern.search(text)) / max(1, sum(map(len, texts)))


def _heard(headings: Sequence[str], pattern: re.Pattern[str]) -> str:
    return next(heading for heading in headings if pattern.search(heading))[:80]


def _kind(found: Claims) -> str:
    return next((str(value).lower() for _, value in found.of(("meta:og:type",))), "")


def _describes_report(found: Claims, main: Sequence[str]) -> bool:
    """Whether the page says that it is a report and has the text it says: a wall says so too, but has another text."""
    words = set(re.findall(r"\w{5,}", " ".join(main).lower()))
    told = set(re.findall(r"\w{5,}", str(found.report.get("headline", "")).lower()))
    return bool(told) and len(told & words) * 2 >= len(told)
