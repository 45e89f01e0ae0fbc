"""A tagger's files: weights, vocabulary, labels, calibration, digests and card.

    card.json       what it is: format, version, language, labels of the heads, calibration, figures, licences
    vocabulary.txt  word pieces, one a line
    encoder.onnx    arrays of a window to word vectors
    heads.npz       everything that reads word vectors, by head: `pair.word.weight`, `names.bias` …
    digests.json    SHA-256 of each of the others

A head that a bundle does not carry is not run; one that this version does not know is left alone. So a bundle
may gain heads (events, factuality) without a new format.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from sayso.errors import BundleMismatch, BundleNotFound
from sayso.tagger.chain import Chain, Floats

FORMAT: Final = 1
FILES: Final = ("card.json", "vocabulary.txt", "encoder.onnx", "heads.npz")


class Calibration(msgspec.Struct, frozen=True):
    """A logistic curve from scores to confidence: weights of the scores, in order, and the bias."""

    weights: tuple[float, ...]
    bias: float

    def confidence(self, *scores: float) -> float:
        """Between 0 and 1, to four places: the next ones differ between builds of numpy, and records must not."""
        total = self.bias + sum(w * s for w, s in zip(self.weights, scores, strict=True))
        return round(float(1 / (1 + np.exp(-np.clip(total, -30, 30)))), 4)


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of itself; the figures and licences stand in the docs too.

    `products` are those of the heads that the encoder works out, with the columns, half-open, where it gives them.
    """

    format: int
    version: str
    language: str
    labels: dict[str, list[str]]
    calibration: dict[str, Calibration]
    thresholds: dict[str, float] = {}
    products: dict[str, tuple[int, int]] = {}
    corpora: dict[str, str] = {}
    figures: dict[str, dict[str, float]] = {}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle in memory; the encoder's bytes are read when a session is made of them."""

    card: Card
    vocabulary: tuple[str, ...]
    heads: Mapping[str, Floats]
    encoder: Path

    def has(self, head: str) -> bool:
        """Whether there are weights for this head."""
        return any(name.startswith(head + ".") for name in self.heads)

    @property
    def width(self) -> int | None:
        """Of the word vectors that the heads read, as far as they tell; the encoder may give more beside."""
        return next((self.heads[f"{name}.weight"].shape[1] for name in ("flat", "names") if self.has(name)), None)

    def linear(self, name: str, vectors: Floats, *, of_last: bool = False) -> Floats:
        """Weight and bias of that name on vectors. Shapes: (…, in), (…, out).

        Of vectors with all that the encoder gives beside them, what it has worked out itself is taken; else the weights
        read the first columns, or the last.
        """
        products = self.card.products
        if name in products and vectors.shape[-1] > max(end for _, end in products.values()):
            return vectors[..., slice(*products[name])]
        weights = self.heads[f"{name}.weight"].T
        product: Floats = (vectors[..., -len(weights) :] if of_last else vectors[..., : len(weights)]) @ weights
        bias = self.heads.get(f"{name}.bias")
        if bias is not None:
            product += bias
        return product

    def chain(self, name: str) -> Chain:
        """Transitions and starts of that name, the forbidden ones included."""
        return Chain(self.heads[f"{name}.transitions"], self.heads[f"{name}.starts"])


def load_bundle(folder: Path | None = None) -> Bundle:
    """The bundle in a folder, or the one that comes with the package.

    Raises `BundleNotFound` if a file is missing, `BundleMismatch` if one is not as its digest says or the format
    is another.
    """
    folder = folder or Path(__file__).parent / "bundle"
    _check(folder)
    card = msgspec.json.decode((folder / "card.json").read_bytes(), type=Card)
    if card.format != FORMAT:
        raise BundleMismatch(
            f"{folder}: bundle format {card.format}, this version reads {FORMAT}", expected=FORMAT, found=card.format
        )
    vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")[:-1]
    with np.load(folder / "heads.npz", allow_pickle=False) as arrays:
        heads = {name: arrays[name].astype(np.float32) for name in arrays.files}
    return Bundle(card, tuple(vocabulary), heads, folder / "encoder.onnx")


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of a bundle."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def _check(folder: Path) -> None:
    missing = [name for name in (*FILES, "digests.json") if not (folder / name).is_file()]
    if missing:
        raise BundleNotFound(f"{folder}: no {', '.join(missing)} (is this a tagger's bundle?)")
    expected = msgspec.json.decode((folder / "digests.json").read_bytes(), type=dict[str, str])
    found = _digests_once(str(folder), tuple((folder / name).stat().st_mtime_ns for name in FILES))
    for name in FILES:
        if expected.get(name) != found[name]:
            raise BundleMismatch(
                f"{folder / name}: not the file that the bundle was made with (install it again)",
                expected=expected.get(name),
                found=found[name],
            )


@cache
def _digests_once(folder: str, _stamps: tuple[int, ...]) -> dict[str, str]:
    return digests(Path(folder))
