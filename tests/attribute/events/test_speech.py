"""Whom it is said of, and whose voice it is."""

from attribute.events.parsed import countries, record_of
from sayso.record.event import Role


def test_who_is_complained_of_is_who_did_it():
    events = record_of(
        (
            "Chile's minister complained that Peru had ignored the treaty.",
            "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root SCONJ/8/mark PROPN/8/nsubj AUX/8/aux VERB/4/ccomp "
            "DET/10/det NOUN/8/obj PUNCT/4/punct",
        )
    ).events
    complaint = next(one for one in events if one.type == "ACCUSE")
    assert countries(complaint, Role.ACTOR) == ["CHL"]
    assert countries(complaint, Role.RECIPIENT) == ["PER"]


def test_who_is_threatened_is_whom_it_would_be_done_to():
    events = record_of(
        (
            "Chile's minister threatened to arrest the Peruvian envoy.",
            "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root PART/6/mark VERB/4/xcomp DET/9/det ADJ/9/amod "
            "NOUN/6/obj PUNCT/4/punct",
        )
    ).events
    threat = next(one for one in events if one.type == "THREATEN")
    assert countries(threat, Role.RECIPIENT) == ["PER"]


REPORTS = ("Our correspondent reports.", "PRON/2/nmod:poss NOUN/3/nsubj VERB/0/root PUNCT/3/punct")
ATTACK = "PROPN/4/dep PUNCT/1/punct NOUN/4/nsubj VERB/0/root DET/6/det NOUN/4/obj PUNCT/4/punct"


def test_who_presents_a_broadcast_is_its_own_voice():
    (attack,) = record_of(("ANNOUNCER: Troops shelled the village.", ATTACK)).events
    assert attack.attributed_to is None


def test_guest_of_a_broadcast_is_a_source():
    (attack,) = record_of(REPORTS, ("AMSTUTZ: Troops shelled the village.", ATTACK)).events
    assert attack.attributed_to is not None


def test_what_is_done_beside_saying_something_is_not_on_that_word():
    events = record_of(
        (
            "Chile said it was late and expelled the Peruvian envoy.",
            "PROPN/2/nsubj VERB/0/root PRON/5/nsubj AUX/5/cop ADJ/2/ccomp CCONJ/7/cc VERB/2/conj DET/10/det "
            "ADJ/10/amod NOUN/7/obj PUNCT/2/punct",
        )
    ).events
    (expelled,) = [one for one in events if one.trigger[0].text == "expelled"]
    assert expelled.attributed_to is None
