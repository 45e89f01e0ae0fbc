"""The best tree over scored arcs: each word's best head if these make a tree, else Chu, Liu and Edmonds."""

from __future__ import annotations

import numpy as np

from sayso.tagger.chain import Floats
from sayso.tagger.encode import Ints


def spanning_heads(arcs: Floats, roots: Floats) -> Ints:
    """The head of each word, the root being its own.

    `arcs` holds the score of the row's word having the column's as head, -inf on the diagonal; `roots` that of being
    the root. The root is the word that gains most by being it. Shapes: (words, words), (words,), (words,).
    """
    if len(roots) == 1:
        return np.zeros(1, np.int64)
    root = int((roots - arcs.max(1)).argmax())
    return spanning_tree(arcs, root)


def spanning_tree(arcs: Floats, root: int) -> Ints:
    """The heads of greatest sum such that every word descends from `root`, which is its own head."""
    heads: Ints = arcs.argmax(1)
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    outside = [word for word in range(len(heads)) if word not in set(cycle)]
    smaller, enter, leave = _contracted(arcs, heads, cycle, outside)
    found = spanning_tree(smaller, outside.index(root))
    for place, word in enumerate(outside):
        into = found[place]
        heads[word] = outside[into] if into < len(outside) else cycle[leave[place]]
    above = found[-1]
    heads[cycle[enter[above]]] = outside[above]
    return heads


def _contracted(arcs: Floats, heads: Ints, cycle: list[int], outside: list[int]) -> tuple[Floats, Ints, Ints]:
    """Arcs with the cycle as one last word; by which of its words each outside head enters it or word leaves it."""
    gains = arcs[np.ix_(cycle, outside)] - arcs[cycle, heads[cycle]][:, None]
    leaving = arcs[np.ix_(outside, cycle)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf, arcs.dtype)
    smaller[:-1, :-1] = arcs[np.ix_(outside, outside)]
    smaller[-1, :-1] = gains.max(0)
    smaller[:-1, -1] = leaving.max(1)
    return smaller, gains.argmax(0), leaving.argmax(1)


def _cycle(heads: Ints) -> list[int]:
    """The words of a cycle among the heads, if there is one; a word that is its own head is none."""
    above: list[int] = heads.tolist()
    done: set[int] = set()
    for start in range(len(above)):
        path: list[int] = []
        place = start
        while place not in done:
            done.add(place)
            path.append(place)
            place = above[place]
        if place in path and above[place] != place:
            return path[path.index(place) :]
    return []
