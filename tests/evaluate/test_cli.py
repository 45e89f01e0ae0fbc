import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import cli
from sayso.evaluate.catalogue import SUITES
from sayso.evaluate.corpora import uner
from sayso.evaluate.systems import SYSTEMS

FLOORS = """# why
[[measurement]]
corpus = "uner-ewt"
split = "dev"
system = "rules"
digest = "{digest}"
[measurement.floors]
"names/LOC" = {floor}
"""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "uner-ewt"
    folder.mkdir()
    (folder / "en_ewt-ud-dev.iob2").write_text(
        "# newdoc id = x\n1\tRain\tO\t-\t-\n2\tin\tO\t-\t-\n3\tOslo\tB-LOC\t-\t-\n\n"
    )
    return tmp_path


def floors(corpora: Path, floor: float, digest: str | None = None) -> Path:
    path = corpora / "floors.toml"
    path.write_text(FLOORS.format(floor=floor, digest=digest or uner.digest(corpora / "uner-ewt", "dev")))
    return path


def run(corpora: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["evaluate", "--corpora", str(corpora), "--system", "rules", *arguments])


def test_tables_are_printed(corpora: Path) -> None:
    result = run(corpora, "uner-ewt")
    assert result.exit_code == 0, result.output
    assert "## uner-ewt, dev\n\n1 documents" in result.output
    assert "| LOC " in result.output


def test_json_is_a_line_per_evaluation(corpora: Path) -> None:
    lines = run(corpora, "uner-ewt", "uner-ewt", "--json", "--jobs", "1").stdout.splitlines()
    assert [json.loads(line)["corpus"] for line in lines] == ["uner-ewt"] * 2
    assert lines[0] == lines[1]


def test_the_gate_passes_where_floors_hold(corpora: Path) -> None:
    result = run(corpora, "--gate", "--floors", str(floors(corpora, 0.0)))
    assert (result.exit_code, "1 floors hold" in result.stderr) == (0, True)


def test_the_gate_fails_where_one_is_broken(corpora: Path) -> None:
    result = run(corpora, "--gate", "--floors", str(floors(corpora, 99.9)))
    assert result.exit_code == 1
    assert "uner-ewt dev (rules) names/LOC" in result.stderr


def test_the_gate_fails_where_the_corpus_changed(corpora: Path) -> None:
    result = run(corpora, "--gate", "--floors", str(floors(corpora, 0.0, digest="other")))
    assert result.exit_code == 1
    assert "other corpus files" in result.stderr


@pytest.mark.parametrize("asked", [("cofenet",), ("uner-ewt", "gum"), ("--split", "train"), ("--system", "tagger")])
def test_a_gate_without_floors_to_check_is_wrong_use(corpora: Path, asked: tuple[str, ...]) -> None:
    result = run(corpora, "--gate", "--floors", str(floors(corpora, 0.0)), *asked)
    assert result.exit_code == 2
    assert "no floors for" in result.stderr


def test_raising_leaves_a_higher_floor_broken(corpora: Path) -> None:
    path = floors(corpora, 99.9)
    assert run(corpora, "--raise", "--floors", str(path)).exit_code == 1
    assert '"names/LOC" = 99.9' in path.read_text()


def test_lowering_rewrites_the_floor(corpora: Path) -> None:
    path = floors(corpora, 99.9, digest="other")
    assert run(corpora, "--lower", "--floors", str(path)).exit_code == 0
    assert '"names/LOC" = 99.9' not in path.read_text()
    assert run(corpora, "--gate", "--floors", str(path)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "nothing to measure"),
        (("nowhere",), "known: polnear"),
        (("uner-ewt", "--split", "test"), "there are: dev"),
        (("uner-ewt", "--system", "guess"), "known: tagger, rules"),
    ],
)
def test_wrong_use_is_said(corpora: Path, arguments: tuple[str, ...], complaint: str) -> None:
    result = run(corpora, *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_a_tagger_that_is_not_there_is_said(corpora: Path) -> None:
    result = run(corpora, "uner-ewt", "--system", "tagger", "--bundle", str(corpora))
    assert result.exit_code == 1
    assert "SAY-E031" in result.stderr


def test_a_corpus_that_is_not_there_is_said(corpora: Path) -> None:
    result = run(corpora, "polnear")
    assert result.exit_code == 1
    assert "SAY-E061" in result.stderr


def test_every_name_and_system_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/explanation/evaluation.md").read_text(encoding="utf-8")
    for name in (*SUITES, *SYSTEMS):
        assert f"`{name}`" in page
