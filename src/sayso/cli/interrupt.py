"""Ctrl-C: the first asks for an end after the reports in hand, the second makes one."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Any, Self

_STANDARD_ERROR = 2
_PROMISE = b"\nFinishing the reports in hand (Ctrl-C again stops at once).\n"


class Interrupt:
    """While this is entered, Ctrl-C sets `asked`; once more raises `KeyboardInterrupt`."""

    def __init__(self) -> None:
        self.asked = False
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _hear(self, _: int, __: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        os.write(_STANDARD_ERROR, _PROMISE)  # not print: the signal may have come in the middle of one
