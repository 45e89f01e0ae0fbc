"""A linear chain over labels whose gradient is written out, so that long windows stay cheap."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


class Chain(nn.Module):
    """Negative log likelihood of label sequences under forbidden and learnt transitions."""

    allowed: Tensor
    opening: Tensor

    def __init__(self, labels: list[str]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.starts = nn.Parameter(torch.zeros(len(labels)))
        allowed, opening = allowed_transitions(labels)
        self.register_buffer("allowed", allowed, persistent=False)
        self.register_buffer("opening", opening, persistent=False)

    def scores(self) -> tuple[Tensor, Tensor]:
        """Transitions (from, to) and starts, the forbidden ones far below the others."""
        return self.transitions + self.allowed, self.starts + self.opening

    def loss(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Summed over sequences. Shapes: (n, words, labels), (n, words), (n, words); mask a prefix."""
        transitions, starts = self.scores()
        emissions = emissions.float()
        gold = emissions.gather(2, labels[:, :, None])[:, :, 0] * mask
        moves = transitions[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        score = gold.sum() + moves.sum() + starts[labels[:, 0]].sum()
        total: Tensor = _Partition.apply(emissions, transitions, starts, mask)
        return total.sum() - score


def allowed_transitions(labels: list[str]) -> tuple[Tensor, Tensor]:
    """Zero where strict BIO allows a move or a start, far below zero where not."""
    allowed = torch.zeros(len(labels), len(labels))
    opening = torch.zeros(len(labels))
    for column, after in enumerate(labels):
        if after.startswith("I-"):
            opening[column] = FORBIDDEN
            for row, before in enumerate(labels):
                if before[1:] != after[1:]:
                    allowed[row, column] = FORBIDDEN
    return allowed, opening


class _Partition(torch.autograd.Function):
    """Log of the sum over all paths; the gradient is the expected counts (forward-backward)."""

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, transitions: Tensor, starts: Tensor, mask: Tensor) -> Tensor:
        top = emissions.max(-1, keepdim=True).values
        local = (emissions - top).exp()
        moves = transitions.exp()
        keep = mask[:, :, None].bool()
        state = local[:, 0] * starts.exp()
        size = state.sum(-1, keepdim=True).clamp_min(1e-30)
        state = state / size
        states, sizes = [state], [size]
        for step in range(1, emissions.shape[1]):
            fresh = (state @ moves) * local[:, step]
            size = fresh.sum(-1, keepdim=True).clamp_min(1e-30)
            state = torch.where(keep[:, step], fresh / size, state)
            states.append(state)
            sizes.append(size)
        logs = (torch.stack(sizes, 1).log() + top)[:, :, 0]
        ctx.save_for_backward(local, moves, torch.stack(states, 1), mask)
        return (logs * mask).sum(1)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        local, moves, states, mask = ctx.saved_tensors
        keep = mask[:, :, None].bool()
        behind = torch.ones_like(local[:, 0])
        behinds = [behind]
        for step in range(local.shape[1] - 1, 0, -1):
            fresh = (local[:, step] * behind) @ moves.T
            fresh = fresh / fresh.sum(-1, keepdim=True).clamp_min(1e-30)
            behind = torch.where(keep[:, step], fresh, behind)
            behinds.append(behind)
        after = torch.stack(behinds[::-1], 1)
        marginals = states * after
        marginals = marginals / marginals.sum(-1, keepdim=True).clamp_min(1e-30) * keep
        right = local[:, 1:] * after[:, 1:]
        pairs = torch.einsum("nti,ij,ntj->nt", states[:, :-1], moves, right).clamp_min(1e-30)
        weight = gradients[0][:, None] * mask[:, 1:] / pairs
        counts = torch.einsum("nti,ntj->ij", states[:, :-1] * weight[:, :, None], right) * moves
        by_sequence = gradients[0][:, None, None]
        return marginals * by_sequence, counts, (marginals[:, 0] * by_sequence[:, 0]).sum(0), None


def best_paths(emissions: Tensor, transitions: Tensor, starts: Tensor, mask: Tensor) -> Tensor:
    """Viterbi. Shape: (n, words); past the mask the labels mean nothing."""
    state = emissions[:, 0] + starts
    back = []
    for step in range(1, emissions.shape[1]):
        best, origin = (state[:, :, None] + transitions).max(1)
        here = mask[:, step, None].bool()
        state = torch.where(here, best + emissions[:, step], state)
        back.append(torch.where(here, origin, torch.arange(origin.shape[1])))
    label = state.argmax(-1)
    path = [label]
    for origin in reversed(back):
        label = origin.gather(1, label[:, None])[:, 0]
        path.append(label)
    return torch.stack(path[::-1], 1)
