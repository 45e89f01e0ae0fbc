"""Patterns over classes of words, tried where an expression may begin; the longest one that can be read wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.timex.lexer import Lexed, Value
from sayso.annotate.timex.lexicon import Lexicon, listed

if TYPE_CHECKING:
    from sayso.annotate.timex.reading import Reading
    from sayso.annotate.timex.scene import Scene

MACROS = {
    "A_MONTH": "(?:[MONTH NAME_MONTH]|MONTH_ABBREVIATION DOT?)",
    "A_WEEKDAY": "(?:WEEKDAY|WEEKDAY_ABBREVIATION DOT?)",
    "A_DAY": "[DAY_NUMBER ORDINAL_DAY]",
    "A_UNIT": "[DAY_UNIT WEEK_UNIT MONTH_UNIT YEAR_UNIT CENTURY_UNIT UNIT TIME_UNIT]",
    "MANY_UNITS": "[UNITS TIME_UNITS WEEKENDS QUARTERS]",
    "A_FIGURE": "[DAY_NUMBER INTEGER FOUR_DIGITS YEAR_NUMBER NUMBER NUMBER_WORD]",
    "A_QUANTITY": (
        "(?:(?:A_FIGURE|TENS (?:HYPHEN? NUMBER_WORD)?) FRACTION? (?:MAGNITUDE)?(?: AND ARTICLE HALF)?"
        "|ARTICLE? COUPLE OF?|ARTICLE? SEVERAL|ARTICLE? DOZEN|ARTICLE MAGNITUDE|HALF ARTICLE|ARTICLE HALF HYPHEN?"
        "|ARTICLE)"
    ),
    "A_DIRECTION": "[LAST PAST THIS NEXT COMING CURRENT]",
    "MAYBE_YEAR": "(?:COMMA? (?P<year>YEAR_NUMBER))?",
    "A_YEAR": (
        "(?:YEAR_NUMBER|[LAST NEXT THIS] YEAR_UNIT|THE [CURRENT PREVIOUS COMING FOLLOWING] YEAR_UNIT|THE YEAR_UNIT)"
    ),
}
"""Shorthands that patterns may use; one may use those above it."""

FURTHEST_CORE = 10
"""Tokens that an expression may have before the first of them, at most."""

_NAME = re.compile(r"[A-Z][A-Z_]+[A-Z]|[A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a pattern fits: tokens `start` to `end` (half-open)."""

    lexed: Lexed
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    def first(self, group: str) -> int | None:
        """The first token of a group; None if it took no part, or the pattern has no such group."""
        if group not in self.match.re.groupindex:
            return None
        at = self.match.start(group)
        return at if at >= 0 else None

    def has(self, group: str) -> bool:
        return self.first(group) is not None

    def value(self, group: str) -> Value:
        """What the first token of a group counts for; None if the group is absent."""
        at = self.first(group)
        return None if at is None else self.lexed.values[at]

    def number(self, group: str) -> int | None:
        value = self.value(group)
        return value if isinstance(value, int) else None

    def word(self, group: str) -> str:
        """The first word of a group in lower case, empty if the group is absent."""
        at = self.first(group)
        return "" if at is None else self.lexed.words[at]

    def tokens(self, group: str) -> range:
        return range(*self.match.span(group)) if self.has(group) else range(0)

    def before(self, by: int = 1) -> str:
        """The word so many tokens before, in lower case; empty beyond the text."""
        at = self.start - by
        return self.lexed.words[at] if at >= 0 else ""

    def after(self, by: int = 0) -> str:
        """The word so many tokens after the end, in lower case; empty beyond the text."""
        at = self.end + by
        return self.lexed.words[at] if at < len(self.lexed.words) else ""


Read = Callable[[Hit, "Scene"], "Reading | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and how what it fits is read; `read` gives None where the words around speak against it."""

    name: str
    pattern: str
    read: Read


@dataclass(frozen=True, slots=True)
class Compiled:
    """Rules ready to be tried.

    `core` finds the next token that must be part of an expression if there is one around; `any_rule` tells quickly
    whether any rule fits at a token.
    """

    rules: tuple[tuple[Rule, re.Pattern[str]], ...]
    any_rule: re.Pattern[str]
    core: re.Pattern[str]


def expression(pattern: str, lexicon: Lexicon) -> str:
    """A pattern in names of classes as a regular expression over symbols."""

    def symbol(match: re.Match[str]) -> str:
        name = match.group()
        return expression(MACROS[name], lexicon) if name in MACROS else lexicon.symbol(name)

    return _NAME.sub(symbol, pattern).replace(" ", "")


def compiled(rules: Sequence[Rule], lexicon: Lexicon) -> Compiled:
    """Rules as regular expressions, in the same order."""
    patterns = [expression(rule.pattern, lexicon) for rule in rules]
    unnamed = [re.sub(r"\?P<\w+>", "?:", pattern) for pattern in patterns]
    any_rule = re.compile("|".join(f"(?:{pattern})" for pattern in unnamed))
    core = re.compile("[" + "".join(lexicon.symbol(name) for name in sorted(listed("core"))) + "]")
    tried = tuple((rule, re.compile(pattern)) for rule, pattern in zip(rules, patterns, strict=True))
    return Compiled(tried, any_rule, core)


def hits(grammar: Compiled, lexed: Lexed, at: int) -> list[tuple[Rule, Hit]]:
    """Every rule that fits at a token, longest first; of equals, the one that comes first in the grammar."""
    found = [
        (rule, Hit(lexed, match)) for rule, pattern in grammar.rules if (match := pattern.match(lexed.symbols, at))
    ]
    return sorted(found, key=lambda one: -one[1].end)
