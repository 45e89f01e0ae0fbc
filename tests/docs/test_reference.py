import subprocess
import sys
from pathlib import Path

import click
import pytest

import sayso
from sayso import errors
from sayso.cli.main import cli

DOCS = Path(__file__).parents[2] / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="installed without the documentation")


def reference(name: str) -> str:
    return (DOCS / "reference" / name).read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    root = click.Context(cli)
    return {name: cli.get_command(root, name) for name in cli.list_commands(root)}


def test_the_reference_is_what_the_code_says():
    check = subprocess.run([sys.executable, DOCS / "generate.py", "--check"], capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented_with_two_examples(name):
    section = reference("cli.md").split(f"## sayso {name}\n")[1].split("\n## ")[0]
    examples = section.split("Examples:")[1].strip().splitlines()
    assert len([line for line in examples if f"sayso {name}" in line]) >= 2


@pytest.mark.parametrize(("name", "command"), commands().items())
def test_every_option_is_documented(name, command):
    section = reference("cli.md").split(f"## sayso {name}\n")[1].split("\n## ")[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in section
            assert parameter.help


@pytest.mark.parametrize("name", [name for name, one in vars(errors).items() if isinstance(one, type)])
def test_every_error_is_documented_and_in_the_tree(name):
    if name != "Any":
        assert f"`{name}`" in reference("errors.md")
        assert name in (errors.__doc__ or "")


def test_error_codes_are_unique():
    found = [errors.SaysoError]
    for one in found:
        found += one.__subclasses__()
    codes = [one.code for one in dict.fromkeys(found) if one.__module__ == "sayso.errors"]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_documented(name):
    assert f"sayso.{name}" in reference("api.md")
