"""Quoted words with no cue beside them."""

from builders import report_of
from sayso.annotate.annotator import annotate


def spoken(*paragraphs, headline=None):
    """Source and contents of each attribution."""
    annotated = annotate(report_of(*paragraphs, headline=headline))
    text = annotated.report.text
    return [
        (one.source.of(text) if one.source else None, [p.of(text) for p in one.content])
        for one in annotated.attributions
    ]


def test_turns_of_a_dialogue_alternate():
    found = spoken("“It is late,” Ude said.", "“It is early,” Lamm said.", "“Not at all.”", "“It is.”")
    assert found == [("Ude", ["“It is late,”", "“Not at all.”"]), ("Lamm", ["“It is early,”", "“It is.”"])]


def test_words_after_somebody_was_introduced():
    (found,) = spoken(
        "Sculptor Jo Amadi has worked with ice.", "“It is only slow water. It will go.”", "She likes April."
    )
    assert found == ("Sculptor Jo Amadi", ["“It is only slow water. It will go.”"])


def test_words_after_a_paragraph_about_things_are_nobody_s():
    assert spoken("The bridge was built in two years.", "“It is only stone. It will go.”", "The river is wide.") == []


def test_a_quotation_over_paragraphs_belongs_to_who_ends_it():
    found = spoken("It was cold.", "“The floor moved.", "“The roof stayed,” Ada Prado said.")
    assert found == [("Ada Prado", ["“The floor moved.", "“The roof stayed,”"])]


def test_answers_are_those_of_whom_the_text_before_introduced():
    found = spoken("Tove Rasch spoke to us.", "Q: How long?", "A: Twenty years.", "Q: Sure?", "A: We will see.")
    assert found == [("Tove Rasch", ["Twenty years."]), ("Tove Rasch", ["We will see."])]
