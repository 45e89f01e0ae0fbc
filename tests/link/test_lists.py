import gzip
from datetime import date, datetime

import pytest
from msgspec.structs import replace

from sayso.errors import CodebookError
from sayso.link.linked import linked
from sayso.link.lists.ftm import read_entities
from sayso.link.lists.petrarch import read_petrarch
from sayso.link.lists.read import read_list
from sayso.link.lists.table import read_table
from sayso.record.actor import ActorKind
from sayso.record.report import Furniture
from sayso.record.when import Granularity, Stamp
from told import WHEN, told

DICTIONARY = """
# a note
MARIT_OLAFSEN_  # another
+M._OLAFSEN_
+OLAFSEN_THE_YOUNGER
\t[NORGOV 990101-050630]
\t[NORGOVMIL >20050701]
\t[NORELI <981231]
\t[NORELI]
FJORD_FERRIES_ [NORBUS]
BROKEN_ [NORGOV 9913-05]
"""
TABLE = """id,name,aliases,country,code,office,since,until
Q1,Marit Olafsen,Marit Olavsen; M. Olafsen,NO,,Minister of Fisheries,1999-01-01,2005-06-30
Q1,Marit Olafsen,,NOR,,Minister of Defence,2005-07-01,
Q2,Fjord Ferries AS,,no,NORBUS,,,
Q3,Nobody,,NO,X,,yesterday,
"""
ENTITIES = """{"id":"p1","schema":"Person","properties":{"name":["Marit Olafsen"],"country":["no"]}}
{"id":"post","schema":"Position","properties":{"name":["Minister of Defence"],"country":["no"]}}
{"id":"o","schema":"Occupancy","properties":{"holder":["p1"],"post":["post"],"startDate":["2005-07"],"endDate":["2009"]}}
{"id":"c1","schema":"Company","properties":{"name":["Fjord Ferries AS"],"jurisdiction":["no"]}}
not an entity
"""


def dictionary():
    return read_petrarch(DICTIONARY.splitlines(), "list.txt")


def codes(actor, day):
    return [office.code for office in actor.offices_on(day)]


def test_a_dictionary_gives_names_and_country():
    first, second, _ = dictionary().entries
    assert first.names == ("MARIT OLAFSEN", "M. OLAFSEN", "OLAFSEN THE YOUNGER")
    assert (first.country, second.country) == ("NOR", "NOR")


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(1998, 6, 1), "NORELI"),
        (date(1999, 1, 1), "NORGOV"),
        (date(2005, 6, 30), "NORGOV"),
        (date(2005, 7, 1), "NORGOVMIL"),
        (date(2024, 1, 1), "NORGOVMIL"),
        (None, "NORELI"),
    ],
)
def test_an_office_is_in_force_from_its_first_day_to_its_last(day, code):
    assert codes(dictionary().entries[0], day) == [code]


def test_a_day_that_makes_no_sense_is_told_with_its_line():
    (problem,) = dictionary().problems
    assert problem.startswith("list.txt:11: [NORGOV 9913-05]")


def test_a_day_that_its_month_lacks_is_the_last_it_has():
    (actor,) = read_petrarch(["SOMEBODY_", "\t[MDVGOV 091201-110231]"], "x").entries
    assert actor.offices[0].until == date(2011, 2, 28)


def test_rows_of_a_table_with_one_id_are_one_actor():
    found = read_table(TABLE.splitlines(), "list.csv")
    marit, ferries = found.entries
    assert [office.title for office in marit.offices_on(date(2004, 1, 1))] == ["Minister of Fisheries"]
    assert marit.names == ("Marit Olafsen", "Marit Olavsen", "M. Olafsen")
    assert (ferries.id, ferries.country) == ("Q2", "NOR")
    assert found.problems == ("list.csv:5: 'yesterday' is no day, like 2022-10-15",)


def test_entities_give_the_posts_that_are_held():
    found = read_entities(ENTITIES.splitlines(), "list.json")
    marit, _ = found.entries
    (office,) = marit.offices
    assert (office.title, office.since, office.until) == ("Minister of Defence", date(2005, 7, 1), date(2009, 12, 31))
    assert found.problems[0].startswith("list.json:5: no entity")


@pytest.mark.parametrize(("text", "count"), [(DICTIONARY, 3), (TABLE, 2), (ENTITIES, 2)])
def test_the_kind_of_a_list_is_known_by_its_content(tmp_path, text, count):
    (tmp_path / "plain").write_text(text, encoding="utf-8")
    (tmp_path / "packed").write_bytes(gzip.compress(text.encode()))
    assert len(read_list(tmp_path / "plain").entries) == count
    assert len(read_list(tmp_path / "packed").entries) == count
    assert len(read_list(tmp_path).entries) == 2 * count


def test_a_file_without_actors_is_refused(tmp_path):
    (tmp_path / "list").write_text("# nothing\n")
    with pytest.raises(CodebookError, match="no actors"):
        read_list(tmp_path / "list")


def dated(record, day):
    stamp = Stamp(value=day, granularity=Granularity.DAY, basis="test")
    return replace(record, report=replace(record.report, furniture=Furniture(first_published=stamp)))


def test_codes_are_those_in_force_when_the_report_came_out():
    report = dated(told("Marit Olafsen closed the harbour.", "Marit Olafsen"), "2004-02-03")
    (actor,) = linked([report], when=WHEN, listed=dictionary().entries).actors
    (listing,) = actor.listings
    assert (listing.id, listing.codes) == ("MARIT OLAFSEN", ("NORGOV",))


def test_a_body_is_looked_up_whatever_the_case():
    report = told("Fjord Ferries closed the harbour.", "Fjord Ferries", kind=ActorKind.ORGANISATION)
    (actor,) = linked([report], when=WHEN, listed=dictionary().entries).actors
    assert actor.listings[0].codes == ("NORBUS",)


def test_somebody_of_another_country_is_not_the_one_in_the_list():
    report = told("Swedish Marit Olafsen closed the harbour.", "Marit Olafsen", country="SWE")
    (actor,) = linked([report], when=WHEN, listed=dictionary().entries).actors
    assert actor.listings == ()


def test_a_name_that_two_entries_bear_is_not_looked_up():
    twice = [*dictionary().entries, *read_table(TABLE.splitlines(), "x").entries]
    (actor,) = linked([told("Marit Olafsen came.", "Marit Olafsen")], when=WHEN, listed=twice).actors
    assert actor.listings == ()


@pytest.mark.corpus
def test_the_phoenix_dictionaries_are_read(corpora):
    found = read_list(corpora / "phoenix-dictionaries" / "Phoenix.Countries.actors.txt")
    assert len(found.entries) > 15_000
    assert len(found.problems) < 20
    (annan,) = (
        one
        for one in read_list(corpora / "phoenix-dictionaries" / "Phoenix.International.actors.txt").entries
        if "KOFI ANNAN" in one.names
    )
    assert codes(annan, date(2003, 5, 1)) == ["IGOUNO"]
    assert codes(annan, datetime(2010, 5, 1).date()) == ["ELI"]
