from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import run
from sayso.cli.main import cli
from sayso.scale.local import Crew


@pytest.fixture
def sayso(monkeypatch):
    """The command, reading with the canned steps of this folder."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setattr(run, "Crew", lambda **staffing: Crew(steps="canned", **staffing))

    def call(*arguments: str, **more):
        return CliRunner().invoke(cli, arguments, prog_name="sayso", **more)

    return call
