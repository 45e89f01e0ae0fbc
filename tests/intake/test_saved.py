import gzip
import io
import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy, binary, booleans, lists, sampled_from, tuples

from records import hostile, sea_wall
from sayso.errors import NoText
from sayso.export.jsonl import placed
from sayso.intake.saved import holds_records, records_at
from sayso.limits import Limits
from sayso.record.codec import encode
from sayso.record.record import Failure, Record

LINE = encode(sea_wall())
FAILED = encode(Failure.of(NoText("b.pdf: no text"), uri="b.pdf", hop="read"))


def binaries() -> SearchStrategy[bytes]:
    """Bytes that are ours in part."""
    pieces = sampled_from([LINE, FAILED, LINE[:40], b'{"location":"a","record":', b"}", b"\n", b"\x1f\x8b"]) | binary(
        max_size=20
    )
    return lists(tuples(pieces, pieces).map(b"".join), max_size=6).map(b"".join)


def saved(path, content: bytes, limits: Limits | None = None):
    path.write_bytes(content)
    return list(records_at(str(path), limits=limits or Limits()))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "saved.jsonl"


def test_what_was_written_comes_back_in_order(file):
    found = saved(file, LINE + b"\n" + FAILED + b"\n")
    assert [encode(one.finding) for one in found] == [LINE, FAILED]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(LINE, id="without-a-last-newline"),
        pytest.param(LINE + b"\r\n", id="with-windows-line-ends"),
        pytest.param(b"\xef\xbb\xbf" + LINE, id="with-a-byte-order-mark"),
        pytest.param(b"\n\n" + LINE + b"\n\n", id="with-empty-lines"),
        pytest.param(gzip.compress(LINE + b"\n"), id="in-gzip"),
        pytest.param(placed("a.html", "record", LINE), id="with-its-location"),
        pytest.param(json.dumps(json.loads(LINE)).encode(), id="spaced-by-another-program"),
    ],
)
def test_a_record_is_known_and_read_however_it_was_written(file, content):
    (one,) = saved(file, content)
    assert holds_records(str(file))
    assert one.finding == sea_wall()


def test_a_line_that_tells_where_its_report_lay_is_believed(file):
    found = saved(file, placed("a.html", "record", LINE) + b"\n" + placed("b.pdf", "failure", FAILED) + b"\n" + LINE)
    assert [one.uri for one in found] == ["a.html", "b.pdf", f"{file}:3"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param(LINE[:-20], "not a record of sayso", id="cut-short"),
        pytest.param(b"\xff\xfe" + LINE, "not a record of sayso", id="not-text"),
        pytest.param(LINE.replace(b"sayso.record/1", b"sayso.record/9"), "sayso.record/9", id="of-a-newer-format"),
        pytest.param(LINE.replace(b'"text":"Harrow"', b'"text":"Barrow"'), "not in its text", id="changed-by-hand"),
        pytest.param(b'{"location":"a.html"}', "not a record of sayso", id="with-a-location-and-nothing-else"),
        pytest.param(b"[" * 100_000, "not a record of sayso", id="deeply-nested"),
    ],
)
def test_a_bad_line_is_a_failure_that_names_it_and_the_others_go_on(file, line, why):
    _, bad, last = saved(file, LINE + b"\n" + line + b"\n" + LINE + b"\n")
    assert isinstance(bad.finding, Failure)
    assert (bad.finding.uri, bad.finding.code) == (f"{file}:2", "SAY-E040")
    assert bad.finding.message.startswith(f"{file}:2: ")
    assert why in bad.finding.message
    assert isinstance(last.finding, Record)


def test_a_line_longer_than_any_record_is_left_out(file):
    _, bad, last = saved(file, LINE + b"\n" + b"x" * 200_000 + b"\n" + LINE, Limits(unpacked_bytes=100_000))
    assert (bad.finding.code, bad.uri) == ("SAY-E025", f"{file}:2")
    assert isinstance(last.finding, Record)


@pytest.mark.parametrize("by", [1, 9, 200])
def test_gzip_that_ends_early_gives_what_is_whole_and_says_where_it_broke(file, by):
    lines = b"".join(encode(hostile(f"{number:x}" * 500)) + b"\n" for number in range(3))
    *whole, broken = saved(file, gzip.compress(lines)[:-by])
    assert all(isinstance(one.finding, Record) for one in whole)
    assert (broken.finding.code, broken.uri) == ("SAY-E013", f"{file}:{len(whole) + 1}")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b'{"headline": "Ferry line to close", "text": "The ferry will stop."}', id="a-report-in-json"),
        pytest.param(b'{"kind": "record", "artist": "Mara Quist"}', id="a-record-of-another-kind"),
        pytest.param(b"<pre>" + LINE, id="a-page-that-shows-one"),
        pytest.param(gzip.compress(b"<p>The ferry will stop.")[:12], id="damaged-gzip"),
    ],
)
def test_anything_else_is_left_to_the_readers(file, content):
    file.write_bytes(content)
    assert not holds_records(str(file))


@pytest.mark.parametrize("location", ["no/such/file", "https://news.example/1", "a\0b", "."])
def test_what_is_no_file_holds_no_records(location):
    assert not holds_records(location)


@pytest.mark.parametrize("content", [LINE + b"\n" + LINE, gzip.compress(LINE + b"\n" + LINE)], ids=["plain", "gzip"])
def test_records_come_through_a_pipe(content):
    script = (
        "from sayso.intake.saved import *; from sayso.limits import Limits; print(holds_records('-'), "
        "[type(one.finding).__name__ for one in records_at('-', limits=Limits())])"
    )
    done = subprocess.run([sys.executable, "-c", script], input=content, capture_output=True, check=True)
    assert done.stdout.split(b" ", 1) == [b"True", b"['Record', 'Record']\n"]


def test_looking_at_standard_input_uses_nothing_up(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The ferry will stop.")))
    assert not holds_records("-")
    assert sys.stdin.read() == "The ferry will stop."


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=binaries(), packed=booleans())
def test_any_bytes_give_findings_and_never_an_error(file, content, packed):
    file.write_bytes(gzip.compress(content) if packed else content)
    holds_records(str(file))
    assert all(isinstance(one.finding, Record | Failure) for one in records_at(str(file), limits=Limits()))


def test_a_record_printed_over_many_lines_is_no_file_of_records(tmp_path):
    spread = tmp_path / "expected.json"
    spread.write_text('{\n "kind": "record",\n "report": {}\n}\n')
    assert not holds_records(str(spread))
