"""What stands on a page instead of a report: the prompts of walls and the headings of error pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WALLED = 0.5
"""The share of its text by which a page is a wall and nothing else."""
_PROMPTS = 2


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


MISSING = _any(
    r"404\b",
    r"page (?:was |is |can(?:no|')t be |could not be )?(?:not |un)?(?:found|available)\b",
    r"not found\b",
    r"no longer (?:available|exists)\b",
    r"(?:error|http) (?:403|410|5\d\d)\b",
    r"(?:403|access) (?:forbidden|denied)\b",
    r"does ?n[o'’]t exist\b",
)
CONSENT = _any(
    r"(?:we|this (?:web)?site) uses? cookies\b",
    r"accept (?:all )?cookies\b",
    r"manage (?:your |my )?(?:cookies|preferences|choices|settings|consent)\b",
    r"we and our (?:\d[\d,]* )?partners\b",
    r"store and/or access information\b",
    r"your (?:privacy )?choices\b",
    r"cookie (?:policy|settings|notice)\b",
    r"consent to (?:the use|our use|us|these|cookies)\b",
    r"(?:reject|decline) (?:all|cookies)\b",
    r"withdraw your consent\b",
)
LOGIN = _any(
    r"(?:log|sign) ?in (?:to|or|with)\b",
    r"create (?:an|your|a free) account\b",
    r"forgot(?:ten)? (?:your )?password\b",
    r"remember me\b",
    r"already (?:have an account|a (?:subscriber|member)|registered)\b",
    r"don[’']t have an account\b",
    r"enter your (?:e-?mail|password)\b",
    r"register (?:for free|now|to)\b",
    r"subscribe (?:now|to)\b",
)
ONWARD = _any(
    r"to (?:continue|keep|finish) reading\b",
    r"to read (?:the (?:full|rest)|more of) ",
    r"subscribe (?:now )?to (?:continue|read|unlock)\b",
    r"this (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b",
)


def is_wall(main: Sequence[str], pattern: re.Pattern[str]) -> bool:
    """Whether the prompts of a wall stand in most of the text, and more than one of them."""
    walled = [text for text in main if pattern.search(text)]
    prompts = {found[0].lower() for text in walled for found in pattern.finditer(text)}
    return len(prompts) >= _PROMPTS and sum(map(len, walled)) > _WALLED * sum(map(len, main))
