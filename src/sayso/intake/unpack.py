"""Compressed files and archives, unpacked in memory and within bounds."""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.errors import ArchiveDamaged, Encrypted, SaysoError, TooLarge
from sayso.intake.streams import STREAMS, Budget, Stream, Zlib
from sayso.limits import Limits

_CHUNK = 65_536
_DEEPEST = 3
"""Archives in archives beyond this are refused."""
_MEMBERS = 100_000


@dataclass(frozen=True, slots=True)
class Member:
    """One file as it was packed; `uri` names the archive and the member's number ("a.zip#3"), never its name."""

    uri: str
    content: bytes


def unpack(content: bytes, uri: str, *, limits: Limits) -> Iterator[Member]:
    """The files packed in `content`; `content` itself if it is not packed, or of a kind we do not unpack.

    What is whole is yielded before damage is told. Raises `ArchiveDamaged`, with the byte position, `TooLarge` or
    `Encrypted`.
    """
    yield from _unpack(Member(uri, content), Budget(uri, len(content), limits), 0)


def inflated(content: bytes, uri: str, *, limits: Limits) -> bytes:
    """A gzip or zlib stream, whole, within bounds; raises `ArchiveDamaged` or `TooLarge`."""
    budget = Budget(uri, len(content), limits)
    stream = Stream(content, lambda: Zlib(47), "gzip", budget)
    unpacked = stream.read()
    if stream.damage:
        raise stream.damage
    return unpacked


def _unpack(member: Member, budget: Budget, depth: int) -> Iterator[Member]:
    kind = _kind(member.content)
    if kind is None:
        yield member
        return
    if depth >= _DEEPEST:
        message = f"{member.uri}: packed more than {_DEEPEST} times over"
        raise TooLarge(message, uri=member.uri, size_bytes=budget.taken, limit_bytes=_DEEPEST)
    if kind in STREAMS:
        yield from _unpack_stream(member, kind, budget, depth)
    else:
        yield from _unpack_members(member, _zipped if kind == "zip" else _tarred, budget, depth)


def _kind(content: bytes) -> str | None:
    for magic, kind in ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"PK\x03\x04", "zip")):
        if content.startswith(magic):
            return None if kind == "zip" and _is_document(content) else kind
    return "tar" if content[257:262] == b"ustar" else None


def _is_document(content: bytes) -> bool:
    """Whether a zip is one document (office, e-book, program) rather than a bundle of files."""
    first = content[30:60]
    return first.startswith((b"[Content_Types]", b"mimetype", b"META-INF/", b"_rels/"))


def _unpack_stream(member: Member, kind: str, budget: Budget, depth: int) -> Iterator[Member]:
    stream = Stream(member.content, STREAMS[kind], kind, budget)
    unpacked = stream.read()
    if unpacked or not stream.damage:
        yield from _unpack(Member(member.uri, unpacked), budget, depth + 1)
    if stream.damage:
        raise stream.damage


def _unpack_members(member: Member, opened: _Opener, budget: Budget, depth: int) -> Iterator[Member]:
    """Each member of an archive; one that is damaged is told after the others."""
    trouble: SaysoError | None = None
    for found in opened(member, budget):
        if isinstance(found, SaysoError):
            trouble = trouble or found
            continue
        try:
            yield from _unpack(found, budget, depth + 1)
        except ArchiveDamaged as error:
            trouble = trouble or error
    if trouble:
        raise trouble


_Opener = Callable[[Member, Budget], Iterator["Member | SaysoError"]]


def _zipped(member: Member, budget: Budget) -> Iterator[Member | SaysoError]:
    count = member.content.count(b"PK\x01\x02")
    if count > _MEMBERS:
        message = f"{member.uri}: about {count:,} members, more than {_MEMBERS:,}"
        raise TooLarge(message, uri=member.uri, size_bytes=len(member.content), limit_bytes=_MEMBERS)
    try:
        archive = zipfile.ZipFile(io.BytesIO(member.content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        message = (
            f"{member.uri}: zip directory damaged, it should be at the end, byte {len(member.content):,} ({error})"
        )
        raise ArchiveDamaged(message, uri=member.uri, offset=len(member.content)) from error
    for number, entry in enumerate(archive.infolist(), 1):
        if entry.is_dir() or entry.filename.startswith("__MACOSX/") or (entry.external_attr >> 28) == 0xA:
            continue
        yield _zip_entry(archive, entry, f"{member.uri}#{number}", budget)


def _zip_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, uri: str, budget: Budget) -> Member | SaysoError:
    if entry.flag_bits & 0x1:
        return Encrypted(f"{uri}: packed with a password; unpack it and read the files", uri=uri)
    out = bytearray()
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                budget.take(len(chunk))
                out += chunk
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
    ) as error:
        message = f"{uri}: damaged at or after byte {entry.header_offset:,} ({error})"
        return ArchiveDamaged(message, uri=uri, offset=entry.header_offset)
    return Member(uri, bytes(out))


def _tarred(member: Member, budget: Budget) -> Iterator[Member | SaysoError]:
    try:
        archive = tarfile.open(fileobj=io.BytesIO(member.content), mode="r:")  # noqa: SIM115 - nothing on disk to close
    except (tarfile.TarError, ValueError, EOFError, OverflowError) as error:
        raise ArchiveDamaged(f"{member.uri}: damaged at byte 0 ({error})", uri=member.uri, offset=0) from error
    number = 0
    while True:
        at = archive.offset
        try:
            entry = archive.next()
            number += 1
            if entry is None:
                break
            if entry.isreg() and not entry.issparse():
                yield _tar_entry(archive, entry, f"{member.uri}#{number}", budget)
        except (tarfile.TarError, ValueError, EOFError, OverflowError, UnicodeError) as error:
            yield ArchiveDamaged(f"{member.uri}: damaged at byte {at:,} ({error})", uri=member.uri, offset=at)
            return
        archive.members = []  # type: ignore[attr-defined] # else it keeps every header it has seen


def _tar_entry(archive: tarfile.TarFile, entry: tarfile.TarInfo, uri: str, budget: Budget) -> Member | SaysoError:
    budget.take(entry.size)
    stream = archive.extractfile(entry)
    content = stream.read() if stream else b""
    if len(content) < entry.size:
        return ArchiveDamaged(
            f"{uri}: cut short at byte {entry.offset_data + len(content):,}", uri=uri, offset=entry.offset_data
        )
    return Member(uri, content)
