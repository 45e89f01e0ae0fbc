"""Who "I" and "you" are where questions and answers follow each other with no names before them."""

from __future__ import annotations

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute

QUESTIONS = ("How did it begin?", "And the storm?", "Will you go back?")
ANSWERS = ("I think that nobody planned it.", "I said we should turn round.", "I hope that my son will.")


def turns():
    return [turn for pair in zip(QUESTIONS, ANSWERS, strict=True) for turn in pair]


def speakers(*paragraphs):
    record = attribute(annotate(report_of(*paragraphs)))
    names = {actor.id: actor.name for actor in record.actors}
    return {one.source and names.get(one.source.actor) for one in record.statements}


def test_the_answers_are_those_of_whom_the_opening_introduces():
    assert speakers("Captain Hilde Varga sailed round the cape. We met Varga in Arlen.", *turns()) == {"Hilde Varga"}


def test_of_two_who_are_introduced_alike_none_is_chosen():
    found = speakers("We met Captain Hilde Varga and pilot Tom Ude in Arlen.", *turns())
    assert found == {None}


def test_who_is_told_of_most_but_did_not_talk_does_not_answer():
    opening = "King Olav Brandt built ships. Brandt lost them. We spoke to Captain Hilde Varga in Arlen."
    assert speakers(opening, *turns()) == {"Hilde Varga"}


def test_two_questions_make_no_interview():
    found = speakers("Captain Hilde Varga sailed round the cape. We met Varga in Arlen.", *turns()[:4])
    assert "Hilde Varga" not in found
