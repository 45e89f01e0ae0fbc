from pathlib import Path

import pytest
from importlinter import cli as import_linter

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="installed without the project's files")
def test_the_rooms_import_only_what_they_may(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    kept = (
        import_linter.lint_imports(config_filename="pyproject.toml", no_cache=True) == import_linter.EXIT_STATUS_SUCCESS
    )
    assert kept, capsys.readouterr().out
