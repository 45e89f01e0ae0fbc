"""A bundle put to work: text, sentences and tokens in; attributions, names and chains out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from sayso.record.annotation import Attribution, CorefChain, MentionKind, NamedSpan, Sentence, Tagged, Token, Word
from sayso.spans import Span
from sayso.tagger.bundle import Bundle, load_bundle
from sayso.tagger.chain import Floats
from sayso.tagger.encode import Ints, Window, paragraphs_of, windows
from sayso.tagger.events import with_events
from sayso.tagger.matching import PRONOUNS
from sayso.tagger.mentions import Mention, Name, chains, names
from sayso.tagger.pieces import WordPiece
from sayso.tagger.roles import Found, attributions
from sayso.tagger.session import Session
from sayso.tagger.syntax import parse


class Encoder(Protocol):
    """Arrays to vectors of a window's own words: `session.Session`, or what stands in for it."""

    def vectors(self, window: Window) -> Floats: ...


class NeuralTagger:
    """Satisfies `protocols.Tagger`. Keeps no state between reports but a cache of split words."""

    def __init__(self, bundle: Bundle, encoder: Encoder) -> None:
        self.version = bundle.card.version
        self.bundle = bundle
        self._word_piece = WordPiece(bundle.vocabulary)
        self._encoder = encoder

    def tag(self, text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> Tagged:
        """Everything that the bundle's heads find; without `sentences`, no syntax."""
        if not tokens:
            return Tagged()
        layers = self.layers(text, tokens)
        paragraphs = paragraphs_of(text, tokens)
        found_names = self._names(layers, paragraphs, tokens)
        return Tagged(
            attributions=self._attributions(layers, paragraphs, tokens),
            names=tuple(self._named(name, tokens) for name in found_names),
            chains=self._chains(layers, tokens, text, found_names),
            words=self._words(layers, sentences),
        )

    def vectors(self, text: str, words: Sequence[Span]) -> Floats:
        """A vector for every word of a text, however long. Shape: (words, width)."""
        return self.layers(text, words)[:, : self.bundle.width]

    def layers(self, text: str, words: Sequence[Span]) -> Floats:
        """The same with what the encoder gives beside it, products and other layers. Shape: (words, all widths)."""
        found = windows(text, words, self._word_piece)
        return np.concatenate([self._encoder.vectors(window) for window in found])

    def _words(self, layers: Floats, sentences: Sequence[Sentence]) -> tuple[Word, ...]:
        if not sentences or not self.bundle.has("syntax"):
            return ()
        ranges = [sentence.tokens for sentence in sentences]
        return with_events(self.bundle, parse(self.bundle, layers, ranges), layers, ranges)

    def _attributions(self, layers: Floats, paragraphs: Ints, tokens: Sequence[Token]) -> tuple[Attribution, ...]:
        if not self.bundle.has("pair"):
            return ()
        found = attributions(self.bundle, layers, paragraphs)
        return tuple(self._attribution(one, tokens) for one in found if one.content)

    def _attribution(self, found: Found, tokens: Sequence[Token]) -> Attribution:
        curve = self.bundle.card.calibration["attribution"]
        return Attribution(
            cue=(_stretch(tokens, found.cue),),
            source=_stretch(tokens, longest(found.source)) if found.source else None,
            content=tuple(_stretch(tokens, run) for run in found.content),
            method=f"tagger:{self.version}",
            confidence=curve.confidence(*found.scores),
        )

    def _names(self, layers: Floats, paragraphs: Ints, tokens: Sequence[Token]) -> list[Name]:
        if not self.bundle.has("names"):
            return []
        return names(self.bundle, layers, paragraphs, [token.text for token in tokens])

    def _named(self, name: Name, tokens: Sequence[Token]) -> NamedSpan:
        span = _stretch(tokens, (name.first, name.end))
        confidence = self.bundle.card.calibration["names"].confidence(name.score)
        return NamedSpan(span.start, span.end, label=name.label, score=confidence)

    def _chains(
        self, layers: Floats, tokens: Sequence[Token], text: str, found: Sequence[Name]
    ) -> tuple[CorefChain, ...]:
        if not self.bundle.has("coreference"):
            return ()
        words = [token.of(text) for token in tokens]
        named = {
            number for name in found if name.label not in ("date", "money") for number in range(name.first, name.end)
        }
        return tuple(
            CorefChain(
                mentions=tuple(_stretch(tokens, (first, last + 1)) for first, last in chain),
                kinds=tuple(_kind(mention, words, named) for mention in chain),
            )
            for chain in chains(self.bundle, layers, words)
        )


def load_tagger(folder: Path | None = None) -> NeuralTagger:
    """The tagger of a bundle, or of the bundle that comes with the package."""
    bundle = load_bundle(folder)
    return NeuralTagger(bundle, Session(bundle.encoder))


def longest(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The longest of several stretches; the first of equals."""
    return max(spans, key=lambda span: span[1] - span[0])


def _stretch(tokens: Sequence[Token], words: tuple[int, int]) -> Span:
    return Span(tokens[words[0]].start, tokens[words[1] - 1].end)


def _kind(mention: Mention, words: Sequence[str], named: set[int]) -> MentionKind:
    first, last = mention
    if first == last and words[first].lower() in PRONOUNS:
        return MentionKind.PRONOMINAL
    if named.intersection(range(first, last + 1)) and any(words[n][:1].isupper() for n in range(first, last + 1)):
        return MentionKind.NAMED
    return MentionKind.NOMINAL
