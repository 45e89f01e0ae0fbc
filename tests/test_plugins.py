import sys

import pytest

from sayso.errors import UnknownPlugin
from sayso.plugins import READERS, reader_for, reader_named


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package of someone else's that registers a reader."""
    (tmp_path / "press_pack.py").write_text("def read_pack(capture, *, limits):\n    return 'a report'\n")
    metadata = tmp_path / "press_pack-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: press-pack\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[{READERS}]\napplication/x-press-pack = press_pack:read_pack\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    _forget()
    yield
    _forget()
    sys.modules.pop("press_pack", None)


def _forget() -> None:
    from sayso import plugins

    reader_named.cache_clear()
    plugins._registered.cache_clear()


def test_a_reader_of_another_package_is_found_by_its_media_type(installed):
    assert reader_for("application/x-press-pack")(None, limits=None) == "a report"


def test_ours_come_through_the_same_door():
    assert reader_for("text/plain").__module__ == "sayso.readers.text"


def test_a_reader_that_nobody_registered_is_named_with_those_that_are():
    with pytest.raises(UnknownPlugin, match="no reader for 'image/png'") as caught:
        reader_for("image/png")
    assert caught.value.name == "image/png"
    assert {"html", "text", "pdf", "entry"} <= set(caught.value.known)
