"""The heads for words of events and who takes part, on a still encoder."""

import random
from itertools import islice

import torch
from torch import nn

from recipe import deeds, event_examples
from recipe.corpora import vocabulary
from recipe.model import Net


def test_the_heads_learn_and_nothing_else_does() -> None:
    torch.manual_seed(1)
    net = Net(len(vocabulary()), 0.0).eval()
    before = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    some = [one.passage for one in islice(event_examples.bracketed(event_examples.WRITTEN), 24)]
    learnt = deeds.read(net, some)
    off = deeds.nats(net, learnt, nn.Identity()).item()
    deeds.finish(net, learnt, learnt[:4], 8, random.Random(1))
    assert deeds.nats(net, learnt, nn.Identity()).item() < 0.8 * off
    changed = {name for name, tensor in net.state_dict().items() if not torch.equal(tensor, before[name])}
    assert changed
    assert all(name.startswith(deeds.HEADS) for name in changed)
