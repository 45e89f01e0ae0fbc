"""Every error that sayso raises on purpose.

    SaysoError                                                 .hop (where it went through the pipeline)
    ├── CaptureError            could not obtain bytes             .uri
    │   ├── CaptureNotFound
    │   ├── FetchFailed                                            .status .retryable
    │   └── ArchiveDamaged                                         .offset (bytes)
    ├── ReadingError            bytes, but no report in them       .uri
    │   ├── UnsupportedFormat                                      .media_type
    │   ├── NoText
    │   ├── NotAReport          a page, but not one report         .verdict
    │   ├── Encrypted
    │   ├── TooLarge                                               .size_bytes .limit_bytes
    │   └── ReadingAborted      the parser hung, crashed or ran out of memory
    ├── TaggerError
    │   ├── BundleNotFound
    │   └── BundleMismatch                                         .expected .found
    ├── CodebookError           a list or codebook that makes no sense   .path .entry
    ├── RecordError             a record that cannot be decoded    .expected .found
    ├── ConfigError                                                .key .origin
    │   └── UnknownPlugin                                          .group .name .known
    ├── EvaluationError
    │   ├── CorpusMissing
    │   └── FloorBroken
    └── MissingExtra            also an ImportError                .extra

Each class has a `code` ("SAY-E014"), documented in docs/reference/errors.md. A message says what, where, and
what to do. Errors survive pickling, since they cross process borders.
"""

from __future__ import annotations

from typing import Any, ClassVar


class SaysoError(Exception):
    """Base of every error sayso raises on purpose. Survives pickling.

    Keyword arguments become attributes: `ReadingError("…", uri="a.pdf").uri`.
    """

    code: ClassVar[str] = "SAY-E000"

    def __init__(self, message: str, **fields: Any) -> None:
        super().__init__(message)
        self.__dict__.update(fields)

    def __getattr__(self, name: str) -> Any:
        # Only reached for what was not given: a detail that is unknown is None, a misspelt one is an error.
        if name in _DETAILS:
            return None
        raise AttributeError(name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


_DETAILS = frozenset(
    {"uri", "hop", "status", "retryable", "offset", "media_type", "verdict", "size_bytes", "limit_bytes"}
    | {"expected", "found", "path", "entry", "key", "origin", "group", "name", "known", "extra"}
)


def _rebuild(cls: type[SaysoError], args: tuple[Any, ...], fields: dict[str, Any]) -> SaysoError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(fields)
    return error


class CaptureError(SaysoError):
    """Could not obtain bytes."""

    code = "SAY-E010"


class CaptureNotFound(CaptureError):
    """No such file or page."""

    code = "SAY-E011"


class FetchFailed(CaptureError):
    """A server could not be reached, or refused; `status` is the HTTP status, if there was one."""

    code = "SAY-E012"


class ArchiveDamaged(CaptureError):
    """Compressed bytes that end early or do not decompress; `offset` counts compressed bytes."""

    code = "SAY-E013"


class ReadingError(SaysoError):
    """Bytes, but no report in them."""

    code = "SAY-E020"


class UnsupportedFormat(ReadingError):
    """Bytes of a kind that no reader takes."""

    code = "SAY-E021"


class NoText(ReadingError):
    """A readable file without text: empty, or pictures only."""

    code = "SAY-E022"


class NotAReport(ReadingError):
    """A page, but not one report: a listing, a login or cookie wall, an error page (`verdict` says which)."""

    code = "SAY-E023"


class Encrypted(ReadingError):
    """A file that needs a password."""

    code = "SAY-E024"


class TooLarge(ReadingError):
    """More bytes, pages or nesting than the limits allow."""

    code = "SAY-E025"


class ReadingAborted(ReadingError):
    """The process that read this report hung, crashed or ran out of memory; the others went on."""

    code = "SAY-E026"


class TaggerError(SaysoError):
    """The tagger could not run."""

    code = "SAY-E030"


class BundleNotFound(TaggerError):
    """The tagger's files are not where they should be."""

    code = "SAY-E031"


class BundleMismatch(TaggerError):
    """The tagger's files do not belong together."""

    code = "SAY-E032"


class RecordError(SaysoError):
    """A record that cannot be decoded: not ours, damaged, or of a newer format."""

    code = "SAY-E040"


class CodebookError(SaysoError):
    """A codebook or a list of places that makes no sense; `entry` is the line or key."""

    code = "SAY-E045"


class ConfigError(SaysoError):
    """A setting that makes no sense."""

    code = "SAY-E050"


class UnknownPlugin(ConfigError):
    """A reader asked for by a name that nobody registered."""

    code = "SAY-E051"


class EvaluationError(SaysoError):
    """A measurement that could not be made, or came out too low."""

    code = "SAY-E060"


class CorpusMissing(EvaluationError):
    """The gold corpus is not in the folder given."""

    code = "SAY-E061"


class FloorBroken(EvaluationError):
    """A figure fell below its floor."""

    code = "SAY-E062"


class MissingExtra(SaysoError, ImportError):
    """A library that only an extra brings is not installed; `extra` names it."""

    code = "SAY-E070"
