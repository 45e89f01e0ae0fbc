"""Which country those who take part are of."""

import msgspec
import pytest

from attribute.events.parsed import countries, events_in, only, parsed, record_of
from sayso.attribute.attributor import attribute
from sayso.record.annotation import CorefChain, MentionKind, NamedSpan
from sayso.record.event import Role
from sayso.spans import Span

LIMA = ("The market is in Lima.", "DET/2/det NOUN/5/nsubj AUX/5/cop ADP/5/case PROPN/0/root PUNCT/5/punct")
OSLO = ("The market is in Oslo.", "DET/2/det NOUN/5/nsubj AUX/5/cop ADP/5/case PROPN/0/root PUNCT/5/punct")
PLAIN = ("It was cold.", "PRON/3/nsubj AUX/3/cop ADJ/0/root PUNCT/3/punct")
ARREST = ("Police arrested two students.", "NOUN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj PUNCT/2/punct")


def test_people_are_of_the_country_that_the_report_is_set_in():
    (event,) = record_of(LIMA, PLAIN, ARREST, PLAIN, PLAIN).events
    assert countries(event, Role.ACTOR) == ["PER"]
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_people_are_of_no_country_in_a_report_of_two():
    (event,) = record_of(LIMA, OSLO, ARREST, OSLO, LIMA, OSLO).events
    assert countries(event, Role.ACTOR) == [None]


def test_refugees_are_not_of_the_country_that_the_report_is_set_in():
    text, parse = ARREST
    (event,) = record_of(LIMA, (text.replace("students", "refugees"), parse), LIMA).events
    assert countries(event, Role.ACTOR) == ["PER"]
    assert countries(event, Role.RECIPIENT) == [None]


def test_whose_it_is_in_a_clause_is_its_subject():
    event = only(
        "Chile recalled its ambassador from Lima.",
        "PROPN/2/nsubj VERB/0/root PRON/4/nmod:poss NOUN/2/obj ADP/6/case PROPN/2/obl PUNCT/2/punct",
    )
    assert countries(event, Role.ACTOR) == ["CHL"]


def test_it_in_what_an_army_says_is_the_army():
    (event,) = record_of(
        (
            "Peru's army said it shelled the village.",
            "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root PRON/6/nsubj VERB/4/ccomp DET/8/det NOUN/6/obj "
            "PUNCT/4/punct",
        )
    ).events
    assert countries(event, Role.ACTOR) == ["PER"]


def test_adjective_of_two_countries_tells_both():
    event = only(
        "Soldiers of the Chadian-Sudanese force shelled the village.",
        "NOUN/6/nsubj ADP/5/case DET/5/det ADJ/5/amod NOUN/1/nmod VERB/0/root DET/8/det NOUN/6/obj PUNCT/6/punct",
    )
    assert countries(event, Role.ACTOR) == ["TCD", "SDN"]


def test_captors_are_not_of_the_country_of_those_they_hold():
    event = only(
        "The Danish nurse's captors killed a guard.",
        "DET/3/det ADJ/3/amod NOUN/5/nmod:poss PART/3/case NOUN/6/nsubj VERB/0/root DET/8/det NOUN/6/obj PUNCT/6/punct",
    )
    assert countries(event, Role.ACTOR) == [None]


def test_what_an_envoy_is_summoned_for_is_done_by_who_summons():
    events = record_of(
        (
            "Peru summoned the Chilean ambassador to demand an apology.",
            "PROPN/2/nsubj VERB/0/root DET/5/det ADJ/5/amod NOUN/2/obj PART/7/mark VERB/2/advcl DET/9/det NOUN/7/obj "
            "PUNCT/2/punct",
        )
    ).events
    demand = next(one for one in events if one.type == "REQUEST")
    assert countries(demand, Role.ACTOR) == ["PER"]


def test_object_of_a_second_verb_is_the_object_of_the_first():
    events = record_of(
        (
            "Chile fined the Peruvian firm and ordered it to close.",
            "PROPN/2/nsubj VERB/0/root DET/5/det ADJ/5/amod NOUN/2/obj CCONJ/7/cc VERB/2/conj PRON/7/obj PART/10/mark "
            "VERB/7/xcomp PUNCT/2/punct",
        )
    ).events
    order = next(one for one in events if one.type == "REQUEST")
    assert countries(order, Role.RECIPIENT) == ["PER"]


def test_envoys_at_a_seat_of_many_bodies_are_not_of_its_country():
    event = only(
        "Negotiators met ministers in Geneva.",
        "NOUN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case PROPN/2/obl PUNCT/2/punct",
    )
    assert set(countries(event, Role.RECIPIENT)) | set(countries(event, Role.ACTOR)) == {None}


def test_those_there_are_of_the_place_named_last():
    said = ("Peru lies south.", "PROPN/2/nsubj VERB/0/root ADV/2/advmod PUNCT/2/punct")
    held = (
        "In Oslo it rained, and police there arrested the mayor.",
        "ADP/2/case PROPN/4/obl PRON/4/nsubj VERB/0/root PUNCT/9/punct CCONJ/9/cc NOUN/9/nsubj ADV/7/advmod "
        "VERB/4/conj DET/11/det NOUN/9/obj PUNCT/4/punct",
    )
    (event,) = record_of(said, held).events
    assert countries(event, Role.ACTOR) == ["NOR"]


def test_whose_country_is_praised_for_a_quality_is_praised():
    event = only(
        "The minister in Lima praised the bravery of the troops.",
        "DET/2/det NOUN/5/nsubj ADP/4/case PROPN/2/nmod VERB/0/root DET/7/det NOUN/5/obj ADP/10/case DET/10/det "
        "NOUN/7/nmod PUNCT/5/punct",
    )
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_foreign_ministry_is_at_home():
    summons = (
        "The foreign ministry expelled two envoys.",
        "DET/3/det ADJ/3/amod NOUN/4/nsubj VERB/0/root NUM/6/nummod NOUN/4/obj PUNCT/4/punct",
    )
    (event,) = record_of(LIMA, LIMA, summons).events
    assert countries(event, Role.ACTOR) == ["PER"]


def test_whose_goods_are_no_longer_bought_is_met_by_it():
    event = only(
        "Chile stopped buying Peruvian fruit.",
        "PROPN/2/nsubj VERB/0/root VERB/2/xcomp ADJ/5/amod NOUN/3/obj PUNCT/2/punct",
    )
    assert event.type == "SANCTION"
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_head_of_an_alliance_is_of_no_country_wherever_it_is_told_of():
    event = only(
        "NATO's chief blamed police in Lima.",
        "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root NOUN/4/obj ADP/7/case PROPN/5/nmod PUNCT/4/punct",
    )
    assert countries(event, Role.ACTOR) == [None]
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_those_whom_a_state_pardons_are_its_own():
    event = only("Peru pardoned two farmers.", "PROPN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj PUNCT/2/punct")
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_one_who_meets_a_counterpart_is_of_another_country():
    event = only(
        "The minister thanked his Chilean counterpart.",
        "DET/2/det NOUN/3/nsubj VERB/0/root PRON/6/nmod:poss ADJ/6/amod NOUN/3/obj PUNCT/3/punct",
    )
    assert countries(event, Role.ACTOR) == [None]
    assert countries(event, Role.RECIPIENT) == ["CHL"]


def test_who_is_called_on_does_what_is_called_for():
    events = record_of(
        (
            "Peru called on Chile to withdraw its troops.",
            "PROPN/2/nsubj VERB/0/root ADP/4/case PROPN/2/obl PART/6/mark VERB/2/advcl PRON/8/nmod:poss NOUN/6/obj "
            "PUNCT/2/punct",
        )
    ).events
    (withdrawal,) = [one for one in events if one.trigger[0].text == "withdraw"]
    assert countries(withdrawal, Role.ACTOR) == ["CHL"]


def test_two_soldiers_of_one_country_are_not_of_both():
    side = ("Chile met Peru.", "PROPN/2/nsubj VERB/0/root PROPN/2/obj PUNCT/2/punct")
    shot = (
        "Rebels killed two Chilean soldiers.",
        "NOUN/2/nsubj VERB/0/root NUM/5/nummod ADJ/5/amod NOUN/2/obj PUNCT/2/punct",
    )
    killing = next(one for one in record_of(side, side, side, shot).events if one.type == "ASSAULT")
    assert countries(killing, Role.RECIPIENT) == ["CHL"]


def test_what_an_attack_meets_is_of_the_country_where_it_lies():
    event = only(
        "Chilean rebels burned a shop near Lima.",
        "ADJ/2/amod NOUN/3/nsubj VERB/0/root DET/5/det NOUN/3/obj ADP/7/case PROPN/3/obl PUNCT/3/punct",
    )
    assert event.type == "ASSAULT"
    assert [one.country for one in event.participants if one.role is Role.TARGET] == ["PER"]


def test_whom_somebody_agrees_to_meet_is_whom_the_promise_is_for():
    events = record_of(
        (
            "Chile agreed to meet the Peruvian envoy.",
            "PROPN/2/nsubj VERB/0/root PART/4/mark VERB/2/xcomp DET/7/det ADJ/7/amod NOUN/4/obj PUNCT/2/punct",
        )
    ).events
    promise = next(one for one in events if one.type == "AGREE")
    assert countries(promise, Role.RECIPIENT) == ["PER"]


def test_sides_that_sign_abroad_are_of_the_country_that_the_report_is_set_in():
    text = "The two sides signed a ceasefire in Oslo."
    parse = "DET/3/det NUM/3/nummod NOUN/4/nsubj VERB/0/root DET/6/det NOUN/4/obj ADP/8/case PROPN/4/obl PUNCT/4/punct"
    signing = next(one for one in record_of(LIMA, LIMA, LIMA, LIMA, (text, parse)).events if one.type == "SUPPORT")
    assert countries(signing, Role.ACTOR) == ["PER"]


def test_whose_deed_it_is_beside_a_verb_is_not_its_subject():
    event = only(
        "Chile's envoy described Peru's apology.",
        "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root PROPN/7/nmod:poss PART/5/case NOUN/4/obj PUNCT/4/punct",
    )
    assert countries(event, Role.ACTOR) == ["PER"]


def test_whose_after_two_countries_tells_both():
    event = only(
        "They thanked Malta and Cyprus, whose navies shelled the rebels.".replace("They thanked", "It lies off"),
        "PRON/2/nsubj VERB/0/root ADP/4/case PROPN/2/obl CCONJ/6/cc PROPN/4/conj PUNCT/9/punct PRON/9/nmod:poss "
        "NOUN/10/nsubj VERB/4/acl:relcl DET/12/det NOUN/10/obj PUNCT/2/punct",
    )
    assert countries(event, Role.ACTOR) == ["MLT", "CYP"]


def test_people_from_a_list_of_places_are_of_all_their_countries():
    event = only(
        "Farmers from Lima, Cusco and northern Chile blocked the road.",
        "NOUN/9/nsubj ADP/3/case PROPN/1/nmod PUNCT/5/punct PROPN/1/nmod CCONJ/8/cc ADJ/8/amod PROPN/5/conj "
        "VERB/0/root DET/11/det NOUN/9/obj PUNCT/9/punct",
    )
    assert countries(event, Role.ACTOR) == ["PER", "CHL"]


def test_words_behind_a_name_tell_its_country():
    event = only(
        "Commodore Ana Ruiz of the Chilean navy blamed smugglers.",
        "PROPN/2/nmod:desc PROPN/8/nsubj PROPN/2/flat ADP/7/case DET/7/det ADJ/7/amod NOUN/8/obl VERB/0/root "
        "NOUN/8/obj PUNCT/8/punct",
    )
    assert countries(event, Role.ACTOR) == ["CHL"]


def test_words_before_a_name_and_its_comma_tell_its_country():
    event = only(
        "Peru's president, Ana Ruiz, blamed the rebels.",
        "PROPN/3/nmod:poss PART/1/case NOUN/8/nsubj PUNCT/5/punct PROPN/3/appos PROPN/5/flat PUNCT/5/punct VERB/0/root "
        "DET/10/det NOUN/8/obj PUNCT/8/punct",
    )
    assert countries(event, Role.ACTOR) == ["PER"]


def test_court_in_a_seat_of_many_bodies_is_of_no_country():
    event = only(
        "The Geneva tribunal jailed two generals.",
        "DET/3/det PROPN/3/compound NOUN/4/nsubj VERB/0/root NUM/6/nummod NOUN/4/obj PUNCT/4/punct",
    )
    assert countries(event, Role.ACTOR) == [None]


def test_unknown_men_and_donors_are_not_of_the_country_that_the_report_is_set_in():
    for who, tag in (("Unknown men", "ADJ/2/amod NOUN/3/nsubj"), ("Two lenders", "NUM/2/nummod NOUN/3/nsubj")):
        killed = (f"{who} killed a guard.", f"{tag} VERB/0/root DET/5/det NOUN/3/obj PUNCT/3/punct")
        (event,) = record_of(LIMA, killed, LIMA).events
        assert countries(event, Role.ACTOR) == [None]
        assert countries(event, Role.RECIPIENT) == ["PER"]


def test_passage_that_opens_abroad_stays_there():
    held = (
        "In Oslo it rained. Police arrested two students.",
        "ADP/2/case PROPN/4/obl PRON/4/nsubj VERB/0/root PUNCT/4/punct NOUN/7/nsubj VERB/0/root NUM/9/nummod "
        "NOUN/7/obj PUNCT/7/punct",
    )
    (event,) = record_of(LIMA, LIMA, LIMA, held).events
    assert countries(event, Role.ACTOR) == ["NOR"]


def test_question_without_a_verb_asks_of_it():
    asked = ("And Chile?", "CCONJ/2/cc PROPN/0/root PUNCT/2/punct")
    told = ("It shelled a village.", "PRON/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/2/punct")
    text, parse = f"{asked[0]} {told[0]}", f"{asked[1]} PRON/5/nsubj VERB/0/root DET/7/det NOUN/5/obj PUNCT/5/punct"
    (event,) = record_of(LIMA, LIMA, (text, parse)).events
    assert countries(event, Role.ACTOR) == ["CHL"]


def test_office_of_a_body_of_no_country_has_none_wherever_it_stands():
    event = only(
        "NATO's office in Lima blamed the rebels.",
        "PROPN/3/nmod:poss PART/1/case NOUN/6/nsubj ADP/5/case PROPN/3/nmod VERB/0/root DET/8/det NOUN/6/obj "
        "PUNCT/6/punct",
    )
    assert countries(event, Role.ACTOR) == [None]


def test_ours_are_not_of_the_country_where_we_help():
    invited = (
        "The chiefs thanked our engineers.",
        "DET/2/det NOUN/3/nsubj VERB/0/root PRON/5/nmod:poss NOUN/3/obj PUNCT/3/punct",
    )
    (event,) = record_of(LIMA, LIMA, invited).events
    assert countries(event, Role.ACTOR) == ["PER"]
    assert countries(event, Role.RECIPIENT) == [None]


def test_people_without_a_state_are_of_the_one_they_live_in():
    event = only(
        "Police arrested two Rohingya women.",
        "NOUN/2/nsubj VERB/0/root NUM/5/nummod ADJ/5/amod NOUN/2/obj PUNCT/2/punct",
    )
    assert countries(event, Role.RECIPIENT) == ["MMR"]


def test_south_americans_are_not_of_the_united_states():
    event = only(
        "Police arrested two South American women.",
        "NOUN/2/nsubj VERB/0/root NUM/6/nummod ADJ/6/amod ADJ/6/amod NOUN/2/obj PUNCT/2/punct",
    )
    assert countries(event, Role.RECIPIENT) == [None]


def test_what_somebody_says_tells_not_where_they_are_from():
    event = only(
        '"Lima will starve," Chief Amadou vowed.',
        "PUNCT/4/punct PROPN/4/nsubj AUX/4/aux VERB/8/ccomp PUNCT/4/punct PUNCT/4/punct PROPN/8/nsubj PROPN/7/flat "
        "VERB/0/root PUNCT/8/punct".replace("VERB/8/ccomp", "VERB/9/ccomp").replace("PROPN/8/nsubj", "PROPN/9/nsubj"),
    )
    assert countries(event, Role.ACTOR) == [None]


def test_name_that_bodies_of_several_countries_bear_is_of_the_one_at_home():
    told = ("Congress blamed the rebels.", "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/2/punct")
    (at_home,) = record_of(LIMA, LIMA, told).events
    assert countries(at_home, Role.ACTOR) == ["PER"]
    (anywhere,) = record_of(told).events
    assert countries(anywhere, Role.ACTOR) == ["USA"]


def test_body_that_is_known_by_its_name_tells_its_country():
    event = only("Fidesz blamed the rebels.", "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/2/punct")
    assert countries(event, Role.ACTOR) == ["HUN"]


def test_those_whom_police_beat_are_at_home():
    event = only(
        "Peruvian police beat two farmers.",
        "ADJ/2/amod NOUN/3/nsubj VERB/0/root NUM/5/nummod NOUN/3/obj PUNCT/3/punct",
    )
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_embassy_is_not_of_the_country_where_it_stands():
    told = (
        "The embassy blamed two farmers.",
        "DET/2/det NOUN/3/nsubj VERB/0/root NUM/5/nummod NOUN/3/obj PUNCT/3/punct",
    )
    (event,) = record_of(LIMA, LIMA, told).events
    assert countries(event, Role.ACTOR) == [None]
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_people_in_one_chain_with_a_government_are_not_that():
    told = (
        "Chile thanked the drivers.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/2/punct",
    )
    annotated = parsed(told)
    chain = CorefChain(mentions=(Span(0, 5), Span(14, 25)), kinds=(MentionKind.NAMED, MentionKind.NOMINAL))
    (event,) = attribute(msgspec.structs.replace(annotated, chains=(chain,))).events
    assert countries(event, Role.RECIPIENT) == [None]


def test_a_place_is_not_of_the_country_of_its_chain():
    told = (
        "Chile sold power to Peru.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case PROPN/2/obl PUNCT/2/punct",
    )
    annotated = parsed(told)
    chain = CorefChain(mentions=(Span(0, 5), Span(20, 24)), kinds=(MentionKind.NAMED, MentionKind.NAMED))
    (event,) = attribute(msgspec.structs.replace(annotated, chains=(chain,))).events
    assert countries(event, Role.RECIPIENT) == ["PER"]


def test_some_of_the_staff_of_a_body_of_no_country_have_none():
    fled = (
        "NATO evacuated 14 of its engineers.",
        "PROPN/2/nsubj VERB/0/root NUM/2/obj ADP/6/case PRON/6/nmod:poss NOUN/3/nmod PUNCT/2/punct",
    )
    (event,) = record_of(LIMA, LIMA, fled).events
    assert countries(event, Role.RECIPIENT) == [None]


def test_report_is_set_where_its_first_place_lies_not_where_its_first_people_are_from():
    freed = (
        "Chilean tourists slept. A court in Lima jailed two drivers.",
        "ADJ/2/amod NOUN/3/nsubj VERB/0/root PUNCT/3/punct DET/6/det NOUN/9/nsubj ADP/8/case PROPN/6/nmod VERB/0/root "
        "NUM/11/nummod NOUN/9/obj PUNCT/9/punct",
    )
    santiago = ("It rained in Santiago.", "PRON/2/nsubj VERB/0/root ADP/4/case PROPN/2/obl PUNCT/2/punct")
    later = [one for one in record_of(freed, santiago, ARREST).events if one.trigger[0].text == "arrested"]
    assert countries(later[0], Role.ACTOR) == ["PER"]


def test_men_of_a_known_body_are_of_its_country():
    shelled = (
        "Men of the PKK shelled a village.",
        "NOUN/5/nsubj ADP/4/case DET/4/det PROPN/1/nmod VERB/0/root DET/7/det NOUN/5/obj PUNCT/5/punct",
    )
    name = NamedSpan(11, 14, label="organisation", score=0.9)
    (event,) = attribute(msgspec.structs.replace(parsed(shelled), names=(name,))).events
    assert countries(event, Role.ACTOR) == ["TUR"]


def test_the_pope_is_of_the_vatican_wherever_he_speaks():
    blamed = ("The pope blamed smugglers.", "DET/2/det NOUN/3/nsubj VERB/0/root NOUN/3/obj PUNCT/3/punct")
    (event,) = record_of(LIMA, LIMA, blamed).events
    assert countries(event, Role.ACTOR) == ["VAT"]


def test_whose_counterpart_is_of_one_country_is_of_the_other_that_the_report_tells_of():
    sentence = (
        "The minister, Ana Ruiz, met her Peruvian counterpart.",
        "DET/2/det NOUN/7/nsubj PUNCT/4/punct PROPN/2/appos PROPN/4/flat PUNCT/2/punct VERB/0/root "
        "PRON/10/nmod:poss ADJ/10/amod NOUN/7/obj PUNCT/7/punct",
    )
    for around, told in (((OSLO, LIMA, OSLO), ["NOR", "PER"]), ((PLAIN, PLAIN), [None, "PER"])):
        annotated = parsed(*around, sentence)
        text = annotated.report.text
        ruiz, her = text.index("Ana Ruiz"), text.index("her Peruvian")
        name = NamedSpan(ruiz, ruiz + 8, label="person", score=0.9)
        chain = CorefChain(
            mentions=(Span(ruiz, ruiz + 8), Span(her, her + 3)), kinds=(MentionKind.NAMED, MentionKind.PRONOMINAL)
        )
        (event,) = attribute(msgspec.structs.replace(annotated, names=(name,), chains=(chain,))).events
        assert countries(event, Role.ACTOR) == told


@pytest.mark.parametrize(("around", "told"), [((OSLO, LIMA), None), ((OSLO, OSLO, PLAIN), "NOR")])
def test_who_is_known_by_name_alone_is_at_home_only_where_no_other_country_is_told_of(around, told):
    annotated = parsed(*around, ("Ana Ruiz condemned a nurse.", _NAMED))
    text = annotated.report.text
    name = NamedSpan(text.index("Ana Ruiz"), text.index(" condemned"), label="person", score=0.9)
    (event,) = attribute(msgspec.structs.replace(annotated, names=(name,))).events
    assert countries(event, Role.ACTOR) == [told]


_NAMED = "PROPN/3/nsubj PROPN/1/flat VERB/0/root DET/5/det NOUN/3/obj PUNCT/3/punct"


def test_a_town_beside_a_deed_tells_where_and_does_nothing():
    (event,) = record_of(
        (
            "Nurses condemned the Lima attack.",
            "NOUN/2/nsubj VERB/0/root DET/5/det PROPN/5/compound NOUN/2/obj PUNCT/2/punct",
        )
    ).events[1:]
    assert (event.type, event.place and event.place.words.text, countries(event, Role.ACTOR)) == ("ASSAULT", "Lima", [])


def test_another_country_is_not_the_one_that_the_report_is_set_in():
    asian = ("Peru threatened to shell the Asian country.", _SHELLING)
    threat = record_of(LIMA, asian, PLAIN).events[0]
    assert countries(threat, Role.RECIPIENT) == [None]


_SHELLING = "PROPN/2/nsubj VERB/0/root PART/4/mark VERB/2/xcomp DET/7/det ADJ/7/amod NOUN/4/obj PUNCT/2/punct"


def test_a_soldier_of_a_body_of_no_country_is_of_none():
    (event,) = record_of(
        LIMA,
        (
            "A soldier of the Islamic State killed a nurse.",
            "DET/2/det NOUN/7/nsubj ADP/6/case DET/6/det ADJ/6/amod PROPN/2/nmod VERB/0/root DET/9/det NOUN/7/obj "
            "PUNCT/7/punct",
        ),
        PLAIN,
    ).events
    assert countries(event, Role.ACTOR) == [None]


def test_two_states_of_one_name_are_each_of_their_own():
    event = only(
        "The Koreas condemned a nurse.", "DET/2/det PROPN/3/nsubj VERB/0/root DET/5/det NOUN/3/obj PUNCT/3/punct"
    )
    assert countries(event, Role.ACTOR) == ["KOR", "PRK"]


def test_who_visits_a_country_is_not_of_it_unless_that_is_told():
    visited = "DET/2/det NOUN/3/nsubj VERB/0/root PROPN/3/obj PUNCT/3/punct"
    records = [record_of(LIMA, (f"The {who} visited Peru.", visited), PLAIN) for who in ("minister", "king")]
    assert [[countries(event, Role.ACTOR) for event in record.events] for record in records] == [[[None]], [[None]]]


FAR = "It was cold, and nobody knew how long the harbour would stay shut or when the ferries would leave again. "


def test_a_chain_does_not_lead_far_past_another_subject():
    minister = ("The Chilean minister slept.", "DET/3/det ADJ/3/amod NOUN/4/nsubj VERB/0/root PUNCT/4/punct")
    long = (FAR * 3, " ".join(["NOUN/1/dep"] * len(FAR.replace(",", " ,").replace(".", " .").split()) * 3))
    two = (
        "A gunman came. He kidnapped nurses.",
        "DET/2/det NOUN/3/nsubj VERB/0/root PUNCT/3/punct PRON/6/nsubj VERB/0/root NOUN/6/obj PUNCT/6/punct",
    )
    annotated = parsed(minister, (long[0].strip(), "NOUN/0/root " + long[1].partition(" ")[2]), two)
    text = annotated.report.text
    spans = tuple(Span(at, at + len(one)) for one in ("minister", "He") if (at := text.index(f"{one} ")) >= 0)
    chain = CorefChain(mentions=spans, kinds=(MentionKind.NOMINAL, MentionKind.PRONOMINAL))
    (event,) = attribute(msgspec.structs.replace(annotated, chains=(chain,))).events
    assert countries(event, Role.ACTOR) == [None]


def test_a_place_that_is_reported_from_is_not_where_those_told_of_are():
    told = (
        "Nurses were attacked, and a writer reporting from Accra slept.",
        "NOUN/3/nsubj:pass AUX/3/aux:pass VERB/0/root PUNCT/11/punct CCONJ/11/cc DET/7/det NOUN/11/nsubj VERB/7/acl "
        "ADP/10/case PROPN/8/obl VERB/3/conj PUNCT/3/punct",
    )
    (event,) = record_of(LIMA, OSLO, told, OSLO, LIMA).events
    assert countries(event, Role.RECIPIENT) == [None]


def test_who_deals_with_a_state_is_not_of_it():
    event = only(
        "The secretary called on China to act.",
        "DET/2/det NOUN/3/nsubj VERB/0/root ADP/5/case PROPN/3/obl PART/7/mark VERB/3/xcomp PUNCT/3/punct",
    )
    assert countries(event, Role.ACTOR) == [None]
    assert countries(event, Role.RECIPIENT) == ["CHN"]


@pytest.mark.parametrize(("officials", "country"), [("Peruvian officials", None), ("officials", "PER")])
def test_who_meets_the_officials_of_a_country_there_is_not_of_it_unless_that_is_told(
    officials: str, country: str | None
):
    more = "ADJ/6/amod NOUN/3/obl ADP/8/case" if " " in officials else "NOUN/3/obl ADP/7/case"
    event = only(
        f"The governor met with {officials} in Lima.",
        f"DET/2/det NOUN/3/nsubj VERB/0/root ADP/{6 if ' ' in officials else 5}/case {more} PROPN/3/obl PUNCT/3/punct",
    )
    told = {one.reference.words.text: one.country for one in event.participants}
    assert told["The governor"] == country


def test_a_name_is_not_of_the_country_that_it_was_hurt_in():
    text = "Rebels wounded Brandt on Monday in Accra."
    parse = "NOUN/2/nsubj VERB/0/root PROPN/2/obj ADP/5/case PROPN/2/obl ADP/7/case PROPN/2/obl PUNCT/2/punct"
    annotated = parsed((text, parse), OSLO, LIMA)
    name = NamedSpan(start=text.index("Brandt"), end=text.index("Brandt") + 6, label="person", score=0.9)
    (event,) = attribute(msgspec.structs.replace(annotated, names=(name,))).events
    assert countries(event, Role.RECIPIENT) == [None]


def test_a_crowd_is_not_of_the_country_whose_embassy_it_attacked():
    attack = (
        "Crowds attacked the Peruvian embassy.",
        "NOUN/2/nsubj VERB/0/root DET/5/det ADJ/5/amod NOUN/2/obj PUNCT/2/punct",
    )
    (event,) = record_of(LIMA, attack, LIMA).events
    assert countries(event, Role.ACTOR) == [None]


def test_who_speaks_for_a_palace_is_of_its_country():
    event = only(
        "A White House spokesman met rebels in Lima.",
        "DET/4/det PROPN/3/compound PROPN/4/compound NOUN/5/nsubj VERB/0/root NOUN/5/obj ADP/8/case PROPN/5/obl "
        "PUNCT/5/punct",
    )
    assert countries(event, Role.ACTOR)[0] == "USA"


@pytest.mark.parametrize(("police", "country"), [("Peruvian police", None), ("the police", "PER")])
def test_who_calls_others_by_their_country_is_not_of_it_unless_that_is_told(police: str, country: str | None):
    kind = "ADJ/5/amod" if "Peru" in police else "DET/5/det"
    praise = (f"The minister praised {police}.", f"DET/2/det NOUN/3/nsubj VERB/0/root {kind} NOUN/3/obj PUNCT/3/punct")
    (event,) = record_of(LIMA, praise, LIMA).events
    assert countries(event, Role.ACTOR) == [country]


@pytest.mark.parametrize("whose", ["Russia's Wagner group", "Wagner fighters"])
def test_an_armed_group_goes_by_the_name_of_its_body(whose: str):
    parse = "PROPN/2/compound NOUN/3/nsubj VERB/0/root ADP/5/case PROPN/3/obl PUNCT/3/punct"
    if "'" in whose:
        parse = "PROPN/4/nmod:poss PART/1/case PROPN/4/compound NOUN/5/nsubj VERB/0/root ADP/7/case PROPN/5/obl "
        parse += "PUNCT/5/punct"
    event = only(f"{whose} withdrew from Bakhmut.", parse)
    assert event.type == "RETREAT"
    assert [(one.country, one.sector) for one in event.participants if one.role is Role.ACTOR] == [("RUS", "PRM")]


def test_what_a_known_body_has_is_of_its_country():
    event = only(
        "A Houthi missile hit a ship.",
        "DET/3/det PROPN/3/compound NOUN/4/nsubj VERB/0/root DET/6/det NOUN/4/obj PUNCT/4/punct",
    )
    assert countries(event, Role.ACTOR) == ["YEM"]


def test_a_strike_owns_nothing_that_it_hits():
    text = "Medics said an Israeli strike hit its nurses."
    parse = (
        "NOUN/2/nsubj VERB/0/root DET/5/det ADJ/5/amod NOUN/6/nsubj VERB/2/ccomp PRON/8/nmod:poss NOUN/6/obj "
        "PUNCT/2/punct"
    )
    (event,) = record_of((text, parse)).events
    assert countries(event, Role.RECIPIENT) == [None]


def test_nobody_is_of_the_country_that_a_place_far_from_it_stands_for():
    event, *_ = events_in(
        "The committee praised Ana Ruiz; Tehran objected.",
        "DET/2/det NOUN/3/nsubj VERB/0/root PROPN/3/obj PROPN/4/flat PUNCT/3/punct PROPN/8/nsubj VERB/3/parataxis "
        "PUNCT/3/punct",
    )
    assert countries(event, Role.ACTOR) == [None]


def test_who_stands_behind_somebody_tells_not_where_they_are_at_home():
    event = only(
        "Rwanda-backed rebels shelled the village.",
        "ADJ/2/amod NOUN/3/nsubj VERB/0/root DET/5/det NOUN/3/obj PUNCT/3/punct",
    )
    assert countries(event, Role.ACTOR) == [None]


def test_a_body_of_everywhere_is_not_of_the_country_where_it_is():
    event = only(
        "Rebels shelled the Red Cross in Goma.",
        "NOUN/2/nsubj VERB/0/root DET/5/det PROPN/5/compound PROPN/2/obj ADP/7/case PROPN/5/nmod PUNCT/2/punct",
    )
    assert countries(event, Role.RECIPIENT) == [None]


def test_where_somebody_is_sent_tells_not_where_they_come_from():
    sent = (
        "Police deported two students to Chad.",
        "NOUN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj ADP/6/case PROPN/2/obl PUNCT/2/punct",
    )
    (event,) = record_of(LIMA, LIMA, sent).events
    assert countries(event, Role.ACTOR) == ["PER"]


def test_a_place_that_people_flee_drives_nobody_out():
    event = only(
        "Thousands of people fled Aleppo.",
        "NOUN/4/nsubj ADP/3/case NOUN/1/nmod VERB/0/root PROPN/4/obj PUNCT/4/punct",
    )
    assert countries(event, Role.ACTOR) == []


def test_where_talks_are_held_is_nobody_who_holds_them():
    event = only(
        "Chad and Niger held talks in Oman.",
        "PROPN/4/nsubj CCONJ/3/cc PROPN/1/conj VERB/0/root NOUN/4/obj ADP/7/case PROPN/5/nmod PUNCT/4/punct",
    )
    assert {one.country for one in event.participants} == {"TCD", "NER"}


def test_a_chain_makes_no_government_of_the_rebels_that_it_deals_with():
    annotated = parsed(
        (
            "The Colombian government met the ELN.",
            "DET/3/det ADJ/3/amod NOUN/4/nsubj VERB/0/root DET/6/det PROPN/4/obj PUNCT/4/punct",
        )
    )
    text = annotated.report.text
    chain = CorefChain(
        mentions=(Span(0, len("The Colombian government")), Span(text.index("the ELN"), text.index("."))),
        kinds=(MentionKind.NOMINAL, MentionKind.NAMED),
    )
    name = NamedSpan(text.index("ELN"), text.index("."), label="organisation", score=0.9)
    changed = msgspec.structs.replace(annotated, chains=(chain,), names=(name,))
    (event,) = attribute(changed).events
    doer = next(one for one in event.participants if one.role is Role.ACTOR)
    assert doer.sector == "GOV"


def test_who_only_stands_in_what_a_noun_does_is_not_that_noun():
    annotated = parsed(
        (
            "The group fired rockets in support of Hamas.",
            "DET/2/det NOUN/3/nsubj VERB/0/root NOUN/3/obj ADP/6/case NOUN/3/obl ADP/8/case PROPN/6/nmod PUNCT/3/punct",
        )
    )
    text = annotated.report.text
    hamas = Span(text.index("Hamas"), text.index("."))
    chain = CorefChain(mentions=(Span(0, len("The group")), hamas), kinds=(MentionKind.NOMINAL, MentionKind.NAMED))
    name = NamedSpan(hamas.start, hamas.end, label="organisation", score=0.9)
    (event,) = attribute(msgspec.structs.replace(annotated, chains=(chain,), names=(name,))).events
    assert countries(event, Role.ACTOR) == [None]


def test_a_visitor_is_not_of_the_house_where_somebody_was_met():
    text = "Ana Ruiz met Leo Paz at the White House."
    parse = (
        "PROPN/3/nsubj PROPN/1/flat VERB/0/root PROPN/3/obj PROPN/4/flat ADP/9/case DET/9/det PROPN/9/compound "
        "PROPN/3/obl PUNCT/3/punct"
    )
    annotated = parsed((text, parse))
    names = tuple(
        NamedSpan(text.index(one), text.index(one) + len(one), label="person", score=0.9)
        for one in ("Ana Ruiz", "Leo Paz")
    )
    found = attribute(msgspec.structs.replace(annotated, names=names)).events
    assert all(
        one.country is None for event in found for one in event.participants if one.reference.words.text != "White"
    )


def test_western_allies_are_of_no_country():
    (event,) = record_of(
        LIMA,
        (
            "Western allies shelled the village.",
            "ADJ/2/amod NOUN/3/nsubj VERB/0/root DET/5/det NOUN/3/obj PUNCT/3/punct",
        ),
    ).events
    assert countries(event, Role.ACTOR) == [None]


def test_who_is_asked_to_do_it_owns_what_it_is_done_with():
    event = events_in(
        "The United States urged Chad to cease its shelling.",
        "DET/3/det PROPN/3/compound PROPN/4/nsubj VERB/0/root PROPN/4/obj PART/7/mark VERB/4/xcomp PRON/9/nmod:poss "
        "NOUN/7/obj PUNCT/4/punct",
    )[-1]
    assert "USA" not in countries(event, Role.ACTOR)


def test_a_passage_of_what_states_do_is_set_in_none_of_them():
    text = "Chad suspended aid. Rebels torched a bank."
    parse = (
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj PUNCT/2/punct NOUN/6/nsubj VERB/0/root DET/8/det NOUN/6/obj PUNCT/6/punct"
    )
    found = events_in(text, parse)
    torched = next(one for one in found if one.trigger[0].text == "torched")
    assert countries(torched, Role.ACTOR) == [None]


def test_she_is_no_lawyer_of_a_mans_name():
    said = "Juan Paz said she had pardoned two nurses in Lima."
    parse = (
        "PROPN/3/nsubj PROPN/1/flat VERB/0/root PRON/6/nsubj AUX/6/aux VERB/3/ccomp NUM/8/nummod NOUN/6/obj "
        "ADP/10/case PROPN/6/obl PUNCT/3/punct"
    )
    annotated = parsed((said, parse))
    name = NamedSpan(0, len("Juan Paz"), label="person", score=0.9)
    (event,) = attribute(msgspec.structs.replace(annotated, names=(name,))).events
    assert [one.reference.actor for one in event.participants if one.role is Role.ACTOR] == [None]
