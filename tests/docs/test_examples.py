"""Every example in the documentation runs, and gives what it says it gives.

In a `console` block, a line that begins with "$ " is run by bash in a copy of the samples, and the lines up to the
next one are what it prints; "…" alone on a line stands for any lines, and no lines mean that anything may be printed.
The `python` blocks of a page run one after the other, in the folder where its commands ran.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NEEDED = ("samples", "tests/golden")


def blocks_of(page: Path) -> list[tuple[str, str]]:
    """Language and text of the runnable blocks of a page, in order."""
    found = [(match[1], match[2]) for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))]
    return [(language, text) for language, text in found if language == "python" or _is_ours(text)]


def _is_ours(console: str) -> bool:
    """Whether a block runs sayso on what is here: fetching needs a network, and measuring needs the corpora."""
    commands = [line for line in console.splitlines() if line.startswith("$ ")]
    elsewhere = re.compile(r"://|--corpora|sayso evaluate")
    return bool(commands) and all(re.match(r"\$ sayso ", line) and not elsewhere.search(line) for line in commands)


WITH_EXAMPLES = [page for page in PAGES if page.is_file() and blocks_of(page)]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_the_page_run(page: Path, folder: Path) -> None:
    for language, text in blocks_of(page):
        if language == "python":
            run([sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", "-c", text], folder)
            continue
        for command, shown in commands_of(text):
            printed = run(["bash", "-c", command], folder)
            assert not shown or re.fullmatch(pattern_of(shown), printed), f"{command}\n{printed}"


def test_the_tutorial_has_examples() -> None:
    assert ROOT / "docs" / "tutorial" / "your-first-record.md" in WITH_EXAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that has what a reader of the documentation has: the samples, and reports of their own."""
    for name in _NEEDED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(ROOT / "samples" / "gulf-ferry.html", tmp_path / "report.html")
    (tmp_path / "news").mkdir()
    for case in ("one-entry-json", "pdf-two-pages", "two-city-dateline"):
        (report,) = (ROOT / "tests" / "golden" / case).glob("report.*")
        shutil.copy(report, tmp_path / "news" / f"{case}{report.suffix}")
    return tmp_path


def run(command: list[str], folder: Path) -> str:
    """What the command prints, errors among it; it must end well."""
    scripts = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    surroundings = os.environ | {"PATH": scripts, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=100,
    )
    assert done.returncode == 0, f"{command[-1]}\n{done.stdout}"
    return done.stdout


def commands_of(console: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with what it shows below them."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.strip("\n")


def pattern_of(shown: str) -> str:
    """A pattern for output as shown: "…" on a line of its own stands for any lines."""
    lines = [".*" if line.strip() == "…" else re.escape(line) for line in shown.splitlines()]
    return r"(?s)" + r"\n".join(lines).replace(r".*\n", r"(?:.*\n)?") + r"\n?"
