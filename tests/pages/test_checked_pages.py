from pathlib import Path

import pytest

from pages.checked import FIELDS, counts, rows

FLOORS = {"title": 40, "byline": 36, "agency": 40, "published": 36}
"""Pages of forty that must come out right, or rightly without: as measured when the table was made."""


@pytest.mark.corpus
def test_forty_pages_read_as_a_person_reads_them(corpora: Path) -> None:
    found = {
        field: count["right"] + count["none"] for field, count in zip(FIELDS, counts(list(rows(corpora))), strict=True)
    }
    assert all(found[field] >= floor for field, floor in FLOORS.items()), found
