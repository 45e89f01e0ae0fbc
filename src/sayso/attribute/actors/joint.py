"""Several who speak as one: "Uganda and Rwanda", "Ann Obi and her sister"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.attribute.actors.naming import PREPOSITIONS
from sayso.ontology.actors import actor_words
from sayso.record.annotation import NamedSpan, Token

_AND = frozenset({"and", "&"})


def is_joint(core: Sequence[Token], placed: Collection[int], names: Sequence[NamedSpan]) -> bool:
    """Whether a mention, given up to what only explains it, joins two names or a name and a description.

    "and" within one name ("Department of Health and Ports") joins nothing: a tagger's names tell, else the words do.
    """
    at = next((at for at, token in enumerate(core) if at and token.text in _AND), 0)
    if not at or at + 1 == len(core) or any(name.covers(core[at]) for name in names):
        return False
    left, right = core[:at], core[at + 1 :]
    if any(token.text.lower() in PREPOSITIONS for token in left):
        return False
    return _somebody(left, placed, names) and _somebody(right, placed, names)


def _somebody(tokens: Sequence[Token], placed: Collection[int], names: Sequence[NamedSpan]) -> bool:
    words = actor_words()
    inside = (name for name in names if tokens[0].start <= name.start and name.end <= tokens[-1].end)
    if any(token.start in placed for token in tokens) or any(inside):
        return True
    low = [token.text.lower() for token in tokens]
    named = len(tokens) > 1 and all(token.text[0].isupper() for token in tokens)
    return (named and words.in_bodies.isdisjoint(low)) or low[-1] in words.roles or low[-1] in words.groups
