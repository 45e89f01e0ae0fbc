"""Confidence that means what it says: a logistic curve from scores to the share that is right.

`python -m recipe.calibrate CORPORA BUNDLE` fits a curve for attributions (right: the source is right and at least half
of the content) and one for names (right: exact span and class) on the development parts, writes both into the
bundle's card, and prints how far confidence lies from the share that is right (expected calibration error, ten bins
of equal size). That error is measured on a fifth of the documents at a time, by a curve fitted to the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from recipe.export import write_card
from sayso.annotate.tokens import tokens_of
from sayso.evaluate.corpora import newswire, polnear
from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.corpora.passages import Passage, run_of, runs
from sayso.evaluate.linked import kept, linked
from sayso.evaluate.reading import report_of
from sayso.evaluate.suites.names import NEWSWIRE_CLASSES
from sayso.record.annotation import NamedSpan
from sayso.spans import Span
from sayso.tagger.bundle import Calibration
from sayso.tagger.encode import paragraphs_of
from sayso.tagger.mentions import names
from sayso.tagger.roles import attributions
from sayso.tagger.tagger import NeuralTagger, load_tagger, longest

Floats = npt.NDArray[np.float64]
Judged = tuple[Floats, Floats]
"""Scores of what was found in one document, and 1 where it is right. Shapes: (found, scores), (found,)."""

BINS = 10
FOLDS = 5


def judged_attributions(folder: Path, tagger: NeuralTagger) -> Iterator[Judged]:
    """Every attribution found in PolNeAR's development articles."""
    for article in polnear.articles(folder / "polnear", "dev"):
        tokens, _ = tokens_of(report_of(article.text, headline=True))
        paragraphs = paragraphs_of(article.text, tokens)
        rows = [
            (one.scores, _is_right(article, relation))
            for one in attributions(tagger.bundle, tagger.layers(article.text, tokens), paragraphs)
            if one.content and kept(article, [relation := _relation(one.source, one.cue, one.content, tokens)])
        ]
        yield _arrays(rows, 3)


def _relation(
    source: tuple[tuple[int, int], ...],
    cue: tuple[int, int],
    content: tuple[tuple[int, int], ...],
    tokens: Sequence[Span],
) -> Relation:
    def spans(pairs: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        return tuple(Span(tokens[a].start, tokens[b - 1].end) for a, b in pairs)

    return Relation(spans((longest(source),) if source else ()), spans((cue,)), spans(content))


def _is_right(article: Article, relation: Relation) -> float:
    return linked(article, [relation])["content half"].right


def judged_names(folder: Path, tagger: NeuralTagger) -> Iterator[Judged]:
    """Every name found in worldwide-newswire's development articles."""
    for passage in newswire.articles(folder / "worldwide-newswire", "dev"):
        tokens, _ = tokens_of(report_of(passage.text))
        paragraphs = paragraphs_of(passage.text, tokens)
        words = [token.text for token in tokens]
        found = names(tagger.bundle, tagger.layers(passage.text, tokens), paragraphs, words)
        spans = [NamedSpan(tokens[one.first].start, tokens[one.end - 1].end, label=one.label, score=0) for one in found]
        yield _arrays([((one.score,), _is_gold(passage, s)) for one, s in zip(found, spans, strict=True)], 1)


def _is_gold(passage: Passage, span: NamedSpan) -> float:
    return float(run_of(span, NEWSWIRE_CLASSES[span.label], passage.places) in runs(passage.labels))


def _arrays(rows: list[tuple[tuple[float, ...], float]], scores: int) -> Judged:
    values = np.array([one for one, _ in rows], np.float64).reshape(-1, scores)
    return values, np.array([right for _, right in rows], np.float64)


def joined(documents: list[Judged]) -> Judged:
    """All documents as one."""
    return np.concatenate([one for one, _ in documents]), np.concatenate([right for _, right in documents])


def fit(scores: Floats, right: Floats, ridge: float = 1e-3) -> Calibration:
    """The curve of greatest likelihood, by Newton's method."""
    rows = np.c_[scores, np.ones(len(scores))]
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        expected = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - expected) - ridge * weights
        bend = (rows * (expected * (1 - expected))[:, None]).T @ rows + ridge * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return Calibration(tuple(round(float(weight), 5) for weight in weights[:-1]), round(float(weights[-1]), 5))


def calibration_error(confidences: Floats, right: Floats) -> float:
    """Mean distance of confidence from the share that is right, over bins of equal size."""
    order = np.argsort(confidences, kind="stable")
    parts = [part for part in np.array_split(order, BINS) if len(part)]
    return float(sum(abs(confidences[p].mean() - right[p].mean()) * len(p) for p in parts) / len(order))


def crossed(documents: list[Judged]) -> tuple[Floats, Floats]:
    """Confidence of everything found, by a curve fitted to other documents, a fifth at a time; and what was right."""
    confidences, rights = [], []
    for part in range(FOLDS):
        curve = fit(*joined([one for number, one in enumerate(documents) if number % FOLDS != part]))
        scores, right = joined(documents[part::FOLDS])
        confidences += [curve.confidence(*row) for row in scores]
        rights += right.tolist()
    return np.array(confidences), np.array(rights)


def table(confidences: Floats, right: Floats) -> str:
    """The reliability diagram as text: mean confidence, share right and number, by bin."""
    lines = ["confidence  right   found"]
    for part in np.array_split(np.argsort(confidences, kind="stable"), BINS):
        lines.append(f"{confidences[part].mean():10.3f} {right[part].mean():6.3f} {len(part):7d}")
    return "\n".join(lines)


def plot(curves: dict[str, tuple[Floats, Floats]]) -> str:
    """Reliability as SVG: a dot a bin, the share that is right over confidence; on the diagonal they agree."""
    side, colours = 300, ("#1f6f8b", "#b5541c")
    marks = [f'<path d="M0 {side}L{side} 0" stroke="#888" stroke-dasharray="4 4"/>']
    for colour, (row, (name, (confidences, right))) in zip(colours, enumerate(curves.items()), strict=False):
        bins = np.array_split(np.argsort(confidences, kind="stable"), BINS)
        points = [(side * confidences[b].mean(), side * (1 - right[b].mean())) for b in bins]
        marks += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>' for x, y in points]
        marks.append(f'<text x="12" y="{22 + 20 * row}" fill="{colour}">{name}</text>')
    frame = f'<rect width="{side}" height="{side}" fill="none" stroke="#888"/>'
    axes = (
        f'<text x="{side / 2}" y="{side + 30}" text-anchor="middle">confidence</text>'
        f'<text x="{-side / 2}" y="-14" text-anchor="middle" transform="rotate(-90)">share right</text>'
    )
    body = frame + "".join(marks) + f'<g fill="#666">{axes}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-40 -10 {side + 60} {side + 60}" '
        f'font-family="sans-serif" font-size="14" role="img"><title>Reliability of confidence</title>{body}</svg>\n'
    )


def calibrate(corpora: Path, bundle: Path, picture: Path | None = None) -> None:
    """Fit every curve, write them into the bundle's card, print how far they are off; draw them, if asked to.

    Where nothing is found, as by a net that has hardly learnt, there is nothing to fit.
    """
    tagger = load_tagger(bundle)
    curves = dict(tagger.bundle.card.calibration)
    shown: dict[str, tuple[Floats, Floats]] = {}
    for name, judged in (("attribution", judged_attributions), ("names", judged_names)):
        documents = list(judged(corpora, tagger))
        if not any(len(right) for _, right in documents):
            print(f"{name}: none found")
            continue
        confidences, right = crossed(documents)
        curves[name] = fit(*joined(documents))
        shown[name] = (confidences, right)
        print(f"{name}: {len(right)} found, error {calibration_error(confidences, right):.4f}")
        print(table(confidences, right), flush=True)
    write_card(msgspec.structs.replace(tagger.bundle.card, calibration=curves), bundle)
    if picture:
        picture.write_text(plot(shown), encoding="utf-8")


def main() -> None:
    """Fit, write, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--plot", type=Path, help="write the reliability plot here, as SVG")
    options = parser.parse_args()
    calibrate(options.corpora, options.bundle, options.plot)


if __name__ == "__main__":
    main()
