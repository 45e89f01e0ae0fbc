import pytest

from builders import report_of
from sayso.annotate.passage import passage_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of
from sayso.annotate.toponyms.places import places_of
from sayso.gazetteer.file import shipped
from sayso.record.annotation import NamedSpan
from sayso.record.place import PlaceKind, ToponymRole


def places_in(*paragraphs, **options):
    report = report_of(*paragraphs)
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    passage = passage_of(report, tokens, sentences, quotations_of(report, tokens, firsts, sentences))
    return {place.words.text: place for place in places_of(passage, shipped(), **options)}


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The convoy arrived in Belarus on Sunday.", "Belarus", ToponymRole.LITERAL),
        ("Ankara said it would not sign.", "Ankara", ToponymRole.METONYMIC),
        ("Officials in Ankara declined to comment.", "Ankara", ToponymRole.LITERAL),
        ("The minister accused Chad of arming rebels.", "Chad", ToponymRole.METONYMIC),
        ("The minister accused Chad, Niger and Mali of arming rebels.", "Mali", ToponymRole.METONYMIC),
        ("In neighbouring Bolivia, growers held a march.", "Bolivia", ToponymRole.LITERAL),
        ("Talks between Oslo and Stockholm broke down.", "Stockholm", ToponymRole.METONYMIC),
        ("The tanks crossed Poland's border at dawn.", "Poland", ToponymRole.LITERAL),
        ("They praised Poland's army.", "Poland", ToponymRole.METONYMIC),
        ("A Kenyan court freed the men.", "Kenyan", ToponymRole.DEMONYM),
        ("Rescuers left Kharkiv by night.", "Kharkiv", ToponymRole.LITERAL),
        ("Kharkiv was shelled again overnight.", "Kharkiv", ToponymRole.LITERAL),
        ("Boston University closed its campus.", "Boston", ToponymRole.PART_OF_NAME),
    ],
)
def test_what_a_name_does_in_its_sentence(sentence, name, role):
    assert places_in(sentence)[name].role == role


def test_a_place_nearby_is_no_exact_place():
    place = places_in("Shells fell near Bakhmut on Tuesday.")["Bakhmut"]
    assert (place.relation, place.geo_precision, place.where_prec, place.radius_km) == ("near", 2, 2, 25.0)


def test_a_distance_and_a_direction_move_the_point():
    text = "The depot lies about 50 miles south of Lagos."
    moved, there = places_in(text)["Lagos"], places_in("The depot lies in Lagos.")["Lagos"]
    assert there.latitude - moved.latitude == pytest.approx(50 * 1.609 / 111.2, abs=0.01)
    assert moved.longitude == pytest.approx(there.longitude, abs=0.01)
    assert moved.radius_km > 15


def test_a_distance_without_a_direction_only_widens():
    place = places_in("A village 20 km from Lagos was flooded.")["Lagos"]
    assert place.radius_km > 20


def test_a_border_is_an_area_without_a_point():
    place = places_in("Guards were sent to the Chad-Sudan border on Monday.")["Chad-Sudan border"]
    assert (place.kind, place.country, place.latitude) == (PlaceKind.BORDER, "TCD/SDN", None)


def test_a_town_is_meant_rather_than_the_province_around_it():
    assert places_in("A bomb went off in Aleppo.")["Aleppo"].kind == PlaceKind.TOWN


def test_a_surname_is_no_town():
    assert "Hastings" not in places_in("Maria Hastings won the seat. Hastings thanked her voters.")


def test_a_persons_name_is_no_place():
    assert places_in("Paris Hilton and Jack London wrote to us.") == {}


def test_a_report_without_places_has_none():
    assert places_in("The committee will meet again.") == {}


def test_a_tagger_vouches_for_a_small_place_and_vetoes_a_name():
    text = "Olney rejected the plan, and so did Bedford."
    names = (NamedSpan(0, 5, label="gpe", score=0.9), NamedSpan(36, 43, label="person", score=0.9))
    assert set(places_in(text, names=names)) == {"Olney"}


def test_a_town_and_what_it_lies_in_are_two_places_though_a_tagger_calls_them_one():
    text = "Shells fell on Kassala, eastern Sudan, and in the Sindh."
    names = (NamedSpan(15, 37, label="gpe", score=0.9), NamedSpan(46, 55, label="gpe", score=0.9))
    found = places_in(text, names=names)
    assert {name: place.country for name, place in found.items()} == {
        "Kassala": "SDN",
        "eastern Sudan": "SDN",
        "Sindh": "PAK",
    }


def test_a_place_in_the_name_of_a_firm_is_part_of_the_name():
    found = places_in("Stanhope Capital sold it.", names=(NamedSpan(0, 8, label="gpe", score=0.9),))
    assert found["Stanhope"].role == ToponymRole.PART_OF_NAME
    assert places_in("Delta Capital sold it.") == {}


def test_a_capital_that_acts_is_one_though_a_tagger_takes_it_for_someone():
    names = (NamedSpan(0, 8, label="person", score=0.9), NamedSpan(29, 35, label="person", score=0.9))
    found = places_in("Pristina accused Serbs, said London.", names=names)
    assert {name: place.country for name, place in found.items()} == {"Pristina": "XKX", "Serbs": "SRB"}


def test_a_capital_that_a_tagger_overlooked_is_a_place_but_no_part_of_a_name():
    name = (NamedSpan(0, 5, label="person", score=0.9),)
    found = places_in("Obi s. Monrovia has asked Freetown to wait. Monrovia Wilson and Lima Bean wept.", names=name)
    assert list(found) == ["Monrovia", "Freetown"]


def test_a_country_and_its_part_are_two_places_though_a_tagger_calls_them_one():
    found = places_in("Troops moved into Cameroon's North-West.", names=(NamedSpan(18, 39, label="gpe", score=0.9),))
    assert found["Cameroon"].country == "CMR"


def test_a_state_is_not_the_country_that_is_named_alike():
    name = (NamedSpan(12, 23, label="gpe", score=0.9),)
    assert places_in("They met in Niger State, Nigeria.", names=name)["Niger State"].country == "NGA"


def test_the_north_is_no_region_of_some_country():
    assert places_in("North fires missile.", names=(NamedSpan(0, 5, label="gpe", score=0.9),)) == {}


def test_a_surname_is_no_country_once_its_bearer_was_named():
    text = "Silvia Montenegro wept. Montenegro's sister fled to Montenegro."
    spans = [(0, 17, "person"), (24, 34, "gpe"), (52, 62, "gpe")]
    names = tuple(NamedSpan(start, end, label=label, score=0.9) for start, end, label in spans)
    report = report_of(text)
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    passage = passage_of(report, tokens, sentences, quotations_of(report, tokens, firsts, sentences))
    assert [place.words.start for place in places_of(passage, shipped(), names=names)] == [52]


def test_a_small_place_that_a_gang_is_called_by_is_part_of_its_name():
    found = places_in("Police fought the Lagartos gang.", names=(NamedSpan(18, 26, label="gpe", score=0.9),))
    assert found["Lagartos"].role == ToponymRole.PART_OF_NAME


def test_an_article_that_belongs_to_a_name_stays():
    found = places_in("Judges in The Hague agreed.", names=(NamedSpan(10, 19, label="gpe", score=0.9),))
    assert set(found) == {"The Hague"}


def test_an_unknown_name_that_a_tagger_vouches_for_claims_nothing():
    text = "They met in Qwortlebury."
    place = places_in(text, names=(NamedSpan(12, 23, label="gpe", score=0.9),))["Qwortlebury"]
    assert (place.name, place.latitude, place.gazetteer_id) == (None, None, None)


def test_the_gulf_is_the_one_the_report_names():
    assert "Gulf" not in places_in("Ferries dump waste in the Gulf. They sailed the Gulf of Finland.")
    assert places_in("Oil fell in the Gulf.")["Gulf"].name == "Persian Gulf"


def test_a_gulf_that_a_tagger_vouches_for_is_still_the_one_the_report_names():
    text = "Ferries dump waste in the Gulf. They sailed the Gulf of Finland."
    assert "Gulf" not in places_in(text, names=(NamedSpan(26, 30, label="location", score=0.9),))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Gatwick", "GBR"),
        ("Queen Alia International Airport", "JOR"),
        ("Kadena Air Base", "JPN"),
        ("Belmarsh", "GBR"),
        ("Dadaab", "KEN"),
        ("Chornobyl", "UKR"),
        ("Al Hodeidah", "YEM"),
    ],
)
def test_sites_and_spellings_that_no_list_of_towns_has(name, country):
    found = places_in(f"They met near {name}.", names=(NamedSpan(14, 14 + len(name), label="facility", score=0.9),))
    assert found[name].country == country


def test_a_square_that_several_capitals_have_is_none_of_them_for_sure():
    found = places_in("They met near Independence Square.", names=(NamedSpan(14, 33, label="facility", score=0.9),))
    assert found["Independence Square"].evidence.confidence < 0.4


def test_an_airport_is_a_site_and_a_river_a_region():
    names = (NamedSpan(14, 21, label="facility", score=0.9), NamedSpan(26, 35, label="location", score=0.9))
    found = places_in("They met near Gatwick and the Volga too.", names=names)
    assert found["Gatwick"].kind is PlaceKind.SITE
    assert found["Volga"].kind is PlaceKind.REGION


def test_a_country_that_a_tagger_takes_for_a_person_is_one_unless_somebody_bears_its_name():
    alone = places_in("Chad moved two battalions.", names=(NamedSpan(0, 4, label="person", score=0.9),))
    assert alone["Chad"].role == ToponymRole.METONYMIC
    spans = (NamedSpan(0, 9, label="person", score=0.9), NamedSpan(22, 26, label="person", score=0.9))
    assert places_in("Chad Burt has a boat. Chad moved it.", names=spans) == {}


def test_a_large_place_after_a_preposition_is_one_whatever_a_tagger_makes_of_it():
    assert set(places_in("A drone fell outside Tyre.", names=(NamedSpan(2, 7, label="misc", score=0.9),))) == {"Tyre"}
    assert set(places_in("She is from Ituri.", names=(NamedSpan(12, 17, label="person", score=0.9),))) == {"Ituri"}
    assert places_in("She ran from Florence.", names=(NamedSpan(13, 21, label="person", score=0.9),)) == {}


def test_south_american_is_not_of_the_united_states():
    assert "American" not in places_in(
        "Four South American states met.", names=(NamedSpan(5, 19, label="norp", score=1),)
    )


def test_what_lies_in_a_country_of_a_wider_region_has_that_country():
    found = places_in("They fled to the Peruvian Amazon.", names=(NamedSpan(17, 32, label="location", score=0.9),))
    assert found["Peruvian Amazon"].country == "PER"
    steps = places_in("They sat on the Spanish Steps.", names=(NamedSpan(16, 29, label="location", score=0.9),))
    assert steps["Spanish Steps"].country is None


def test_words_without_capitals_are_no_place_whatever_a_tagger_takes_them_for():
    assert places_in("The row over lake deepens.", names=(NamedSpan(13, 25, label="location", score=0.9),)) == {}


def test_a_body_of_many_states_is_no_place():
    assert set(places_in("U.N. envoys and the European Union met in Geneva.")) == {"Geneva"}
