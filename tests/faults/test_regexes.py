"""R1: every regular expression of the package takes time in proportion to its input, whatever that is."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Sequence

import pytest

import sayso

_LENGTHS = (1_500, 6_000, 25_000)
_FULL = (*_LENGTHS, 100_000)
_ALLOWED_S = 0.1
"""Below this nothing is compared: it is fast enough, and too fast to time."""
_STEEPEST = 8.0
"""Four times the input may take so many times as long; four is linear, sixteen quadratic."""
_SEEDS = [
    *(
        " ",
        "\n",
        "\t",
        "a",
        "A",
        "0",
        ".",
        ",",
        "-",
        "_",
        "*",
        '"',
        "“",
        "'",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "&",
        "=",
        ":",
        ";",
        "/",
        "\\",
        "é",
        "—",
    ),
    *(
        "a ",
        "A ",
        "Aa ",
        "Aa Bb, ",
        "a. ",
        "A. ",
        "a-",
        "-\n",
        " \n",
        "\n\n",
        "a\n",
        "1,",
        "1 ",
        "1/",
        "1-1-1 ",
        "- ",
        "* ",
        "> ",
        "# ",
    ),
    *(
        "a b c d ",
        "said ",
        "said, ",
        "“a” ",
        '"a" ',
        "'a' ",
        "(a) ",
        "[a](b) ",
        "](",
        "<a ",
        "<p>",
        "</p>",
        "<!--",
        "&amp;",
        "&#",
        "=\n",
        "a=b ",
        "a: ",
    ),
    *(
        "By Aa Bb ",
        "and ",
        "A and B, ",
        "Mr. ",
        "U.S. ",
        "May 3, 2021 ",
        "10:30 ",
        "http://",
        "http://a.b/",
        "www.",
        "Photo: ",
        "the the ",
    ),
    *(
        "{",
        "}",
        '{"a":',
        "[[",
        "|",
        "| a ",
        "a/b/",
        "a_b",
        "**a** ",
        "``",
        "~~",
        "\u00ad",
        "\u00a0",
        "\u200b",
        "\x85",
        "À",
        "Я",
        "中",
    ),
]


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled expression of a module (`evaluate` apart), alone or in a table, by where it stands."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for module in pkgutil.walk_packages(sayso.__path__, "sayso."):
        if module.name.endswith("__main__") or module.name.startswith("sayso.evaluate"):
            continue  # evaluate reads gold corpora, which nobody sends us
        for name, value in vars(importlib.import_module(module.name)).items():
            for at, pattern in enumerate(_within(value, 3)):
                found.setdefault(f"{module.name}.{name}[{at}]", pattern)
    by_text: dict[tuple[object, int], str] = {}
    for where, pattern in found.items():
        by_text.setdefault((pattern.pattern, pattern.flags), where)
    return {where: found[where] for where in by_text.values()}


def _within(value: object, depth: int) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            yield from _within(part, depth - 1)
    elif depth and isinstance(value, dict):
        for part in value.values():
            yield from _within(part, depth - 1)


PATTERNS = patterns()


def test_there_are_expressions_to_look_at() -> None:
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("where", PATTERNS)
def test_expression_is_linear(where: str) -> None:
    assert not steep_on(PATTERNS[where], _LENGTHS)


@pytest.mark.slow
@pytest.mark.parametrize("where", PATTERNS)
def test_expression_is_linear_up_to_100_000_characters(where: str) -> None:
    assert not steep_on(PATTERNS[where], _FULL)


def steep_on(pattern: re.Pattern[str] | re.Pattern[bytes], lengths: Sequence[int]) -> list[str]:
    """The seeds on whose repetitions the expression takes more than linear time."""
    return [seed for seed in _SEEDS if _is_steep(pattern, seed, lengths)]


def _is_steep(pattern: re.Pattern[str] | re.Pattern[bytes], seed: str, lengths: Sequence[int]) -> bool:
    before = _ALLOWED_S / _STEEPEST
    for length in lengths:
        taken = _seconds(pattern, seed, length)
        if taken > _ALLOWED_S and taken > max(before, _ALLOWED_S / 100) * _STEEPEST:
            return True
        before = taken
    return False


def _seconds(pattern: re.Pattern[str] | re.Pattern[bytes], seed: str, length: int) -> float:
    """The time that all searches in `length` characters of one kind take, with an end that fits nothing."""
    text = (seed * (length // len(seed) + 1))[:length] + "\x00!"
    subject = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    for _ in pattern.finditer(subject):  # type: ignore[arg-type]
        pass
    return time.process_time() - start
