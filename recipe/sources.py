"""Every source that a plan may name: texts with some gold layer, each as a list of the ways it was annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from recipe import gap, newswire, ontogum, polnear, trees, webnames
from recipe.corpora import Passage
from recipe.labels import NAME_CLASS_OF

Source = Callable[[Path], Iterable[list[Passage]]]


def _alone(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    return ([passage] for passage in passages)


def _articles(corpora: Path) -> Iterable[list[Passage]]:
    """An article with several annotators has as many ways."""
    articles: dict[str, list[Passage]] = {}
    for passage in polnear.articles(corpora / "polnear", "train", all_annotators=True):
        kept = polnear.without_left_out(passage)
        if kept.words:
            articles.setdefault(passage.name.rsplit("_", 1)[0], []).append(kept)
    return articles.values()


def _gum_trees(corpora: Path) -> Iterator[Passage]:
    for path in ontogum.files(corpora / "gum", "train"):
        yield from trees.documents(path)


SOURCES: dict[str, Source] = {
    "polnear": _articles,
    "worldwide-newswire": lambda corpora: _alone(newswire.newswire(corpora / "worldwide-newswire", "train")),
    "uner-ewt": lambda corpora: _alone(_uner(corpora)),
    "gum-chains": lambda corpora: _alone(ontogum.documents(corpora / "gum", "train")),
    "gap": lambda corpora: _alone(gap.passages(corpora / "gap" / "gap-development.tsv")),
    "ud-ewt": lambda corpora: _alone(trees.documents(corpora / "ud-ewt" / "en_ewt-ud-train.conllu")),
    "gum-trees": lambda corpora: _alone(_gum_trees(corpora)),
}
"""By the names that plans use. A name that ends in .jsonl is a file that `recipe.webnames` wrote."""


def _uner(corpora: Path) -> Iterator[Passage]:
    """In our classes; dates, money, nationalities and the rest are not marked there."""
    for passage in newswire.universal(corpora / "uner-ewt", held_back=False):
        mapped = [mark if mark == "O" else mark[:2] + NAME_CLASS_OF[mark[2:]] for mark in passage.names or []]
        yield replace(passage, names=mapped)


def read(name: str, corpora: Path) -> Iterable[list[Passage]]:
    """The texts of a source; a file's name is taken as it stands."""
    if name.endswith(".jsonl"):
        return _alone(webnames.load_silver(Path(name)))
    return SOURCES[name](corpora)
