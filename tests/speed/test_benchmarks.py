import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from benchmarks.comparison import compared, slowness
from benchmarks.pages import digest_of, write_pages
from benchmarks.result import Result
from benchmarks.stopwatch import Stopwatch
from sayso import read_report
from sayso.pipeline import Options

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def result(tmp_path_factory) -> Result:
    """A run by rule over few pages."""
    file = tmp_path_factory.mktemp("figures") / "figures.json"
    command = [sys.executable, "-m", "benchmarks.reading", "--system", "rules", "--reports", "4", "--jobs", "2"]
    subprocess.run([*command, "--cold-starts", "1", "--json", str(file)], cwd=ROOT, check=True, capture_output=True)
    return msgspec.json.decode(file.read_bytes(), type=Result)


def test_the_same_seed_gives_the_same_pages(tmp_path):
    first, second, other = (tmp_path / name for name in ("first", "second", "other"))
    for folder, seed in ((first, 1), (second, 1), (other, 2)):
        folder.mkdir()
        write_pages(folder, count=3, words=200, seed=seed)
    digests = [digest_of(sorted(folder.iterdir())) for folder in (first, second, other)]
    assert digests[0] == digests[1] != digests[2]


def test_a_page_is_read_whole_and_without_what_stands_around_it(tmp_path):
    (file,) = write_pages(tmp_path, count=1, words=750, seed=1)
    record = read_report(str(file), options=Options(tagger=False))
    assert 750 <= len(record.report.text.split()) <= 1_000
    assert record.report.furniture.publisher == "The Harbour Post"
    assert "Read more" not in record.report.text
    assert record.statements


@pytest.mark.slow
def test_parts_of_a_hop_add_up_to_no_more_than_the_hop(result):
    parts = result.hops.parts_ms
    for hop in ("read", "annotate", "attribute"):
        within = sum(ms for path, ms in parts.items() if path.count("/") == 1 and path.startswith(f"{hop}/"))
        assert 0 < within <= parts[hop]


@pytest.mark.slow
def test_every_page_is_read_by_the_processes(result):
    assert (result.throughput.reports, result.throughput.failures) == (4, 0)


@pytest.mark.slow
def test_a_run_compared_with_itself_is_even(result):
    _, *lines = compared(result, result)
    assert {line.split()[0] for line in lines} == {"1.00"}


@pytest.mark.slow
def test_a_slower_machine_is_taken_out_of_the_ratio(result):
    halved = {kind: seconds / 2 for kind, seconds in result.calibration.items()}
    assert slowness(result, msgspec.structs.replace(result, calibration=halved)) == pytest.approx(2)


def test_a_part_is_counted_in_its_whole():
    watch = Stopwatch()
    with watch.part("read"), watch.part("scan"):
        sum(range(200_000))
    assert 0 < watch.seconds["read/scan"] <= watch.seconds["read"]
