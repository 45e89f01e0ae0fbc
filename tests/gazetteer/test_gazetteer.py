import pytest

from sayso.errors import BundleMismatch, BundleNotFound
from sayso.gazetteer.build import Row, build
from sayso.gazetteer.file import Gazetteer, PlaceKind, shipped
from sayso.gazetteer.fold import fold

ROWS = [
    Row(name="Freedonia", kind=PlaceKind.COUNTRY, latitude=10, longitude=20, population=9, country="FR", code="FR"),
    Row(name="Sylvania", kind=PlaceKind.ADMIN1, latitude=11, longitude=21, country="FR", code="FR.S"),
    Row(
        name="São Groucho",
        kind=PlaceKind.CITY,
        latitude=11.5,
        longitude=21.5,
        population=5,
        country="FR",
        admin1="FR.S",
    ),
    Row(name="Sao Groucho", kind=PlaceKind.CITY, latitude=-1, longitude=-2, geonames=77, names=("Harpo",)),
]


@pytest.fixture
def gazetteer(tmp_path):
    build(ROWS, tmp_path / "places.gaz", credit="us", built_from=("nothing",))
    return Gazetteer(tmp_path / "places.gaz")


def test_every_row_comes_back_with_its_fields(gazetteer):
    (entry,) = gazetteer.entries(gazetteer.rows_named("Sylvania"))
    assert (entry.name, entry.kind, entry.country) == ("Sylvania", PlaceKind.ADMIN1, "FR")
    assert (entry.latitude, entry.longitude) == (11.0, 21.0)
    assert len(gazetteer) == len(ROWS)


def test_names_are_found_without_case_and_accents(gazetteer):
    assert {entry.country for entry in gazetteer.entries(gazetteer.rows_named("SAO GROUCHO"))} == {"FR", None}


def test_a_further_name_finds_its_place(gazetteer):
    (entry,) = gazetteer.entries(gazetteer.rows_named("Harpo"))
    assert entry.id == "geonames:77"


def test_a_city_knows_its_division(gazetteer):
    city = next(entry for entry in gazetteer.entries(gazetteer.rows_named("São Groucho")) if entry.country)
    assert gazetteer.entry(city.admin1).name == "Sylvania"


def test_a_division_is_found_by_its_code_and_no_name_is_a_code(gazetteer):
    assert gazetteer.by_code("FR.S").name == "Sylvania"
    assert gazetteer.by_code("FR.X") is None
    assert gazetteer.rows_named("FR.S") == []


def test_an_unknown_name_gives_nothing(gazetteer):
    assert gazetteer.rows_named("Chicolini") == []


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path):
    for name, rows in (("a", ROWS), ("b", ROWS[::-1])):
        build(rows, tmp_path / name, credit="us", built_from=())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_missing_or_foreign_file_says_so(tmp_path):
    with pytest.raises(BundleNotFound, match="no gazetteer"):
        Gazetteer(tmp_path / "none.gaz")
    (tmp_path / "other.gaz").write_bytes(b"PK\3\4 something else entirely")
    with pytest.raises(BundleMismatch, match="not a gazetteer"):
        Gazetteer(tmp_path / "other.gaz")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint John's", "St. Johns"),
        ("The Hague", "hague"),
        ("Łódź", "Lodz"),
        ("Mount Isa", "Mt Isa"),
        ("Zürich", "ZURICH"),
    ],
)
def test_spellings_that_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("name", "country"), [("Kyiv", "UA"), ("Bakhmut", "UA"), ("Ouagadougou", "BF"), ("Türkiye", "TR")]
)
def test_the_shipped_file_knows_places_of_the_news(name, country):
    gazetteer = shipped()
    assert country in {entry.country for entry in gazetteer.entries(gazetteer.rows_named(name))}


def test_the_shipped_file_gives_credit():
    assert "GeoNames" in shipped().header.credit
    assert "CC BY 4.0" in shipped().header.credit
