"""How well chains of mentions agree: MUC, B-cubed, CEAF-e, and their mean, the CoNLL score.

As defined by Pradhan et al. (ACL 2014), over predicted mentions: one that only one side has counts against it.
Mentions are (first word, last word); no mention is in two chains of a side (`apart` sees to it).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from sayso.evaluate.assignment import assign
from sayso.evaluate.corpora.chains import Chain, Mention
from sayso.evaluate.counts import Counts, matched, mean

METRICS = ("MUC", "B-cubed", "CEAF-e")


def apart(chains: Iterable[Iterable[Mention]]) -> list[Chain]:
    """Chains of at least two mentions; a mention that several claim stays with the first of them."""
    taken: set[Mention] = set()
    kept: list[Chain] = []
    for chain in chains:
        kept.append(frozenset(chain) - taken)
        taken |= kept[-1]
    return [chain for chain in kept if len(chain) > 1]


def coreference(gold: Sequence[Chain], found: Sequence[Chain]) -> dict[str, Counts]:
    """Counts of one document by metric, and of the mentions themselves."""
    wanted, marked = _mentions(gold), _mentions(found)
    return {
        "mentions": matched(len(wanted & marked), len(marked), len(wanted)),
        "MUC": muc(gold, found),
        "B-cubed": b_cubed(gold, found),
        "CEAF-e": ceaf_e(gold, found),
    }


def conll(counts: dict[str, Counts]) -> float | None:
    """The CoNLL score: the mean F1 of the three metrics; None where there is neither gold nor finding."""
    return mean([counts[name].f1 for name in METRICS])


def muc(gold: Sequence[Chain], found: Sequence[Chain]) -> Counts:
    """Links: a chain of n mentions has n - 1, less one for each further part the other side splits it into."""
    right, links_found = _links_kept(found, gold)
    met, links_gold = _links_kept(gold, found)
    return Counts(right, links_found, met, links_gold)


def b_cubed(gold: Sequence[Chain], found: Sequence[Chain]) -> Counts:
    """Mentions: the share of each one's chain that is in its chain on the other side too."""
    right = sum(len(one & other) ** 2 / len(other) for one in gold for other in found)
    met = sum(len(one & other) ** 2 / len(one) for one in gold for other in found)
    return Counts(right, sum(map(len, found)), met, sum(map(len, gold)))


def ceaf_e(gold: Sequence[Chain], found: Sequence[Chain]) -> Counts:
    """Chains: each paired with at most one of the other side, so that the likeness of all pairs is greatest."""
    likeness = np.zeros((len(gold), len(found)))
    for row, one in enumerate(gold):
        for column, other in enumerate(found):
            likeness[row, column] = 2 * len(one & other) / (len(one) + len(other))
    return matched(sum(float(likeness[pair]) for pair in assign(likeness)), len(found), len(gold))


def _links_kept(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[int, int]:
    home = {mention: number for number, other in enumerate(others) for mention in other}
    kept = sum(len(chain) - _parts(chain, home) for chain in chains)
    return kept, sum(len(chain) - 1 for chain in chains)


def _parts(chain: Chain, home: dict[Mention, int]) -> int:
    """Into how many parts the other side splits the chain; a mention that it lacks is a part of its own."""
    return len({home.get(mention, mention) for mention in chain})


def _mentions(chains: Collection[Chain]) -> frozenset[Mention]:
    return frozenset[Mention]().union(*chains)
