"""`sayso actors` and `sayso judge`: who is who, and decisions on it."""

import json

import pytest

from sayso.record.codec import encode
from told import only, told

FERRY = "The ferry between Lund Island and the quay at Brassford will sail twice a day"
ONE = told(f"{FERRY}, Mayor Yuliya Petrenko said.", "Yuliya Petrenko")
TWO = told(f"{FERRY} from May, according to Mayor Yulia Petrenko.", "Yulia Petrenko")
POET = told("The violin was stolen from a bus, said the poet Yulia Petrenko.", "Yulia Petrenko")
BY_ADA = ("--by", "Ada", "--when", "2024-05-01T12:00:00")


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(encode(record) + b"\n" for record in (ONE, TWO, POET)))
    return str(path)


@pytest.fixture
def links(tmp_path):
    return str(tmp_path / "links.jsonl")


@pytest.fixture
def told_of(sayso, saved):
    """The lines of `sayso actors --json`."""

    def call(*arguments):
        result = sayso("actors", "--json", *arguments, saved)
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    return call


def test_actors_are_told_with_the_names_they_go_by(told_of):
    first, second = told_of()
    assert first["reports"] == 2
    assert set(first["names"]) == {"Yuliya Petrenko", "Yulia Petrenko"}
    assert [member["actor"] for member in second["members"]] == [only(POET)]


def test_a_table_has_a_line_for_each(sayso, saved):
    heads, *rows = sayso("actors", saved).stdout.splitlines()
    assert heads.startswith("actor")
    assert len(rows) == 2


def test_with_a_name_the_reasons_are_told(sayso, saved):
    shown = sayso("actors", "--name", "petrenko", saved).stdout
    assert "joined" in shown
    assert "kept apart" in shown
    assert "walks of life" in shown


def test_a_name_may_be_spelt_in_another_way(told_of):
    assert len(told_of("--name", "Julia Petrenko")) == 2
    assert told_of("--name", "Viktor Petrenko") == []


def test_only_who_is_asked_for_is_shown(told_of):
    assert len(told_of("--reports", "2")) == 1
    assert told_of("--being", "body") == []
    assert told_of("--country", "UKR") == []
    assert len(told_of("--id", only(POET))) == 1


def test_locations_are_told_when_asked_for(told_of, saved):
    members = told_of("--locations")[0]["members"]
    assert {member["location"] for member in members} == {f"{saved}:1", f"{saved}:2"}


def test_nothing_found_is_a_status_when_required(sayso, saved):
    assert sayso("actors", "--require", "--name", "Nobody", saved).exit_code == 3


def test_a_decision_changes_what_is_shown_and_undo_restores_it(sayso, told_of, links):
    before = told_of("--judgements", links)
    sayso("judge", "same", only(ONE), only(POET), "--judgements", links, *BY_ADA)
    assert [actor["reports"] for actor in told_of("--judgements", links)] == [3]
    assert sayso("judge", "undo", "--judgements", links, *BY_ADA).exit_code == 0
    assert told_of("--judgements", links) == before


def test_different_splits_what_a_rule_joined(sayso, told_of, links):
    (cluster, *_) = (actor["id"] for actor in told_of())
    other = max(only(ONE), only(TWO))
    assert sayso("judge", "different", cluster, other, "--judgements", links, *BY_ADA).exit_code == 0
    assert [actor["reports"] for actor in told_of("--judgements", links)] == [1, 1, 1]


def test_kept_judgements_can_be_undone_and_stay_undone(sayso, told_of, saved, links):
    result = sayso("actors", "--judgements", links, "--keep", saved)
    assert "Added 2 judgements" in result.stderr
    listed = sayso("judge", "list", "--all", "--json", "--judgements", links).stdout.splitlines()
    same = next(one["id"] for one in map(json.loads, listed) if one["verdict"] == "same")
    sayso("judge", "undo", same, "--judgements", links, *BY_ADA)
    assert [actor["reports"] for actor in told_of("--judgements", links, "--keep")] == [1, 1, 1]
    assert "Added 0 judgements" in sayso("actors", "--judgements", links, "--keep", saved).stderr


def test_a_decision_twice_is_one(sayso, links):
    for _ in range(2):
        result = sayso("judge", "same", only(ONE), only(TWO), "--judgements", links, "--by", "Ada")
        assert result.exit_code == 0
    assert "decided so before" in result.stderr
    assert len(sayso("judge", "list", "--judgements", links).stdout.splitlines()) == 1


def test_an_undo_of_an_undo_brings_it_back(sayso, links):
    sayso("judge", "same", only(ONE), only(TWO), "--judgements", links, *BY_ADA)
    undo = json.loads(sayso("judge", "undo", "--json", "--judgements", links, *BY_ADA).stdout)
    assert sayso("judge", "list", "--judgements", links).stdout == ""
    sayso("judge", "undo", undo["id"], "--judgements", links, *BY_ADA)
    assert "are one" in sayso("judge", "list", "--judgements", links).stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("same", "Ada", "Bo", *BY_ADA), "no id of an actor"),
        (("same", only(ONE), only(ONE), *BY_ADA), "one and the same"),
        (("same", only(ONE), only(TWO), "--by", "rule:mine"), "no name of a person"),
        (("undo", "ju-0123456789abcdef", *BY_ADA), "holds no ju-0123456789abcdef"),
        (("undo", *BY_ADA), "no decision by Ada"),
        (("list",), "no such file"),
    ],
)
def test_wrong_use_is_told(sayso, links, arguments, complaint):
    result = sayso("judge", *arguments, "--judgements", links)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_a_file_that_is_none_of_judgements_is_told(sayso, saved):
    result = sayso("actors", "--judgements", __file__, saved)
    assert result.exit_code == 1
    assert "SAY-E040" in result.stderr


def test_keep_needs_a_file(sayso, saved):
    assert sayso("actors", "--keep", saved).exit_code == 2


def test_an_actor_list_gives_ids_and_codes(sayso, told_of, tmp_path):
    (tmp_path / "list.csv").write_text("id,name,code\nQ7,Julia Petrenko,UKRGOV\n")
    listings = [actor.get("listings") for actor in told_of("--actors", str(tmp_path / "list.csv"))]
    assert listings[0] == [{"id": "Q7", "name": "Julia Petrenko", "codes": ["UKRGOV"]}]


def test_signs_that_act_in_a_terminal_are_made_visible(sayso, tmp_path):
    evil = told("The mayor Yulia \u202ePetrenko said so.", "Yulia \u202ePetrenko")
    path = tmp_path / "evil.jsonl"
    path.write_bytes(encode(evil))
    assert "\u202e" not in sayso("actors", str(path)).stdout
    assert "\u202e" not in sayso("actors", "--name", "Yulia", str(path)).stdout
