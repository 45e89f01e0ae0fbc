from importlib.resources import files

from sayso.ontology.places import country_names, names_in
from sayso.ontology.plover.bodies import bodies


def test_every_known_body_has_a_country_of_the_list_or_none_and_a_sector():
    assert {body.country for body in bodies().values()} - {None} <= country_names().keys()
    assert all(len(body.sector) == 3 for body in bodies().values())


def test_names_that_several_countries_bear_are_known_bodies():
    shared = {name for name, body in bodies().items() if body.shared}
    assert "Congress" in shared
    assert len(shared) > 20


def test_no_name_stands_twice():
    lines = (files("sayso.ontology.plover") / "bodies.txt").read_text(encoding="utf-8").splitlines()
    cells = [line.partition("|")[2] for line in lines if not line.startswith(("#", "shared"))]
    names = [name for cell in cells for name in names_in(cell)]
    assert len(names) == len(set(names)) == len(bodies())
