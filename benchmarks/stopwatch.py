"""CPU time by part of a stage."""

from __future__ import annotations

import functools
import inspect
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class Stopwatch:
    """Adds up CPU seconds by path ("read", "read/main_text"). A part's time is in its whole's too."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._path: list[str] = []
        self._inside: set[str] = set()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time this block as a part of the one around it."""
        self._path.append(name)
        path = "/".join(self._path)
        started = time.process_time()
        try:
            yield
        finally:
            self.seconds[path] += time.process_time() - started
            self._path.pop()

    def watch(self, name: str) -> None:
        """Time what the module of that name calls in other modules of the package, each function as a part."""
        module = import_module(name)
        for called, function in list(vars(module).items()):
            if _is_from_elsewhere(function, module):
                setattr(module, called, self._timed(module.__name__, called, function))

    def _timed(self, module: str, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*given: Any, **named: Any) -> Any:
            if module in self._inside:
                return function(*given, **named)
            self._inside.add(module)
            try:
                with self.part(name):
                    return function(*given, **named)
            finally:
                self._inside.discard(module)

        return timed


def _is_from_elsewhere(found: object, module: ModuleType) -> bool:
    return inspect.isfunction(found) and found.__module__.startswith("sayso.") and found.__module__ != module.__name__
