"""The package computes what training computed: the encoder through ONNX, the heads with numpy."""

from pathlib import Path

import numpy as np
import pytest
import torch

from recipe.corpora import Passage
from recipe.export import OF_LOWER, OF_THE_LAST, write_bundle
from recipe.labels import RELATIONS, TAGS
from recipe.losses import KEPT_A_WORD, antecedent_scores, keep_mentions, paragraphs
from recipe.model import Net
from recipe.scoring import linked, name_spans
from recipe.windows import collate, cut, prepare
from sayso.tagger import mentions, roles
from sayso.tagger.matching import matches
from sayso.tagger.mentions import _antecedents, _best, _mention_scores, names
from sayso.tagger.roles import attributions
from sayso.tagger.syntax import _sides, arc_scores, parse
from sayso.tagger.tagger import NeuralTagger, load_tagger

pytestmark = pytest.mark.filterwarnings("ignore:You are using the legacy TorchScript:DeprecationWarning")
TOLERANCE = 2e-4
"""Largest difference of a word vector's entry, float against float; entries are of the order of one."""


@pytest.fixture
def tagger(net: Net, tmp_path: Path) -> NeuralTagger:
    write_bundle(net, tmp_path, "en@test", eight_bits=False)
    return load_tagger(tmp_path)


@pytest.fixture
def batch(passage: Passage, pieces):
    return collate(list(cut(prepare(passage, pieces), 384)), pieces.start, pieces.end)


def test_onnx_vectors_are_the_nets(net: Net, tagger: NeuralTagger, passage: Passage, batch) -> None:
    with torch.inference_mode():
        expected = net.words(batch.pieces, batch.features, batch.heads)[0].numpy()
    assert np.abs(tagger.vectors(passage.text, passage.words) - expected).max() < TOLERANCE


def test_products_that_the_encoder_works_out_are_the_heads_own(tagger: NeuralTagger, passage: Passage) -> None:
    """But that the heads' arrays are in half precision."""
    bundle, layers = tagger.bundle, tagger.layers(passage.text, passage.words)
    lower = bundle.heads["triggers.lower.weight"].shape[1]
    bare = np.hstack([layers[:, : bundle.width], layers[:, -lower:]])
    assert set(bundle.card.products) == {*OF_THE_LAST, *OF_LOWER}
    for name, (first, end) in bundle.card.products.items():
        assert np.array_equal(bundle.linear(name, layers), layers[:, first:end])
        of_weights = bundle.linear(name, bare, of_last=name in OF_LOWER)
        assert np.abs(layers[:, first:end] - of_weights).max() < 10 * TOLERANCE


def test_attributions_are_the_nets(
    net: Net, tagger: NeuralTagger, passage: Passage, batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for contents that several cues claim, which only the package sorts out."""
    monkeypatch.setattr(roles, "contents_apart", lambda found: found)
    with torch.inference_mode():
        (expected,) = linked(net, batch)
    vectors = tagger.vectors(passage.text, passage.words)
    found = attributions(tagger.bundle, vectors, paragraphs(batch)[0].numpy())
    spread = [(_words(one.source), tuple(range(*one.cue)), _words(one.content)) for one in found]
    assert spread == expected
    assert spread


def _words(spans: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    return tuple(number for span in spans for number in range(*span))


def test_names_are_the_nets(
    net: Net, tagger: NeuralTagger, passage: Passage, batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for what words of a report that are alike share, which only the package knows of."""
    monkeypatch.setattr(mentions, "SHARED", 0.0)
    texts = [passage.word(number) for number in range(len(passage.words))]
    with torch.inference_mode():
        (expected,) = name_spans(net, batch)
    vectors = tagger.vectors(passage.text, passage.words)
    found = names(tagger.bundle, vectors, np.ones(len(texts), int), texts)
    assert [(one.first, one.end) for one in found] == [(first, end) for _, first, end in expected]


def test_antecedents_are_the_nets(
    net: Net, tagger: NeuralTagger, passage: Passage, batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for how many stretches are kept, which is fewer in the package."""
    monkeypatch.setattr(mentions, "KEPT_A_WORD", KEPT_A_WORD)
    texts = [passage.word(number) for number in range(len(passage.words))]
    with torch.inference_mode():
        words = net.words(batch.pieces, batch.features, batch.heads)[0]
        vectors, scores = net.coreference.mentions(words)
        kept = keep_mentions(scores, len(words))
        expected = antecedent_scores(net, vectors, scores, kept, texts).numpy()
    bundle, found = tagger.bundle, tagger.vectors(passage.text, passage.words)
    first, last = bundle.linear("coreference.first", found), bundle.linear("coreference.last", found)
    ours = _mention_scores(bundle, first, last)
    best = _best(ours, len(found))
    assert [tuple(pair) for pair in best.tolist()] == kept
    length = best[:, 1] - best[:, 0]
    stretches = np.maximum(first[best[:, 0]] + last[best[:, 1]] + bundle.heads["coreference.length.weight"][length], 0)
    match = matches([texts[a : b + 1] for a, b in best])
    links = _antecedents(bundle, stretches, ours[best[:, 0], length], best, match)
    lower = np.tril_indices(len(kept), -1)
    assert np.abs(links[lower] - expected[lower]).max() < 1e-2


def test_trees_are_the_nets(net: Net, tagger: NeuralTagger, passage: Passage, batch) -> None:
    """Scores of heads; and the relations to the heads that the package settles on."""
    with torch.inference_mode():
        words = net.words(batch.pieces, batch.features, batch.heads)
        expected = net.syntax.arcs(words)[0].numpy()
    vectors = tagger.vectors(passage.text, passage.words)
    arcs, roots = arc_scores(tagger.bundle, _sides(tagger.bundle, vectors), 0, len(vectors))
    assert np.abs(arcs - expected[:, :-1]).max() < 1e-2
    assert np.abs(roots - expected[:, -1]).max() < 1e-2
    found = parse(tagger.bundle, vectors, passage.sentences or [])
    under = [(place, word) for place, word in enumerate(found) if word.head is not None]
    places, heads = torch.tensor([place for place, _ in under]), torch.tensor([word.head for _, word in under])
    with torch.inference_mode():
        relations = net.syntax.relations(words, torch.zeros_like(places), places, heads).argmax(1)
        tags = net.syntax.tag(words[0]).argmax(1)
    assert [word.relation for _, word in under] == [RELATIONS[number] for number in relations]
    assert [word.tag for word in found] == [TAGS[number] for number in tags]
    assert sum(word.head is None for word in found) == len(passage.sentences or [])


def test_eight_bits_stay_close(net: Net, tagger: NeuralTagger, passage: Passage, tmp_path: Path) -> None:
    write_bundle(net, tmp_path / "small", "en@test")
    small = load_tagger(tmp_path / "small").vectors(passage.text, passage.words)
    whole = tagger.vectors(passage.text, passage.words)
    likeness = (small * whole).sum(1) / np.linalg.norm(small, axis=1) / np.linalg.norm(whole, axis=1)
    assert likeness.min() > 0.95
