"""Sentences with the act of one statement each, written by hand, and what sayso makes of them.

`acts.jsonl`: over all acts; `first` and `second` are the labels, act and polarity, of two people who knew only the
codebook (`ontology/acts/acts.toml`) and not each other's labels; `act` and `polarity` are what was settled on.
`negated.jsonl`: cues that tell of something that was not said. Spans are offsets in `text`, half-open.

A third of `acts.jsonl` is held back: no rule was written or changed after looking at it. It is told by its id.

    PYTHONPATH=tests python -m attribute.acts.gold [--tagger] [--held-back] [--wrong] | --agreement
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.statements import statements_of
from sayso.protocols import Tagger
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.record.statement import Statement
from sayso.spans import Span

HERE = Path(__file__).parent
NONE = "none"
"""What stands for no statement, or one without an act."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, where its parts stand, and the labels: `labels` maps "gold", "first", "second" to act, polarity."""

    id: str
    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    labels: dict[str, tuple[str, str | None]]

    @property
    def act(self) -> str:
        """The act that was settled on."""
        return self.labels["gold"][0]

    @property
    def held_back(self) -> bool:
        """Whether nothing was tuned on it."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 3 == 0


def cases(name: str = "acts.jsonl") -> list[Case]:
    """The sentences of a list, in its order."""
    return [_case(json.loads(line)) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _case(entry: dict[str, object]) -> Case:
    spans = entry["spans"]
    assert isinstance(spans, dict)
    parts = [tuple(Span(*span) for span in spans[name]) for name in ("source", "cue", "content")]
    labels = {name: tuple(entry[name]) for name in ("first", "second") if name in entry}  # type: ignore[arg-type]
    labels["gold"] = (entry["act"], entry.get("polarity"))
    return Case(str(entry["id"]), str(entry["text"]), *parts, labels)  # type: ignore[arg-type]


def given(case: Case) -> Statement:
    """The statement that is made of the case's own source, cue and content."""
    plain = annotate(report_of(case.text))
    attribution = Attribution(
        cue=case.cue,
        source=case.source[0] if case.source else None,
        content=case.content,
        method="given",
        confidence=1.0,
    )
    (statement,) = statements_of(_with(plain, attribution))
    return statement


def _with(plain: AnnotatedReport, attribution: Attribution) -> AnnotatedReport:
    return AnnotatedReport(
        report=plain.report,
        sentences=plain.sentences,
        tokens=plain.tokens,
        quotations=plain.quotations,
        attributions=(attribution,),
        made_by=plain.made_by,
    )


def read(case: Case, tagger: Tagger | None = None) -> Statement | None:
    """The statement that sayso finds in the text at the cue of the case: of those that share a character, the one
    that shares most; None if there is none."""
    found = statements_of(annotate(report_of(case.text), tagger=tagger))
    shared = [(_shared(case.cue, statement), -at) for at, statement in enumerate(found)]
    best, at = max(shared, default=(0, 0))
    return found[-at] if best else None


def _shared(cue: Sequence[Span], statement: Statement) -> int:
    return sum(
        max(0, min(words.end, span.end) - max(words.start, span.start)) for words in statement.cue for span in cue
    )


def acts(pairs: Iterable[tuple[Case, Statement | None]]) -> Iterator[Pair]:
    """The act that is right and the one that was found, for each case."""
    for case, statement in pairs:
        yield case.act, (statement.act or NONE) if statement else NONE


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean over the right acts of their F1."""
    scores = by_act(pairs)
    return sum(scores.values()) / len(scores)


def by_act(pairs: Sequence[Pair]) -> dict[str, float]:
    """The F1 of each act that is right somewhere."""
    gold, found = Counter(right for right, _ in pairs), Counter(given for _, given in pairs)
    hits = Counter(right for right, given in pairs if right == given)
    return {act: 2 * hits[act] / (gold[act] + found[act]) for act in sorted(gold)}


def agreement(pairs: Sequence[tuple[str | None, str | None]]) -> tuple[float, float]:
    """The share of equal labels, and Cohen's kappa."""
    size = len(pairs)
    raw = sum(one == other for one, other in pairs) / size
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones) / size**2
    return raw, (raw - chance) / (1 - chance)


def main(arguments: Sequence[str]) -> None:
    """Print the figures of the part that is not held back, or of that which is; or how far two people agreed."""
    if "--agreement" in arguments:
        for name, which in (("act", 0), ("polarity", 1)):
            raw, kappa = agreement([(case.labels["first"][which], case.labels["second"][which]) for case in cases()])
            print(f"{name}: raw {raw:.3f}, Cohen's kappa {kappa:.3f}")
        return
    chosen = [case for case in cases() if case.held_back == ("--held-back" in arguments)]
    tagger = _tagger() if "--tagger" in arguments else None
    ways: dict[str, Callable[[Case], Statement | None]] = {"given": given, "read": lambda case: read(case, tagger)}
    for name, way in ways.items():
        found = [(case, way(case)) for case in chosen]
        _print(name, found, wrong="--wrong" in arguments)


def _print(name: str, found: list[tuple[Case, Statement | None]], *, wrong: bool) -> None:
    pairs = list(acts(found))
    right = sum(one == other for one, other in pairs)
    missed = sum(statement is None for _, statement in found)
    print(f"{name}: {len(pairs)} sentences, {right} right, {missed} not found, macro F1 {macro_f1(pairs):.3f}")
    scores = by_act(list(pairs))
    print("  " + ", ".join(f"{act} {score:.2f}" for act, score in scores.items()))
    put = [(case.labels["gold"][1], statement.polarity) for case, statement in found if statement]
    print(f"  polarity: {sum(one == other for one, other in put)} of {len(put)} right")
    for (case, statement), (act, other) in zip(found, pairs, strict=True) if wrong else ():
        if act != other:
            cue = " … ".join(words.text for words in statement.cue) if statement else "no statement"
            print(f"    {case.id} {act} not {other} [{cue}] {case.text}")


def _tagger() -> Tagger:
    from sayso.tagger.tagger import load_tagger

    return load_tagger()


if __name__ == "__main__":
    main(sys.argv[1:])
