"""Every source that a plan may name: texts with some gold layer, each as a list of the ways it was annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from recipe import event_examples, factuality, gap, newswire, ontogum, opennames, polnear, trees, webnames
from recipe.corpora import Passage, Relation
from recipe.labels import NAME_CLASS_OF
from recipe.polnear import inside
from sayso.annotate.tokens import words_of
from sayso.evaluate.corpora import gum

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


def _gum_attributions(corpora: Path) -> Iterator[Passage]:
    """GUM's documents in our words; what its discourse trees attribute, roles as PolNeAR has them."""
    for document in gum.documents(corpora / "gum", "train"):
        article = document.article
        words = words_of(article.text)
        relations = [
            Relation(*(tuple(inside(words, spans)) for spans in (one.source, one.cue, one.content)))
            for one in article.relations
        ]
        yield Passage(article.name, article.text, words, relations=[one for one in relations if one.cue])


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
    "ud-ewt-rated": lambda corpora: _alone(factuality.documents(corpora)),
    "meantime": lambda corpora: _alone(factuality.sentences(corpora / "meantime" / "factuality-en" / "train.jsonl")),
    "megaveridicality": lambda corpora: _alone(
        factuality.sentences(corpora / "factuality-megaveridicality" / "train.jsonl")
    ),
    "our-events": lambda _: _alone(one.passage for one in event_examples.ours()),
    "gum-attributions": lambda corpora: _alone(_gum_attributions(corpora)),
    "gum-names": lambda corpora: _alone(opennames.gum(corpora / "gum", "train")),
    "re3d": lambda corpora: _alone(opennames.re3d(corpora / "re3d")),
    "crossner-politics": lambda corpora: _alone(opennames.crossner(corpora / "crossner-politics" / "train.txt")),
    "gum-trees": lambda corpora: _alone(_gum_trees(corpora)),
}
"""By the names that plans use. A name that ends in .jsonl is a file in the run's folder, by `recipe.webnames`."""


def _uner(corpora: Path) -> Iterator[Passage]:
    """In our classes; dates, money, nationalities and the rest are not marked there."""
    for passage in newswire.universal(corpora / "uner-ewt", held_back=False):
        mapped = [mark if mark == "O" else mark[:2] + NAME_CLASS_OF[mark[2:]] for mark in passage.names or []]
        yield replace(passage, names=mapped)


def is_there(name: str, run: Path) -> bool:
    """Whether a source can be read by now."""
    return not name.endswith(".jsonl") or (run / name).exists()


def read(name: str, corpora: Path, run: Path) -> Iterable[list[Passage]]:
    """The texts of a source."""
    if name.endswith(".jsonl"):
        return _alone(webnames.load_silver(run / name))
    return SOURCES[name](corpora)
