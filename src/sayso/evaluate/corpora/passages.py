"""Corpora that give tokens: running text made of them again, with the place of each token in it.

A system reads the text as it would any other; what it finds is brought back to the tokens, so that the corpus's own
protocol can be scored whatever tokens the system uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.evaluate.stretches import inside
from sayso.spans import Span

_PRINTED = {"``": "“", "''": "”", "`": "‘", "'": "’"}
_PRINTED |= {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
"""Penn Treebank's escapes and how they were printed."""

_STRAIGHT = frozenset('"')
_JOINS_LEFT = frozenset(".,;:?!%)]}”’") | {"...", "n't", "n’t"}
_JOINS_RIGHT = frozenset("([{“‘$£€#")
_CLITICS = frozenset({"s", "re", "ve", "ll", "d", "m"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens with a BIO label each; `places` are their spans in `text`."""

    name: str
    text: str
    places: tuple[Span, ...]
    labels: tuple[str, ...]


def passage(name: str, sentences: Sequence[Sequence[str]], labels: Iterable[str]) -> Passage:
    """The passage of these sentences, each a paragraph of its own; `labels` run through all of them."""
    text, places = "", list[Span]()
    for sentence in sentences:
        text += "\n\n" if text else ""
        text = _written(text, sentence, places)
    return Passage(name, text, tuple(places), tuple(labels))


def runs(labels: Sequence[str]) -> frozenset[tuple[str, int, int]]:
    """The (label, first, past the last) runs of BIO or BIOES labels; a stray I or E opens one, as in conlleval."""
    found: set[tuple[str, int, int]] = set()
    first, before = 0, ""
    for number, label in enumerate((*labels, "O")):
        mark, _, kind = label.partition("-")
        if kind and kind == before and mark in "IE":
            continue
        if before:
            found.add((before, first, number))
        first, before = number, kind
    return frozenset(found)


def run_of(span: Span, label: str, places: Sequence[Span]) -> tuple[str, int, int] | None:
    """The run of tokens that `span` touches; None if it touches none."""
    touched = inside(places, (span,))
    return (label, min(touched), max(touched) + 1) if touched else None


def _written(text: str, sentence: Sequence[str], places: list[Span]) -> str:
    """`text` with the sentence behind it; the places of its tokens are added to `places`."""
    opens, quoted = True, False
    for token in (_PRINTED.get(token, token) for token in sentence):
        straight = token in _STRAIGHT
        if not (opens or _joins_left(token) or (straight and quoted)):
            text += " "
        places.append(Span(len(text), len(text) + len(token)))
        text += token
        quoted = quoted != straight
        opens = token in _JOINS_RIGHT or (straight and quoted)
    return text


def _joins_left(token: str) -> bool:
    return token in _JOINS_LEFT or (token[0] in "'’" and token[1:].lower() in _CLITICS)
