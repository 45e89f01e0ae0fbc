"""The 300 sentences and the 212 fresh ones, and how many of their events a system finds.

    PYTHONPATH=tests python tests/events/sentences.py [--fresh] [--system rules] [--held-back] [--tell]

`--tell` prints what is missed and what is wrong, sentence by sentence, on the part that is for looking at.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from sayso.evaluate.corpora.attributed_events import MarkedEvent, MarkedParticipant, MarkedReport, MarkedStatement
from sayso.evaluate.corpora.given import located
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.event_counts import tally
from sayso.evaluate.marks import marks_of
from sayso.evaluate.reading import System, report_of
from sayso.evaluate.systems import system_named
from sayso.record.event import Certainty, Occurrence

FILE = Path(__file__).with_name("sentences.jsonl")
FRESH = Path(__file__).with_name("fresh.jsonl")
_SHARES = {"s": 3, "f": 2}
"""By the first letter of the ids: of how many sentences one is held back."""


class Voice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The innermost attribution that an event stands on."""

    source: str | None
    cue: str


class SentenceEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One event of a sentence; `README.md` says what the fields are."""

    type: str
    trigger: str
    actor: tuple[MarkedParticipant, ...]
    recipient: tuple[MarkedParticipant, ...]
    voice: Voice | None
    occurrence: Occurrence
    certainty: Certainty


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence and all its events."""

    id: str
    text: str
    events: tuple[SentenceEvent, ...]

    @property
    def held_back(self) -> bool:
        """Whether it belongs to the part that nobody looks at: a third of the first list, half of the second."""
        rest = int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % _SHARES[self.id[0]]
        return rest == (1 if self.id[0] == "f" else 0)


def sentences(*, held_back: bool | None = None, file: Path = FILE) -> list[Sentence]:
    """All sentences of a list, or one of its two parts."""
    lines = file.read_bytes().splitlines()
    every = [msgspec.json.decode(line, type=Sentence) for line in lines]
    return [one for one in every if held_back is None or one.held_back == held_back]


def marks(sentence: Sentence) -> MarkedReport:
    """A sentence as the benchmark's scorer takes it."""
    voices = list(dict.fromkeys(event.voice for event in sentence.events if event.voice))
    statements = (MarkedStatement(id=str(n), source=one.source, cue=(one.cue,)) for n, one in enumerate(voices))
    events = (_event(number, event, voices) for number, event in enumerate(sentence.events))
    return MarkedReport(report=sentence.id, by="gold", statements=tuple(statements), events=tuple(events))


def _event(number: int, event: SentenceEvent, voices: Sequence[Voice]) -> MarkedEvent:
    return MarkedEvent(
        id=f"e{number}",
        type=event.type,
        trigger=event.trigger,
        actor=event.actor,
        recipient=event.recipient,
        occurrence=event.occurrence,
        certainty=event.certainty,
        attributed_to=str(voices.index(event.voice)) if event.voice else None,
    )


def read(those: Iterable[Sentence], system: System) -> Iterator[tuple[Sentence, MarkedReport, MarkedReport]]:
    """Each sentence, its gold, and what the system finds."""
    for one in those:
        yield one, marks(one), marks_of(system.read(report_of(one.text)).record, one.id)


def counts(gold: MarkedReport, found: MarkedReport, text: str) -> Tally:
    """The benchmark's counts of events, and whether there is one at all; no event counts as a class of its own."""
    some, none = bool(gold.events), bool(found.events)
    here = {
        ("sentences", "event"): matched(some and none, none, some),
        ("sentences", "no event"): matched(not some and not none, not none, not some),
    }
    return here | {key: value for key, value in tally(gold, found, text).items() if key[0] in _TABLES}


_TABLES = ("events", "voice", "factuality")


def _tell(sentence: Sentence, gold: MarkedReport, found: MarkedReport) -> None:
    if tally(gold, found, sentence.text)["events", "type and countries"].f1 in (None, 1.0):
        return
    print(f"{sentence.id} {sentence.text}")
    for sign, side in (("-", gold), ("+", found)):
        for event in side.events:
            parties = ["/".join(one.country or "?" for one in those) for those in (event.actor, event.recipient)]
            print(f"  {sign} {event.type} {located(event.trigger, sentence.text).of(sentence.text)!r} {parties}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fresh", action="store_true", help="the second list")
    parser.add_argument("--system", help="tagger or rules")
    parser.add_argument("--held-back", action="store_true", help="the part that is only for the final figure")
    parser.add_argument("--tell", action="store_true", help="print the mistakes")
    options = parser.parse_args()
    if options.tell and options.held_back:
        parser.error("what is held back is not looked at")
    together: Tally = {}
    those = sentences(held_back=options.held_back, file=FRESH if options.fresh else FILE)
    for sentence, gold, found in read(those, system_named(options.system)):
        for key, value in counts(gold, found, sentence.text).items():
            together[key] = together.get(key, Counts()) + value
        if options.tell:
            _tell(sentence, gold, found)
    for (table, row), value in together.items():
        p, r, f = (100 * (one or 0) for one in (value.precision, value.recall, value.f1))
        print(
            f"{table:12}{row:28}P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}  ({value.found:.0f} found, {value.gold:.0f} gold)"
        )


if __name__ == "__main__":
    main()
