"""How far two people agree, beyond what chance would give (Cohen 1960)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def kappa(labels: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of the pairs of labels; None without pairs, or where chance alone would agree on all."""
    if not labels:
        return None
    observed = sum(one == other for one, other in labels) / len(labels)
    firsts, seconds = (Counter(side) for side in zip(*labels, strict=True))
    by_chance = sum(firsts[label] * seconds[label] for label in firsts) / len(labels) ** 2
    return (observed - by_chance) / (1 - by_chance) if by_chance < 1 else None
