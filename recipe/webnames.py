"""Names for web text, to train on.

`python -m recipe.webnames CORPORA FOLDER` reads two things and writes two files. The half of UNER-EWT's development
part that is not held back has gold persons, organisations and places; what a bundle finds of the other classes is
added. The training part of UD-EWT has no names at all. Gold tags say where proper nouns stand; a bundle that already
knows names says of which class they are. A name that the bundle finds is kept if it begins and ends with a proper noun;
a run of proper nouns that it misses becomes a name of its likeliest class; dates, money and nationalities, which are
not proper nouns, are kept as found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

from recipe import newswire
from recipe.corpora import Passage, from_tokens
from recipe.labels import NAME_CLASS_OF, NAME_CLASSES, NAMES, spans_of
from sayso.tagger.chain import Floats
from sayso.tagger.encode import Ints, paragraphs_of
from sayso.tagger.paths import by_paragraph
from sayso.tagger.tagger import NeuralTagger, load_tagger

COMPLETED, SILVER = "uner-completed.jsonl", "ewt-silver.jsonl"
_NOT_PROPER = ("NORP", "Date", "Money")


def web_documents(path: Path) -> Iterator[tuple[Passage, list[bool]]]:
    """Documents of a CoNLL-U file, each sentence a paragraph, and which of their words are proper nouns."""
    text = path.read_text(encoding="utf-8")
    for document in text.split("# newdoc id = ")[1:]:
        tokens: list[str] = []
        proper: list[bool] = []
        breaks: set[int] = set()
        for line in document.split("\n"):
            fields = line.split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                tokens.append(fields[1])
                proper.append(fields[3] == "PROPN")
            elif not line:
                breaks.add(len(tokens))
        passage = Passage(document.split("\n", 1)[0], *from_tokens(tokens, frozenset(breaks)))
        yield passage, proper


def silver(tagger: NeuralTagger, passage: Passage, proper: list[bool]) -> list[str]:
    """BIO labels of a document."""
    paragraphs = paragraphs_of(passage.text, passage.words)
    emissions = _emissions(tagger, passage)
    labels = ["O"] * len(proper)
    for kind, first, end in _found(tagger, passage):
        if kind in _NOT_PROPER or (proper[first] and proper[end - 1]):
            _write(labels, kind, first, end)
    for first, end in _runs(proper, paragraphs):
        if all(label == "O" for label in labels[first:end]):
            _write(labels, _likeliest(emissions[first:end]), first, end)
    return labels


def completed(tagger: NeuralTagger, passage: Passage) -> list[str]:
    """BIO labels of a document with gold names: these, and what is found of other classes elsewhere."""
    gold = [(NAME_CLASS_OF[kind], first, end) for kind, first, end in spans_of(passage.names or [])]
    taken = {number for _, first, end in gold for number in range(first, end)}
    labels = ["O"] * len(passage.words)
    for kind, first, end in _found(tagger, passage):
        if kind not in NAME_CLASS_OF.values() and taken.isdisjoint(range(first, end)):
            _write(labels, kind, first, end)
        if kind == "Facility" and ("Location", first, end) in gold:
            gold[gold.index(("Location", first, end))] = (kind, first, end)
    for kind, first, end in gold:
        _write(labels, kind, first, end)
    return labels


def _found(tagger: NeuralTagger, passage: Passage) -> list[tuple[str, int, int]]:
    paragraphs = paragraphs_of(passage.text, passage.words)
    path, _ = by_paragraph(_emissions(tagger, passage), paragraphs, tagger.bundle.chain("names_chain"))
    return spans_of([NAMES[label] for label in path])


def _emissions(tagger: NeuralTagger, passage: Passage) -> Floats:
    return tagger.bundle.linear("names", tagger.vectors(passage.text, passage.words))


def _write(labels: list[str], kind: str, first: int, end: int) -> None:
    labels[first:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - first - 1)]


def _runs(proper: list[bool], paragraphs: Ints) -> Iterator[tuple[int, int]]:
    """Proper nouns in a row, in one paragraph."""
    numbers = [number for number, one in enumerate(proper) if one]
    for _, run in groupby(enumerate(numbers), key=lambda pair: (pair[1] - pair[0], paragraphs[pair[1]])):
        places = [number for _, number in run]
        yield places[0], places[-1] + 1


def _likeliest(emissions: Floats) -> str:
    """The class whose labels score best over all words, dates, money and nationalities apart."""
    scores = {
        kind: float(emissions[0, NAMES.index(f"B-{kind}")] + emissions[1:, NAMES.index(f"I-{kind}")].sum())
        for kind in NAME_CLASSES
        if kind not in _NOT_PROPER
    }
    return max(scores, key=scores.__getitem__)


def load_silver(path: Path) -> Iterator[Passage]:
    """The documents that `write` wrote."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, words = from_tokens(row["tokens"], frozenset(row["breaks"]))
        yield Passage(row["name"], text, words, names=row["names"])


def write(passages: Iterable[tuple[Passage, list[str]]], path: Path) -> None:
    """A line of JSON a document, with its names."""
    with path.open("w", encoding="utf-8") as file:
        for passage, names in passages:
            row = {"name": passage.name, "tokens": _tokens(passage), "breaks": _breaks(passage), "names": names}
            print(json.dumps(row, ensure_ascii=False), file=file)


def _tokens(passage: Passage) -> list[str]:
    return [passage.word(number) for number in range(len(passage.words))]


def _breaks(passage: Passage) -> list[int]:
    """The numbers of the words that open a paragraph, but for the first."""
    pairs = enumerate(pairwise(passage.words), 1)
    return [number for number, (one, after) in pairs if "\n" in passage.text[one.end : after.start]]


def write_both(corpora: Path, bundle: Path | None, folder: Path) -> None:
    """UNER-EWT completed and UD-EWT's training part in silver, by a bundle or by the one that is shipped."""
    tagger = load_tagger(bundle)
    gold = newswire.universal(corpora / "uner-ewt", held_back=False)
    write(((passage, completed(tagger, passage)) for passage in gold), folder / COMPLETED)
    web = web_documents(corpora / "ud-ewt" / "en_ewt-ud-train.conllu")
    write(((passage, silver(tagger, passage, proper)) for passage, proper in web), folder / SILVER)


def main() -> None:
    """Write two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bundle", type=Path, help="which bundle knows names (the shipped one, if not given)")
    options = parser.parse_args()
    write_both(options.corpora, options.bundle, options.folder)


if __name__ == "__main__":
    main()
