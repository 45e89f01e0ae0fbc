from hypothesis import given, settings
from hypothesis import strategies as st

from attribute.made import statement, statements
from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.attribute.statements import statements_of
from sayso.record.annotation import AnnotatedReport, Attribution
from sayso.record.codec import decode, encode
from sayso.record.statement import Act, Manner
from sayso.spans import Span

SPEECH = """
said that “ ” " ' the minister she denied , . : told reporters according to accused Norland of theft did not comment
adding who on Monday in a statement Ada Lund — ( ) ? asked whether it was promised to and but
"""
WORDS = st.sampled_from(sorted(set(SPEECH.split())))


def test_nested_statements_point_at_the_one_around():
    outer, inner, innermost = statements("The agency reported that Lund had said that the ministry denied any leak.")
    assert (outer.within, inner.within, innermost.within) == (None, outer.id, inner.id)


def test_statements_stand_in_text_order():
    found = statements("Prices fell, the bank said.", "Lund said that it rained.", "“No,” she said.")
    cues = [one.cue[0].start for one in found]
    assert cues == sorted(cues)


def test_ids_differ_and_come_back():
    paragraphs = ["Lund said that it rained.", "Lund said that it rained."]
    first, second = (statements(*paragraphs) for _ in range(2))
    assert first == second
    assert len({one.id for one in first}) == 2


def test_evidence_names_the_rule_and_its_confidence():
    evidence = statement("Lund said that it rained.").evidence
    assert evidence.method == "rule:that.subject@1"
    assert 0.5 <= evidence.confidence <= 1


def test_distance_of_a_doubting_verb_and_missing_evidence():
    found = statement("Lund claimed, without providing evidence, that it rained.").distance
    assert [(one.kind, one.words.text) for one in found] == [
        ("verb", "claimed"),
        ("no_evidence", "without providing evidence"),
    ]


def test_a_cue_without_content_is_kept_as_such():
    found = statement("The ministry has not commented.")
    assert (found.content, found.act, found.manner) == ((), Act.NOT_SAID, Manner.INDIRECT)


def test_an_attribution_of_a_tagger_without_cue_is_a_statement_too():
    report = report_of("“It rained.” Ada Lund")
    found = Attribution(cue=(), source=Span(13, 21), content=(Span(0, 12),), method="tagger:x@1", confidence=0.9)
    annotated = AnnotatedReport(report=report, sentences=(), tokens=(), quotations=(), attributions=(found,))
    (only,) = statements_of(annotated)
    assert only.cue == ()
    assert only.evidence.method == "tagger:x@1"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join), max_size=4))
def test_every_span_quotes_the_report(paragraphs):
    record = attribute(annotate(report_of(*[paragraph for paragraph in paragraphs if paragraph.strip()])))
    for one in record.statements:
        source = [one.source.words] if one.source else []
        for words in (*source, *one.cue, *one.content, *one.quoted):
            assert words.text == record.report.text[words.start : words.end]
    assert decode(encode(record)) == record


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_record(text):
    paragraphs = [line for line in text.splitlines() if line.strip()]
    attribute(annotate(report_of(*paragraphs)))
