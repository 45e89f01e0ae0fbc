"""The measurements by name: which corpus, which parts of it, what is counted."""

from __future__ import annotations

from pathlib import Path

from sayso import __version__
from sayso.errors import CorpusMissing
from sayso.evaluate import gum_times
from sayso.evaluate.calibration import calibration
from sayso.evaluate.coreference import METRICS
from sayso.evaluate.corpora import article_extraction, cameo, cofenet, geoparsing, gum, newswire, plover, polnear, uner
from sayso.evaluate.corpora import attributed_events as marks
from sayso.evaluate.corpora import factuality as rated
from sayso.evaluate.evaluation import Evaluation, Figure, figures, mean_figure
from sayso.evaluate.reading import System, relations_of
from sayso.evaluate.suite import Generator, Measured, Suite, Tallies, micro
from sayso.evaluate.suites import (
    attributed_events,
    attributions,
    coreference,
    event_detection,
    extraction,
    factuality,
    muc4,
    names,
    places,
    plover_types,
    sources,
)

_OURS = Path(__file__).parents[3] / "benchmarks"
"""Where a checkout, and the source distribution, has the benchmarks that are sayso's own."""


def evaluate_corpus(
    name: str, corpora: Path, *, system: System, generator: Generator, split: str | None = None
) -> Evaluation:
    """The figures of `system` on the corpus that `name` stands for in `SUITES`.

    `corpora` is the folder of corpora, `split` the part (None: the usual one); intervals are drawn from `generator`.
    Raises `CorpusMissing` where the corpus or the part is not there, `ValueError` for a part it does not have.
    """
    suite = SUITES[name]
    part = split or suite.splits[0]
    if part not in suite.splits:
        raise ValueError(f"{name} has no part {part!r} here (there are: {', '.join(suite.splits)})")
    folder = _folder(corpora, suite)
    measured = suite.measure(folder, part, system, generator)
    return Evaluation(
        corpus=name,
        split=part,
        system=system.version,
        version=__version__,
        command=f"sayso evaluate {name} --split {part} --system {system.name}",
        digest=suite.digest(folder, part),
        documents=measured.documents,
        figures=tuple(measured.figures),
    )


def _folder(corpora: Path, suite: Suite) -> Path:
    folder = corpora / suite.folder
    if not folder.is_dir() and (_OURS / suite.folder).is_dir():
        return _OURS / suite.folder
    if not folder.is_dir():
        message = f"{folder}: no such corpus (give the folder of corpora with --corpora, or set SAYSO_CORPORA)"
        raise CorpusMissing(message, uri=str(folder))
    return folder


def _polnear(folder: Path, part: str, system: System, generator: Generator) -> Measured:
    read = list(attributions.polnear_read(folder, part, system))
    tallies = [attributions.tally(article, relations_of(record)) for article, record in read]
    judged = [one for article, record in read for one in attributions.judged(article, record)]
    people = attributions.polnear_people(folder)
    return Measured(len(read), [*figures(tallies, generator, people), *calibration(judged)])


def _conll(tallies: Tallies, generator: Generator) -> list[Figure]:
    layers = [[tally["coreference", metric] for tally in tallies] for metric in METRICS]
    return [mean_figure("coreference", "CoNLL", layers, generator)]


SUITES = {
    "polnear": Suite("polnear", ("dev", "train"), polnear.digest, _polnear),
    "cofenet": Suite(
        "polnear",
        ("dev",),
        lambda folder, _: cofenet.digest(folder),
        micro(lambda folder, _, system: attributions.cofenet_tallies(folder, system)),
    ),
    "gum": Suite("gum", ("all", "dev", "train"), gum.digest, micro(attributions.gum_tallies)),
    "gum-coreference": Suite("gum", ("dev", "train", "all"), gum.digest, micro(coreference.gum_tallies, more=_conll)),
    "gum-sources": Suite("gum", ("dev", "train", "all"), gum.digest, micro(sources.gum_tallies)),
    "gum-dates": Suite("gum", ("all",), gum.digest, micro(lambda folder, _, __: gum_times.tallies(folder))),
    "worldwide-newswire": Suite("worldwide-newswire", ("dev", "train"), newswire.digest, micro(names.newswire_tallies)),
    "uner-ewt": Suite("uner-ewt", ("dev", uner.HELD_BACK), uner.digest, micro(names.uner_tallies)),
    "places": Suite("geoparsing", ("geovirus", "lgl"), geoparsing.digest, micro(places.place_tallies)),
    "plover-types": Suite(
        "plv-plover-relations",
        ("train", "test"),
        plover.digest,
        micro(plover_types.tallies, more=plover_types.means),
    ),
    "event-detection": Suite("conflibert-cameo", ("train", "test"), cameo.digest, micro(event_detection.tallies)),
    "muc4": Suite(".", ("dev", "train", "test"), muc4.digest, micro(muc4.tallies)),
    "factuality": Suite(".", tuple(rated.FILES), rated.digest, factuality.measure),
    "attributed-events": Suite("attributed-events", (attributed_events.GOLD,), marks.digest, attributed_events.measure),
    "article-extraction": Suite(
        "article-extraction",
        ("all",),
        lambda folder, _: article_extraction.digest(folder),
        micro(lambda folder, _, __: extraction.extraction_tallies(folder)),
    ),
}
