import msgspec
import pytest

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.annotate.merge import merged
from sayso.annotate.sayers import can_speak
from sayso.record.annotation import Attribution, Tagged
from sayso.spans import Span

TEXT = "The deployment raised fears. Ada Lund warned them."


def attribution(start, method, confidence=0.5, source=None):
    return Attribution(cue=(Span(start, start + 4),), source=source, content=(), method=method, confidence=confidence)


def test_the_tagger_takes_the_place_of_rules():
    tagged = [attribution(10, "tagger:en@1")]
    ruled = [attribution(10, "rule:that.subject@1", 0.9)]
    assert merged(tagged, ruled, TEXT) == (tagged[0],)


def test_rules_of_layout_add_what_the_tagger_did_not_see():
    tagged = [attribution(50, "tagger:en@1")]
    ruled = [attribution(10, "rule:headline@1")]
    assert merged(tagged, ruled, TEXT) == (ruled[0], tagged[0])


def test_only_a_sure_rule_adds_what_the_tagger_did_not_see():
    tagged = [attribution(10, "tagger:en@1")]
    unsure, sure = attribution(50, "rule:object.subject@1", 0.55), attribution(90, "rule:that.subject@1", 0.9)
    first, added = merged(tagged, [unsure, sure], TEXT)
    assert (first, added.cue) == (tagged[0], sure.cue)
    assert added.confidence == 0.45  # the tagger's silence counts


def test_a_doubtful_finding_needs_a_rule_to_see_its_cue():
    alone, seconded = attribution(10, "tagger:en@1", 0.2), attribution(50, "tagger:en@1", 0.2)
    assert merged([alone, seconded], [attribution(50, "rule:that.subject@1", 0.9)], TEXT) == (seconded,)


def test_a_doubtful_finding_needs_somebody_who_can_speak():
    thing = attribution(15, "tagger:en@1", 0.4, Span(0, 14))
    person = attribution(38, "tagger:en@1", 0.4, Span(29, 37))
    sourceless = attribution(43, "tagger:en@1", 0.4)
    assert merged([thing, person, sourceless], [], TEXT) == (person,)


@pytest.mark.parametrize(
    "words", ["Ada Lund", "she", "the ministry", "two officials", "a report", "Minsk", "its spokesman"]
)
def test_these_can_speak(words):
    assert can_speak(words)


@pytest.mark.parametrize("words", ["The deployment", "the move", "a strong wind", "This"])
def test_these_cannot(words):
    assert not can_speak(words)


class OneAttribution:
    version = "test@1"

    def tag(self, text, sentences, tokens):
        return Tagged(attributions=(attribution(9, "tagger:test@1"),))


def test_annotate_asks_the_tagger():
    annotated = annotate(report_of("Ada Lund said that it rained."), tagger=OneAttribution())
    assert [one.method for one in annotated.attributions] == ["tagger:test@1"]


def test_a_sure_rule_gives_the_source_that_the_tagger_did_not_see():
    told, lund = attribution(38, "tagger:en@1", 0.9), Span(29, 37)
    sure, unsure = (attribution(38, "rule:that.subject@1", confidence, lund) for confidence in (0.9, 0.4))
    assert [one.source for one in merged([told], [sure], TEXT)] == [lund]
    assert [one.source for one in merged([told], [unsure], TEXT)] == [None]


def test_a_clause_about_somebody_is_no_source():
    text = "Ada Lund, who owns the dam, denied it and said it held."
    clause, whole = Span(text.index("who"), text.index(" denied")), Span(0, text.index(" denied"))
    told = attribution(text.index("said"), "tagger:en@1", 0.9, clause)
    seen = attribution(text.index("said"), "rule:clause.shared@1", 0.7, whole)
    assert [one.source for one in merged([told], [seen], text)] == [whole]


def test_who_alone_stays_a_source():
    text = "It was confirmed by Ada Lund, who said it held."
    told = attribution(text.index("said"), "tagger:en@1", 0.9, Span(text.index("who"), text.index(" said")))
    seen = attribution(text.index("said"), "rule:clause.shared@1", 0.7, Span(20, 28))
    assert merged([told], [seen], text) == (told,)


def test_a_paraphrase_ends_with_its_sentence_where_a_rule_says_so():
    text = "Ada Lund said it had warned them. The port denied it."
    long, short = Span(14, len(text) - 1), Span(14, text.index("."))
    told, seen = (
        attribution(9, "tagger:en@1", 0.9, Span(0, 8)),
        attribution(9, "rule:clause.subject@1", 0.9, Span(0, 8)),
    )
    told, seen = (msgspec.structs.replace(one, content=(said,)) for one, said in ((told, long), (seen, short)))
    assert [one.content for one in merged([told], [seen], text)] == [(short,)]
