"""A net of fewer layers out of a trained one: faster, and what that costs can then be measured.

`python -m recipe.distil CORPORA RUN TEACHER --layers 0 1 2 4 5 [--minutes N]` keeps those layers of a checkpoint and
all its heads, and trains on: for every batch the tasks of the plan, and word vectors like the teacher's, so that the
heads fit from the start. After Sanh and others, "DistilBERT" (2019), and Jiao and others, "TinyBERT" (2020).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from recipe.model import Encoder, Net
from recipe.plan import DEFAULT, Plan, read_plan
from recipe.tasks import Kind
from recipe.train import fresh, train
from recipe.windows import Batch

LIKENESS = 20.0
"""What a mean square of 1 between the vectors of net and teacher counts, beside the tasks."""
_LAYER = re.compile(r"encoder\.layers\.(\d+)\.(.*)")


def shortened(weights: dict[str, Tensor], layers: Sequence[int]) -> dict[str, Tensor]:
    """The weights with these layers of the encoder alone, numbered anew."""
    found = {}
    for name, tensor in weights.items():
        match = _LAYER.fullmatch(name)
        if match is None:
            found[name] = tensor
        elif int(match[1]) in layers:
            found[f"encoder.layers.{layers.index(int(match[1]))}.{match[2]}"] = tensor
    return found


@dataclass(slots=True)
class Pupil:
    """Remembers the vectors that the net last made, and compares them with the teacher's."""

    teacher: Encoder
    made: Tensor | None = None

    def listen(self, encoder: Encoder) -> None:
        """From now on take note of what the encoder makes."""
        layered = encoder.layered

        def noting(pieces: Tensor, features: Tensor, heads: Tensor) -> Tensor:
            self.made = layered(pieces, features, heads)
            return self.made

        encoder.__dict__["layered"] = noting

    def taught(self, kind: Kind) -> Kind:
        """The way of learning, with likeness to the teacher besides."""

        def loss(net: Net, batch: Batch) -> Tensor:
            own = kind.loss(net, batch)
            assert self.made is not None
            with torch.no_grad():
                wanted = self.teacher.layered(batch.pieces, batch.features, batch.heads)
            apart = F.mse_loss(self.made.float(), wanted.float(), reduction="none").mean(-1)
            return own + LIKENESS * (apart * batch.mask).sum() / batch.mask.sum()

        return replace(kind, loss=loss)


def distil(weights: dict[str, Tensor], plan: Plan, corpora: Path, folder: Path) -> None:
    """Keep the layers that the plan says and train them beside the whole net; checkpoints go into the folder.

    Goes on from a checkpoint that is there.
    """
    mine = replace(
        plan,
        minutes=plan.distil.minutes,
        encoder_rate=plan.distil.encoder_rate,
        head_rate=plan.distil.head_rate,
    )
    teacher, run = fresh(mine, weights).net.eval(), fresh(mine, shortened(weights, plan.distil.layers))
    if (folder / "last.pt").exists():
        run.load(folder / "last.pt")
    pupil = Pupil(teacher.encoder)
    pupil.listen(run.net.encoder)
    train(run, mine, corpora, folder, way=pupil.taught)


def main() -> None:
    """Shorten, train, save, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--layers", type=int, nargs="+", help="to keep, instead of the plan's")
    parser.add_argument("--plan", type=Path, default=DEFAULT)
    parser.add_argument("--minutes", type=float, help="instead of the plan's")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.run.mkdir(parents=True, exist_ok=True)
    plan = read_plan(options.plan)
    chosen = {key: value for key in ("layers", "minutes") if (value := getattr(options, key)) is not None}
    plan = replace(plan, distil=replace(plan.distil, **chosen))
    if not plan.distil.layers:
        parser.error("which --layers to keep? The plan names none.")
    distil(torch.load(options.teacher, weights_only=True)["average"], plan, options.corpora, options.run)


if __name__ == "__main__":
    main()
