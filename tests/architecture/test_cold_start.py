import json
import os
import subprocess
import sys

import pytest

import sayso

HEAVY = {"trafilatura", "lxml", "turbohtml", "htmldate", "pypdf", "ftfy", "numpy", "onnxruntime", "jinja2", "rich"}
HEAVY |= {"msgspec", "httpx2", "charset_normalizer", "justext", "sayso.pipeline", "sayso.record"}


def modules_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running `code`."""
    script = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit: pass\nimport json\nprint('\\n' + json.dumps([*sys.modules]))"
    )
    fresh = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(fresh.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import sayso", id="import"),
        pytest.param("from sayso.cli.main import cli; cli(['--help'])", id="help"),
        pytest.param("from sayso.cli.main import cli; cli(['read', '--help'])", id="help-of-read"),
        pytest.param("from sayso.cli.main import cli; cli(['--version'])", id="version"),
        pytest.param("from sayso.cli.main import cli; cli(['completion', 'bash'])", id="completion"),
    ],
)
def test_nothing_heavy_is_imported(code):
    assert not modules_after(code) & HEAVY


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_costs_less_than_150_ms(option):
    """In processor time, which tells the same beside other work; on a quiet machine the clock shows little more."""

    def once() -> float:
        before = os.times()
        subprocess.run([sys.executable, "-m", "sayso", option], capture_output=True, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert min(once() for _ in range(5)) < 0.150


def test_a_reading_process_loads_only_the_reader_it_needs():
    code = (
        "from sayso import pipeline; from sayso.record.report import Capture; "
        "capture = Capture(content=b'It rained, she said.', uri='x', media_type='', digest='0' * 64); "
        "pipeline.read_capture(capture, options=pipeline.Options(tagger=False))"
    )
    assert not modules_after(code) & {"trafilatura", "pypdf", "turbohtml", "onnxruntime", "rich", "jinja2", "click"}


def test_public_names_are_sorted_and_there():
    assert sorted(sayso.__all__) == sorted(set(sayso.__all__))
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_a_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'utils'"):
        sayso.utils  # noqa: B018


def test_importing_every_module_does_no_work():
    """Nothing of ours is opened but code, nobody is called, nothing is started."""
    fresh = subprocess.run([sys.executable, "-c", IMPORT_EVERYTHING], capture_output=True, text=True)
    assert fresh.stdout.splitlines() == ["done"], fresh.stderr


IMPORT_EVERYTHING = """
import importlib, os, pkgutil, sys
import sayso

ours = os.path.dirname(sayso.__file__)

def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        print(event, arguments)
    elif event == "open" and str(arguments[0]).startswith(ours) and not str(arguments[0]).endswith((".py", ".pyc")):
        if "__pycache__" not in str(arguments[0]):
            print(event, arguments)

sys.addaudithook(watch)
for found in pkgutil.walk_packages(sayso.__path__, "sayso."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
print("done")
"""
