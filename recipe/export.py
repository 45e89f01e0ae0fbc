"""A trained net to a bundle: the encoder through ONNX, in eight bits; the heads as arrays.

`python -m recipe.export CHECKPOINT BUNDLE --version en@2026.6` writes the bundle; `--float` keeps the encoder as
trained, to compare with.
"""

from __future__ import annotations

import argparse
import tempfile
import warnings
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipe.corpora import vocabulary
from recipe.event_examples import plover_types
from recipe.event_heads import EventHead
from recipe.labels import FLAT, NAMES, PAIR, RELATIONS, TAGS
from recipe.model import HEADS, LOWER, WIDTH, Layer, Net, depth
from sayso.tagger.bundle import FORMAT, Calibration, Card, digests
from sayso.tagger.encode import LAYOUT, QUOTING

_LABELS = {
    "Person": "person",
    "Organization": "organisation",
    "Location": "location",
    "Facility": "facility",
    "NORP": "norp",
    "Date": "date",
    "Money": "money",
    "Product": "product",
    "Misc": "misc",
}
_UNFITTED = {"attribution": Calibration((1.0, 1.0, 0.0), 0.0), "names": Calibration((1.0,), 0.0)}
_CORPORA = {
    "polnear": "none stated (software MIT); text: the publishers'",
    "worldwide-newswire": "none stated; text: the newspapers'",
    "ud-ewt": "CC BY-SA 4.0",
    "uner-ewt": "CC BY-SA 4.0",
    "gum": "CC BY 4.0; texts CC BY, CC BY-SA, public domain",
    "gap": "Apache-2.0; text: Wikipedia, CC BY-SA",
    "factuality-uds-ih2": "none stated (software MIT); text: UD-EWT, CC BY-SA 4.0",
    "factuality-megaveridicality": "none stated (software MIT); constructed sentences",
    "meantime": "CC BY 4.0",
    "plv-plover-relations": "none stated",
    "conflibert-cameo": "none stated (software GPL-3.0); text: the publishers'",
    "all-MiniLM-L6-v2 (encoder)": "Apache-2.0",
}


class _Attention(torch.autograd.Function):
    """Attention of one window without padding, as onnxruntime's own operator: a fifth of the encoder's time less."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        split = [part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in (query, key, value)]
        return F.scaled_dot_product_attention(*split).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS).setType(query.type())


def _attend(inputs: Tensor, _: Tensor | None) -> Tensor:
    """What stands in for `Layer.attend`."""
    return _Attention.apply(*inputs.chunk(3, -1))


OF_THE_LAST = (
    "pair.word",
    "pair.word_rank",
    "coreference.first",
    "coreference.last",
    "syntax.dependent",
    "syntax.governor",
    "syntax.lower",
    "syntax.upper",
    "happened.inner",
    "triggers.inner",
    "participants.word",
    "participants.trigger",
)
"""Products of the heads that the encoder's graph works out, since it can in eight bits: those of the last layer."""
OF_LOWER = ("triggers.lower", "participants.word_lower", "participants.trigger_lower")
"""The same of the lower ones."""


class _Graph(nn.Module):
    """The encoder with the argument names of the bundle, for one window at a time.

    The last layer is computed where a vector is asked for and nowhere else, and what the three features of a piece add
    is looked up at once. Beside the last layer's vectors stand products of the heads, and then the lower layers'.
    """

    def __init__(self, net: Net) -> None:
        super().__init__()
        encoder = net.encoder
        self.of_last, self.of_lower = (_side_by_side(net, names) for names in (OF_THE_LAST, OF_LOWER))
        self.encoder = deepcopy(encoder)
        for layer in self.encoder.layers:
            vars(layer)["attend"] = _attend
        shapes, quoting, layout = (table.weight for table in (encoder.shapes, encoder.quoting, encoder.layout))
        looks = shapes[:, None, None] + quoting[:, None] + layout
        self.looks = nn.Parameter(looks.detach().flatten(0, 2))

    def forward(self, pieces: Tensor, features: Tensor, heads: Tensor) -> Tensor:
        states = self._embedded(pieces, features)
        kept = {}
        *before, last = self.encoder.layers
        assert isinstance(last, Layer)
        for number, layer in enumerate(before, 1):
            states = layer(states, None)
            kept[number] = states
        words = [states[:, heads[0]] for states in (states, *(kept[number] for number in LOWER))]
        vectors, lower = _last(last, words[0], states), torch.cat(words[1:], -1)
        return torch.cat([vectors, self.of_last(vectors), self.of_lower(lower), lower], -1)

    def _embedded(self, pieces: Tensor, features: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1])
        look = (features[..., 0] * QUOTING + features[..., 1]) * LAYOUT + features[..., 2]
        return self.encoder.norm(self.encoder.pieces(pieces) + self.encoder.places(places) + self.looks[look])


def _heads(net: Net, names: Sequence[str]) -> dict[str, nn.Linear]:
    """The linear parts of a net's heads that have these names, as far as it has them, in order."""
    parts = dict(net.named_modules())
    return {name: part for name in names if isinstance(part := parts.get(name), nn.Linear)}


def _side_by_side(net: Net, names: Sequence[str]) -> nn.Module:
    """Several products as one; nothing where the net has none of them."""
    parts = _heads(net, names).values()
    if not parts:
        return _Nothing()
    joined = nn.Linear(next(iter(parts)).in_features, sum(part.out_features for part in parts))
    with torch.no_grad():
        joined.weight.copy_(torch.cat([part.weight for part in parts]))
        joined.bias.copy_(torch.cat([part.bias for part in parts]))
    return joined


class _Nothing(nn.Module):
    def forward(self, vectors: Tensor) -> Tensor:
        return vectors[..., :0]


def products(net: Net) -> dict[str, tuple[int, int]]:
    """The columns, half-open, in which the graph gives each product of the heads."""
    found, start = {}, WIDTH
    for name, part in _heads(net, (*OF_THE_LAST, *OF_LOWER)).items():
        found[name] = (start, start + part.out_features)
        start += part.out_features
    return found


def _last(layer: Layer, words: Tensor, states: Tensor) -> Tensor:
    """What a layer makes of some pieces, which look at all.

    Shapes: (windows, words, WIDTH), (windows, pieces, WIDTH).
    """
    weights, biases = layer.inputs.weight, layer.inputs.bias
    query = F.linear(words, weights[:WIDTH], biases[:WIDTH])
    key, value = F.linear(states, weights[WIDTH:], biases[WIDTH:]).chunk(2, -1)
    words = layer.norm(words + layer.output(_Attention.apply(query, key, value)))
    return layer.last_norm(words + layer.narrow(F.gelu(layer.wide(words))))


def load_net(checkpoint: Path) -> Net:
    """The running average of a checkpoint."""
    average = torch.load(checkpoint, weights_only=True)["average"]
    net = Net(len(vocabulary()), 0.0, depth(average))
    if any(name.startswith("event.") for name in average):
        net.add_module("event", EventHead(len(LOWER) * WIDTH, len(plover_types())))
    net.load_state_dict(average)
    return net.eval()


def write_encoder(net: Net, path: Path, *, eight_bits: bool) -> None:
    """The encoder, and products of the heads, as ONNX; in eight bits with a scale a channel."""
    inputs = (torch.full((1, 9), 5), torch.ones(1, 9, 3, dtype=torch.long), torch.tensor([[1, 2, 4]]))
    axes = {
        "pieces": {0: "windows", 1: "pieces"},
        "features": {0: "windows", 1: "pieces"},
        "heads": {0: "windows", 1: "words"},
        "vectors": {0: "windows", 1: "words"},
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # torch prefers its newer exporter
        whole = Path(folder) / "whole.onnx" if eight_bits else path
        torch.onnx.export(
            _Graph(net),
            inputs,
            str(whole),
            input_names=["pieces", "features", "heads"],
            output_names=["vectors"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if eight_bits:
            _quantise(whole, path)


def _quantise(whole: Path, path: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ready = whole.with_suffix(".ready.onnx")
    quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(str(ready), str(path), per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)


def head_arrays(net: Net) -> dict[str, np.ndarray]:
    """Everything but the encoder, by name; chains with their forbidden moves."""
    arrays = {
        name: tensor.float().numpy() for name, tensor in net.state_dict().items() if not name.startswith("encoder.")
    }
    for name, chain in (
        ("flat_chain", net.flat_chain),
        ("names_chain", net.names_chain),
        ("pair.chain", net.pair.chain),
    ):
        moves, starts = chain.scores()
        arrays[f"{name}.transitions"] = moves.detach().numpy()
        arrays[f"{name}.starts"] = starts.detach().numpy()
    return arrays


def labels() -> dict[str, list[str]]:
    """The label sets as the bundle names them."""
    names = [mark + _LABELS[kind] for mark, kind in ((n[:2], n[2:]) for n in NAMES[1:])]
    return {
        "flat": FLAT,
        "pair": PAIR,
        "names": ["O", *names],
        "tags": [*TAGS],
        "relations": [*RELATIONS],
        "events": [*plover_types()],
    }


def write_bundle(net: Net, folder: Path, version: str, *, eight_bits: bool = True) -> None:
    """All files of a bundle, with a calibration that is still to be fitted."""
    folder.mkdir(parents=True, exist_ok=True)
    write_encoder(net, folder / "encoder.onnx", eight_bits=eight_bits)
    halves: dict[str, Any] = {name: array.astype(np.float16) for name, array in head_arrays(net).items()}
    np.savez_compressed(folder / "heads.npz", **halves)
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary()) + "\n", encoding="utf-8")
    card = Card(
        format=FORMAT,
        version=version,
        language="en",
        labels=labels(),
        products=products(net),
        calibration=_UNFITTED,
        corpora=_CORPORA,
    )
    write_card(card, folder)


def write_card(card: Card, folder: Path) -> None:
    """The card, and the digests that it changes."""
    (folder / "card.json").write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    listed = msgspec.json.format(msgspec.json.encode(digests(folder)), indent=1)
    (folder / "digests.json").write_bytes(listed + b"\n")


def main() -> None:
    """Write a bundle."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--version", default="en@2026.6")
    parser.add_argument("--float", action="store_true", dest="whole")
    options = parser.parse_args()
    write_bundle(load_net(options.checkpoint), options.bundle, options.version, eight_bits=not options.whole)


if __name__ == "__main__":
    main()
