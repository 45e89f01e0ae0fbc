"""Public figures whom a report names without telling their country."""

import pytest

from attribute.actors.test_actors import actor_named
from sayso.attribute.actors.known import figure_country, is_international, led_by
from sayso.record.actor import ActorKind


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Sergei Lavrov", "RUS"),
        ("Lavrov", "RUS"),
        ("Lula", "BRA"),
        ("Viktor Orban", "HUN"),
        ("Edouard Philippe", "FRA"),
        ("Donald J. Trump", "USA"),
        ("Bashar al-Assad", "SYR"),
        ("Bashar Al Assad", "SYR"),
        ("Philippe", None),
        ("António Guterres", None),
        ("Amina Odhiambo", None),
        ("", None),
    ],
)
def test_a_figure_is_known_by_the_full_name_or_one_that_nobody_else_bears(name, country):
    assert figure_country(name.split()) == country


def test_who_leads_a_body_of_many_is_of_no_country():
    assert is_international(["António", "Guterres"])
    assert not is_international(["Sergei", "Lavrov"])


def test_those_of_a_figure_are_of_the_same_country():
    assert led_by(["Trump", "administration"]) == "USA"
    assert led_by(["Trump"]) is None


def test_a_report_need_not_tell_a_figures_country():
    assert actor_named("Sergei Lavrov", "Sergei Lavrov said the talks would go on.").country == "RUS"
    assert actor_named("Trump administration", "The Trump administration said it would appeal.").country == "USA"


def test_what_the_report_tells_counts_more():
    told = actor_named("Sergei Lavrov", "Canadian shopkeeper Sergei Lavrov said the flood had spared him.")
    assert told.country == "CAN"


def test_a_longer_name_is_somebody_else():
    met = "Nikolai Lavrov said the flood had spared him.", "Lavrov said the shop was dry."
    assert actor_named("Nikolai Lavrov", *met).country is None


def test_two_who_were_told_of_are_no_state():
    found = actor_named("two", "Chad's ministers met. The two said they would work on.")
    assert found.kind == ActorKind.GROUP
