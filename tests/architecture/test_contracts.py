import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="installed without the project's files")
def test_the_rooms_import_only_what_they_may():
    """In a process of its own: the linter silences every logger that it finds."""
    told = subprocess.run(
        [sys.executable, "-c", LINT, "--config", "pyproject.toml", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert " 0 broken" in told.stdout
