"""A fixed piece of work: how fast is this machine right now, for interpreted code and for arrays?"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable

_ROUNDS = 5


def calibrate() -> dict[str, float]:
    """CPU seconds for the same work always, the best of some rounds."""
    return {"python_s": _best(_interpreted), "numpy_s": _best(_arrays())}


def _best(work: Callable[[], None]) -> float:
    return min(_cpu_s(work) for _ in range(_ROUNDS))


def _cpu_s(work: Callable[[], None]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _interpreted() -> None:
    """Words counted, a pattern matched, lists sorted: what reading by rule does all day."""
    text = " ".join(f"word{number * 7919 % 5000} said it's {number}," for number in range(20_000))
    pattern = re.compile(r"\w+(?:'\w+)?|[^\w\s]")
    words = [match.group() for match in pattern.finditer(text)]
    sorted(Counter(words).items(), key=lambda entry: (-entry[1], entry[0]))


def _arrays() -> Callable[[], None]:
    import numpy as np

    random = np.random.default_rng(0)
    weights = random.standard_normal((384, 1536), dtype=np.float32)
    vectors = random.standard_normal((384, 384), dtype=np.float32)

    def work() -> None:
        for _ in range(40):
            np.maximum(vectors @ weights, 0) @ weights.T

    return work


if __name__ == "__main__":
    print(json.dumps(calibrate()))
