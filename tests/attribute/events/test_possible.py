"""What is left out before any frame is fitted."""

import msgspec

from attribute.events.parsed import parsed
from sayso.attribute.events.possible import Possible
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.frames import lexicon
from sayso.record.annotation import AnnotatedReport

ARREST = (
    "Soldiers arrested the governor of Ulei.",
    "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/2/punct",
)
TALKS = (
    "Ulei broke off the talks.",
    "PROPN/2/nsubj VERB/0/root ADP/2/compound:prt DET/5/det NOUN/2/obj PUNCT/2/punct",
)


def seen(annotated: AnnotatedReport, *events: int) -> Possible:
    """With a tagger that sees events in these words and in no others."""
    words = tuple(
        msgspec.structs.replace(word, event={"COERCE": 0.1} if at in events else {})
        for at, word in enumerate(annotated.words)
    )
    return Possible(Syntax(msgspec.structs.replace(annotated, words=words)))


def test_words_of_sentences_in_which_the_tagger_sees_no_event_head_no_frame():
    annotated = parsed(ARREST, ARREST)
    assert {1, 8} <= set(Possible(Syntax(annotated)).heads())
    heads = seen(annotated, 6).heads()
    assert 1 in heads
    assert not set(range(7, 14)) & set(heads)
    assert seen(annotated).heads() == []


def test_a_frame_is_possible_where_its_words_stand_in_the_sentence_in_any_form():
    frames = lexicon().verbs["broke"]
    possible = Possible(Syntax(parsed(TALKS))).frames(1)
    assert {frame.beside for frame in possible} == {("off", "talk"), ("off",), ()}
    assert ("ceasefire",) in {frame.beside for frame in frames}
