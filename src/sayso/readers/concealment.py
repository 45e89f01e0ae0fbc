"""What a page hides from its visitors: by attributes, by style, by the style sheets that it carries itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

_UNSEEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,})",
    re.IGNORECASE,
)
_SEEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*(?!none)\w|visibility\s*:\s*visible)", re.IGNORECASE)
_FOR_SCREEN_READERS_WORDS = """
sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only offscreen
"""
_FOR_SCREEN_READERS = frozenset(_FOR_SCREEN_READERS_WORDS.split())
_SIMPLE = re.compile(r"[.#][A-Za-z_][\w-]{0,80}\Z")
_FAR = re.compile(r"-\d{3}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_LONGEST = 200_000
"""Characters of a style sheet that are read."""


def is_concealed(attributes: Mapping[str, str], names: Set[str]) -> bool:
    """Whether an element with these attributes is kept from view; `names` come from `concealing`."""
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style")
    if style and _hides(style):
        return True
    classes = attributes.get("class", "").split()[:40]
    if not _FOR_SCREEN_READERS.isdisjoint(classes):
        return True
    return bool(names) and (any(f".{name}" in names for name in classes) or f"#{attributes.get('id')}" in names)


def concealing(sheet: str) -> frozenset[str]:
    """The classes (".promo") and ids ("#note") that a style sheet hides, and shows under no condition."""
    hidden: set[str] = set()
    others: list[tuple[str, str]] = []
    for selectors, rule, depth in _rules(_COMMENT.sub("", sheet[:_LONGEST])):
        if depth == 0 and _hides(rule):
            hidden |= _simple(selectors)
        else:
            others.append((selectors, rule))
    if not hidden:
        return frozenset()
    shown = (_simple(selectors) for selectors, rule in others if _SEEN.search(rule))
    return frozenset(hidden.difference(*shown))


def _hides(rule: str) -> bool:
    """Whether declarations keep from view what they are for; most are told not to by a faster look."""
    low = rule.lower()
    told = "none" in low or "hidden" in low or "font-size" in low or _FAR.search(low)
    return bool(told) and _UNSEEN.search(rule) is not None


def _rules(sheet: str) -> Iterator[tuple[str, str, int]]:
    """Selectors, declarations and depth of each rule; one inside `@media` is one deep."""
    depth = 0
    for piece in sheet.split("}")[:-1]:
        before, _, rule = piece.rpartition("{")
        depth = max(0, depth + piece.count("{") - 1)
        if selector := before.rpartition("{")[2]:
            yield selector, rule, depth


def _simple(selectors: str) -> set[str]:
    return {name.strip() for name in selectors.split(",") if _SIMPLE.match(name.strip())}
