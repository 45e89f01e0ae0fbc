"""Streams of compressed bytes, unpacked chunk by chunk within a budget."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sayso.errors import ArchiveDamaged, TooLarge
from sayso.limits import Limits

_CHUNK = 65_536
_FREE = 1_000_000
"""Up to this many bytes any ratio is fine: small texts compress well."""
_LZMA_MEMORY = 100_000_000


@dataclass(slots=True)
class Budget:
    """How many bytes may still come out of `packed` bytes at `uri`."""

    uri: str
    packed: int
    limits: Limits
    taken: int = 0

    def take(self, size: int) -> None:
        """Count `size` bytes that came out; raises `TooLarge` if that is too many."""
        self.taken += size
        most = min(self.limits.unpacked_bytes, max(_FREE, self.packed * self.limits.unpack_ratio))
        if self.taken > most:
            message = f"{self.uri}: unpacks to more than {most:,} bytes from {self.packed:,} (a decompression bomb?)"
            raise TooLarge(message, uri=self.uri, size_bytes=self.taken, limit_bytes=most)


class Decompressor(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def unused_data(self) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


class Zlib:
    """zlib's decompressor, with the manners of the others: what did not fit is kept for the next call."""

    def __init__(self, window: int) -> None:
        self._inner = zlib.decompressobj(window)
        self._damage: zlib.error | None = None

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail and self._damage is None

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        if self._damage:
            raise self._damage
        data = self._inner.unconsumed_tail + data
        before = self._inner.copy()
        try:
            return self._inner.decompress(data, max(max_length, 0))
        except zlib.error as error:
            self._damage = error
            return _saved(before, data, max_length)


def _saved(inner: zlib._Decompress, data: bytes, most: int) -> bytes:
    """What comes out before the damage, byte by byte: zlib itself keeps what it had when it finds damage."""
    out = bytearray()
    try:
        while len(out) < most and (byte := inner.decompress(data, 1)):
            out += byte
            data = inner.unconsumed_tail
    except zlib.error:
        pass
    return bytes(out)


STREAMS: dict[str, Callable[[], Decompressor]] = {
    "gzip": lambda: Zlib(31),
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(memlimit=_LZMA_MEMORY),
}


class Stream:
    """A compressed stream of one or more parts, one after the other; `damage` is what was wrong with it."""

    def __init__(self, content: bytes, start: Callable[[], Decompressor], kind: str, budget: Budget) -> None:
        self.damage: ArchiveDamaged | None = None
        self._content, self._start, self._kind, self._budget = memoryview(content), start, kind, budget

    def read(self) -> bytes:
        """All that can be unpacked, up to where it is damaged."""
        out = bytearray()
        at = 0
        while at < len(self._content):
            end = self._part(at, out)
            if end is None or self._is_padding(end):
                break
            at = end
        return bytes(out)

    def _part(self, begin: int, out: bytearray) -> int | None:
        """Unpack one part; where the next begins, None if there is no more to be had."""
        part, at = self._start(), begin
        try:
            while not part.eof and at < len(self._content):
                chunk = bytes(self._content[at : at + _CHUNK])
                at += len(chunk)
                self._drain(part, chunk, out)
        except (zlib.error, lzma.LZMAError, OSError, ValueError, EOFError) as error:
            self._damaged(max(begin, at - _CHUNK), "trailing bytes" if begin and not out else str(error))
            return None
        if not part.eof:
            self._damaged(at, "it ends early")
            return None
        return at - len(part.unused_data)

    def _drain(self, part: Decompressor, chunk: bytes, out: bytearray) -> None:
        while True:
            piece = part.decompress(chunk, _CHUNK * 4)
            self._budget.take(len(piece))
            out += piece
            chunk = b""
            if part.eof or part.needs_input:
                return

    def _is_padding(self, at: int) -> bool:
        return not any(self._content[at : at + _CHUNK]) and not any(self._content[at:])

    def _damaged(self, at: int, why: str) -> None:
        uri = self._budget.uri
        message = f"{uri}: {self._kind} data damaged at or after byte {at:,} ({why}); what came before was used"
        self.damage = ArchiveDamaged(message, uri=uri, offset=at)
