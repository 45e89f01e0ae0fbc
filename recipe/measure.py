"""A bundle's figures on the development parts, by the evaluation's own protocols.

`python -m recipe.measure CORPORA BUNDLE` tags the corpora with the bundle alone (no rules) and prints each figure with
its 95 % interval; `--save` writes them into the card. What the whole pipeline reaches, `sayso evaluate` measures.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np

from recipe import event_examples, ontogum, trees
from recipe.corpora import Passage as Document
from recipe.event_figures import event_tallies
from recipe.export import write_card
from sayso.annotate.tokens import tokens_of
from sayso.evaluate.coreference import METRICS, apart, coreference
from sayso.evaluate.corpora import cofenet, newswire, polnear, uner
from sayso.evaluate.corpora.gold import Relation
from sayso.evaluate.corpora.passages import Passage
from sayso.evaluate.counts import matched, total
from sayso.evaluate.evaluation import Figure, Tally, figures, mean_figure
from sayso.evaluate.reading import report_of
from sayso.evaluate.suites.attributions import bio_tally, tally
from sayso.evaluate.suites.names import NEWSWIRE_CLASSES, UNER_CLASSES
from sayso.evaluate.suites.names import tally as names_tally
from sayso.record.annotation import Sentence, Tagged, Token
from sayso.spans import Span
from sayso.tagger.encode import paragraphs_of
from sayso.tagger.roles import role_runs
from sayso.tagger.tagger import NeuralTagger, load_tagger


def tag(tagger: NeuralTagger, text: str, *, headline: bool = False) -> Tagged:
    """All layers of a corpus text, its words cut as for any report."""
    tokens, _ = tokens_of(report_of(text, headline=headline))
    return tagger.tag(text, (), tokens)


def relations(tagger: NeuralTagger, text: str, *, headline: bool = False) -> list[Relation]:
    """The attributions as the evaluation compares them."""
    found = tag(tagger, text, headline=headline).attributions
    return [Relation((one.source,) if one.source else (), one.cue, one.content) for one in found]


def linked_tallies(folder: Path, tagger: NeuralTagger) -> Iterator[Tally]:
    """PolNeAR's articles."""
    for article in polnear.articles(folder, "dev"):
        yield tally(article, relations(tagger, article.text, headline=True))


def cofenet_tallies(folder: Path, tagger: NeuralTagger) -> Iterator[Tally]:
    """CofeNet's passages: linked attributions painted on tokens, and roles whoever they belong to."""
    for _, group in groupby(cofenet.passages(folder), key=lambda passage: passage.name):
        counts = [_cofenet_tally(passage, tagger) for passage in group]
        yield {key: total(one[key] for one in counts) for key in counts[0]}


def _cofenet_tally(passage: Passage, tagger: NeuralTagger) -> Tally:
    by_relation = bio_tally(passage, relations(tagger, passage.text))
    words, _ = tokens_of(report_of(passage.text))
    alone = bio_tally(passage, _unlinked(tagger, passage.text, words))
    return {(f"linked {table}", row): value for (table, row), value in by_relation.items()} | {
        (f"roles {table}", row): value for (table, row), value in alone.items()
    }


def _unlinked(tagger: NeuralTagger, text: str, words: list[Token]) -> list[Relation]:
    """One relation for each role span, so that each is painted."""
    if not words:
        return []
    runs = role_runs(tagger.bundle, tagger.vectors(text, words), paragraphs_of(text, words))
    found = [(kind, (Span(words[a].start, words[b - 1].end),)) for kind, a, b in runs]
    return [Relation(*(span if kind == role else () for role in ("source", "cue", "content"))) for kind, span in found]


def tree_tallies(paths: Iterable[Path], tagger: NeuralTagger) -> Iterator[Tally]:
    """Tags and dependencies in gold sentences, document by document."""
    for path in paths:
        for passage in trees.documents(path):
            yield _tree_tally(passage, tagger)


def _tree_tally(passage: Document, tagger: NeuralTagger) -> Tally:
    """Every word annotated is asked about once, so precision and recall are both the share that is right."""
    tokens = [Token(word.start, word.end, text=word.of(passage.text)) for word in passage.words]
    sentences = [
        Sentence(tokens[a].start, tokens[b - 1].end, block=0, tokens=(a, b)) for a, b in passage.sentences or []
    ]
    found = tagger.tag(passage.text, sentences, tokens).words
    pairs = [pair for pair in zip(passage.syntax or [], found, strict=True) if pair[0].relation]
    arcs = [(gold, word) for gold, word in pairs if gold.head == word.head]
    right = {
        "UAS": len(arcs),
        "LAS": sum(gold.relation == word.relation for gold, word in arcs),
        "tags": sum(gold.tag == word.tag for gold, word in pairs),
    }
    return {("syntax", name): matched(count, len(pairs), len(pairs)) for name, count in right.items()}


def newswire_tallies(folder: Path, tagger: NeuralTagger) -> Iterator[Tally]:
    """Names on worldwide-newswire."""
    for passage in newswire.articles(folder, "dev"):
        yield names_tally(passage, tag(tagger, passage.text).names, NEWSWIRE_CLASSES)


def uner_tallies(folder: Path, tagger: NeuralTagger) -> Iterator[Tally]:
    """Names on the half of UNER-EWT's development part that is held back."""
    for passage in uner.documents(folder, uner.HELD_BACK):
        yield names_tally(passage, tag(tagger, passage.text).names, UNER_CLASSES)


def chain_tallies(folder: Path, tagger: NeuralTagger) -> Iterator[Tally]:
    """Coreference on the documents of GUM that training held back, on the corpus's own tokens."""
    for document in ontogum.documents(folder, "dev"):
        yield _chain_tally(document, tagger)


def _chain_tally(document: Document, tagger: NeuralTagger) -> Tally:
    tokens = [Token(word.start, word.end, text=word.of(document.text)) for word in document.words]
    chains = tagger.tag(document.text, (), tokens).chains
    starts = {word.start: number for number, word in enumerate(document.words)}
    ends = {word.end: number for number, word in enumerate(document.words)}
    found = [[(starts[span.start], ends[span.end]) for span in chain.mentions] for chain in chains]
    counts = coreference(apart(document.chains or []), apart(found))
    return {("coreference", metric): value for metric, value in counts.items()}


CORPORA: dict[str, tuple[str, Callable[[Path, NeuralTagger], Iterator[Tally]]]] = {
    "polnear": ("polnear", linked_tallies),
    "cofenet": ("polnear", cofenet_tallies),
    "worldwide-newswire": ("worldwide-newswire", newswire_tallies),
    "uner-ewt": ("uner-ewt", uner_tallies),
    "gum-coreference": ("gum", chain_tallies),
    "ud-ewt": ("ud-ewt", lambda folder, tagger: tree_tallies([folder / "en_ewt-ud-dev.conllu"], tagger)),
    "our-fresh-events": (".", lambda _, tagger: event_tallies(event_examples.FRESH, tagger)),
    "gum-syntax": ("gum", lambda folder, tagger: tree_tallies(ontogum.files(folder, "dev"), tagger)),
}


def measure(name: str, corpora: Path, tagger: NeuralTagger) -> list[Figure]:
    """Figures of one corpus, with intervals by bootstrap over documents."""
    folder, tallies = CORPORA[name]
    counted = list(tallies(corpora / folder, tagger))
    generator = np.random.default_rng(1)
    found = figures(counted, generator)
    if name == "gum-coreference":
        layers = [[one["coreference", metric] for one in counted] for metric in METRICS]
        found.append(mean_figure("coreference", "CoNLL", layers, generator))
    return found


def measure_all(corpora: Path, bundle: Path, only: Sequence[str] = (), *, save: bool = False) -> Iterator[str]:
    """A line a figure, as they come; in the end they go into the bundle's card, if asked to."""
    tagger = load_tagger(bundle)
    found: dict[str, dict[str, float]] = {}
    for name in only or CORPORA:
        for one in measure(name, corpora, tagger):
            found.setdefault(name, {})[one.metric] = round(100 * (one.f1 or 0), 1)
            low, high = ((100 * (x or 0)) for x in (one.low, one.high))
            yield f"{name:20s} {one.metric:38s} {100 * (one.f1 or 0):5.1f}  [{low:.1f}, {high:.1f}]"
    if save:
        card = tagger.bundle.card
        write_card(msgspec.structs.replace(card, figures={**card.figures, **found}), bundle)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--only", action="append", choices=CORPORA)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    for line in measure_all(options.corpora, options.bundle, options.only or (), save=options.save):
        print(line, flush=True)


if __name__ == "__main__":
    main()
