"""Mentions as brackets in a column: "(3" opens one of entity 3, "3)" closes it, "(3)" does both; several in a cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

Mention = tuple[int, int]
"""The numbers of the first and the last word."""

Chain = frozenset[Mention]

_BRACKET = re.compile(r"\((?P<opened>\d+)[^()]*(?P<at_once>\))?|(?P<closed>\d+)(?:\[\d+/\d+\])?\)")


def chains(column: Sequence[str]) -> dict[str, Chain]:
    """The mentions of each entity, by its number in the document; behind a number anything but brackets may stand."""
    mentions: defaultdict[str, set[Mention]] = defaultdict(set)
    open_at: defaultdict[str, list[int]] = defaultdict(list)
    for number, cell in enumerate(column):
        for bracket in _BRACKET.finditer(cell):
            if bracket["opened"]:
                open_at[bracket["opened"]].append(number)
            entity = bracket["closed"] or (bracket["opened"] if bracket["at_once"] else "")
            if entity and open_at[entity]:
                mentions[entity].add((open_at[entity].pop(), number))
    return {entity: frozenset(spans) for entity, spans in mentions.items()}
