from datetime import timedelta

import pytest

from sayso.annotate.toponyms.home import home_of, offset_at
from sayso.gazetteer.file import shipped
from sayso.record.report import Dateline, Furniture


def home(*places):
    return home_of(Furniture(dateline=Dateline(text="", places=places)), shipped())


def test_the_first_place_of_a_dateline_is_home():
    assert home("OSLO", "REYKJAVIK").country == "NO"


def test_a_country_in_the_dateline_decides_between_namesakes():
    assert home("TRIPOLI, Lebanon").country == "LB"
    assert home("TRIPOLI").country == "LY"


def test_no_dateline_no_home():
    assert home_of(Furniture(), shipped()) is None
    assert home("QWORTLEBURY") is None


def test_clocks_at_home_follow_the_season():
    oslo = home("OSLO")
    assert offset_at(oslo, "2022-01-15T12:00:00+00:00") == timedelta(hours=1)
    assert offset_at(oslo, "2022-07-15T12:00:00+00:00") == timedelta(hours=2)


def test_without_a_time_of_day_there_is_no_offset():
    assert offset_at(home("OSLO"), "2022-01-15") is None
    assert offset_at(None, "2022-01-15T12:00:00+00:00") is None


@pytest.mark.parametrize(
    ("publisher", "country"),
    [("The Boston Globe", "US"), ("Kathmandu Post", "NP"), ("The Daily Star", None), ("The Post", None)],
)
def test_a_local_paper_is_at_home_in_its_town(publisher, country):
    entry = home_of(Furniture(publisher=publisher), shipped())
    assert (entry.country if entry else None) == country


def test_a_dateline_comes_before_the_publisher():
    furniture = Furniture(publisher="The Boston Globe", dateline=Dateline(text="", places=("OSLO",)))
    assert home_of(furniture, shipped()).country == "NO"
