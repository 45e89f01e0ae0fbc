import subprocess
import sys
from pathlib import Path


def test_a_run_does_not_read_what_it_writes(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The ministry said on Monday that the bridge was closed.\n")
    output = tmp_path / "records.jsonl"
    with output.open("w") as records:
        command = [sys.executable, "-m", "sayso", "read", "--no-tagger", "--quiet", "--json", str(tmp_path)]
        subprocess.run(command, stdout=records, check=True, timeout=60)
    assert len(output.read_text().splitlines()) == 1
