"""A reading process: takes orders on standard input, answers on standard output, and may die of any of them."""

from __future__ import annotations

import gc
import io
import os
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import chain
from queue import SimpleQueue
from typing import BinaryIO, Protocol, cast

import msgspec

from sayso.pipeline import Options
from sayso.record.codec import encode
from sayso.record.record import Failure, Record, sayable
from sayso.record.report import Capture
from sayso.scale.bounds import bound_process, bound_report, worn_out
from sayso.scale.bytecode import keep_bytecode
from sayso.scale.frames import Begun, Frame, Kind, Order, received, send

OUT_OF_MEMORY = 86
"""The exit status of a process that ran out of memory."""
_COLLECT_EVERY = 50_000
"""Objects made between two searches for garbage. Importing and reading make many and little garbage in cycles: Python's
own 700 costs a twelfth of the time to the first record."""


class Steps(Protocol):
    """What a reading process carries out: the first hop, and the others. `sayso.pipeline` is one.

    `MODULES` names what they import when it is needed, in groups, the first of which every report needs.
    """

    MODULES: Sequence[Sequence[str]]

    def open_location(self, location: str, *, options: Options) -> Iterator[Capture | Failure]: ...

    def read_capture(self, capture: Capture, *, options: Options) -> Record | Failure: ...


def main() -> None:
    """Serve until the parent closes the pipe; `sys.argv[1]` names the module of the steps (`sayso.pipeline`)."""
    gc.set_threshold(_COLLECT_EVERY)
    orders, answers = _private_pipes()
    inbox: SimpleQueue[Order] = SimpleQueue()
    threading.Thread(target=_listen, args=(orders, inbox), daemon=True).start()
    try:
        _serve(cast(Steps, import_module(sys.argv[1])), inbox, answers)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:  # a bug of ours: the parent raises it
        send(answers, Frame(Kind.BUG, traceback.format_exc().encode(errors="replace")))
    os._exit(1)


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes to the parent, out of the reach of libraries that print."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return orders, answers


def _listen(orders: BinaryIO, inbox: SimpleQueue[Order]) -> None:
    """Pass orders on; a parent that is gone takes this process with it, whatever it is busy with."""
    decoder = msgspec.msgpack.Decoder(Order)
    for frame in received(orders):
        inbox.put(decoder.decode(frame.payload))
    os._exit(0)


def _serve(steps: Steps, inbox: SimpleQueue[Order], answers: BinaryIO) -> None:
    send(answers, Frame(Kind.READY))
    for module in chain.from_iterable(steps.MODULES[:1]):  # the parent is getting ready too
        import_module(module)
    reports = 0
    while True:
        order = inbox.get()
        options = msgspec.msgpack.decode(order.options, type=Options)
        if not reports:
            keep_bytecode(steps.MODULES)
            bound_process(options.limits)
        reports += _carry_out(order, steps, options, answers)
        send(answers, Frame(Kind.RETIRING if worn_out(reports) else Kind.DONE))


def _carry_out(order: Order, steps: Steps, options: Options, answers: BinaryIO) -> int:
    """Read what is at the order's location, and count it."""
    if order.content is not None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(order.content))
    bound_report(options.limits)
    count = 0
    for capture in steps.open_location(os.fsdecode(order.location), options=options):
        count += 1
        if count > order.skip:
            _read(capture, steps, options, answers)
            bound_report(options.limits)
    return count


def _read(capture: Capture | Failure, steps: Steps, options: Options, answers: BinaryIO) -> None:
    begun = Begun(uri=sayable(capture.uri), digest=capture.digest)
    send(answers, Frame(Kind.BEGUN, msgspec.msgpack.encode(begun)))
    bound_report(options.limits)
    found = capture if isinstance(capture, Failure) else steps.read_capture(capture, options=options)
    send(answers, Frame(Kind.FOUND, encode(found)))
