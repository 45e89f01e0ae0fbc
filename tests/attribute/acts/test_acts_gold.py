"""The floors of the acts: the held-back third of the gold list, and the negated cues without exception."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import sayso
from attribute.acts.gold import Case, acts, cases, given, macro_f1, read
from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.statements import statements_of
from sayso.protocols import Tagger
from sayso.record.statement import Act, Polarity

BUNDLE = Path(sayso.__file__).parent / "tagger" / "bundle"
FLOOR = 0.85
"""Macro F1 over all acts, on the held-back third."""

ASSERTING = (None, Act.ASSERT, Act.CONFIRM, Act.ANNOUNCE)
"""No act of these may come of a cue that tells of something that was not said."""


def held_back() -> list[Case]:
    return [case for case in cases() if case.held_back]


@cache
def tagger() -> Tagger:
    from sayso.tagger.tagger import load_tagger

    return load_tagger()


def needs_bundle() -> None:
    if not BUNDLE.is_dir():
        pytest.skip("the tagger's bundle is not in the package")


def test_there_are_enough_sentences_of_every_act() -> None:
    counts = Counter(case.act for case in cases())
    assert set(counts) == {act.value for act in Act}
    assert min(counts.values()) >= 15
    assert len(cases()) >= 400
    assert len(cases("negated.jsonl")) >= 100


def test_spans_stand_in_the_text() -> None:
    for case in (*cases(), *cases("negated.jsonl")):
        for span in (*case.source, *case.cue, *case.content):
            assert 0 <= span.start < span.end <= len(case.text), case
        assert all(polarity is None or Polarity(polarity) for _, polarity in case.labels.values())


def test_acts_of_given_attributions_stay_above_the_floor() -> None:
    assert macro_f1(list(acts((case, given(case)) for case in held_back()))) >= FLOOR


@pytest.mark.slow
@pytest.mark.bundle
def test_acts_read_from_the_text_stay_above_the_floor() -> None:
    needs_bundle()
    assert macro_f1(list(acts((case, read(case, tagger())) for case in held_back()))) >= FLOOR


@pytest.mark.parametrize("case", cases("negated.jsonl"), ids=lambda case: case.id)
def test_what_was_not_said_has_an_act_of_its_own(case: Case) -> None:
    statement = given(case)
    assert statement.act == case.act
    assert statement.act not in ASSERTING
    assert statement.polarity in ((None, Polarity.DENIED) if case.act == Act.DENY else (None,))


def test_what_was_not_said_is_never_asserted_by_rule() -> None:
    assert asserted(None) == []


@pytest.mark.slow
@pytest.mark.bundle
def test_what_was_not_said_is_never_asserted_by_the_tagger() -> None:
    needs_bundle()
    assert asserted(tagger()) == []


def asserted(tagger: Tagger | None) -> list[str]:
    """The sentences of which something comes out as said."""
    found = []
    for case in cases("negated.jsonl"):
        statements = statements_of(annotate(report_of(case.text), tagger=tagger))
        found += [case.text for statement in statements if statement.act in ASSERTING]
    return found
