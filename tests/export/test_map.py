from itertools import pairwise

from sayso.export.map import map_of
from sayso.record.evidence import Evidence
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.spans import Words


def place(name, latitude, longitude, *, kind=PlaceKind.TOWN, role=ToponymRole.LITERAL, radius_km=5.0, relation=None):
    return Place(
        id=f"pl-{name}",
        report_id="rep-1",
        words=Words(0, len(name), text=name),
        role=role,
        evidence=Evidence(spans=(), method="test", confidence=1.0),
        name=name,
        kind=kind,
        gazetteer_id=name,
        latitude=latitude,
        longitude=longitude,
        radius_km=radius_km,
        relation=relation,
    )


def test_north_is_up_and_west_is_left():
    view = map_of([place("Kyiv", 50.4, 30.5), place("Athens", 38.0, 23.7)])
    marks = {mark.label: mark for mark in view.marks}
    assert marks["Kyiv"].y < marks["Athens"].y
    assert marks["Athens"].x < marks["Kyiv"].x
    assert all(0 < mark.x < view.width and 0 < mark.y < view.height for mark in view.marks)


def test_land_is_drawn_around_a_single_town():
    view = map_of([place("Kyiv", 50.4, 30.5)])
    assert view.land
    assert all(path.startswith("M") and path.endswith("Z") for path in view.land)


def test_a_country_is_an_area_and_a_town_a_point():
    view = map_of([place("Kyiv", 50.4, 30.5), place("Chad", 15.0, 19.0, kind=PlaceKind.COUNTRY, radius_km=600.0)])
    assert [(mark.label, mark.area) for mark in view.marks] == [("Chad", True), ("Kyiv", False)]


def test_a_place_that_is_only_near_is_an_area_and_says_so():
    (mark,) = map_of([place("Kyiv", 50.4, 30.5, relation="near", radius_km=25.0)]).marks
    assert (mark.label, mark.area) == ("near Kyiv", True)


def test_governments_are_not_on_the_map():
    assert map_of([place("Moscow", 55.7, 37.6, role=ToponymRole.METONYMIC)]) is None


def test_one_place_named_twice_is_one_mark():
    assert len(map_of([place("Kyiv", 50.4, 30.5), place("Kyiv", 50.4, 30.5)]).marks) == 1


def test_land_that_crosses_the_date_line_is_drawn_in_one_piece():
    drawn = map_of([place("Vladivostok", 43.1, 131.9), place("Utqiagvik", 71.3, -156.8)])
    for path in drawn.land:
        xs = [float(point.split(",")[0]) for point in path.strip("MZ").split("L")]
        assert max(abs(after - before) for before, after in pairwise(xs)) < drawn.width / 4


def test_both_sides_of_the_date_line_have_their_land():
    assert len(map_of([place("Anadyr", 64.7, 177.5)]).land) > 1
    assert len(map_of([place("Uelen", 66.2, -169.8)]).land) > 1
