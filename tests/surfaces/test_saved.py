"""Records that were saved, shown again: no report is read."""

import gzip
import json

import pytest

from records import sea_wall
from sayso.errors import NoText
from sayso.record.codec import decode, encode
from sayso.record.record import Failure
from whereabouts import RECORD

FAILED = Failure.of(NoText("b.pdf: no text"), uri="b.pdf", hop="read")


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "saved.jsonl"
    path.write_bytes(b"".join(encode(finding) + b"\n" for finding in (sea_wall(), FAILED, RECORD)))
    return str(path)


def test_saved_records_look_as_they_did_when_they_were_read(sayso, tmp_path):
    (tmp_path / "one.jsonl").write_bytes(encode(sea_wall()))
    assert sayso("read", str(tmp_path / "one.jsonl")).stdout == sayso("read", "sea-wall").stdout


def test_no_process_is_started_for_them(sayso, saved, monkeypatch):
    monkeypatch.setattr("sayso.scale.local.Process", None)
    assert sayso("read", saved).exit_code == 1


def test_saved_failures_are_failures_again(sayso, saved):
    result = sayso("read", "--progress", "none", saved)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["Not read [SAY-E022] b.pdf: no text", "1 of 3 could not be read."]


def test_saved_records_among_reports_keep_their_place(sayso, saved):
    lines = sayso("read", "--json", "--locations", "a/sea-wall", saved, saved, "empty", "b/sea-wall").stdout
    told = [json.loads(line)["location"] for line in lines.splitlines()]
    thrice = [f"{saved}:{number}" for number in (1, 2, 3)]
    assert told == ["a/sea-wall", *thrice, *thrice, "empty", "b/sea-wall"]


def test_json_of_saved_records_is_their_json(sayso, saved):
    with open(saved, "rb") as file:
        assert sayso("read", "--json", saved).stdout_bytes == file.read()


def test_a_file_with_locations_gives_them_back(sayso, tmp_path):
    path = tmp_path / "placed.jsonl.gz"
    path.write_bytes(gzip.compress(sayso("read", "--json", "--locations", "a/sea-wall", "empty").stdout_bytes))
    again = sayso("read", "--json", "--locations", str(path)).stdout
    assert [json.loads(line)["location"] for line in again.splitlines()] == ["a/sea-wall", "empty"]
    plain = sayso("read", "--json", str(path)).stdout
    assert decode(plain.splitlines()[0]) == sea_wall()


def test_records_may_come_from_standard_input(sayso):
    assert "Brindle to rebuild" in sayso("read", "-", input=encode(sea_wall())).stdout


def test_a_damaged_line_is_told_with_its_number(sayso, saved):
    with open(saved, "ab") as file:
        file.write(b'{"kind":"record","rep')
    result = sayso("read", "--quiet", saved)
    assert result.exit_code == 1
    assert f"Not read [SAY-E040] {saved}:4: not a record of sayso" in result.stderr
