"""Average the weights of several checkpoints of one net: where runs went on from each other, better than any of them.

`python -m recipe.average AVERAGED CHECKPOINT [CHECKPOINT …]` writes a checkpoint that `recipe.chains` and
`recipe.events` take; their heads are fitted anew, since the encoder is another. After Wortsman and others, "Model
soups" (ICML 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def averaged(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of every tensor that all have in one shape; of the others the last checkpoint's."""
    found = dict(states[-1])
    for name, last in states[-1].items():
        same = [state[name] for state in states if name in state and state[name].shape == last.shape]
        if len(same) == len(states):
            found[name] = torch.stack([tensor.float() for tensor in same]).mean(0)
    return found


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("averaged", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    states = [torch.load(path, weights_only=True)["average"] for path in options.checkpoints]
    torch.save({"average": averaged(states)}, options.averaged)


if __name__ == "__main__":
    main()
