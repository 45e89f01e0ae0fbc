"""Descriptions that stand beside a name: "the mayor, Ann Smith", "Ann Smith, a former teacher"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ontology.actors import actor_words
from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.annotation import Token

_LONGEST = 12
_RELATIVE = frozenset({"who", "which", "whose"})
_ENDS = frozenset({",", ".", ";"}) | _RELATIVE


def beside(tokens: Sequence[Token], first: int, last: int, bounds: tuple[int, int]) -> Sequence[Token]:
    """The description of the name on the tokens from `first` to `last` (half-open), empty for none.

    `bounds` are those of its sentence. The description is a noun phrase between commas with a word for a person in it,
    and no verb that would make it a clause.
    """
    return _after(tokens, last, bounds[1]) or _before(tokens, first, last, bounds)


def _after(tokens: Sequence[Token], last: int, end: int) -> Sequence[Token]:
    if last + 1 >= end or tokens[last].text != ",":
        return ()
    stop = next((at for at in range(last + 1, min(end, last + _LONGEST)) if tokens[at].text.lower() in _ENDS), None)
    found = tokens[last + 1 : stop] if stop else ()
    return found if _describes(found) else ()


def _before(tokens: Sequence[Token], first: int, last: int, bounds: tuple[int, int]) -> Sequence[Token]:
    closed = last >= bounds[1] or tokens[last].text in _ENDS
    if first - 2 < bounds[0] or tokens[first - 1].text != "," or not closed:
        return ()
    low = max(bounds[0], first - _LONGEST)
    start = next((at for at in range(first - 2, low - 1, -1) if tokens[at].text.lower() in _opening()), None)
    found = tokens[start : first - 1] if start is not None else ()
    return found if _describes(found) and tokens[first - 2].text.lower() in actor_words().roles else ()


def _describes(tokens: Sequence[Token]) -> bool:
    low = [token.text.lower() for token in tokens]
    if not low or not (low[0] in _opening() or low[0] in actor_words().roles) or _verbs() & set(low):
        return False
    return any(word in actor_words().roles for word in low)


def _opening() -> frozenset[str]:
    return word_lists()["possessives"] | {"a", "an", "the"}


def _verbs() -> frozenset[str]:
    lists = word_lists()
    said = frozenset(word for word in ("said", "told", "says", "added") if word in cue_book().verbs)
    return lists["be"] | lists["have"] | lists["modals"] | lists["do"] | said
