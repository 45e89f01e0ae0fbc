import pytest

from sayso.ontology.actors import buildings, country_codes, seats
from sayso.ontology.places import alpha3_codes, country_names, names_in, table

_TERRITORIES = 30
"""Rows of places that have no people of their own name in reports: uninhabited islands, and dependencies."""


def test_every_country_has_one_code_and_a_name():
    assert len(alpha3_codes()) == len(country_names()) == len(set(alpha3_codes().values())) == 250


def test_no_name_means_two_countries():
    rows = [(alpha3, name) for _, alpha3, names, peoples in table("countries.txt") for name in names_in(names)]
    assert len({name for _, name in rows}) == len(rows)


def test_countries_have_their_people():
    without = [alpha3 for _, alpha3, _, peoples in table("countries.txt") if not names_in(peoples)]
    assert len(without) < _TERRITORIES
    assert not {"FJI", "LIE", "SMR", "MLT", "BTN", "KIR", "VUT", "COM"} & set(without)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Burmese", "MMR"),
        ("Ivorian", "CIV"),
        ("Dutch", "NLD"),
        ("Emirati", "ARE"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Dominican Republic", "DOM"),
        ("Côte d'Ivoire", "CIV"),
        ("DRC", "COD"),
        ("Kosovo", "XKX"),
        ("U.K.", "GBR"),
        ("Basotho", "LSO"),
        ("Kiribati", "KIR"),
        ("Manx", "IMN"),
        ("Sahrawi", "ESH"),
    ],
)
def test_a_country_by_its_names_and_its_people(word, code):
    assert country_codes()[word] == code


def test_seats_of_power_are_of_countries():
    known = set(alpha3_codes().values()) | {"EU"}
    assert {country for country, _ in seats().values()} <= known
    assert buildings().keys() <= seats().keys()
