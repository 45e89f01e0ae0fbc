"""How far apart words stand, in the buckets that training counted in."""

from __future__ import annotations

import numpy as np

from sayso.tagger.encode import Ints


def distances(places: Ints, first: Ints | int, last: Ints | int) -> Ints:
    """Bucket of each word's distance from `first` to `last`: 0 within, odd before it, even after."""
    before = np.maximum(first - places, 0)
    after = np.maximum(places - last, 0)
    return np.where(before > 0, 2 * _bucket(before) - 1, 2 * _bucket(after))


def _bucket(steps: Ints) -> Ints:
    """0 to 4 alone; then by factors of the cube root of four, up to 12."""
    logs = np.ceil(np.log2(np.maximum(steps, 1) / 4) * 1.5).astype(np.int64) + 4
    buckets: Ints = np.minimum(np.where(steps <= 4, steps, logs), 12)
    return buckets
