import random
from dataclasses import replace

import pytest
import torch

from recipe.average import averaged
from recipe.corpora import Passage
from recipe.crf import Chain, best_paths
from recipe.losses import attribution_loss, names_loss
from recipe.model import Net
from recipe.plan import Plan, TaskPlan
from recipe.tasks import KINDS, Task
from recipe.train import Run, advance, parameter_groups
from recipe.windows import Noise, collate, cut, prepare


def test_chain_gradient_is_that_of_the_sum_over_paths() -> None:
    torch.manual_seed(0)
    chain = Chain(["O", "B-a", "I-a"])
    torch.nn.init.normal_(chain.transitions)
    emissions = torch.randn(2, 4, 3, requires_grad=True)
    mask = torch.tensor([[1.0, 1, 1, 1], [1, 1, 0, 0]])
    labels = torch.tensor([[0, 1, 2, 0], [1, 2, 0, 0]])
    ours = torch.autograd.grad(chain.loss(emissions, labels, mask), [emissions, chain.transitions])
    theirs = torch.autograd.grad(_plain_loss(chain, emissions, labels, mask), [emissions, chain.transitions])
    for one, other in zip(ours, theirs, strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def _plain_loss(chain: Chain, emissions: torch.Tensor, labels: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    moves, starts = chain.scores()
    loss = torch.zeros(())
    for row, label, length in zip(emissions, labels.tolist(), mask.sum(1).int().tolist(), strict=True):
        total, gold = starts + row[0], starts[label[0]] + row[0, label[0]]
        for step in range(1, length):
            total = torch.logsumexp(total[:, None] + moves, 0) + row[step]
            gold = gold + moves[label[step - 1], label[step]] + row[step, label[step]]
        loss = loss + torch.logsumexp(total, 0) - gold
    return loss


def test_best_path_never_continues_what_did_not_begin() -> None:
    torch.manual_seed(1)
    chain = Chain(["O", "B-a", "I-a", "B-b", "I-b"])
    paths = best_paths(torch.randn(50, 30, 5), *chain.scores(), torch.ones(50, 30))
    for path in paths.tolist():
        for before, after in zip([0, *path], path, strict=False):
            assert after not in (2, 4) or before in (after, after - 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_steps_lower_the_loss(kind: str, net: Net, passage: Passage, pieces, chance: random.Random) -> None:
    plan = Plan("en@test", {}, steps=30, minutes=60, warm_up=0.1, dropout=0.0)
    task = Task(replace(KINDS[kind], noise=Noise(0, 0, 0)), TaskPlan([]), [])
    run = Run(net, dict(net.state_dict()), torch.optim.AdamW(parameter_groups(net, plan)))
    run.average = {name: tensor.clone() for name, tensor in run.average.items()}
    windows = list(cut(prepare(passage, pieces), 384))
    frame = (pieces.start, pieces.end)
    losses = [advance(run, task, windows, plan, chance, frame) for _ in range(12)]
    assert losses[-1] < 0.8 * losses[0]


@pytest.mark.parametrize("loss", [attribution_loss, names_loss])
def test_padding_does_not_move_the_loss(loss, net: Net, passage: Passage, pieces) -> None:
    prepared = prepare(passage, pieces)
    (whole,) = cut(prepared, 384)
    parts = list(cut(prepared, 40))
    lone = [loss(net, collate([part], pieces.start, pieces.end)) * (part.last - part.first) for part in parts]
    together = loss(net, collate(parts, pieces.start, pieces.end)) * sum(part.last - part.first for part in parts)
    assert torch.isclose(sum(lone), together, rtol=1e-4)
    assert whole.last == sum(part.last - part.first for part in parts)


def test_windows_of_a_passage_hold_every_word_once(passage: Passage, pieces) -> None:
    prepared = prepare(passage, pieces)
    for limit in (20, 40, 384):
        windows = list(cut(prepared, limit, 0.5))
        numbers = [number for window in windows for number in range(window.first, window.last)]
        assert numbers == list(range(len(passage.words)))
        assert all(window.size <= limit for window in windows)


def test_weights_are_averaged_where_all_have_them() -> None:
    first = {"a": torch.zeros(2), "b": torch.ones(3)}
    last = {"a": torch.full((2,), 4.0), "b": torch.zeros(2), "c": torch.ones(1)}
    found = averaged([first, last])
    assert (found["a"].tolist(), found["b"].tolist(), found["c"].tolist()) == ([2.0, 2.0], [0.0, 0.0], [1.0])
