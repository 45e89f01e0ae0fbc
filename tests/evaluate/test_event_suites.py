import json
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import CorpusMissing
from sayso.evaluate.corpora import cameo
from sayso.evaluate.corpora import factuality as ratings
from sayso.evaluate.corpora.plover import Marked, marked, marked_sentences
from sayso.evaluate.counts import Counts
from sayso.evaluate.reading import System, report_of
from sayso.evaluate.suites import event_detection, factuality, plover_types
from sayso.record.annotation import AnnotatedReport, Sentence, Token, Word
from sayso.record.event import Certainty, Event, Factuality, Occurrence, Participant, Role
from sayso.record.evidence import Evidence
from sayso.record.reference import Reference
from sayso.spans import Span, Words

TEXT = "Toro police fired on strikers, and Vell sent bread to Toro."


def test_marks_are_taken_out_of_a_sentence() -> None:
    found = marked("In May <t>Vell</t> was thanked by <s>the Toro mission</s>.", "SUPPORT")
    assert found.text == "In May Vell was thanked by the Toro mission."
    assert [span.of(found.text) for span in (found.source, found.target) if span] == ["the Toro mission", "Vell"]


def test_a_sentence_may_have_one_mark_only() -> None:
    found = marked("<s>Vell</s> gave way.", "YIELD")
    assert (found.source, found.target) == (Span(0, 4), None)


def test_a_part_that_is_not_there_is_missed(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match="PLV_test"):
        list(marked_sentences(tmp_path, "test"))
    with pytest.raises(CorpusMissing, match=r"test\.tsv"):
        cameo.digest(tmp_path, "test")
    with pytest.raises(CorpusMissing, match=r"dev\.jsonl"):
        ratings.digest(tmp_path, "uds-dev")


def event(kind: str, **roles: str) -> Event:
    return Event(
        id=kind,
        report_id="r",
        type=kind,
        trigger=(words("fired"),),
        evidence=Evidence(method="test@1", confidence=1.0, spans=()),
        participants=tuple(
            Participant(role=Role(role), reference=Reference(words=words(who))) for role, who in roles.items()
        ),
    )


def words(text: str) -> Words:
    start = TEXT.index(text)
    return Words(start, start + len(text), text=text)


def test_the_event_between_the_marks_is_the_one_that_counts() -> None:
    found = [event("ASSAULT", actor="Toro police", recipient="strikers"), event("AID", actor="Vell")]
    vell, strikers = words("Vell"), words("strikers")
    asked = Marked(TEXT, Span(vell.start, vell.end), None, "AID")
    assert plover_types.type_by_events(found, asked) == "AID"
    asked = Marked(TEXT, Span(0, 11), Span(strikers.start, strikers.end), "ASSAULT")
    assert plover_types.type_by_events(found, asked) == "ASSAULT"


def test_what_plover_has_taken_apart_is_yield_in_plv() -> None:
    asked = Marked(TEXT, None, None, "YIELD")
    assert plover_types.type_by_events([event("RETREAT")], asked) == "YIELD"
    assert plover_types.type_by_events([], asked) is None


def test_a_type_that_is_wrong_counts_against_both() -> None:
    counts = plover_types.tally("t", "AID", "SUPPORT")
    assert counts["t", "AID"] == Counts(0, 0, 0, 1)
    assert counts["t", "SUPPORT"] == Counts(0, 1, 0, 0)
    assert counts["t", "all types"] == Counts(0, 1, 0, 1)


def test_the_mean_of_types_leaves_out_those_that_gold_has_not() -> None:
    tallies = [
        plover_types.tally("marked relation", "AID", "AID"),
        plover_types.tally("marked relation", "AGREE", "AID"),
    ]
    first, _ = plover_types.means(tallies, np.random.default_rng(1))
    assert first.metric == "mean of types/marked relation"
    assert first.f1 == pytest.approx((2 / 3 + 0) / 2)


def test_without_a_tagger_no_relation_has_a_type() -> None:
    reading = System("rules").read(report_of(TEXT))
    assert plover_types.type_by_head(None, reading, Marked(TEXT, None, None, "AID")) is None


def test_a_sentence_without_an_event_counts_for_the_other_class() -> None:
    counts = event_detection.tally(0, found=True)
    assert counts["sentence", "event"] == Counts(0, 1, 0, 0)
    assert counts["sentence", "no event"] == Counts(0, 0, 0, 1)
    assert event_detection.tally(4, found=True)["sentence", "deeds of conflict"] == Counts(1, 1, 1, 1)


def test_sentences_are_read_with_their_class(tmp_path: Path) -> None:
    (tmp_path / "cameo_class").mkdir()
    (tmp_path / "cameo_class" / "train.tsv").write_text("Vell sent bread.\t2\n", encoding="utf-8")
    (found,) = cameo.sentences(tmp_path, "train")
    assert (found.text, found.kind) == ("Vell sent bread.", 2)
    (found,) = event_detection.tallies(tmp_path, "train", System("rules"))
    assert found["sentence", "event"].gold == 1


def test_a_rating_is_compared_with_that_of_its_word(tmp_path: Path) -> None:
    path = tmp_path / ratings.FILES["uds-dev"]
    path.parent.mkdir(parents=True)
    row = {
        "text": "`` Vell may sell bread .",
        "targets": [{"span1": [3, 4], "label": 1.5}, {"span1": [9, 10], "label": 3.0}],
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    (rated,) = ratings.sentences(tmp_path, "uds-dev")
    assert rated.text.startswith("\u201c Vell")
    (found,) = rated.ratings
    assert (found[0].of(rated.text), found[1]) == ("sell", 1.5)
    pairs = factuality.pairs_of(rated, told(rated.text, {"sell": -2.0}))
    assert (pairs.gold.tolist(), pairs.happened.tolist()) == ([1.5], [-2.0])
    assert pairs.told.tolist() == [pytest.approx(2.9)]


def told(text: str, happened: dict[str, float]) -> AnnotatedReport:
    tokens = [Token(text.index(word), text.index(word) + len(word), text=word) for word in text.split()]
    listed = tuple(Word(tag="X", head=None, relation="root", happened=happened.get(token.text)) for token in tokens)
    sentence = Sentence(0, len(text), block=0, tokens=(0, len(tokens)))
    return AnnotatedReport(
        report=report_of(text), sentences=(sentence,), tokens=tuple(tokens), quotations=(), words=listed
    )


def test_what_is_less_certain_has_a_lower_number() -> None:
    numbers = [
        factuality.number_of(Factuality(certainty=certainty, occurrence=occurrence), 0.0)
        for certainty, occurrence in (
            (Certainty.CERTAIN, Occurrence.HAPPENED),
            (Certainty.CERTAIN, Occurrence.PLANNED),
            (Certainty.POSSIBLE, Occurrence.HYPOTHETICAL),
            (Certainty.CERTAIN, Occurrence.DID_NOT_HAPPEN),
        )
    ]
    assert numbers == sorted(numbers, reverse=True)
    assert factuality.number_of(None, 3.0) == 0


def pairs(gold: list[float], found: list[float]) -> factuality.Pairs:
    return factuality.Pairs(np.array(gold), np.array(found), np.array(found))


def test_figures_are_of_all_sentences_together() -> None:
    read = [pairs([3.0, -3.0], [2.0, -2.0]), pairs([1.0], [2.0])] * 5
    r, distance, *_ = factuality.figures(read, np.random.default_rng(2))
    assert r.metric == "happened/r"
    assert r.f1 == pytest.approx(np.corrcoef([3, -3, 1], [2, -2, 2])[0, 1])
    assert (r.low or 0) <= (r.f1 or 0)
    assert distance.precision == pytest.approx(1 - 1 / 6)


def test_numbers_that_do_not_vary_tell_nothing() -> None:
    r, *_ = factuality.figures([pairs([3.0, 1.0], [0.0, 0.0])] * 3, np.random.default_rng(2))
    assert r.f1 == 0
