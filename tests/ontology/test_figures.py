from sayso.ontology.actors.figures import INTERNATIONAL, figures, short_names
from sayso.ontology.places import country_names


def test_every_figure_is_of_a_country_of_the_list_or_leads_a_body_of_many():
    told = {*figures().values(), *short_names().values()}
    assert told <= {INTERNATIONAL, *country_names()}
    assert {country for country in country_names() if country in told} >= {"BLR", "SDN", "PER", "FJI"}


def test_a_name_by_which_alone_somebody_is_known_is_the_end_of_it_or_the_first_of_names_in_that_order():
    assert short_names()["von der Leyen"] == INTERNATIONAL
    assert short_names()["Xi"] == "CHN"
    assert "Johnson" not in short_names()


def test_no_full_name_stands_in_two_lines():
    assert figures()["Boris Johnson"] == "GBR"
    assert len(figures()) > 10_000
