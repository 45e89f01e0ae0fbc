from recipe.sites import airports, spelled, unknown_sites
from sayso.gazetteer.build import Row
from sayso.gazetteer.file import PlaceKind

AIRPORTS = [
    "icao,iata,name,city,subd,country,elevation,lat,lon,tz,lid",
    "XXAA,QQA,Freedonia Harpo Marx International Airport,Freedonia,,FR,1,1.5,2.5,Europe/Paris,",
    "XXAB,,Freedonia Strip,Freedonia,,FR,1,1.5,2.5,Europe/Paris,",
    "XXAC,,Sylvania Air Base,Sylvania,,FR,1,1.5,2.5,Europe/Paris,",
]


def test_airports_go_by_their_names_without_their_town():
    harpo, base = airports(AIRPORTS)
    assert "Harpo Marx Airport" in harpo.names
    assert (harpo.country, harpo.kind) == ("FR", PlaceKind.SITE)
    assert base.name == "Sylvania Air Base"
    assert all(" " in name for name in (*harpo.names, *base.names))


def test_a_site_leaves_a_name_to_a_town_of_its_country():
    town = Row(name="Gatwick", kind=PlaceKind.CITY, latitude=1, longitude=2, population=90_000, country="GB")
    names = {name for site in unknown_sites([town]) for name in (site.name, *site.names)}
    assert "Gatwick" not in names
    assert "Gatwick Airport" in names


def test_the_most_populous_town_takes_the_further_spellings(monkeypatch):
    monkeypatch.setattr("recipe.sites.table", lambda name: iter([["FR", "Harpo", "Arpo, Harpeau"]]))
    small = Row(name="Harpo", kind=PlaceKind.CITY, latitude=1, longitude=2, population=5, country="FR")
    large = Row(name="Harpo", kind=PlaceKind.CITY, latitude=1, longitude=2, population=50, country="FR")
    assert [row.names for row in spelled([small, large])] == [(), ("Arpo", "Harpeau")]
