"""What is installed is the whole package: its data too, and nothing of the recipe, the benchmarks or the tests."""

import json
import os
import subprocess
import sys
import zipfile
from importlib.metadata import requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "sayso"
SAMPLE = ROOT / "samples" / "gulf-ferry.html"

pytestmark = pytest.mark.skipif(not PACKAGE.is_dir(), reason="installed without the project's files")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel that `pip install .` makes; skipped where pip cannot get what builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode and "hatchling" in made.stderr:
        pytest.skip("pip cannot get hatchling here")
    assert made.returncode == 0, made.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_every_file_of_the_package_is_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("sayso/")}
    files = {path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob("*") if path.is_file()}
    assert packed == {
        path.as_posix() for path in files if not any(part.startswith((".", "__pyc")) for part in path.parts)
    }


@pytest.mark.slow
def test_nothing_but_the_package_is_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert {name.split("/")[0].split("-")[0] for name in archive.namelist()} == {"sayso"}


@pytest.mark.slow
def test_the_wheel_reads_as_the_clone_does(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    command = [sys.executable, "-P", "-m", "sayso", "read", "--json", "--quiet", str(SAMPLE)]
    here, there = ({**os.environ, "PYTHONPATH": str(folder)} for folder in (PACKAGE.parent, tmp_path / "installed"))
    expected = subprocess.run(command, capture_output=True, cwd=tmp_path, env=here, check=True)
    assert subprocess.run(command, capture_output=True, cwd=tmp_path, env=there, check=True).stdout == expected.stdout
    assert json.loads(expected.stdout)["statements"]


def test_every_name_that_others_require_by_extra_is_required_by_name():
    """pip before 23.3, which comes with Python 3.11, misses extras that a package spells in another way than asked."""
    assert any(requirement.startswith("lxml-html-clean") for requirement in requires("sayso") or ())


def test_the_tagger_fits_in_the_wheel():
    bundle = PACKAGE / "tagger" / "bundle"
    assert sum(path.stat().st_size for path in bundle.glob("*")) <= 30_000_000
