"""What goes wrong, by kind: every attribution of PolNeAR's development articles that is not exact.

`python -m recipe.errors CORPORA BUNDLE` prints the kinds with their numbers and their share of all errors; with
`--show N` it prints N of them, drawn evenly, for reading (the text is the corpus's: read it, do not keep it).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from recipe.judge import matched
from recipe.measure import relations
from recipe.scoring import Linked
from sayso.annotate.tokens import words_of
from sayso.evaluate.corpora import polnear
from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.linked import kept
from sayso.spans import Span
from sayso.tagger.tagger import NeuralTagger, load_tagger

Error = tuple[str, Article, Linked | None, Linked | None]
"""The kind, where, what was found and what is gold."""


def errors(article: Article, tagger: NeuralTagger) -> Iterator[Error]:
    """Each error of one article; a pair that errs in several ways is several errors."""
    words = words_of(article.text)
    gold = [_numbers(one, words) for one in kept(article, article.relations)]
    found = [_numbers(one, words) for one in kept(article, relations(tagger, article.text, headline=True))]
    pairs = matched(found, gold)
    yield from (("cue missed", article, None, one) for one in gold if one not in [g for _, g in pairs])
    yield from (("cue too many", article, one, None) for one in found if one not in [f for f, _ in pairs])
    for one, other in pairs:
        yield from ((kind, article, one, other) for kind in _kinds(one, other))


def _numbers(relation: Relation, words: list[Span]) -> Linked:
    def inside(spans: tuple[Span, ...]) -> tuple[int, ...]:
        return tuple(n for n, word in enumerate(words) if any(word.overlaps(span) for span in spans))

    return inside(relation.source), inside(relation.cue), inside(relation.content)


def _kinds(found: Linked, gold: Linked) -> Iterator[str]:
    for role, one, other in zip(("source", "cue", "content"), found, gold, strict=True):
        if one == other:
            continue
        if not one or not other:
            yield f"{role} {'missed' if other else 'where there is none'}"
        elif not set(one) & set(other):
            yield f"{role} wrong"
        else:
            yield f"{role}: {_boundary(one, other)}"


def _boundary(found: tuple[int, ...], gold: tuple[int, ...]) -> str:
    if (found[0], found[-1]) == (gold[0], gold[-1]):
        return "gap within"
    if found[0] == gold[0]:
        return "ends late" if found[-1] > gold[-1] else "ends early"
    if found[-1] == gold[-1]:
        return "begins late" if found[0] > gold[0] else "begins early"
    return "both ends"


def _shown(error: Error) -> str:
    kind, article, found, gold = error
    words = words_of(article.text)

    def text(side: Linked | None) -> str:
        parts = [" ".join(words[n].of(article.text) for n in part) for part in side or ()]
        return " | ".join(parts)

    return f"[{kind}]\n  found: {text(found)}\n  gold:  {text(gold)}"


def main() -> None:
    """Count, and show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    tagger = load_tagger(options.bundle)
    every = [
        error for article in polnear.articles(options.corpora / "polnear", "dev") for error in errors(article, tagger)
    ]
    for kind, number in Counter(kind for kind, *_ in every).most_common():
        print(f"{kind:32s} {number:5d} {100 * number / len(every):5.1f}")
    if options.show:
        for error in every[:: max(1, len(every) // options.show)]:
            print(_shown(error))


if __name__ == "__main__":
    main()
