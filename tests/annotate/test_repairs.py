"""What goes beyond the block or the sentence of an attribution."""

import pytest

from attribute.events.parsed import parsed
from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.annotate.passage import passage_of
from sayso.annotate.repairs import repaired
from sayso.annotate.tree import Tree
from sayso.record.annotation import Attribution
from sayso.spans import Span


def contents(paragraphs: list[str], source: str, cue: str, *told: str, parse: str = "") -> list[str]:
    """What is left of the pieces of a content; all words stand once in the text. `parse` as in `parsed`."""
    report = report_of(*paragraphs)
    annotated = annotate(report)
    passage = passage_of(report, annotated.tokens, annotated.sentences, annotated.quotations)

    def span(words: str) -> Span:
        return Span(report.text.index(words), report.text.index(words) + len(words))

    one = Attribution(
        source=span(source), cue=(span(cue),), content=tuple(map(span, told)), method="test", confidence=0.9
    )
    words = parsed((report.text, parse)).words if parse else ()
    (mended,) = repaired(passage, Tree.of(words, annotated.sentences), [one])
    return [piece.of(report.text) for piece in mended.content]


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        ("Read more", "Police proposed a refuge"),
        ("“We are cold.", "“We are cold.\n\nPolice proposed a refuge"),
    ],
)
def test_a_content_has_of_another_paragraph_only_what_is_quoted(first: str, kept: str):
    text = [first, f"Police proposed a refuge{'”' if kept.startswith('“') else ''}, the organisers said."]
    between = report_of(*text).text
    told = between[between.index(first) : between.index("refuge") + len("refuge")]
    assert contents(text, "the organisers", "said", told) == [kept.replace("\n\n", between[len(first) : -len(text[1])])]


def test_a_further_piece_does_not_begin_with_the_source():
    text = ["Nobody agrees in the book club, says its founder, and that is its charm."]
    pieces = ("Nobody agrees in the book club", "its founder, and that is its charm")
    assert contents(text, "its founder", "says", *pieces) == ["Nobody agrees in the book club", "and that is its charm"]


def test_a_piece_that_is_nothing_but_the_source_is_none():
    text = ["Yaoundé has starved the councils, say mayors."]
    assert contents(text, "mayors", "say", "Yaoundé has starved the councils", "mayors") == [
        "Yaoundé has starved the councils"
    ]


def test_a_piece_in_another_paragraph_that_is_not_quoted_is_none():
    text = ["President Ng spoke at noon.", "I welcome the truce, he said."]
    assert contents(text, "he", "said", "President Ng spoke at noon", "I welcome the truce") == ["I welcome the truce"]


@pytest.mark.parametrize(
    ("text", "source", "bare"),
    [
        ("In recent days China has said that it rained.", "days China", "China"),
        ("In 2019 the two towns have said that it rained.", "2019 the two towns", "the two towns"),
        ("Even within the party some said that it rained.", "within the party", "the party"),
    ],
)
def test_a_time_or_a_preposition_before_a_source_is_no_part_of_it(text: str, source: str, bare: str):
    report = report_of(text)
    annotated = annotate(report)
    passage = passage_of(report, annotated.tokens, annotated.sentences, annotated.quotations)
    start = report.text.index(source)
    one = Attribution(
        source=Span(start, start + len(source)),
        cue=(Span(report.text.index("said"), report.text.index("said") + 4),),
        content=(Span(report.text.index("that it"), len(report.text) - 1),),
        method="test",
        confidence=0.9,
    )
    (mended,) = repaired(passage, Tree.of((), annotated.sentences), [one])
    assert mended.source is not None
    assert mended.source.of(report.text) == bare


@pytest.mark.parametrize(
    ("relation", "kept"), [("appos", "Troops took Zouar, the largest town"), ("nsubj", "the largest town")]
)
def test_what_only_explains_a_noun_of_the_clause_is_told_with_it(relation: str, kept: str):
    text = ["Troops took Zouar, the largest town, the ministry said."]
    parse = (
        f"NOUN/2/nsubj VERB/0/root PROPN/2/obj PUNCT/7/punct DET/7/det ADJ/7/amod NOUN/3/{relation} PUNCT/11/punct "
        "DET/10/det NOUN/11/nsubj VERB/2/parataxis PUNCT/2/punct"
    )
    if relation == "nsubj":
        parse = parse.replace("VERB/0/root", "ADV/0/root").replace("VERB/2/parataxis", "VERB/7/parataxis")
    assert contents(text, "the ministry", "said", "the largest town", parse=parse) == [kept]


def test_an_article_alone_is_no_source():
    text = ["The village is gone, the ministry denied it."]
    report = report_of(*text)
    parse = (
        "DET/2/det NOUN/4/nsubj AUX/4/cop ADJ/0/root PUNCT/4/punct DET/7/det NOUN/8/nsubj VERB/4/parataxis PRON/8/obj "
        "PUNCT/4/punct"
    )
    annotated = annotate(report)
    passage = passage_of(report, annotated.tokens, annotated.sentences, annotated.quotations)
    start = report.text.index("the ministry")
    one = Attribution(
        source=Span(start, start + 3),
        cue=(Span(start + 4, start + 19),),
        content=(Span(start + 20, start + 22),),
        method="test",
        confidence=0.9,
    )
    (mended,) = repaired(passage, Tree.of(parsed((report.text, parse)).words, annotated.sentences), [one])
    assert (mended.source.of(report.text), mended.cue[0].of(report.text)) == ("the ministry", "denied")
