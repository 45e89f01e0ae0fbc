"""Time expressions of a report, found and valued: one pass from left to right over its tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.annotate.timex.anchor import Anchor
from sayso.annotate.timex.combine import Found, joined, retimed, with_lead, with_part
from sayso.annotate.timex.grammar import FURTHEST_CORE, Compiled, Hit, compiled, hits
from sayso.annotate.timex.lexer import Lexed, lexed
from sayso.annotate.timex.lexicon import lexicon, listed
from sayso.annotate.timex.reading import Reading
from sayso.annotate.timex.rules import (
    centuries,
    clocks,
    dates,
    durations,
    fiscal,
    games,
    holidays,
    narrated,
    periods,
    relative,
    seasons,
    sets,
    vague,
    weekdays,
    years,
)
from sayso.annotate.timex.scene import Scene, Told
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.when import DateRange, Granularity, Timex, TimexReading, TimexType
from sayso.spans import Span, Words

VERSION = 1
"""Of the grammar; part of every finding's method."""

_RULES = (
    *dates.RULES,
    *fiscal.RULES,
    *years.RULES,
    *centuries.RULES,
    *seasons.RULES,
    *games.RULES,
    *weekdays.RULES,
    *narrated.RULES,
    *relative.RULES,
    *periods.RULES,
    *clocks.RULES,
    *sets.RULES,
    *durations.RULES,
    *vague.RULES,
)


@cache
def _grammar() -> Compiled:
    return compiled(_RULES, lexicon())


def find_times(text: str, sentences: Sequence[Span], anchor: Anchor, *, report_id: str) -> tuple[Timex, ...]:
    """The time expressions in `text`, in text order, none overlapping.

    Relative expressions count from `anchor`; where that has no day they have no value. The same arguments
    give the same result: no clock is read.
    """
    tokens = lexed(text, lexicon())
    bounds = [bisect_left(tokens.starts, sentence.start) for sentence in sentences]
    scene = Scene(tokens, anchor, bounds or [0])
    found = list(_found(tokens, scene))
    spans = [Span(tokens.starts[one.start], tokens.ends[one.end - 1]) for one in found]
    ids = [finding_id("tx", report_id, (span,)) for span in spans]
    return tuple(_timex(number, one, spans[number], ids, report_id, tokens) for number, one in enumerate(found))


def _found(tokens: Lexed, scene: Scene) -> list[Found]:
    """Expressions as they come, each joined with the one before where the two are one."""
    kept: list[Found] = []
    for one in _single(tokens, scene):
        whole = _with_neighbours(one, kept, tokens, scene)
        while kept and kept[-1].end > whole.start:
            kept.pop()
        if kept and whole.reading.time is None:
            _retime(kept, whole, tokens)
        kept.append(whole)
        _tell(scene, whole, len(kept) - 1)
    return kept


def _retime(kept: list[Found], at: Found, tokens: Lexed) -> None:
    """Put the clock in brackets before a day, and the clock before the brackets, on that day."""
    bracketed = retimed(kept[-1], at, tokens, "bracket-day")
    if bracketed is not kept[-1] and len(kept) > 1:
        before = replace(at, start=kept[-1].start)
        kept[-2] = retimed(kept[-2], before, tokens, "clock-bracket")
    kept[-1] = bracketed


def _with_neighbours(one: Found, kept: list[Found], tokens: Lexed, scene: Scene) -> Found:
    """The expression with its lead, its part of the day and the clock beside it."""
    floor = scene.limits(one.start)[0]
    led = with_lead(with_part(one, tokens), tokens, scene, max(floor, kept[-1].start if kept else 0))
    if kept and led.start < kept[-1].end and led.start != kept[-1].start:
        led = with_part(one, tokens) if led.start > kept[-1].start else led
    if kept and kept[-1].end <= led.start and scene.sentence(kept[-1].start) == scene.sentence(led.start):
        return joined(kept[-1], led, tokens) or led
    return led


def _tell(scene: Scene, found: Found, index: int) -> None:
    """Note a time that was told, in place of those it took in."""
    while scene.told and scene.told[-1].index >= index:
        scene.told.pop()
    reading, leads = found.reading, found.start - scene.limits(found.start)[0] <= 1
    if reading.stretch is not None and reading.type in (TimexType.DATE, TimexType.TIME):
        scene.told.append(
            Told(index, scene.sentence(found.start), reading.stretch, scene.reporting(found.start), leads)
        )


def _single(tokens: Lexed, scene: Scene) -> Iterator[Found]:
    """Expressions by one rule each, leftmost first and longest first, and the named days among them."""
    named = deque(_holidays(tokens))
    at = 0
    for start in _candidates(tokens):
        while named and named[0].start <= start:
            at = yield from _named(named.popleft(), at, scene)
        if start < at:
            continue
        one = _read(_grammar(), tokens, scene, start)
        if one is not None and not (named and one.end > named[0].start):
            yield one
            at = with_part(one, tokens).end
    for holiday in named:
        at = yield from _named(holiday, at, scene)


def _candidates(tokens: Lexed) -> Iterator[int]:
    """Tokens that some rule fits at, in text order; only those near a word that every expression needs one of."""
    grammar, after = _grammar(), 0
    for core in grammar.core.finditer(tokens.symbols):
        for start in range(max(after, core.start() - FURTHEST_CORE), core.end()):
            if grammar.any_rule.match(tokens.symbols, start):
                yield start
        after = core.end()


def _named(holiday: Named, at: int, scene: Scene) -> Generator[Found, None, int]:
    """A named day, unless what was found before covers it; gives where to go on from."""
    if holiday.start < at:
        return at
    tense = scene.tense_of(holiday.start, holiday.end)
    reading = holidays.placed(holiday.name, scene.anchor, tense, holiday.year)
    if reading is None:
        return at
    yield Found(holiday.start, holiday.end, reading, "holiday")
    return holiday.end


def _read(grammar: Compiled, tokens: Lexed, scene: Scene, at: int) -> Found | None:
    """The longest rule that fits at a token and can be read, within one sentence."""
    for rule, hit in hits(grammar, tokens, at):
        if scene.sentence(hit.end - 1) == scene.sentence(hit.start) and not _is_title(hit):
            reading = rule.read(hit, scene)
            if reading is not None:
                return Found(hit.start, hit.end, reading, rule.name)
    return None


_QUOTES = frozenset("\"“”'’‘")
_OWNERS = frozenset(("'s", "’s"))


def _is_title(hit: Hit) -> bool:
    """Whether the words are the name of a programme or paper: 'the "Today" show', "ABC's This Week"."""
    if not hit.lexed.at(hit.start)[0].isupper():
        return False
    if hit.before() in _OWNERS and hit.end - hit.start > 1 and hit.lexed.at(hit.end - 1)[0].isupper():
        return hit.lexed.words[hit.start] in ("this", "last")
    named = hit.end - hit.start > 1 and hit.lexed.at(hit.end - 1)[0].isupper()
    closes = named or hit.after() in _QUOTES or (hit.after() in (",", ".") and hit.after(1) in _QUOTES)
    opener = hit.before(3) if hit.before(2) in _QUOTES else hit.before(2)
    return hit.before() in _QUOTES and closes and (opener.isalpha() or opener in _OWNERS)


@dataclass(frozen=True, slots=True)
class Named:
    """A named day at tokens `start` to `end`; `year` is given after it, or None."""

    start: int
    end: int
    name: str
    year: int | None


def _holidays(tokens: Lexed) -> Iterator[Named]:
    """The named days of a text, with the year where one follows."""
    year_symbol, comma = lexicon().symbol("YEAR_NUMBER"), lexicon().symbol("COMMA")
    for match in holidays.holiday_calendar().pattern.finditer(tokens.text):
        start, end = bisect_left(tokens.starts, match.start()), bisect_left(tokens.starts, match.end())
        year_at = end + 1 if tokens.symbols[end : end + 1] == comma else end
        year = tokens.values[year_at] if tokens.symbols[year_at : year_at + 1] == year_symbol else None
        name = match.group().lower().replace("’", "'")
        yield Named(start, year_at + 1, name, year) if isinstance(year, int) else Named(start, end, name, None)


def _timex(number: int, found: Found, span: Span, ids: list[str], report_id: str, tokens: Lexed) -> Timex:
    reading = found.reading
    before = tokens.words[found.start - 1] if found.start else ""
    counted_from = (
        ids[reading.counted_from] if reading.counted_from is not None and reading.counted_from < len(ids) else None
    )
    return Timex(
        id=ids[number],
        report_id=report_id,
        words=Words.at(span, tokens.text),
        type=reading.type,
        evidence=Evidence(spans=(span,), method=f"rule:timex.{found.rule}@{VERSION}", confidence=reading.confidence),
        value=reading.timex_value,
        mod=reading.mod,
        anchor=counted_from or reading.anchor,
        range=_range(reading),
        begin=reading.begin,
        end=reading.end,
        quant=reading.quant,
        freq=reading.freq,
        signal=before if before in listed("signals") else None,
        readings=tuple(
            TimexReading(value=one.value, range=one.range(reading.anchor or "absolute")) for one in reading.alternatives
        ),
    )


def _range(reading: Reading) -> DateRange | None:
    basis = reading.anchor or "absolute"
    if reading.stretch is None and (reading.begin or reading.end):
        return DateRange.between(reading.begin, reading.end, Granularity.DAY, basis)
    return reading.stretch.range(basis) if reading.stretch else None
