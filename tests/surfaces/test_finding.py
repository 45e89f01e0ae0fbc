"""`sayso statements`, `sayso events` and `sayso explain`."""

import json

import pytest

from records import sea_wall
from sayso.cli.event_table import Events
from sayso.cli.statements import _forms
from sayso.record.statement import Act


def test_statements_are_shown_with_their_report_and_id(sayso):
    result = sayso("statements", "--by", "Harrow", "a")
    assert result.exit_code == 0
    assert "Brindle to rebuild sea wall" in result.stdout
    assert "Veld" not in result.stdout.replace("Tomas Veld, accused", "")
    assert any(statement.id in result.stdout for statement in sea_wall().statements)


def test_a_report_without_what_is_asked_for_is_passed_over(sayso):
    result = sayso("statements", "--by", "nobody at all", "a", "b")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No statements found." in result.stderr


def test_a_line_of_json_has_the_statement_its_speaker_and_its_report(sayso):
    result = sayso("statements", "--json", "--about", "crowns", "a")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert lines
    assert all(line["report"]["publisher"] == "The Northern Courier" for line in lines)
    assert all("crowns" in line["statement"]["content"][-1]["text"] for line in lines)


@pytest.mark.parametrize("act", ["deny", "denies", "Accuse", "declines to comment", "decline_to_comment"])
def test_acts_may_be_written_as_they_are_said(sayso, act):
    assert sayso("statements", "--act", act, "a").exit_code == 0


def test_every_act_has_its_spoken_form():
    assert all(_forms(act.value)[-1] for act in Act)


def test_an_act_that_is_none_is_wrong_use(sayso):
    result = sayso("statements", "--act", "mumble", "a")
    assert result.exit_code == 2
    assert "mumble" in result.stderr


def test_a_finding_is_explained_field_by_field(sayso):
    one = sea_wall().statements[0]
    result = sayso("explain", one.id, "a")
    assert result.exit_code == 0
    assert one.evidence.method in result.stdout
    assert f"at {one.content[0].start}–{one.content[0].end}" in result.stdout


def test_what_is_not_there_ends_with_the_status_for_nothing_found(sayso):
    result = sayso("explain", "st-0000000000000000", "a")
    assert result.exit_code == 3
    assert "No findings found." in result.stderr


def test_a_report_without_events_gives_none(sayso):
    assert sayso("events", "--json", "a").stdout == ""
    assert Events().count(sea_wall()) == 0
