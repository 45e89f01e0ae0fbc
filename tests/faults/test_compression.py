"""Z1 to Z3: bombs, damage and odd members, in files."""

import bz2
import gzip
import io
import lzma
import resource
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable

import pytest

from sayso.errors import ArchiveDamaged, Encrypted, SaysoError, TooLarge
from sayso.intake.unpack import inflated, unpack
from sayso.limits import Limits

LIMITS = Limits()
WORDS = b"The council said that the bridge would stay shut until May.\n" * 50
PACKERS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}
packed_by = pytest.mark.parametrize("pack", PACKERS.values(), ids=PACKERS)


def unpacked(content: bytes, limits: Limits = LIMITS) -> tuple[list[tuple[str, bytes]], SaysoError | None]:
    """What comes out before the end or an error, and the error."""
    found = []
    try:
        for member in unpack(content, "a.pack", limits=limits):
            found.append((member.uri, member.content))
    except SaysoError as error:
        return found, error
    return found, None


def zip_of(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def tar_of(*entries: tuple[tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for info, content in entries:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def plain(name: str, content: bytes) -> tuple[tarfile.TarInfo, bytes]:
    return tarfile.TarInfo(name), content


@packed_by
def test_packed_file_is_what_is_in_it(pack: Callable[[bytes], bytes]) -> None:
    assert unpacked(pack(WORDS)) == ([("a.pack", WORDS)], None)


@packed_by
def test_parts_one_after_the_other_are_one(pack: Callable[[bytes], bytes]) -> None:
    assert unpacked(pack(WORDS) + pack(b"And on.") + b"\0" * 100) == ([("a.pack", WORDS + b"And on.")], None)


@packed_by
def test_cut_tail_gives_the_part_before_it_and_the_place(pack: Callable[[bytes], bytes]) -> None:
    whole = pack(bytes(range(256)) * 2_000 + WORDS)
    cut = whole[: len(whole) - 20]
    found, error = unpacked(cut)
    assert isinstance(error, ArchiveDamaged)
    assert error.offset == len(cut)
    assert not found or WORDS.startswith(found[0][1][512_000:])


def test_wrong_checksum_is_told_after_the_content() -> None:
    content = bytearray(gzip.compress(WORDS))
    content[-6] ^= 0xFF
    ((_, found),), error = unpacked(bytes(content))
    assert WORDS.startswith(found)
    assert len(WORDS) - len(found) <= 1  # zlib keeps the character it finds the damage with
    assert isinstance(error, ArchiveDamaged)


def test_trailing_garbage_is_told_with_its_place() -> None:
    content = gzip.compress(WORDS)
    found, error = unpacked(content + b"garbage")
    assert found == [("a.pack", WORDS)]
    assert isinstance(error, ArchiveDamaged)
    assert error.offset == len(content)


@packed_by
def test_bomb_is_refused_within_a_second(pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(b"\0" * 60_000_000)
    start = time.perf_counter()
    found, error = unpacked(bomb)
    assert time.perf_counter() - start < 1.5
    assert (found, type(error)) == ([], TooLarge)


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss counts kilobytes on Linux only")
def test_bomb_takes_little_memory() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 100_000_000, 9), 9)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert isinstance(unpacked(bomb)[1], TooLarge)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_packed_over_and_over_is_refused() -> None:
    content = WORDS
    for _ in range(5):
        content = gzip.compress(content)
    assert isinstance(unpacked(content)[1], TooLarge)


def test_ratio_is_bounded_beyond_the_first_megabyte() -> None:
    small = Limits(unpacked_bytes=50_000_000, unpack_ratio=10)
    assert unpacked(gzip.compress(b"\0" * 900_000), small)[1] is None
    assert isinstance(unpacked(gzip.compress(b"\0" * 5_000_000), small)[1], TooLarge)


def test_http_body_is_bounded() -> None:
    assert inflated(gzip.compress(WORDS), "u", limits=LIMITS) == WORDS
    with pytest.raises(TooLarge):
        inflated(gzip.compress(b"\0" * 60_000_000), "u", limits=LIMITS)
    with pytest.raises(ArchiveDamaged):
        inflated(gzip.compress(WORDS)[:-10], "u", limits=LIMITS)


def test_members_are_named_by_number() -> None:
    content = zip_of(("../../etc/passwd", b"one"), ("/abs.txt", b"two"), ("folder/", b""), ("same", b"three"))
    assert unpacked(content) == ([("a.pack#1", b"one"), ("a.pack#2", b"two"), ("a.pack#4", b"three")], None)


def test_tar_members_that_are_no_files_are_left_out() -> None:
    link, device = tarfile.TarInfo("link"), tarfile.TarInfo("device")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device.type = tarfile.CHRTYPE
    content = tar_of((link, b""), (device, b""), plain("../up.txt", b"one"), plain("../up.txt", b"two"))
    assert unpacked(content) == ([("a.pack#3", b"one"), ("a.pack#4", b"two")], None)


def test_tar_in_gzip_is_unpacked() -> None:
    assert unpacked(tar_of(plain("a", WORDS), mode="w:gz")) == ([("a.pack#1", WORDS)], None)


def test_cut_tar_gives_the_members_before_the_cut() -> None:
    content = tar_of(plain("a", WORDS), plain("b", WORDS), plain("c", WORDS))
    found, error = unpacked(content[: 512 + 3072 + 512 + 100])
    assert found == [("a.pack#1", WORDS)]
    assert isinstance(error, ArchiveDamaged)
    assert error.offset


def test_damaged_zip_member_is_told_after_the_others() -> None:
    content = bytearray(zip_of(("a", bytes(range(250))), ("b", WORDS), method=zipfile.ZIP_STORED))
    content[100] ^= 0xFF
    found, error = unpacked(bytes(content))
    assert found == [("a.pack#2", WORDS)]
    assert isinstance(error, ArchiveDamaged)
    assert error.offset == 0


def test_zip_without_its_directory_is_damaged() -> None:
    content = zip_of(("a", WORDS), ("b", WORDS))
    _, error = unpacked(content[:-30])
    assert isinstance(error, ArchiveDamaged)


def test_locked_zip_is_told() -> None:
    content = bytearray(zip_of(("a", WORDS)))
    at = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[at + 8] |= 1
    assert isinstance(unpacked(bytes(content))[1], Encrypted)


def test_a_million_members_are_refused_soon() -> None:
    content = b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000
    start = time.perf_counter()
    assert isinstance(unpacked(content)[1], TooLarge)
    assert time.perf_counter() - start < 1


def test_zip_bomb_of_many_members_is_refused() -> None:
    assert isinstance(unpacked(zip_of(*((str(at), b"\0" * 5_000_000) for at in range(20))))[1], TooLarge)


def test_office_documents_are_left_as_they_are() -> None:
    content = zip_of(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<y/>"))
    assert unpacked(content) == ([("a.pack", content)], None)


@pytest.mark.parametrize("content", [b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"PK\x03\x04", b"\x1f\x8b" + bytes(99)])
def test_magic_without_more_is_damaged(content: bytes) -> None:
    assert isinstance(unpacked(content)[1], ArchiveDamaged)
