"""Mentions that stand within a mention: "the ministry" in "a spokesman for the ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribute.actors.naming import PREPOSITIONS
from sayso.ontology.actors import actor_words
from sayso.record.annotation import Token

_LEADING = frozenset({"of", "for", "at", "from", "with", "in"})
_OWNED = ("'s", "\u2019s")
_BREAKS = PREPOSITIONS | {",", "(", ")", "who", "which", "and", "or"}


def bodies_inside(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges (half-open) of noun phrases within a mention that end in a word for a body and are not the whole of it.

    They stand after a preposition or own something: "of the defence ministry", "the ministry's spokesman".
    """
    low = [token.text.lower() for token in tokens]
    if (owner := next((at for at, word in enumerate(low) if word in _OWNED), 0)) and _is_body(low, owner):
        yield 0, owner
    for at, word in enumerate(low[:-1]):
        if word in _LEADING:
            end = next((stop for stop in range(at + 1, len(low)) if low[stop] in _BREAKS), len(low))
            end = next((stop for stop in range(at + 1, end) if low[stop] in _OWNED), end)
            if end > at + 1 and _is_body(low, end) and not _in_name(tokens, at):
                yield at + 1, end


def _is_body(low: Sequence[str], end: int) -> bool:
    words = actor_words()
    return low[end - 1] in words.sectors.keys() - words.groups and low[0] not in _LEADING


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition joins the parts of one name: "House of Assembly"."""
    before, after = tokens[at - 1].text if at else "", tokens[at + 1].text
    return bool(before) and before[0].isupper() and after[0].isupper() and before.lower() not in actor_words().roles
