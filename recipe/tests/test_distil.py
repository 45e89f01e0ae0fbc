"""Nets of fewer layers out of one of six."""

import torch

from recipe.distil import LIKENESS, Pupil, shortened
from recipe.model import Net, depth
from recipe.tasks import KINDS
from recipe.windows import Batch, collate, cut, prepare


def batch_of(passage, pieces) -> Batch:
    return collate([next(cut(prepare(passage, pieces), 384))], pieces.start, pieces.end)


def short(net: Net, *layers: int) -> Net:
    weights = shortened(net.state_dict(), layers)
    found = Net(30522, 0.0, depth(weights))
    found.load_state_dict(weights)
    return found.eval()


def test_layers_that_are_kept_stand_in_their_order(net: Net) -> None:
    one = short(net, 0, 1, 2, 5)
    assert depth(one.state_dict()) == 4
    assert torch.equal(one.encoder.layers[3].wide.weight, net.encoder.layers[5].wide.weight)
    assert torch.equal(one.names.weight, net.names.weight)


def test_lower_layers_that_are_kept_give_what_they_gave(net: Net, passage, pieces) -> None:
    batch = batch_of(passage, pieces)
    arrays = (batch.pieces, batch.features, batch.heads)
    with torch.inference_mode():
        own, whole = (one.encoder.layered(*arrays) for one in (short(net, 0, 1, 2, 5), net))
    assert torch.allclose(own[..., 384:], whole[..., 384:], atol=1e-5)


def test_likeness_to_the_teacher_counts_beside_the_task(net: Net, passage, pieces) -> None:
    batch = batch_of(passage, pieces)
    pupil, other = Pupil(net.encoder), short(net, 0, 1, 2, 5)
    pupil.listen(other.encoder)
    kind = pupil.taught(KINDS["names"])
    with torch.inference_mode():
        assert kind.loss(other, batch) > KINDS["names"].loss(other, batch)
    same = Pupil(net.encoder)
    twin = short(net, 0, 1, 2, 3, 4, 5)
    same.listen(twin.encoder)
    with torch.inference_mode():
        assert torch.isclose(same.taught(KINDS["names"]).loss(twin, batch), KINDS["names"].loss(twin, batch), atol=1e-3)
    assert LIKENESS > 0
