"""What kind of source speaks, as far as its own words tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.annotation import Token
from sayso.record.statement import SourceKind

_ANONYMOUS = frozenset({"anonymity", "anonymous", "unnamed", "unidentified", "named", "identified"})


def source_kind(source: Sequence[Token] | None, surnames: frozenset[str]) -> SourceKind | None:
    """The kind of a source, given as its tokens; None for no source where none is stated, or where it does not show.

    `surnames` are names that the report gives together with a first name or a role.
    """
    if not source:
        return SourceKind.UNSTATED
    words = [token.text for token in source]
    low = [word.lower() for word in words]
    if low[0] in ("he", "she"):
        return SourceKind.PERSON
    return _by_head(words, low, surnames)


def _by_head(words: Sequence[str], low: Sequence[str], surnames: frozenset[str]) -> SourceKind | None:
    head = _head(low)
    lists = cue_book().lists
    named = any(word[0].isupper() for word in words[max(head, 1) :]) and words[head][0].isupper()
    if low[head] in lists["roles.witness"] and not named:
        return SourceKind.WITNESS
    if low[head] in lists["roles.official"] and not named:
        anonymous = words[0][0].islower() or low[0] in word_lists()["determiners"] or _ANONYMOUS & set(low)
        plain = not any(word[0].isupper() for word in words[head + 1 :])
        return SourceKind.UNNAMED_OFFICIAL if (anonymous and plain and low[0] != "the") else None
    for kind, name in _KINDS:
        if low[head] in lists[name]:
            return kind
    if words[head] in surnames or (named and head > 0 and words[head - 1][0].isupper()):
        return SourceKind.PERSON
    return None


_KINDS = (
    (SourceKind.MEDIUM, "roles.medium"),
    (SourceKind.DOCUMENT, "roles.document"),
    (SourceKind.OFFICIAL_BODY, "roles.body"),
    (SourceKind.PUBLIC, "roles.public"),
)


def _head(low: Sequence[str]) -> int:
    """The last word before the first preposition, relative pronoun or comma."""
    for at, word in enumerate(low):
        if at and word in word_lists()["after_role"]:
            return at - 1
    return len(low) - 1


def surnames_in(tokens: Sequence[Token]) -> frozenset[str]:
    """Words with a capital that follow another one directly: "Novak" of "Eva Novak"."""
    found = set()
    for before, token in pairwise(tokens):
        capitals = token.text[0].isupper() and before.text[0].isupper()
        if capitals and token.start - before.end == 1 and len(token.text) > 2:
            found.add(token.text)
    return frozenset(found)
