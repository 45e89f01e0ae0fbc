"""U1 to U5 as far as reading goes: odd characters are kept or counted, and every place they stand in stays true."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import entry_report, text_report, unproven
from sayso.errors import ReadingError
from sayso.record.report import Report

SAID = "The mayor said {} on Monday, and nobody in the town asked why."


def holds(report: Report) -> bool:
    """Whether every block's words stand where the block says, also counted in UTF-16 units and in bytes of UTF-8."""
    text = report.text
    for block in report.blocks:
        words = block.span.of(text)
        before = text[: block.span.start]
        wide, narrow = text.encode("utf-16-le"), text.encode()
        start, length = len(before.encode("utf-16-le")), len(words.encode("utf-16-le"))
        if wide[start : start + length].decode("utf-16-le") != words:
            return False
        if narrow[len(before.encode()) : len((before + words).encode())].decode() != words:
            return False
    return True


@pytest.mark.parametrize("char", ["\0", "\x01", "\x1b", "\uffff", "\ufdd0", "\U0001ffff"])
def test_what_no_store_keeps_is_replaced_and_counted(char: str) -> None:
    content = SAID.format(f"so{char}so").encode()
    report = text_report(content)
    assert SAID.format("so\ufffdso") == report.text
    assert report.origin.replaced == 1
    assert unproven(report, content) == []


@pytest.mark.parametrize("char", ["\x7f", "\x81", "\x90"])
def test_c1_controls_are_replaced_by_a_recorded_step(char: str) -> None:
    content = SAID.format(f"so{char}so").encode()
    report = text_report(content)
    assert "\ufffd" in report.text
    assert char not in report.text
    assert "controls" in report.blocks[0].normalised
    assert unproven(report, content) == []


def test_lone_surrogates_in_utf8_are_replaced() -> None:
    report = text_report(SAID.format("so").encode() + b" \xed\xa0\x80 And so on, he said.")
    assert "\ufffd" in report.text


@pytest.mark.parametrize(
    "words",
    [
        "\u202eright\u202c and \u2066isolated\u2069",
        "zero\u200bwidth\u200djoined\ufeff",
        "tag\U000e0041\U000e007f",
        "Аdа Оbi",  # Cyrillic letters among Latin ones
        "Ｆｕｌｌ",
        "İstanbul straße ﬁ",
        "e\u0301" * 5,
        "👩\u200d👩\u200d👧 and 🇬🇧",
        "ไม่มีช่องว่างระหว่างคำ",
        "قال الوزير إن الجسر مغلق",
        "a" + "\u0301" * 10_000,
    ],
)
def test_odd_text_is_kept_as_it_stands(words: str) -> None:
    content = SAID.format(words).encode()
    report = text_report(content)
    assert report.text == SAID.format(words)
    assert report.origin.replaced == 0
    assert holds(report)
    assert unproven(report, content) == []


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=100, deadline=None)
def test_words_stand_where_blocks_say_in_any_text(words: str) -> None:
    try:
        report = text_report(words.encode("utf-8", "surrogatepass"))
    except ReadingError:
        return
    assert holds(report)


@given(st.text(min_size=1, max_size=100), st.text(max_size=50))
@settings(max_examples=100, deadline=None)
def test_words_stand_where_blocks_say_in_any_entry(words: str, title: str) -> None:
    try:
        report = entry_report(json.dumps({"title": title, "text": words}).encode())
    except ReadingError:
        return
    assert holds(report)
