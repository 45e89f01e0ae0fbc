import pytest

from builders import report_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of


def quotations(*paragraphs):
    report = report_of(*paragraphs)
    tokens, firsts = tokens_of(report)
    return report.text, quotations_of(report, tokens, firsts, sentences_of(tokens, firsts))


def inside(*paragraphs):
    text, found = quotations(*paragraphs)
    return [quotation.of(text) for quotation in found]


@pytest.mark.parametrize(
    "text",
    [
        "He said “we go” twice.",
        'He said "we go" twice.',
        "He said «we go» twice.",
        "He said ``we go'' twice.",
        "He said ''we go'' twice.",
        "He said ‘we go’ twice.",
        "He said 'we go' twice.",
        "He said „we go” twice.",
    ],
)
def test_marks_of_every_kind(text):
    assert inside(text) == ["we go"]


def test_apostrophes_are_no_marks():
    assert inside("The dogs' tails and the '90s; it's O'Neill's, rock 'n' roll.") == []


def test_nested_single_marks_are_one_deeper():
    text, found = quotations("“He told me ‘don’t go’ twice.”")
    assert [(one.of(text), one.depth) for one in found] == [("He told me ‘don’t go’ twice.", 0), ("don’t go", 1)]


def test_paragraphs_with_opening_marks_only_are_joined():
    _, found = quotations("“One. Two.", "“Three.", "“Four.” He left.")
    assert [(one.closed, one.continues) for one in found] == [(False, None), (False, 0), (True, 1)]


def test_a_missing_closing_mark_ends_with_the_sentence():
    assert inside('She said "no. Then she left. It rained.') == ["no."]


def test_a_missing_closing_mark_ends_before_the_speaker():
    assert inside('It was late. "We are closed, said Jo Lund, the owner. He left.') == ["We are closed,"]


def test_a_missing_opening_mark_begins_with_the_sentence():
    text, found = quotations('It rained. We will win," he said.')
    assert [(one.of(text), one.opened) for one in found] == [("We will win,", False)]


def test_an_opening_mark_inside_an_open_quotation_ends_it():
    assert inside("He said “one. Two “three” four.") == ["one.", "three"]


def test_empty_quotations_are_none():
    assert inside('He said "" and “ ”.') == []
