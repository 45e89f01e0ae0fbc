"""The benchmark of attributed events: its marks hold together, and the scorer tells right from wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from sayso.errors import EvaluationError
from sayso.evaluate.agreement import kappa
from sayso.evaluate.corpora.attributed_events import (
    Given,
    MarkedActor,
    MarkedEvent,
    MarkedParticipant,
    MarkedReport,
    MarkedStatement,
    listed,
    marked_reports,
)
from sayso.evaluate.corpora.given import located
from sayso.evaluate.event_counts import tally
from sayso.evaluate.suites.attributed_events import GOLD, SECOND
from sayso.record.event import Occurrence
from sayso.spans import Span

FOLDER = Path(__file__).parents[2] / "benchmarks" / "attributed-events"

TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}

TEXT = "Mayor denies it\n\nThe mayor, Ana Ruiz, said police shot Leo. Ruiz told us he fell. Police denied shooting him."

MARKS = MarkedReport(
    report="00",
    by="test",
    statements=(
        MarkedStatement(id="s1", source="The mayor, Ana Ruiz", cue=("said",), content=("police shot Leo",)),
        MarkedStatement(id="s2", source="Ruiz@2#2", cue=("told",), content=("he fell",)),
        MarkedStatement(id="s3", source="Police", cue=("denied",), content=("shooting him",)),
    ),
    events=(
        MarkedEvent(
            id="e1",
            type="ASSAULT",
            trigger="shot",
            actor=(MarkedParticipant(words="police", country="ESP"),),
            attributed_to="s1",
        ),
        MarkedEvent(
            id="e2", type="ASSAULT", trigger="shooting", occurrence=Occurrence.DID_NOT_HAPPEN, attributed_to="s3"
        ),
        MarkedEvent(id="e3", type="REJECT", trigger="denies"),
    ),
    actors=(MarkedActor(name="Ana Ruiz", mentions=("Ana Ruiz", "Ruiz@2#2")),),
)


def passes() -> Iterator[tuple[str, MarkedReport]]:
    for annotator in (GOLD, SECOND):
        for _, text, marks in marked_reports(FOLDER, annotator):
            yield text, marks


def given(marks: MarkedReport) -> Iterator[Given | None]:
    for statement in marks.statements:
        yield from (statement.source, *statement.cue, *statement.content)
        yield from (statement.addressee, statement.venue, statement.said)
    for event in marks.events:
        yield from (event.trigger, *event.mentions, event.place, event.time)
        yield from (one.words for one in (*event.actor, *event.recipient, *event.magnitudes))
    yield from (words for actor in marks.actors for words in actor.mentions)
    yield from (one.words for one in (*marks.times, *marks.places))


def figure(found: MarkedReport, table: str, row: str) -> float | None:
    return tally(MARKS, found, TEXT)[table, row].f1


def test_every_report_of_the_index_is_marked() -> None:
    names = [one.report for one in listed(FOLDER)]
    assert names == sorted(path.stem for path in (FOLDER / "reports").glob("*.txt"))
    assert names == [marks.report for _, _, marks in marked_reports(FOLDER, GOLD)]


def test_the_index_counts_the_words() -> None:
    assert all(one.words == len(text.split()) for one, text, _ in marked_reports(FOLDER, GOLD))


def test_all_words_stand_in_their_report_just_once() -> None:
    for text, marks in passes():
        for words in given(marks):
            assert words is None or located(words, text).of(text).strip(), (marks.report, words)


def test_all_types_are_plovers() -> None:
    assert {event.type for _, marks in passes() for event in marks.events} <= TYPES


def test_whatever_is_referred_to_is_there() -> None:
    for _, marks in passes():
        statements = {one.id for one in marks.statements}
        events = {one.id for one in marks.events}
        voices = {one.attributed_to for one in marks.events} | {one.within for one in marks.statements}
        numbers = {one.attributed_to for event in marks.events for one in event.magnitudes}
        assert (voices | numbers) - {None} <= statements, marks.report
        assert {one.same_as for one in marks.events} - {None} <= events, marks.report
        assert len(statements) == len(marks.statements)
        assert len(events) == len(marks.events)


def test_an_attributed_event_of_gold_stands_in_the_innermost_content() -> None:
    for _, text, marks in marked_reports(FOLDER, GOLD):
        around = {one.id: [located(words, text) for words in one.content] for one in marks.statements}
        for event in marks.events:
            trigger = located(event.trigger, text)
            holding = {name for name, spans in around.items() if any(span.overlaps(trigger) for span in spans)}
            inner = {one.id for one in marks.statements if one.within == event.attributed_to} & holding
            assert event.attributed_to is None or event.attributed_to in holding - inner, (marks.report, event.id)
            assert event.attributed_to is None or not inner, (marks.report, event.id)


def test_gold_held_against_itself_is_right_throughout() -> None:
    for _, text, marks in marked_reports(FOLDER, GOLD):
        for key, counts in tally(marks, marks, text).items():
            assert counts.f1 in (None, 1.0), (marks.report, key)


def test_another_type_is_found_but_not_right() -> None:
    other = replace(MARKS, events=(replace(MARKS.events[0], type="COERCE"), *MARKS.events[1:]))
    assert figure(other, "events", "found") == 1
    assert figure(other, "events", "type too") == pytest.approx(2 / 3)


def test_another_country_is_wrong() -> None:
    other = replace(MARKS, events=(replace(MARKS.events[0], actor=()), *MARKS.events[1:]))
    assert figure(other, "events", "type too") == 1
    assert figure(other, "events", "type and countries") == pytest.approx(2 / 3)


def test_the_right_speaker_may_be_named_elsewhere() -> None:
    other = replace(MARKS, events=(replace(MARKS.events[0], attributed_to="s2"), *MARKS.events[1:]))
    assert figure(other, "events", "type and voice") == 1


def test_the_wrong_speaker_and_no_speaker_are_both_wrong() -> None:
    for voice in ("s3", None):
        other = replace(MARKS, events=(replace(MARKS.events[0], attributed_to=voice), *MARKS.events[1:]))
        assert figure(other, "events", "type and voice") == pytest.approx(2 / 3)
    assert figure(other, "voice", "own voice") == pytest.approx(2 / 3)


def test_an_event_told_twice_is_found_once() -> None:
    other = replace(MARKS, events=(*MARKS.events, replace(MARKS.events[0], id="e4")))
    assert tally(MARKS, other, TEXT)["events", "type too"].precision == pytest.approx(3 / 4)


def test_occurrence_is_counted_over_events_of_the_right_type() -> None:
    happened = replace(MARKS.events[1], occurrence=Occurrence.HAPPENED)
    other = replace(MARKS, events=(MARKS.events[0], happened, MARKS.events[2]))
    assert figure(other, "factuality", "occurrence") == pytest.approx(2 / 3)


def test_words_are_found_by_paragraph_and_number() -> None:
    start = TEXT.index("Ruiz told")
    assert located("Ruiz@2#2", TEXT) == Span(start, start + len("Ruiz"))
    assert located("The mayor … shot@2", TEXT).of(TEXT) == "The mayor, Ana Ruiz, said police shot"
    assert located(Span(0, 5), TEXT) == Span(0, 5)


@pytest.mark.parametrize("words", ["Ruiz", "nobody", "Ruiz@1", "Ruiz@9", "Ruiz@2#3", "hot"])
def test_words_that_stand_nowhere_or_twice_are_an_error(words: str) -> None:
    with pytest.raises(EvaluationError):
        located(words, TEXT)


def test_the_example_of_the_readme_is_an_answer() -> None:
    example = (FOLDER / "README.md").read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]
    answer = msgspec.json.decode(example, type=MarkedReport)
    _, text, gold = next(marked_reports(FOLDER, GOLD))
    assert tally(gold, answer, text)["events", "type and voice"].right == 1


def test_the_page_counts_what_is_marked() -> None:
    page = (FOLDER.parents[1] / "docs" / "explanation" / "attributed-events.md").read_text(encoding="utf-8")
    gold = [marks for _, _, marks in marked_reports(FOLDER, GOLD)]
    numbers = [
        sum(len(getattr(one, layer)) for one in gold) for layer in msgspec.structs.asdict(MARKS) if layer[-1] == "s"
    ]
    attributed = sum(event.attributed_to is not None for one in gold for event in one.events)
    told = [int(row.rsplit("|", 2)[1]) for row in page.splitlines() if row.startswith("| ") and row[-3:-2].isdigit()]
    assert sorted(told) == sorted([*numbers, attributed])


def test_the_schema_is_what_the_code_says() -> None:
    written = msgspec.json.decode((FOLDER / "schema.json").read_bytes())
    assert written == msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(MarkedReport)))


def test_kappa_takes_chance_into_account() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
    assert kappa([("a", "a"), ("a", "a")]) is None
    assert kappa([]) is None
