"""The 300 sentences and the 212 fresh ones hold together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from events.sentences import FILE, FRESH, counts, marks, sentences
from sayso.evaluate.corpora.attributed_events import MarkedReport
from sayso.evaluate.corpora.given import located


def test_there_are_three_hundred_and_ids_are_not_given_twice() -> None:
    assert [one.id for one in sentences()] == [f"s{number:03}" for number in range(1, 301)]


def test_there_are_212_fresh_ones_and_half_of_them_are_held_back() -> None:
    assert [one.id for one in sentences(file=FRESH)] == [f"f{number:03}" for number in range(1, 213)]
    assert len(sentences(held_back=True, file=FRESH)) == 103
    assert len(sentences(held_back=False, file=FRESH)) == 109
    assert len({one.text for file in (FILE, FRESH) for one in sentences(file=file)}) == 512


def test_a_third_is_held_back() -> None:
    held = sentences(held_back=True)
    assert len(held) + len(sentences(held_back=False)) == 300
    assert 90 <= len(held) <= 110


@pytest.mark.parametrize("file", [FILE, FRESH], ids=["first", "fresh"])
def test_all_words_stand_in_their_sentence_just_once(file: Path) -> None:
    for sentence in sentences(file=file):
        for event in sentence.events:
            voice = [one for one in (event.voice.source, event.voice.cue) if one] if event.voice else []
            words = [event.trigger, *voice, *(one.words for one in (*event.actor, *event.recipient))]
            assert all(located(str(one), sentence.text) for one in words)


def test_every_type_has_ten_and_no_event_has_eighty() -> None:
    types = Counter(event.type for sentence in sentences() for event in sentence.events)
    assert len(types) == 16
    assert min(types.values()) >= 10
    assert sum(not sentence.events for sentence in sentences()) >= 80


def test_every_type_is_among_the_fresh_ones_and_a_quarter_has_no_event() -> None:
    types = Counter(event.type for sentence in sentences(file=FRESH) for event in sentence.events)
    assert len(types) == 16
    assert min(types.values()) >= 5
    assert sum(not sentence.events for sentence in sentences(file=FRESH)) >= 53


@pytest.mark.parametrize("file", [FILE, FRESH], ids=["first", "fresh"])
def test_gold_is_right_and_nothing_is_wrong(file: Path) -> None:
    for sentence in sentences(file=file):
        gold = marks(sentence)
        assert counts(gold, gold, sentence.text)["events", "type and countries"].f1 in (None, 1.0)
        nothing = counts(gold, MarkedReport(report=sentence.id, by="nobody"), sentence.text)
        assert nothing["sentences", "event"].right == 0
