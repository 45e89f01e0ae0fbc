"""Coreference on GUM, in the scheme of OntoNotes: chains of at least two mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.evaluate.coreference import apart, coreference
from sayso.evaluate.corpora import gum
from sayso.evaluate.corpora.chains import Mention
from sayso.evaluate.corpora.gum import Document
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.reading import System, report_of
from sayso.evaluate.stretches import inside
from sayso.record.annotation import CorefChain


def gum_tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each document's counts by metric."""
    for document in gum.documents(folder, part):
        report = report_of(document.article.text, headline=document.kinds[0] == "head")
        yield tally(document, system.annotate(report).chains)


def tally(document: Document, found: Iterable[CorefChain]) -> Tally:
    """One document's counts by metric."""
    counts = coreference(apart(document.coreference), apart(_in_words(chain, document) for chain in found))
    return {("coreference", metric): value for metric, value in counts.items()}


def _in_words(chain: CorefChain, document: Document) -> list[Mention]:
    """Mentions as the first and the last word that they touch."""
    words = [inside(document.places, (span,)) for span in chain.mentions]
    return [(min(numbers), max(numbers)) for numbers in words if numbers]
