from builders import report_of
from records import sea_wall, statement
from sayso.export.passages import is_cut, passages_of
from sayso.record.statement import Manner


def test_a_passage_shows_every_part_of_the_statement():
    record = sea_wall()
    for one in record.statements:
        passages = passages_of(record.report, one)
        for words in (*one.content, *one.cue):
            assert any(passage.covers(words) for passage in passages)


def test_a_passage_of_a_long_paragraph_is_cut_at_words():
    filler = "word " * 200
    report = report_of(f"{filler}Obi said it rained {filler}".strip())
    one = statement(report, "Obi", "said", "it rained", manner=Manner.INDIRECT)
    (passage,) = passages_of(report, one)
    assert len(passage) < 320
    assert passage.of(report.text).startswith("word ")
    assert passage.of(report.text).endswith(" word")
    assert is_cut(report, passage) == (True, True)


def test_a_very_long_content_is_cut_and_said_to_be():
    report = report_of("Obi said " + "it rained and " * 1000 + "stopped.")
    one = statement(report, "Obi", "said", report.text[9:-1], manner=Manner.INDIRECT)
    (passage,) = passages_of(report, one)
    assert len(passage) <= 1_500
    assert is_cut(report, passage)[1]


def test_far_parts_have_passages_of_their_own():
    report = report_of("Obi said it rained. " + "word " * 200 + "“It poured,” he added.")
    one = statement(report, "Obi", "said", "it rained", "“It poured,”", manner=Manner.MIXED)
    assert len(passages_of(report, one)) == 2


def test_a_passage_is_the_sentence_where_that_is_short():
    report = report_of("The talks failed. Obi said it rained. The sun came out.")
    one = statement(report, "Obi", "said", "it rained", manner=Manner.INDIRECT)
    (passage,) = passages_of(report, one)
    assert passage.of(report.text) == "Obi said it rained."
    assert is_cut(report, passage) == (False, False)
