import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sayso.limits import Limits
from sayso.pipeline import Options, files_at, read_reports
from sayso.record.codec import encode
from sayso.record.record import Failure, Record
from sayso.scale.local import Crew, Found, Reading

posix = pytest.mark.skipif(sys.platform == "win32", reason="the limits of this test are POSIX's")


def crew(**more) -> Crew:
    limits = Limits(wall_s=more.pop("wall_s", 10.0), cpu_s=more.pop("cpu_s", 5.0), memory_bytes=2_000_000_000)
    return Crew(options=Options(limits=limits), steps="faulty", **more)


def read(*locations: str, **more) -> list[Found]:
    with Reading(locations, crew(**more)) as reading:
        return list(reading)


def told(found: Found) -> str:
    finding = found.finding()
    return finding.report.text if isinstance(finding, Record) else f"{finding.error}: {finding.message}"


@pytest.fixture(autouse=True)
def faulty_steps(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    path = tmp_path / "scratch"
    monkeypatch.setenv("SAYSO_TEST_SCRATCH", str(path))
    return path


def test_findings_come_in_the_order_of_the_locations():
    assert [told(found) for found in read("slow:0.5", "b", "c", "d", jobs=2)] == ["slow", "b", "c", "d"]


def test_findings_say_where_they_came_from():
    assert [found.uri for found in read("a+b", "c", "missing")] == ["a+b#1", "a+b#2", "c", "missing"]


def test_a_file_whose_name_is_not_text_is_read_or_named():
    name = os.fsdecode(b"caf\xe9")
    good, bad = read(name, f"{name}+exit")[0], read(f"{name}+exit")[1]
    assert good.uri == "caf\\udce9"
    assert "caf\\udce9+exit#2" in told(bad)


def test_no_locations_give_no_findings():
    assert read() == []


def test_a_failure_passes_and_the_others_go_on():
    errors = [finding.error for found in read("empty", "missing") if isinstance(finding := found.finding(), Failure)]
    assert errors == ["NoText", "CaptureNotFound"]


@pytest.mark.parametrize(
    ("location", "ending"),
    [
        pytest.param("exit", "ended with status 7", id="exits"),
        pytest.param("segfault", "crashed (SIGSEGV)", id="segfaults", marks=posix),
        pytest.param("memory", "ran out of memory", id="allocates-10-GB", marks=posix),
        pytest.param("hang", "took longer than 1 s", id="hangs"),
        pytest.param("open-hang", "took longer than 1 s", id="hangs-while-opening"),
    ],
)
def test_a_process_that_dies_costs_one_report(location, ending):
    before, lost, after = read("before", location, "after", wall_s=1.0)
    assert (told(before), told(after)) == ("before", "after")
    assert told(lost).startswith("ReadingAborted")
    assert f"{location}: the process that read it {ending}, twice" in told(lost)


@posix
def test_a_process_that_spins_is_ended_by_the_processor_limit():
    lost, after = read("spin", "after", cpu_s=1.0)
    assert "used up its processor time" in told(lost)
    assert told(after) == "after"


def test_a_lost_report_names_its_digest_and_hop():
    (found,) = read("exit")
    failure = found.finding()
    assert isinstance(failure, Failure)
    assert (failure.hop, len(failure.digest or "")) == ("read", 64)


def test_a_report_that_fails_once_is_read_the_second_time(scratch):
    assert [told(found) for found in read("once", "b")] == ["once", "b"]


def test_other_members_of_an_archive_survive_the_bad_one():
    first, lost, last = read("a+exit+b")
    assert (told(first), told(last)) == ("a", "b")
    assert told(lost).startswith("ReadingAborted: a+exit+b#2:")


def test_an_archive_of_bad_members_is_left_after_three():
    found = read("+".join(["exit"] * 9), "after")
    assert [told(one).split(":")[0] for one in found] == ["ReadingAborted"] * 3 + ["after"]
    assert "the rest of the archive is left out" in told(found[2])


def test_what_a_library_prints_does_not_disturb():
    assert [told(found) for found in read("print", "b")] == ["print", "b"]


@posix
def test_a_reading_process_writes_no_files(scratch):
    with pytest.raises(RuntimeError, match="File too large"):
        read("write")
    assert scratch.read_text() == ""


def test_a_bug_stops_the_run_and_shows_the_traceback():
    with pytest.raises(RuntimeError, match="a bug in sayso, met in bug: KeyError: 'nobody meant this'") as caught:
        read("a", "bug", "b")
    assert "in read_capture" in caught.value.__notes__[0]


def test_steps_that_cannot_be_imported_are_a_bug():
    with pytest.raises(RuntimeError, match="No module named 'nowhere'"), Reading(["a"], Crew(steps="nowhere")) as run:
        list(run)


def test_one_process_reads_report_after_report():
    assert len({told(found) for found in read(*["pid"] * 5)}) == 1


def test_a_process_that_is_worn_out_is_followed_by_a_fresh_one(monkeypatch):
    monkeypatch.setenv("SAYSO_TEST_WORN_OUT", "1")
    assert len({told(found) for found in read(*["pid"] * 3)}) == 3


def test_processes_find_what_the_library_finds(tmp_path):
    for name, words in (("a", "Rain will fall, she said."), ("b", ""), ("c", "“It snowed,” Ann Obi told reporters.")):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    files = list(files_at(str(tmp_path)))
    with Reading(files, Crew(jobs=2)) as reading:
        assert [found.line for found in reading] == [encode(finding) for finding in read_reports(files)]


def test_standard_input_reaches_the_process():
    with Reading(["-"], crew(stdin=lambda: b"from a pipe")) as reading:
        assert [told(found) for found in reading] == ["from a pipe"]


def test_stop_finishes_the_report_in_hand_and_begins_no_other():
    asked: list[bool] = []
    with Reading(["slow:2", "b", "c"], crew(stop=lambda: bool(asked))) as reading:
        timer_started = time.monotonic()
        findings = iter(reading)
        asker = threading.Timer(1.0, asked.append, [True])
        asker.start()
        assert [told(found) for found in findings] == ["slow"]
    assert time.monotonic() - timer_started < 10


def test_closing_early_leaves_no_process():
    with Reading(["pid", "hang"], crew()) as reading:
        pid = int(told(next(iter(reading))))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@posix
def test_a_parent_that_is_killed_takes_its_processes_along(tmp_path):
    script = (
        "from sayso.scale.local import Crew, Reading\n"
        "with Reading(['pid', 'hang'], Crew(steps='faulty')) as reading:\n"
        "    for found in reading:\n"
        "        print(found.finding().report.text, flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment)
    with parent:
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _gone_within(pid, seconds=5)


def _gone_within(pid: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
