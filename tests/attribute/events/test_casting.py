"""Who takes part, by the slots of a frame and by what the tagger sees."""

import msgspec
import pytest

from attribute.events.parsed import parsed
from sayso.attribute.attributor import attribute
from sayso.record.annotation import CorefChain, MentionKind, NamedSpan
from sayso.record.event import Event, Role
from sayso.spans import Span

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


def test_a_word_of_the_name_of_who_did_it_is_nobody_else():
    text = "A Turkish court was criticised by the Council of Italy."
    parse = "DET/3/det ADJ/3/amod NOUN/5/nsubj:pass AUX/5/aux:pass VERB/0/root ADP/8/case DET/8/det PROPN/5/obl "
    parse += "ADP/10/case PROPN/8/nmod PUNCT/5/punct"
    found = event((text, parse), 4, {7: 0.9}, {2: 0.9, 9: 0.9})
    assert people(found, Role.ACTOR) == ["the Council of Italy"]
    assert people(found, Role.RECIPIENT) == ["A Turkish court"]


def test_those_who_are_counted_are_no_others_than_their_number():
    text = "Hundreds of teachers protested in Oslo."
    parse = "NOUN/4/nsubj ADP/3/case NOUN/1/nmod VERB/0/root ADP/6/case PROPN/4/obl PUNCT/4/punct"
    assert people(event((text, parse), 3, {2: 0.9}, {}), Role.ACTOR) == ["Hundreds of teachers"]


def test_a_phrase_does_not_go_on_behind_its_verb():
    text = "Hundreds of teachers protested in front of the ministry."
    parse = "NOUN/4/nsubj ADP/3/case NOUN/1/nmod VERB/0/root ADP/6/case NOUN/4/obl ADP/9/case DET/9/det NOUN/1/nmod "
    parse += "PUNCT/4/punct"
    assert people(event((text, parse), 3, {0: 0.9}, {}), Role.ACTOR) == ["Hundreds of teachers"]


def chained(sentence: tuple[str, str], first: str, second: str) -> Event:
    """The only event of a sentence in which a chain joins two of its words, the second the name of a body."""
    annotated, text = parsed(sentence), sentence[0]
    mentions = tuple(Span(text.index(words), text.index(words) + len(words)) for words in (first, second))
    chain = CorefChain(mentions=mentions, kinds=(MentionKind.NAMED,) * len(mentions))
    names = tuple(NamedSpan(start=one.start, end=one.end, label="organisation", score=0.9) for one in mentions[1:])
    (found,) = attribute(msgspec.structs.replace(annotated, chains=(chain,), names=names)).events
    return found


def test_who_does_it_is_not_who_it_is_done_to_though_a_chain_joins_them():
    text = "Norwatch arrested the men on Monday."
    parse = "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/2/obl PUNCT/2/punct"
    found = chained((text, parse), "the men", "Norwatch")
    (actor,) = (one for one in found.participants if one.role is Role.ACTOR)
    (met,) = (one for one in found.participants if one.role is Role.RECIPIENT)
    assert actor.reference.actor is not None
    assert met.reference.actor is None


def test_two_names_are_two_though_a_chain_joins_them():
    text = "Bucharest backs Norwatch on Monday."
    parse = "PROPN/2/nsubj VERB/0/root PROPN/2/obj ADP/5/case PROPN/2/obl PUNCT/2/punct"
    found = chained((text, parse), "Bucharest", "Norwatch")
    assert len({one.reference.actor for one in found.participants}) == len(found.participants)


def test_those_whom_a_deed_killed_did_not_do_it():
    text = "Three women were killed when shells hit a market."
    parse = (
        "NUM/2/nummod NOUN/4/nsubj:pass AUX/4/aux:pass VERB/0/root ADV/7/advmod NOUN/7/nsubj VERB/4/advcl DET/9/det "
    )
    parse += "NOUN/7/obj PUNCT/4/punct"
    annotated = parsed((text, parse))
    words = list(annotated.words)
    words[6] = msgspec.structs.replace(words[6], participants={Role.ACTOR: {1: 0.9}, Role.RECIPIENT: {}})
    (found,) = attribute(msgspec.structs.replace(annotated, words=tuple(words))).events
    assert people(found, Role.ACTOR) == []
    assert people(found, Role.RECIPIENT) == ["Three women"]


def test_who_was_shot_dead_is_not_called_dead():
    text = "A man shot dead two nurses."
    parse = "DET/2/det NOUN/3/nsubj VERB/0/root ADJ/6/amod NUM/6/nummod NOUN/3/obj PUNCT/3/punct"
    assert people(event((text, parse), 2, {1: 0.9}, {5: 0.9}), Role.RECIPIENT) == ["two nurses"]


def test_who_did_the_deed_of_another_verb_is_not_added():
    text = "Chad and Togo signed a truce brokered by Qatar."
    parse = "PROPN/4/nsubj CCONJ/3/cc PROPN/1/conj VERB/0/root DET/6/det NOUN/4/obj VERB/6/acl ADP/9/case "
    parse += "PROPN/7/obl:agent PUNCT/4/punct"
    assert people(event((text, parse), 3, {0: 0.9, 2: 0.9, 8: 0.9}, {}), Role.ACTOR) == ["Chad", "Togo"]


def test_a_word_of_the_deed_did_not_do_it():
    text = "A Russian drone strike killed nurses."
    parse = "DET/4/det ADJ/4/amod NOUN/4/compound NOUN/5/nsubj VERB/0/root NOUN/5/obj PUNCT/5/punct"
    found = attribute(parsed((text, parse))).events
    assert [one.reference.words.text for deed in found for one in deed.participants if one.role is Role.ACTOR] == [
        "Russian"
    ]


def test_those_who_were_killed_are_not_blamed_for_it():
    text = "Oslo condemned the killing of nurses in Togo."
    parse = "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case NOUN/2/obl ADP/8/case PROPN/4/nmod PUNCT/2/punct"
    blame = next(one for one in attribute(parsed((text, parse))).events if one.type == "ACCUSE")
    assert people(blame, Role.RECIPIENT) == []


def test_a_people_and_one_of_it_are_one():
    text = "India expelled a Canadian diplomat."
    parse = "PROPN/2/nsubj VERB/0/root DET/5/det ADJ/5/amod NOUN/2/obj PUNCT/2/punct"
    assert people(event((text, parse), 1, {0: 0.9}, {4: 0.9}), Role.RECIPIENT) == ["a Canadian diplomat"]


def test_one_who_is_seen_in_both_roles_has_the_likelier():
    found = event(TOLD, 1, {0: 0.9, 3: 0.87}, {3: 0.96})
    assert people(found, Role.ACTOR) == ["Soldiers"]
    assert people(found, Role.RECIPIENT, Role.TARGET) == ["the governor of Ulei"]


def test_what_was_done_did_it_to_nobody():
    sentence = (
        "The attack killed a soldier of Chad.",
        "DET/2/det NOUN/3/nsubj VERB/0/root DET/5/det NOUN/3/obj ADP/7/case PROPN/5/nmod PUNCT/3/punct",
    )
    assert people(event(sentence, 2, {1: 0.9}, {4: 0.9}), Role.ACTOR) == []


def test_what_only_explains_a_name_is_nobody_else():
    sentence = (
        "Soldiers shelled Zouar, the largest town of Chad.",
        "NOUN/2/nsubj VERB/0/root PROPN/2/obj PUNCT/7/punct DET/7/det ADJ/7/amod NOUN/2/parataxis ADP/9/case "
        "PROPN/7/nmod PUNCT/2/punct",
    )
    found = event(sentence, 1, {0: 0.9}, {2: 0.95, 6: 0.95})
    assert people(found, Role.RECIPIENT, Role.TARGET) == ["Zouar"]


@pytest.mark.parametrize(
    ("text", "parse", "stays"),
    [
        ("mayor Ana Ruiz", "NOUN/2/obj PROPN/2/obj PROPN/4/flat", "Ana Ruiz"),
        ("Nuer farmers of Chad", "PROPN/2/obj NOUN/2/obj ADP/6/case PROPN/4/nmod", "farmers of Chad"),
    ],
)
def test_of_two_side_by_side_one_takes_part(text: str, parse: str, stays: str):
    sentence = (f"Soldiers arrested {text}.", f"NOUN/2/nsubj VERB/0/root {parse} PUNCT/2/punct")
    found = event(sentence, 1, {0: 0.9}, {2: 0.95, 3: 0.95})
    assert people(found, Role.RECIPIENT, Role.TARGET) == [stays]


def test_those_by_whom_a_territory_is_used_are_done_the_favour():
    sentence = (
        "Chad allowed its territory to be used by Niger's troops.",
        "PROPN/2/nsubj VERB/0/root PRON/4/nmod:poss NOUN/2/obj PART/7/mark AUX/7/aux:pass VERB/2/xcomp ADP/11/case "
        "PROPN/11/nmod:poss PART/9/case NOUN/7/obl:agent PUNCT/2/punct",
    )
    found = event(sentence, 1, {0: 0.9, 10: 0.9}, {})
    assert people(found, Role.ACTOR) == ["Chad"]
    assert people(found, Role.RECIPIENT) == ["Niger's troops"]


def test_beside_the_likeliest_more_certainty_is_asked_for_of_others_too():
    assert people(event(UNTOLD, 11, {0: 0.95, 9: 0.6}, {7: 0.9}), Role.ACTOR) == ["Soldiers"]
