import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from records import sea_wall
from sayso.record.codec import decode, encode
from sayso.record.record import Failure, Record


def test_a_report_is_shown_as_a_page(sayso):
    result = sayso("read", "sea-wall")
    assert result.exit_code == 0
    assert result.stdout.startswith("Brindle to rebuild sea wall after floods, mayor says\n")
    assert result.stderr == ""


def test_json_gives_one_line_for_each_finding_and_nothing_else(sayso):
    result = sayso("read", "--json", "sea-wall", "empty", "missing")
    findings = [decode(line) for line in result.stdout.splitlines()]
    assert [type(finding) for finding in findings] == [Record, Failure, Failure]
    assert result.stdout_bytes.splitlines()[0] == encode(sea_wall())


def test_locations_say_where_each_line_came_from(sayso):
    lines = sayso("read", "--json", "--locations", "a/sea-wall", "a/empty").stdout.splitlines()
    record, failure = map(json.loads, lines)
    assert (record["location"], record["record"]["kind"]) == ("a/sea-wall", "record")
    assert (failure["location"], failure["failure"]["kind"]) == ("a/empty", "failure")


def test_what_could_not_be_read_is_summed_up_on_standard_error(sayso):
    result = sayso("read", "--progress", "none", "sea-wall", "empty", "missing")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "Not read [SAY-E022] empty: empty",
        "Not read [SAY-E011] missing: no such file or folder",
        "2 of 3 could not be read.",
    ]


def test_many_failures_are_told_in_part(sayso):
    told = sayso("read", "--quiet", *["missing"] * 30).stderr.splitlines()
    assert len(told) == 22
    assert told[-2:] == ["… and 10 more (--json gives a line for each)", "30 of 30 could not be read."]


def test_a_report_that_lacks_text_is_shown_and_told_to_be_in_doubt(sayso):
    result = sayso("read", "suspect")
    assert result.exit_code == 1
    assert result.stdout.startswith("Brindle to rebuild")
    assert result.stderr == (
        "In doubt [html.extraction-suspect] suspect: the page shows much more text than was found\n"
    )


def test_html_is_written_and_told(sayso, tmp_path):
    page = tmp_path / "page.html"
    result = sayso("read", "--progress", "none", "--html", str(page), "sea-wall", "empty")
    assert result.stdout == ""
    assert f"Wrote {page}" in result.stderr
    assert "Brindle to rebuild" in page.read_text()
    assert "empty: empty" in page.read_text()


def test_html_that_cannot_be_written_is_one_line(sayso, tmp_path):
    result = sayso("read", "--html", str(tmp_path / "no" / "page.html"), "sea-wall")
    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr
    assert "Traceback" not in result.stderr


def test_quiet_leaves_only_failures(sayso):
    assert sayso("read", "--quiet", "--progress", "auto", "sea-wall", "sea-wall").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["read", "sea-wall"], 0, id="all-read"),
        pytest.param(["read", "silent"], 0, id="nothing-found"),
        pytest.param(["read", "--require", "silent"], 3, id="nothing-found-but-required"),
        pytest.param(["read", "--require", "sea-wall"], 0, id="found-as-required"),
        pytest.param(["read", "--require", "missing"], 1, id="failed-and-nothing-found"),
        pytest.param(["read", "sea-wall", "empty"], 1, id="some-failed"),
        pytest.param(["read"], 2, id="no-location"),
        pytest.param(["read", "--colour", "x"], 2, id="no-such-option"),
        pytest.param(["read", "--locations", "x"], 2, id="locations-without-json"),
        pytest.param(["reed", "x"], 2, id="no-such-command"),
        pytest.param(["read", "bug"], 70, id="a-bug"),
    ],
)
def test_exit_status(sayso, arguments, status):
    assert sayso(*arguments).exit_code == status


def test_a_bug_is_one_line_without_debug(sayso):
    result = sayso("read", "bug")
    assert "a bug in sayso, met in bug: KeyError" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_bug_shows_its_traceback_with_debug(sayso):
    result = sayso("read", "--debug", "bug")
    assert isinstance(result.exception, RuntimeError)
    assert "in read_capture" in result.exception.__notes__[0]


def test_a_folder_is_read_with_all_that_is_in_it(sayso, tmp_path):
    for name in ("b", "a", "empty"):
        (tmp_path / name).write_text("x")
    lines = sayso("read", "--json", "--locations", str(tmp_path)).stdout.splitlines()
    assert [json.loads(line)["location"].rsplit("/")[-1] for line in lines] == ["a", "b", "empty"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_output_is_the_same_whatever_the_number_of_processes(sayso, jobs):
    names = [f"{number}" for number in range(6)] + ["empty"]
    assert sayso("read", "--json", "--jobs", jobs, *names).stdout_bytes == sayso("read", "--json", *names).stdout_bytes


def test_colour_is_off_in_a_pipe_and_on_when_asked_for(sayso):
    assert "\x1b[" not in sayso("read", "sea-wall").stdout
    assert "\x1b[1m" in sayso("read", "--color", "always", "sea-wall", color=True).stdout


def test_progress_as_json_counts_to_the_end(sayso):
    told = [json.loads(line) for line in sayso("read", "--json", "--progress", "json", "a", "b").stderr.splitlines()]
    assert (told[-1]["reports"], told[-1]["total"], told[-1]["failures"]) == (2, 2, 0)


def test_progress_without_a_terminal_is_a_line(sayso):
    assert sayso("read", "--json", "a", "b").stderr.startswith("2 of 2 reports, ")


def test_schema_is_a_json_schema_that_names_a_statement(sayso):
    schema = json.loads(sayso("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "Statement" in schema["$defs"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(sayso, shell):
    assert "_SAYSO_COMPLETE" in sayso("completion", shell).stdout


@pytest.mark.parametrize("verb", ["read", "places", "times", "schema", "gazetteer", "evaluate", "completion"])
def test_help_of_every_command_has_two_examples(sayso, verb):
    told = sayso(verb, "--help").output
    assert told.count(f"sayso {verb}") + told.count("| sayso") >= 3  # the usage line is one


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_ends_a_run_with_130(times, tmp_path):
    script = (
        "import sys; from sayso.cli import run; from sayso.scale.local import Crew\n"
        "run.Crew = lambda **staffing: Crew(steps='slow_steps', **staffing)\n"
        "from sayso.cli.main import main; main()"
    )
    (tmp_path / "slow_steps.py").write_text(
        "import time\nfrom canned import *\nimport canned\n"
        "def read_capture(capture, *, options):\n"
        "    time.sleep(1.5)\n"
        "    return canned.read_capture(capture, options=options)\n"
    )
    path = f"{tmp_path}:{Path(__file__).parent}:{Path(__file__).parent.parent}"
    command = [sys.executable, "-c", script, "read", "--json", "--jobs", "1", *"abcdef"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": path}) as sayso:
        sayso.stdout.readline()
        time.sleep(0.5)  # the second report is in hand now
        for _ in range(times):
            sayso.send_signal(2)
            sayso.stderr.readline()
        rest = sayso.stdout.read().splitlines()
    assert sayso.returncode == 130
    assert len(rest) == (1 if times == 1 else 0)
