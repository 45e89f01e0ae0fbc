"""Which block of a page is its headline: the one that says what the metadata say, else the first heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.readers.alignment import Place
from sayso.readers.squash import Squashed, squashed

_WORD = re.compile(r"\w+")
_HOUSE = re.compile(r"\s(?:[-|–—·]|::)\s[^|–—·]{2,60}\Z")
"""What browsers put behind a headline; taken off only where the page shows a heading without it."""

_SHORTEST, _LONGEST = 10, 300
_MOST = 20
_ALIKE = 0.5
"""The share of words that a heading must have in common with a claimed headline to be another wording of it."""


def headline_place(claimed: Mapping[str, str], blocks: Sequence[Place], page: Squashed) -> Place | None:
    """Where the headline stands; None if the page shows none. `claimed` are the headlines in the page's metadata."""
    texts = [*claimed, *(_HOUSE.sub("", text) for text in claimed)]
    keys = [key for text in texts if len(key := _key(text)) >= _SHORTEST]
    short = [(_level(place, page), place) for place in blocks if _SHORTEST <= place[1] - place[0] <= _LONGEST]
    shown = [(level, _key(page.text[place[0] : place[1]]), place) for level, place in short]
    for levels in (range(1, 2), range(2, 4), range(10)):
        there: dict[str, Place] = {}
        for level, key, place in shown:
            if level in levels:
                there.setdefault(key, place)
        if same := next((there[key] for key in keys if key in there), None):
            return same
    first = [place for level, place in short if level == 1][:_MOST]
    return next((place for place in first if not claimed or any(_alike(text, place, page) for text in claimed)), None)


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", squashed(text)).casefold()


def _level(place: Place, page: Squashed) -> int:
    """1 for `h1` and so on; 9 for no heading."""
    tag = page.runs[page.run_at(place[0])].element.block().tag
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 9


def _alike(text: str, place: Place, page: Squashed) -> bool:
    words = set(_WORD.findall(text.casefold()))
    first, last = page.run_at(place[0]), page.run_at(place[1] - 1)
    shown = set(_WORD.findall(" ".join(run.text for run in page.runs[first : last + 1]).casefold()))
    return bool(words and shown) and len(words & shown) >= _ALIKE * min(len(words), len(shown))
