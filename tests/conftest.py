import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of gold corpora; tests that need it are skipped without it."""
    folder = os.environ.get("SAYSO_CORPORA")
    if not folder:
        pytest.skip("SAYSO_CORPORA is not set: no folder of gold corpora")
    path = Path(folder)
    if not path.is_dir():
        pytest.fail(f"SAYSO_CORPORA names {folder}, which is not a folder")
    return path
