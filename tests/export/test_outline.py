from msgspec.structs import replace

from builders import report_of
from records import sea_wall, statement, with_actors
from sayso.export.outline import NOT_NAMED, count_speakers, outline
from sayso.record.record import Record
from sayso.record.reference import Reference
from sayso.record.statement import Manner
from sayso.spans import Span


def test_nested_statements_follow_the_one_they_are_in():
    depths = [(entry.speaker.name, entry.depth) for entry in outline(sea_wall())]
    assert depths[2:4] == [("Harrow", 0), ("the regional government", 1)]


def test_statements_come_in_text_order_whatever_the_order_of_the_record():
    record = sea_wall()
    turned = replace(record, statements=tuple(reversed(record.statements)))
    assert [entry.statement.id for entry in outline(turned)] == [entry.statement.id for entry in outline(record)]


def test_statements_of_one_source_come_in_the_order_of_their_words():
    report = report_of("The mayor confirmed a fire but said that nobody was hurt.")
    confirmed = statement(report, "The mayor", "confirmed", "a fire", manner=Manner.INDIRECT)
    said = statement(report, "The mayor", "said", "that nobody was hurt", manner=Manner.INDIRECT)
    entries = outline(Record(report=report, statements=(said, confirmed)))
    assert [entry.statement for entry in entries] == [confirmed, said]


def test_the_same_words_are_one_speaker():
    speakers = [entry.speaker for entry in outline(sea_wall())]
    assert speakers[3].number == speakers[5].number


def test_a_surname_is_the_one_earlier_speaker_who_has_it():
    speakers = [entry.speaker for entry in outline(sea_wall())]
    assert (speakers[1].name, speakers[2].name) == ("Mayor Ilse Harrow", "Harrow")
    assert speakers[1].number == speakers[2].number


def test_a_surname_that_two_speakers_have_is_neither():
    report = report_of("Ann Obi said it rained. Bob Obi said it snowed. Obi said nothing fell.")
    last = statement(report, None, "", "Obi said nothing fell", manner=Manner.INDIRECT)
    record = Record(
        report=report,
        statements=(
            statement(report, "Ann Obi", "said", "it rained", manner=Manner.INDIRECT),
            statement(report, "Bob Obi", "said", "it snowed", manner=Manner.INDIRECT),
            replace(last, source=Reference(words=report.words(Span(report.text.rindex("Obi"), len(report.text) - 19)))),
        ),
    )
    entries = outline(record)
    assert len({entry.speaker.number for entry in entries}) == 3
    assert count_speakers(record, entries) is None


def test_an_unresolved_pronoun_is_nobody_else():
    report = report_of("He said it rained.", "Later he said it snowed.")
    record = Record(
        report=report,
        statements=(
            statement(report, "He", "said", "it rained", manner=Manner.INDIRECT),
            statement(report, "he", "said", "it snowed", manner=Manner.INDIRECT),
        ),
    )
    assert len({entry.speaker.number for entry in outline(record)}) == 2


def test_a_resolved_source_has_the_name_of_its_actor():
    names = [entry.speaker.name for entry in outline(with_actors(sea_wall()))]
    assert names[:4] == ["Ilse Harrow", "Ilse Harrow", "Ilse Harrow", "Government of Norland"]


def test_all_that_an_actor_says_is_one_speaker_under_whatever_words():
    record = with_actors(sea_wall())
    entries = outline(record)
    assert [entry.speaker.number for entry in entries] == [1, 1, 1, 2, 3, 4]
    assert count_speakers(record, entries) == 4


def test_words_that_share_nothing_with_the_name_are_kept_beside_it():
    printed = [entry.speaker.printed for entry in outline(with_actors(sea_wall()))]
    assert printed == ["its mayor", None, None, None, None, None]


def test_an_actor_that_the_record_does_not_hold_leaves_the_words():
    record = replace(with_actors(sea_wall()), actors=())
    assert outline(record)[0].speaker.name == "its mayor"


def test_a_statement_without_source_says_so():
    report = report_of("It is understood that talks failed.")
    one = statement(report, None, "It is understood that", "talks failed", manner=Manner.INDIRECT)
    assert outline(Record(report=report, statements=(one,)))[0].speaker.name == NOT_NAMED
