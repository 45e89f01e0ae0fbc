"""The tagger's model alone: how many word pieces a second it could do if nothing else were to be done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.stopwatch import Stopwatch
from sayso.record.annotation import Sentence, Tagged, Token
from sayso.tagger.bundle import load_bundle
from sayso.tagger.chain import Floats
from sayso.tagger.encode import Window
from sayso.tagger.session import Session
from sayso.tagger.tagger import NeuralTagger

TAGGER = "annotate/tag"
MODEL = f"{TAGGER}/model"
"""The path that the model's time is kept under."""


class TimedTagger:
    """A tagger that is timed as a part, and its encoder as a part of that; `pieces` counts what the encoder read."""

    def __init__(self, bundle: Path, watch: Stopwatch) -> None:
        loaded = load_bundle(bundle)
        self.version = loaded.card.version
        self.pieces = 0
        self._watch = watch
        self._session = Session(loaded.encoder)
        self._tagger = NeuralTagger(loaded, self)

    def tag(self, text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> Tagged:
        """What the tagger finds."""
        with self._watch.part("tag"):
            return self._tagger.tag(text, sentences, tokens)

    def vectors(self, window: Window) -> Floats:
        """What the encoder makes of a window. Shape: (own words, width)."""
        self.pieces += len(window.pieces)
        with self._watch.part("model"):
            return self._session.vectors(window)
