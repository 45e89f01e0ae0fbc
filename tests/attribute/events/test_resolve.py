"""What is done by saying what one will do, or by denying what one is charged with."""

import msgspec

from attribute.events.parsed import countries, events_in, parsed, record_of
from sayso.attribute.attributor import attribute
from sayso.record.event import Occurrence, Role

ROLES = (Role.ACTOR, Role.RECIPIENT)

EXPEL = (
    "Peru will expel the Chilean envoy if the talks fail, President Rosa Quispe said.",
    "PROPN/3/nsubj AUX/3/aux VERB/0/root DET/6/det ADJ/6/amod NOUN/3/obj SCONJ/10/mark DET/9/det NOUN/10/nsubj "
    "VERB/3/advcl "
    "PUNCT/3/punct NOUN/15/nsubj PROPN/12/flat PROPN/12/flat VERB/3/parataxis PUNCT/3/punct",
)
MEET = (
    "President Rosa Quispe said she would never meet the rebels.",
    "NOUN/4/nsubj PROPN/1/flat PROPN/1/flat VERB/0/root PRON/8/nsubj AUX/8/aux ADV/8/advmod VERB/4/ccomp "
    "DET/10/det NOUN/8/obj "
    "PUNCT/4/punct",
)
SHELLED = (
    "Villagers in Peru said soldiers shelled the market.",
    "NOUN/4/nsubj ADP/3/case PROPN/1/nmod VERB/0/root NOUN/6/nsubj VERB/4/ccomp DET/8/det NOUN/6/obj PUNCT/4/punct",
)
DENIES = ("The army denies this.", "DET/2/det NOUN/3/nsubj VERB/0/root PRON/3/obj PUNCT/3/punct")


def test_deed_under_a_condition_is_a_threat_of_who_would_do_it():
    (threat,) = events_in(*EXPEL)
    assert threat.type == "THREATEN"
    assert threat.source_factuality is not None
    assert threat.source_factuality.occurrence is Occurrence.HYPOTHETICAL


def test_so_it_is_where_the_tagger_calls_it_a_threat():
    annotated = parsed(EXPEL)
    words = list(annotated.words)
    words[2] = msgspec.structs.replace(words[2], event={"THREATEN": 0.9}, participants={role: {} for role in ROLES})
    (threat,) = attribute(msgspec.structs.replace(annotated, words=tuple(words))).events
    assert threat.type == "THREATEN"
    assert threat.source_factuality is not None
    assert threat.source_factuality.occurrence is Occurrence.HYPOTHETICAL


def test_what_somebody_will_never_do_is_a_refusal_that_was_made():
    (refusal,) = events_in(*MEET)
    assert refusal.type == "REJECT"
    assert refusal.source_factuality is not None
    assert refusal.source_factuality.occurrence is Occurrence.HAPPENED


def test_charge_denied_with_a_pronoun_is_the_deed_that_did_not_happen():
    record = record_of(SHELLED, DENIES)
    told, denied = record.events
    assert (told.type, denied.type) == ("ASSAULT", "ASSAULT")
    assert denied.trigger[0].text == "this"
    assert denied.attributed_to != told.attributed_to
    assert denied.source_factuality is not None
    assert denied.source_factuality.occurrence is Occurrence.DID_NOT_HAPPEN


def test_pronoun_denied_after_no_deed_is_no_event():
    greeted = (
        "Villagers in Peru greeted the soldiers.",
        "NOUN/4/nsubj ADP/3/case PROPN/1/nmod VERB/0/root DET/6/det NOUN/4/obj PUNCT/4/punct",
    )
    assert not [one for one in record_of(greeted, DENIES).events if one.trigger[0].text == "this"]


def test_something_called_by_a_name_of_blame_is_an_accusation():
    (blame,) = [
        one
        for one in events_in(
            "Peru called the raid a disgrace.",
            "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj DET/6/det NOUN/2/xcomp PUNCT/2/punct",
        )
        if one.type == "ACCUSE"
    ]
    assert countries(blame, Role.ACTOR) == ["PER"]


def test_something_called_by_a_neutral_name_is_no_accusation():
    events = events_in(
        "Peru called the raid a success.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj DET/6/det NOUN/2/xcomp PUNCT/2/punct",
    )
    assert "ACCUSE" not in [one.type for one in events]


def test_soldiers_of_two_peoples_are_of_both_countries():
    (event,) = events_in(
        "Soldiers of the Peruvian and Chilean armies shelled the market.",
        "NOUN/8/nsubj ADP/7/case DET/7/det ADJ/7/amod CCONJ/6/cc ADJ/7/amod NOUN/1/nmod VERB/0/root "
        "DET/10/det NOUN/8/obj "
        "PUNCT/8/punct",
    )
    assert countries(event, Role.ACTOR) == ["PER", "CHL"]


def test_place_overseas_has_the_country_that_it_belongs_to():
    (event,) = events_in(
        "Police in Guadeloupe arrested two students.",
        "NOUN/4/nsubj ADP/3/case PROPN/1/nmod VERB/0/root NUM/6/nummod NOUN/4/obj PUNCT/4/punct",
    )
    assert countries(event, Role.ACTOR) == ["FRA"]


def test_answer_in_kind_that_will_be_given_is_a_threat():
    (threat,) = events_in(
        '"We will answer every shell," General Rosa Quispe said.',
        "PUNCT/4/punct PRON/4/nsubj AUX/4/aux VERB/0/root DET/6/det NOUN/4/obj PUNCT/4/punct "
        "PUNCT/4/punct NOUN/12/nsubj "
        "PROPN/9/flat PROPN/9/flat VERB/4/parataxis PUNCT/4/punct",
    )
    assert threat.type == "THREATEN"


def test_rejected_report_is_a_denial_and_no_refusal():
    events = events_in("Peru rejected the allegation.", "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/2/punct")
    assert "REJECT" not in [one.type for one in events]


def test_main_verb_that_is_tagged_as_auxiliary_is_a_trigger_still():
    (event,) = events_in(
        "Peru will get involved in the war.",
        "PROPN/3/nsubj AUX/3/aux AUX/0/root VERB/3/xcomp ADP/7/case DET/7/det NOUN/4/obl PUNCT/3/punct",
    )
    assert event.trigger[0].text.startswith("get")
