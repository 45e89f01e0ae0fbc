from pathlib import Path

import msgspec
import numpy as np
import pytest

from sayso.errors import BundleMismatch, BundleNotFound
from sayso.tagger.bundle import Calibration, digests, load_bundle

from .conftest import VOCABULARY, card, heads


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "card.json").write_bytes(msgspec.json.encode(card()))
    (tmp_path / "vocabulary.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    (tmp_path / "encoder.onnx").write_bytes(b"not opened here")
    np.savez(tmp_path / "heads.npz", **heads())
    sign(tmp_path)
    return tmp_path


def sign(folder: Path) -> None:
    (folder / "digests.json").write_bytes(msgspec.json.encode(digests(folder)))


def test_bundle_is_read_as_it_was_written(folder: Path) -> None:
    bundle = load_bundle(folder)
    assert bundle.card == card()
    assert bundle.vocabulary == VOCABULARY
    assert all(np.array_equal(bundle.heads[name], array) for name, array in heads().items())


def test_missing_file_is_named(folder: Path) -> None:
    (folder / "heads.npz").unlink()
    with pytest.raises(BundleNotFound, match=r"heads\.npz"):
        load_bundle(folder)


def test_changed_file_is_refused(folder: Path) -> None:
    (folder / "vocabulary.txt").write_text("other\n", encoding="utf-8")
    with pytest.raises(BundleMismatch, match=r"vocabulary\.txt") as caught:
        load_bundle(folder)
    assert caught.value.expected != caught.value.found


def test_other_format_is_refused(folder: Path) -> None:
    (folder / "card.json").write_bytes(msgspec.json.encode(msgspec.structs.replace(card(), format=99)))
    sign(folder)
    with pytest.raises(BundleMismatch, match="format 99"):
        load_bundle(folder)


def test_heads_that_are_not_known_do_no_harm(folder: Path) -> None:
    np.savez(folder / "heads.npz", **heads(), **{"factuality.weight": np.ones((3, 8), np.float32)})
    sign(folder)
    assert load_bundle(folder).has("factuality")


def test_confidence_rises_with_the_scores_and_stays_in_bounds() -> None:
    curve = Calibration((2.0, 1.0), 0.5)
    found = [curve.confidence(score, 0.0) for score in (-1e9, -1.0, 0.0, 1.0, 1e9)]
    assert found == sorted(found)
    assert 0 <= found[0] < 0.001
    assert 0.999 < found[-1] <= 1
