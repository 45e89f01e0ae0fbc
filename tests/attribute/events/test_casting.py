"""Who takes part, by the slots of a frame and by what the tagger sees."""

import msgspec
import pytest

from attribute.events.parsed import parsed
from sayso.attribute.attributor import attribute
from sayso.record.event import Event, Role

ROLES = (Role.ACTOR, Role.RECIPIENT)

UNTOLD = (
    "Soldiers came at night, and the governor of Ulei was arrested.",
    "NOUN/2/nsubj VERB/0/root ADP/4/case NOUN/2/obl PUNCT/11/punct CCONJ/11/cc DET/8/det NOUN/11/nsubj:pass "
    "ADP/10/case PROPN/8/nmod AUX/12/aux:pass VERB/2/conj PUNCT/2/punct",
)
TOLD = (
    "Soldiers arrested the governor of Ulei near a church.",
    "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod ADP/9/case DET/9/det NOUN/2/obl "
    "PUNCT/2/punct",
)


def event(sentence: tuple[str, str], at: int, actors: dict[int, float], recipients: dict[int, float]) -> Event:
    """The event at word `at` of a sentence, in which the tagger sees these take part."""
    annotated = parsed(sentence)
    words = list(annotated.words)
    seen = {Role.ACTOR: actors, Role.RECIPIENT: recipients}
    words[at] = msgspec.structs.replace(words[at], participants=seen)
    found = attribute(msgspec.structs.replace(annotated, words=tuple(words))).events
    return next(one for one in found if one.trigger[0].start == annotated.tokens[at].start)


def people(found: Event, *roles: Role) -> list[str]:
    return [one.reference.words.text for one in found.participants if one.role in roles]


def test_one_whom_no_slot_has_is_added_where_the_tagger_is_sure():
    found = event(UNTOLD, 11, {0: 0.9}, {7: 0.9})
    assert people(found, Role.ACTOR) == ["Soldiers"]
    assert people(found, Role.RECIPIENT, Role.TARGET) == ["the governor of Ulei"]


def test_what_is_as_the_tagger_has_it_is_told_of_the_field():
    assert event(UNTOLD, 11, {0: 0.9}, {7: 0.9}).evidence.fields == {"participants": "rule:events.tagger@1"}
    assert event(TOLD, 1, {0: 0.9}, {3: 0.9}).evidence.fields == {}


def test_nobody_is_added_where_the_tagger_is_not():
    assert people(event(UNTOLD, 11, {0: 0.3}, {7: 0.9}), Role.ACTOR) == []


def test_beside_those_in_a_slot_more_certainty_is_asked_for():
    assert people(event(TOLD, 1, {0: 0.9}, {3: 0.9, 8: 0.6}), Role.RECIPIENT, Role.TARGET) == ["the governor of Ulei"]
    assert "a church" in people(event(TOLD, 1, {0: 0.9}, {3: 0.9, 8: 0.95}), Role.RECIPIENT, Role.TARGET)


def test_an_adjective_is_somebody_only_where_it_tells_a_country():
    parse = "DET/2/det NOUN/4/nsubj:pass AUX/4/aux:pass VERB/0/root ADP/8/case DET/8/det ADJ/8/amod NOUN/4/obl "
    parse += "PUNCT/4/punct"
    texts = ("The governor was arrested in an Israeli raid.", "The governor was arrested in a grave raid.")
    israeli, grave = (event((text, parse), 3, {6: 0.9}, {1: 0.9}) for text in texts)
    assert people(israeli, Role.ACTOR) == ["Israeli"]
    assert people(grave, Role.ACTOR) == []


def test_one_whom_the_tagger_sees_in_the_other_role_changes_it():
    found = event(TOLD, 1, {3: 0.9}, {0: 0.9})
    assert people(found, Role.ACTOR) == ["the governor of Ulei"]
    assert people(found, Role.RECIPIENT, Role.TARGET) == ["Soldiers"]


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ({"ASSAULT": 0.9}, "ASSAULT"),
        ({"ASSAULT": 0.4}, "ASSAULT"),
        ({"ASSAULT": 0.2}, "COERCE"),
        ({"ASSAULT": 0.9, "COERCE": 0.1}, "ASSAULT"),
        ({"ASSAULT": 0.4, "COERCE": 0.1}, "COERCE"),
    ],
)
def test_a_type_of_which_the_tagger_is_surer_counts_more_than_that_of_the_frame(shares: dict[str, float], told: str):
    annotated = parsed(TOLD)
    words = list(annotated.words)
    words[1] = msgspec.structs.replace(words[1], event=shares, participants={one: {} for one in ROLES})
    (found,) = attribute(msgspec.structs.replace(annotated, words=tuple(words))).events
    assert (found.type, found.mode) == (told, "arrest" if told == "COERCE" else None)
