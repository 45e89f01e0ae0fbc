from sayso.ontology.places import country_names
from sayso.ontology.plover.files import entries
from sayso.ontology.plover.frames import bodies


def test_every_known_body_has_a_country_of_the_list_or_none_and_a_sector():
    assert {body.country for body in bodies().values()} - {None} <= country_names().keys()
    assert all(len(body.sector) == 3 for body in bodies().values())


def test_names_that_several_countries_bear_are_known_bodies():
    shared = {name for name, body in bodies().items() if body.shared}
    assert "Congress" in shared
    assert len(shared) == len(entries("bodies")["shared"].replace("\n", " ").split(", "))


def test_no_name_stands_twice():
    cells = entries("bodies")["bodies"].values()
    names = [name.strip() for cell in cells for name in cell.replace("\n", " ").split(",")]
    assert len(names) == len(set(names))
