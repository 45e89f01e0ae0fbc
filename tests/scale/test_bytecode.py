import os
import sys
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

from sayso.pipeline import MODULES
from sayso.scale.bytecode import keep_bytecode
from sayso.scale.local import Crew, Reading


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Two modules that were never compiled, and where compiled ones are kept."""
    (tmp_path / "code").mkdir()
    names = ("never_compiled_first", "never_compiled_last")
    for name in names:
        (tmp_path / "code" / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path / "code")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    yield names
    for name in names:
        sys.modules.pop(name, None)


def kept(tmp_path: Path) -> list[str]:
    return sorted(path.name.split(".")[0] for path in (tmp_path / "kept").rglob("*.pyc"))


def test_modules_that_were_never_compiled_are_kept(modules, tmp_path):
    keep_bytecode([modules])
    assert kept(tmp_path) == sorted(modules)


def test_nothing_is_imported_where_the_last_module_is_compiled_already(modules):
    import_module(modules[-1])
    keep_bytecode([modules])
    assert modules[0] not in sys.modules


def test_one_group_is_kept_at_a_time(modules, tmp_path):
    first, last = modules
    keep_bytecode([[first], [last]])
    assert kept(tmp_path) == [first]
    keep_bytecode([[first], [last]])
    assert kept(tmp_path) == [first, last]


def test_what_is_older_than_its_source_is_compiled_again(modules, tmp_path):
    import_module(modules[-1])
    (compiled,) = (tmp_path / "kept").rglob("*.pyc")
    os.utime(compiled, (0, 0))
    keep_bytecode([modules])
    assert modules[0] in sys.modules


def test_nothing_is_imported_where_python_may_keep_nothing(modules, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_bytecode([modules])
    assert modules[0] not in sys.modules


def test_nothing_is_imported_where_the_folder_cannot_be_written(modules, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    keep_bytecode([modules])
    assert modules[0] not in sys.modules


@pytest.mark.parametrize("name", list(chain.from_iterable(MODULES)))
def test_every_module_named_is_there(name):
    import_module(name)


@pytest.mark.slow
def test_reading_processes_keep_what_they_compile_before_they_may_write_no_more(tmp_path, monkeypatch):
    report = tmp_path / "a.txt"
    report.write_text("Ferry line to close\n\nThe ferry will stop in May, the operator said on Tuesday.\n")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "kept"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    for _ in MODULES:
        with Reading([str(report)], Crew()) as reading:
            assert len(list(reading)) == 1
    assert {"annotator", "attributor", "html", "pdf"} <= set(kept(tmp_path))
