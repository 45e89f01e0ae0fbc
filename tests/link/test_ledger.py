import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from sayso.errors import RecordError
from sayso.link.ledger import add_to_ledger, read_ledger
from sayso.record.judgement import Verdict, judged, retracted
from told import WHEN


def judgement(number: int):
    left, right = f"ac-{number:016x}", f"ac-{number + 1:016x}"
    return judged(left, right, Verdict.SAME, by="Ada", when=WHEN + timedelta(seconds=number), why="a reason")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "links.jsonl"


def test_no_file_holds_nothing(path):
    assert read_ledger(path).decisions == ()


def test_what_was_added_is_there_in_order(path):
    one, two = judgement(1), judgement(2)
    undo = retracted(one, by="Bo", when=WHEN)
    add_to_ledger(path, [one])
    add_to_ledger(path, [two, undo])
    assert read_ledger(path).decisions == (one, two, undo)


def test_what_is_there_is_not_added_again(path):
    add_to_ledger(path, [judgement(1)])
    before = path.read_bytes()
    assert add_to_ledger(path, [judgement(1), judgement(1)]) == ()
    assert path.read_bytes() == before


def test_bytes_that_are_there_never_change(path):
    add_to_ledger(path, [judgement(1)])
    before = path.read_bytes()
    add_to_ledger(path, [judgement(2)])
    assert path.read_bytes().startswith(before)


@pytest.mark.parametrize("cut", [1, 20, 150])
def test_a_torn_last_line_costs_only_itself(path, cut):
    add_to_ledger(path, [judgement(1), judgement(2)])
    path.write_bytes(path.read_bytes()[:-cut])
    assert read_ledger(path).decisions[0] == judgement(1)
    add_to_ledger(path, [judgement(2), judgement(3)])
    assert {one.id for one in read_ledger(path).decisions} == {judgement(number).id for number in (1, 2, 3)}


def test_a_torn_line_is_told(path):
    add_to_ledger(path, [judgement(1), judgement(2)])
    path.write_bytes(path.read_bytes()[:-20])
    assert read_ledger(path).damaged == (2,)


def test_a_file_of_something_else_is_refused(path):
    path.write_text("name,age\nAda,36\n")
    with pytest.raises(RecordError, match="no judgements of sayso"):
        read_ledger(path)


def test_a_later_format_is_refused(path):
    add_to_ledger(path, [judgement(1)])
    path.write_bytes(path.read_bytes().replace(b'"kind"', b'"format":"sayso.judgement/9","kind"'))
    with pytest.raises(RecordError, match="upgrade"):
        read_ledger(path)


WRITER = """
import sys
from pathlib import Path
from sayso.link.ledger import add_to_ledger
from test_ledger import judgement
for number in range(100_000):
    add_to_ledger(Path(sys.argv[1]), [judgement(number)])
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_killed_writer_loses_nothing_that_it_told_of(path):
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join([os.path.dirname(__file__), *sys.path])}
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, env=surroundings
    ) as writer:
        for _ in range(20):
            writer.stdout.readline()
        time.sleep(0.01)
        writer.send_signal(signal.SIGKILL)
        last = max([19, *map(int, writer.stdout.read().split())])
    kept = {one.id for one in read_ledger(path).decisions}
    assert {judgement(number).id for number in range(last + 1)} <= kept
