import zipfile

import pytest

from sayso.errors import CodebookError
from sayso.gazetteer.build import build
from sayso.gazetteer.file import Gazetteer, PlaceKind
from sayso.gazetteer.lists import geonames_dump, our_regions, our_sites, table_of_places
from sayso.ontology.places import alpha3_codes


def line(number, name, feature, country="UA", first="13", population="0", second="", names=""):
    feature_class, code = feature.split(".")
    cells = [str(number), name, name, names, "50.5", "30.5", feature_class, code, country, "", first, second, "", ""]
    return "\t".join([*cells, population, "", "100", "Europe/Kyiv", "2022-01-01"])


DUMP = "\n".join(
    [
        line(1, "Ukraine", "A.PCLI", first="00"),
        line(2, "Kyiv Oblast", "A.ADM1"),
        line(3, "Brovary", "P.PPL", population="100000", names="Brovari,Бровари"),
        line(4, "Dnipro", "H.STM"),
    ]
)


def test_a_dump_gives_countries_divisions_and_towns(tmp_path):
    (tmp_path / "UA.txt").write_text(DUMP + "\n", encoding="utf-8")
    rows = list(geonames_dump(tmp_path / "UA.txt"))
    assert [(row.name, row.kind) for row in rows] == [
        ("Ukraine", PlaceKind.COUNTRY),
        ("Kyiv Oblast", PlaceKind.ADMIN1),
        ("Brovary", PlaceKind.CITY),
    ]


def test_a_zipped_dump_reads_the_same(tmp_path):
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("UA.txt", DUMP + "\n")
    assert len(list(geonames_dump(tmp_path / "UA.zip"))) == 3


def test_a_dump_built_and_opened_knows_what_lies_where(tmp_path):
    (tmp_path / "UA.txt").write_text(DUMP + "\n", encoding="utf-8")
    build(geonames_dump(tmp_path / "UA.txt"), tmp_path / "ua.gaz", credit="GeoNames", built_from=("UA.txt",))
    gazetteer = Gazetteer(tmp_path / "ua.gaz")
    (town,) = gazetteer.entries(gazetteer.rows_named("Бровари"))
    assert gazetteer.entry(town.admin1).name == "Kyiv Oblast"


def test_a_line_of_another_form_is_named(tmp_path):
    (tmp_path / "bad.txt").write_text(DUMP + "\nnot a dump\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="line 5: 1 columns"):
        list(geonames_dump(tmp_path / "bad.txt"))


def test_a_table_of_ones_own(tmp_path):
    (tmp_path / "mine.csv").write_text("name,latitude,longitude,kind,names\nCamp Four,1.5,2.5,,C4; Fourth Camp\n")
    (row,) = table_of_places(tmp_path / "mine.csv")
    assert (row.kind, row.names) == (PlaceKind.CITY, ("C4", "Fourth Camp"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,latitude\nA,1\n", "no column longitude"),
        ("name,latitude,longitude\nA,91,0\n", "line 2: 91 is not between"),
        ("name,latitude,longitude,kind\nA,1,0,planet\n", "line 2: 'planet'"),
        ("name,latitude,longitude\nA,north,0\n", "line 2: could not convert"),
    ],
)
def test_a_table_that_makes_no_sense_says_where(tmp_path, text, complaint):
    (tmp_path / "bad.csv").write_text(text)
    with pytest.raises(CodebookError, match=complaint):
        list(table_of_places(tmp_path / "bad.csv"))


def test_our_regions_are_on_earth():
    rows = list(our_regions())
    assert len(rows) > 100
    assert all(-90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 and row.radius_km > 0 for row in rows)


def test_our_sites_are_on_earth_and_in_a_country_or_none():
    rows = list(our_sites())
    assert len(rows) > 500
    assert all(-90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 and row.radius_km > 0 for row in rows)
    assert {row.country for row in rows} - {""} <= alpha3_codes().keys()


def test_sites_of_one_name_have_an_id_for_each_country(tmp_path):
    rows = [row for row in our_sites() if row.name == "Independence Square"]
    build(rows, tmp_path / "squares.gaz", credit="us", built_from=())
    gazetteer = Gazetteer(tmp_path / "squares.gaz")
    ids = {entry.id for entry in gazetteer.entries(gazetteer.rows_named("Independence Square"))}
    assert len(ids) == len(rows) > 1
