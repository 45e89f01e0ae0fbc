"""How a source speaks of itself: which pronouns of a content may be the source."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ontology.actbook import Voice, act_book
from sayso.ontology.codebook import word_lists
from sayso.record.annotation import NamedSpan, Token
from sayso.spans import Span

_SINGULAR = ("ss", "us", "is")
_OWNING = ("'s", "’s")


def voice_of(source: Span, tokens: Sequence[Token], names: Sequence[NamedSpan], text: str) -> Voice:
    """The voice of a source with these tokens, as far as its words and the `names` of the report tell."""
    lists = act_book().lists
    first = tokens[0].text.lower() if tokens else ""
    if first in lists["opening_he"]:
        return Voice.HE
    if first in lists["opening_she"]:
        return Voice.SHE
    if _names_person(source, names, text):
        return Voice.PERSON
    return Voice.MANY if first in lists["opening_many"] or _is_plural(_head(tokens)) else Voice.TOLD


def _names_person(source: Span, names: Sequence[NamedSpan], text: str) -> bool:
    """Whether a person is named in the source, and is not the owner of it ("Mr Obi's ministry")."""
    named = [name for name in names if name.label == "person" and source.covers(name)]
    return any(not text.startswith(_OWNING, name.end) for name in named)


def _head(tokens: Sequence[Token]) -> str:
    """The last word before the first preposition, relative pronoun or comma."""
    for at, token in enumerate(tokens):
        if at and token.text.lower() in word_lists()["after_role"]:
            return tokens[at - 1].text
    return tokens[-1].text if tokens else ""


def _is_plural(head: str) -> bool:
    return head.islower() and head.endswith("s") and not head.endswith(_SINGULAR)
