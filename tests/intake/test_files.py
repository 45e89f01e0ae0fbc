import io
import os
import sys
from pathlib import Path

import pytest

from sayso.errors import CaptureError, CaptureNotFound, TooLarge
from sayso.intake.files import open_files
from sayso.intake.folders import files_at
from sayso.limits import Limits
from sayso.record.ids import digest_of

LIMITS = Limits()


def test_file_is_one_capture(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"Only words.")
    (capture,) = open_files(str(path), limits=LIMITS)
    assert (capture.content, capture.uri) == (b"Only words.", str(path))
    assert capture.digest == digest_of(b"Only words.")
    assert capture.fetched_at is None


def test_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    assert [capture.content for capture in open_files(str(tmp_path), limits=LIMITS)] == [
        b"a.txt",
        b"b.txt",
        b"sub/c.txt",
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Words from a pipe.")))
    (capture,) = open_files("-", limits=LIMITS)
    assert (capture.content, capture.uri) == (b"Words from a pipe.", "-")


def test_endless_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    with pytest.raises(TooLarge):
        list(open_files("-", limits=LIMITS))


def test_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(TooLarge) as caught:
        list(open_files(str(path), limits=LIMITS))
    assert (caught.value.size_bytes, caught.value.limit_bytes) == (100_000_000, LIMITS.capture_bytes)


def test_pdf_may_be_larger_than_a_text(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b" " * 300)
    (capture,) = open_files(str(path), limits=Limits(capture_bytes=100, pdf_bytes=1000))
    assert len(capture.content) == 309


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(CaptureNotFound) as caught:
        list(open_files(str(tmp_path / "none.txt"), limits=LIMITS))
    assert caught.value.uri == str(tmp_path / "none.txt")


@pytest.mark.parametrize("location", ["a\0b", "x" * 5000])
def test_impossible_name_is_told(location: str) -> None:
    with pytest.raises(CaptureError):
        list(open_files(location, limits=LIMITS))


def test_folder_without_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="without files"):
        list(files_at(str(tmp_path)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CaptureError, match="neither"):
        list(open_files(str(tmp_path / "pipe"), limits=LIMITS))


def test_link_out_of_the_folder_is_not_followed_into_folders(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "outer").mkdir()
    (tmp_path / "outer" / "secret.txt").write_bytes(b"x")
    (tmp_path / "inner" / "a.txt").write_bytes(b"a")
    (tmp_path / "inner" / "link").symlink_to(tmp_path / "outer", target_is_directory=True)
    assert [Path(path).name for path in files_at(str(tmp_path / "inner"))] == ["a.txt"]
