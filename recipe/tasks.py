"""What is learnt: for each task its loss, how its texts are cut, and what noise they get."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from torch import Tensor

from recipe import sources
from recipe.corpora import Passage, word_piece
from recipe.factuality import happened_loss
from recipe.losses import attribution_loss, choices_loss, coreference_loss, names_loss, syntax_loss, triggers_loss
from recipe.model import Net
from recipe.plan import Plan, TaskPlan
from recipe.windows import Batch, Noise, Prepared, Window, batches, cut, prepare
from sayso.tagger.pieces import WordPiece

LONGEST = 384
MOST_WINDOWS = 6
"""Windows of one document that coreference takes at a time."""
Cut = Callable[[Prepared, random.Random], Iterator[Window]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of learning. With `whole`, what one text is cut into stays one batch."""

    loss: Callable[[Net, Batch], Tensor]
    cut: Cut
    noise: Noise
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A kind with its texts, each prepared as often as it was annotated, and its numbers in the plan."""

    kind: Kind
    plan: TaskPlan
    texts: list[list[Prepared]]

    def round(self, budget: int, chance: random.Random) -> list[list[Window]]:
        """Batches of one round: a share of the texts (above 1: some of them again), each in one of its ways."""
        passes, share = divmod(self.plan.share, 1)
        chosen = self.texts * int(passes) + chance.sample(self.texts, round(share * len(self.texts)))
        parts = [list(self.kind.cut(chance.choice(ways), chance)) for ways in chosen]
        if self.kind.whole:
            return [part for part in parts if part]
        return batches((window for part in parts for window in part), budget, chance)


def _varied(limits: tuple[int, ...], shares: tuple[float, ...]) -> Cut:
    """Windows of one of several sizes, the first of a text cut short by chance; size 0 is a paragraph a window."""

    def cut_one(prepared: Prepared, chance: random.Random) -> Iterator[Window]:
        limit = chance.choices(limits, shares)[0]
        return cut(prepared, limit, chance.uniform(0.3, 1)) if limit else _paragraphs(prepared)

    return cut_one


def _paragraphs(prepared: Prepared) -> Iterator[Window]:
    for first, last in prepared.units:
        window = Window(prepared, first, last)
        if window.size <= LONGEST:
            yield window


def _some(prepared: Prepared, chance: random.Random) -> Iterator[Window]:
    """A few windows in a row, from anywhere."""
    windows = list(cut(prepared, chance.choice((256, LONGEST)), chance.uniform(0.4, 1)))
    start = chance.randint(0, max(0, len(windows) - MOST_WINDOWS))
    yield from windows[start : start + MOST_WINDOWS]


def _fitting(prepared: Prepared, _chance: random.Random) -> Iterator[Window]:
    """The whole text if it is short enough."""
    window = Window(prepared, 0, len(prepared.passage.words))
    if window.size <= LONGEST:
        yield window


_ATTRIBUTION = Kind(attribution_loss, _varied((384, 128, 0), (0.45, 0.35, 0.2)), Noise())
_NAMES = Kind(names_loss, _varied((384, 128, 48), (1, 1, 1)), Noise(capitals=0.12, layout=0.5))
KINDS = {
    "attribution": _ATTRIBUTION,
    "open_attribution": _ATTRIBUTION,
    "names": _NAMES,
    "web_names": _NAMES,
    "silver_names": _NAMES,
    "coreference": Kind(coreference_loss, _some, Noise(pieces=0.02, layout=0.1), whole=True),
    "choices": Kind(choices_loss, _fitting, Noise(layout=0)),
    "triggers": Kind(triggers_loss, _fitting, Noise(capitals=0.12, layout=0.5)),
    "happened": Kind(happened_loss, _varied((128,), (1,)), Noise(capitals=0.12, layout=0.5)),
    "syntax": Kind(syntax_loss, _varied((384, 128, 48), (1, 1, 1)), Noise(pieces=0.02, capitals=0.12, layout=0.2)),
}


def tasks(corpora: Path, run: Path, plan: Plan) -> dict[str, Task]:
    """Everything that a plan names and that is there by now, read and prepared."""
    learnt = {}
    for name, part in plan.tasks.items():
        there = [source for source in part.sources if sources.is_there(source, run)]
        texts = [_prepared(ways) for source in there for ways in sources.read(source, corpora, run)]
        if texts:
            learnt[name] = Task(KINDS[name], part, texts)
    return learnt


def _prepared(ways: list[Passage]) -> list[Prepared]:
    pieces = _word_piece()
    return [prepare(passage, pieces) for passage in ways]


@cache
def _word_piece() -> WordPiece:
    return word_piece()


def rounds(learnt: dict[str, Task], budget: int, chance: random.Random) -> Iterator[tuple[str, Task, list[Window]]]:
    """Batches without end: a round of every task, shuffled; and again."""
    while True:
        one = [(name, task, group) for name, task in learnt.items() for group in task.round(budget, chance)]
        chance.shuffle(one)
        yield from one
