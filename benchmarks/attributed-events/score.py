"""Score a system's events against the benchmark, or tell how far two people agree.

    python benchmarks/attributed-events/score.py ANSWERS          a folder of NN.json in the form of schema.json
    python benchmarks/attributed-events/score.py --agreement      the second pass against the first
    python benchmarks/attributed-events/score.py --schema         the JSON Schema of the form

Needs sayso, which holds the scorer: `pip install sayso`. A report without an answer counts as one where nothing
was found.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
import numpy as np

from sayso import __version__
from sayso.evaluate.corpora.attributed_events import MarkedReport, digest, marked, marked_reports
from sayso.evaluate.evaluation import Evaluation, Tally
from sayso.evaluate.event_counts import tally
from sayso.evaluate.suites.attributed_events import GOLD, agreement, all_figures, second_tallies
from sayso.evaluate.tables import tables

HERE = Path(__file__).parent


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", nargs="?", type=Path, help="a folder with NN.json")
    parser.add_argument("--benchmark", type=Path, default=HERE, help="the benchmark's folder (default: this one)")
    parser.add_argument("--agreement", action="store_true", help="score the second pass")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema")
    options = parser.parse_args()
    if options.schema:
        print(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(MarkedReport))).decode())
    elif options.agreement:
        print(_told(options.benchmark, "second pass", list(second_tallies(options.benchmark, GOLD))))
        for name, kappa in agreement(options.benchmark).items():
            print(f"kappa, {name}: {'undefined' if kappa is None else f'{kappa:.2f}'}")
    elif options.answers:
        print(_told(options.benchmark, options.answers.name, _scored(options.benchmark, options.answers)))
    else:
        parser.error("give a folder of answers")


def _scored(benchmark: Path, answers: Path) -> list[Tally]:
    return [tally(gold, _answer(answers, gold.report), text) for _, text, gold in marked_reports(benchmark, GOLD)]


def _answer(answers: Path, report: str) -> MarkedReport:
    path = answers / f"{report}.json"
    return marked(path) if path.exists() else MarkedReport(report=report, by=answers.name)


def _told(benchmark: Path, system: str, tallies: list[Tally]) -> str:
    evaluation = Evaluation(
        corpus="attributed-events",
        split=GOLD,
        system=system,
        version=__version__,
        command="score.py",
        digest=digest(benchmark, GOLD),
        documents=len(tallies),
        figures=tuple(all_figures(tallies, np.random.default_rng(1))),
    )
    return tables(evaluation)


if __name__ == "__main__":
    main()
