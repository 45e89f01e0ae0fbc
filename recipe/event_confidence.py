"""How sure an event is by how sure the tagger is of its words: a logistic curve, and how far it lies from the truth.

`python -m recipe.event_confidence` reads the reports of the benchmark that frames were not made on (31 to 44) with the
installed sayso, and prints weight and bias for `sayso.attribute.events.confidence`, and the expected calibration error
of curves fitted to the other four fifths. An event is right if trigger and type are.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from recipe.calibrate import Judged, calibration_error, crossed, fit, joined, table
from recipe.event_examples import LAST_LEARNT, REPORTS
from sayso.attribute.events.confidence import share
from sayso.evaluate.corpora.attributed_events import marked_reports
from sayso.evaluate.marks import marks_of
from sayso.evaluate.reading import System
from sayso.evaluate.stretches import tokens_of
from sayso.evaluate.suites.attributed_events import as_of_its_day
from sayso.evaluate.systems import system_named
from sayso.evaluate.told import answering, told
from sayso.record.annotation import AnnotatedReport
from sayso.record.event import Event


def judged(system: System) -> Iterator[Judged]:
    """By report the tagger's share of every event found, and whether it is right. Shapes: (events, 1), (events,)."""
    for one, text, gold in list(marked_reports(REPORTS, "gold"))[LAST_LEARNT:]:
        reading = system.read(as_of_its_day(text, one))
        found, tokens = marks_of(reading.record, one.report), tokens_of(text)
        pairs = answering(told(gold, text, tokens), told(found, text, tokens))
        right = {other.event.id for mine, other in pairs if mine.event.type == other.event.type}
        shares = [[_share(reading.annotated, event)] for event in reading.record.events]
        yield np.array(shares).reshape(-1, 1), np.array([float(event.id in right) for event in reading.record.events])


def _share(annotated: AnnotatedReport, event: Event) -> float:
    spans = (*event.trigger, *event.mentions)
    words = [
        word
        for token, word in zip(annotated.tokens, annotated.words, strict=True)
        if any(span.start <= token.start < span.end for span in spans)
    ]
    return share(words, event.type) or 0.0


def main() -> None:
    """Print the curve and the error."""
    documents = list(judged(system_named(None)))
    print(fit(*joined(documents)))
    confidences, right = crossed(documents)
    print(table(confidences, right))
    print(f"expected calibration error {calibration_error(confidences, right):.3f} of {len(right)} events")


if __name__ == "__main__":
    main()
