"""Events that the tagger's view of words adds to what frames find, and takes from it."""

import msgspec
import pytest

from attribute.events.parsed import parsed
from sayso.attribute.attributor import attribute
from sayso.attribute.events.proposals import BEYOND_DOUBT, LEAST, SURE
from sayso.record.event import Event, Role

STRANGE = (
    "Soldiers frobbed the governor of Ulei.",
    "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/2/punct",
)
KNOWN = (
    "Soldiers arrested the governor of Ulei.",
    "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/2/punct",
)


def told(sentence: tuple[str, str], shares: dict[int, dict[str, float]]) -> tuple[Event, ...]:
    """The events of a sentence whose words the tagger takes for these; of all others, for none."""
    annotated = parsed(sentence)
    words = (msgspec.structs.replace(word, event=shares.get(at, {})) for at, word in enumerate(annotated.words))
    return attribute(msgspec.structs.replace(annotated, words=tuple(words))).events


def test_a_word_that_no_frame_knows_is_an_event_where_the_tagger_is_sure():
    (event,) = told(STRANGE, {1: {"COERCE": 0.6, "ASSAULT": 0.3}})
    assert (event.type, event.trigger[0].text) == ("COERCE", "frobbed")
    assert [one.role for one in event.participants] == [Role.ACTOR, Role.RECIPIENT]


@pytest.mark.parametrize("shares", [{}, {1: {"COERCE": SURE - 0.05}}, {0: {"COERCE": 0.99}, 2: {"ASSAULT": 0.99}}])
def test_it_is_none_where_the_tagger_is_not(shares):
    assert not told(STRANGE, shares)


TERM = (
    "Peru and Chile set up a joint force.",
    "PROPN/4/nsubj CCONJ/3/cc PROPN/1/conj VERB/0/root ADP/4/compound:prt DET/8/det ADJ/8/amod NOUN/4/obj "
    "PUNCT/4/punct",
)


def test_a_term_that_a_frame_knows_word_by_word_does_without_the_tagger():
    (event,) = told(TERM, {0: {"PROTEST": 0.1}})
    assert event.type == "COOPERATE"


def test_a_word_that_a_frame_knows_is_no_event_where_the_tagger_sees_none_at_all():
    assert told(KNOWN, {1: {"COERCE": LEAST}})
    assert not told(KNOWN, {1: {"COERCE": LEAST - 0.01}})
    assert not told(KNOWN, {})


SPORT = (
    "Fans arrested the referee of the cup match in Ulei.",
    "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/8/case DET/8/det NOUN/8/compound NOUN/4/nmod ADP/10/case "
    "PROPN/4/nmod PUNCT/2/punct",
)


def test_among_words_of_sport_the_tagger_must_be_beyond_doubt():
    assert not told(SPORT, {1: {"COERCE": BEYOND_DOUBT - 0.05}})
    assert told(SPORT, {1: {"COERCE": BEYOND_DOUBT + 0.05}})


def test_a_verb_that_lends_itself_to_a_deed_is_none_besides():
    text = "The army conducted strikes on Oslo."
    parse = "DET/2/det NOUN/3/nsubj VERB/0/root NOUN/3/obj ADP/6/case PROPN/4/nmod PUNCT/3/punct"
    annotated = parsed((text, parse))
    words = list(annotated.words)
    words[2] = msgspec.structs.replace(words[2], event={"COOPERATE": 0.45, "MOBILIZE": 0.45})
    words[3] = msgspec.structs.replace(words[3], event={"ASSAULT": 0.9})
    found = attribute(msgspec.structs.replace(annotated, words=tuple(words))).events
    assert [one.type for one in found] == ["ASSAULT"]
