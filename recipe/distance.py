"""How far apart words stand, in the buckets that `sayso.tagger.distance` has."""

from __future__ import annotations

import torch
from torch import Tensor

DISTANCES = 26
"""Buckets."""


def distances(places: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Bucket of a word's distance from a cue: 0 within, odd before it, even after. (cues, words)."""
    before = (first[:, None] - places).clamp_min(0)
    after = (places - last[:, None]).clamp_min(0)
    return torch.where(before > 0, 2 * _bucket(before) - 1, 2 * _bucket(after))


def _bucket(steps: Tensor) -> Tensor:
    """0; 1 2 3 4 alone; then by powers of the square root of two… up to 12."""
    logs = (torch.log2(steps.clamp_min(1).float() / 4) * 1.5).ceil().long() + 4
    return torch.where(steps <= 4, steps, logs).clamp_max(12)
