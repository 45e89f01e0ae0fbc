import re

import pytest

from sayso.annotate.toponyms.candidates import candidates
from sayso.annotate.toponyms.resolve import resolve
from sayso.gazetteer.file import PlaceKind, shipped
from sayso.spans import Span


def placed(text, *names, home=None):
    """The best place of each name's first occurrence in `text`."""
    spans = sorted(Span(*re.search(re.escape(name), text).span()) for name in names)
    resolved = {one.span.of(text): one for one in resolve(text, spans, shipped(), home=home)}
    return [resolved[name].candidates[0].entry for name in names]


def test_a_state_beside_a_city_decides():
    city, state = placed("A fire broke out in Paris, Texas, on Monday.", "Paris", "Texas")
    assert (city.country, state.kind) == ("US", PlaceKind.ADMIN1)


def test_alone_the_well_known_place_is_meant():
    (city,) = placed("Ministers met in Paris on Monday.", "Paris")
    assert city.country == "FR"


def test_towns_nearby_decide_between_namesakes():
    text = "Shops in Cambridge, Somerville and Medford closed after the storm reached Boston."
    city, *_ = placed(text, "Cambridge", "Somerville", "Medford", "Boston")
    assert city.country == "US"


def test_a_country_is_preferred_to_a_village_of_its_name():
    (country,) = placed("Exports from Lebanon fell.", "Lebanon")
    assert country.kind == PlaceKind.COUNTRY


def test_where_the_report_was_filed_counts():
    sunderland = (54.91, -1.38)
    near, far = (
        placed("The match in Newcastle was called off.", "Newcastle", home=home)[0]
        for home in (sunderland, (-32.9, 151.7))
    )
    assert (near.country, far.country) == ("GB", "AU")


def test_a_name_that_no_list_has_gives_no_candidate():
    text = "They camped at Qwortlebury."
    (only,) = resolve(text, [Span(15, 26)], shipped())
    assert (only.candidates, only.shares) == ((), ())


@pytest.mark.parametrize(
    ("name", "expected", "part"),
    [
        ("northern Aleppo", "Aleppo", True),
        ("Cook County", "Cook County", False),
        ("Donetsk region", "Donetsk", False),
        ("Ukrainian", "Ukraine", False),
        ("Calif.", "California", False),
        ("NSW", "New South Wales", False),
        ("city of Mariupol", "Mariupol", False),
    ],
)
def test_spellings_lead_to_their_place(name, expected, part):
    found = candidates(name, shipped())
    assert expected in {candidate.entry.name for candidate in found}
    assert {candidate.part for candidate in found} == {part}


def test_a_county_is_never_a_city():
    assert PlaceKind.CITY not in {candidate.entry.kind for candidate in candidates("Springfield County", shipped())}


def test_shares_of_each_toponym_sum_to_one():
    text = "From Tripoli to Benghazi, and on to Alexandria."
    names = [Span(*re.search(name, text).span()) for name in ("Tripoli", "Benghazi", "Alexandria")]
    for one in resolve(text, names, shipped()):
        assert sum(one.shares) == pytest.approx(1.0, abs=1e-4)
        assert list(one.shares) == sorted(one.shares, reverse=True)


def test_a_city_of_millions_is_meant_where_its_country_is_told_of():
    towns = (
        "Las Vegas, Orlando, Blacksburg, Sandy Hook, Newtown, Killeen, San Bernardino, Fort Hood, Binghamton, Denver"
    )
    text = f"LONDON - The British minister spoke of {towns} and Aurora."
    assert placed(text, "LONDON", "British", "Aurora", *towns.split(", "))[0].country == "GB"


@pytest.mark.parametrize(
    ("name", "countries"),
    [("White House", set()), ("Duma", set()), ("Stormont", {"GB"}), ("Holy See", {"VA"})],
)
def test_a_seat_of_power_is_no_town_of_its_name_elsewhere(name, countries):
    assert {candidate.entry.country for candidate in candidates(name, shipped())} == countries


def test_a_town_that_is_the_seat_of_a_body_of_many_countries_is_a_town():
    assert "BE" in {candidate.entry.country for candidate in candidates("Brussels", shipped())}


def test_a_country_is_no_division_of_another_that_is_called_like_it():
    niger, _ = placed("Niger's defence minister spoke in Abuja.", "Niger", "Abuja")
    assert (niger.country, niger.kind) == ("NE", PlaceKind.COUNTRY)
    assert PlaceKind.ADMIN1 in {candidate.entry.kind for candidate in candidates("Georgia", shipped())}
