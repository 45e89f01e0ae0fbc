"""First names that a tagger left out of the names that follow them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.ontology.actors import given_names
from sayso.record.annotation import NamedSpan, Token


def with_given(names: Sequence[NamedSpan], tokens: Sequence[Token]) -> tuple[NamedSpan, ...]:
    """The names, a person's beginning with the first name right before it: "Ada" of "its leader Ada Lund"."""
    numbers = {token.start: number for number, token in enumerate(tokens)}
    ends = {name.end for name in names}

    def whole(name: NamedSpan) -> NamedSpan:
        at = numbers.get(name.start, 0) if name.label == "person" else 0
        if at == 0 or tokens[at - 1].end in ends or not _is_given(tokens[at - 1], tokens[at]):
            return name
        return msgspec.structs.replace(name, start=tokens[at - 1].start)

    return tuple(map(whole, names))


def _is_given(token: Token, after: Token) -> bool:
    stands_before = after.start - token.end == 1
    return stands_before and token.text[0].isupper() and token.text.lower() in given_names()
