import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.normalise import is_placed, moved, normalise, ordered


@pytest.mark.parametrize(
    ("raw", "steps", "text"),
    [
        ("a\r\n  b\u00a0c ", ["whitespace"], "a b c"),
        ("AT&amp;T&nbsp;said", ["html", "whitespace"], "AT&T said"),
        ("co\u00adoperate", ["soft-hyphen"], "cooperate"),
        ("endcarried on", ["joined@3", "whitespace"], "end carried on"),
        ("the gov-\nernment", ["hyphenation@7", "whitespace"], "the government"),
        ("a long-\nterm plan", ["line-hyphen@6", "whitespace"], "a long-term plan"),
        ("LONDON - The man", ["cut@0-9"], "The man"),
        ("It=E2=80=99s =\r\nhere", ["quoted-printable@utf-8", "whitespace"], "It’s here"),
        ("It\u00e2\u0080\u0099s here", ["mojibake"], "It's here"),
        ("a\x85b", ["controls"], "a\ufffdb"),
    ],
)
def test_step_does_what_it_is_called(raw: str, steps: list[str], text: str) -> None:
    assert normalise(raw, steps).replace("’", "'") == text.replace("’", "'")


def test_unknown_step_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such step"):
        normalise("x", ["magic"])


def test_steps_with_offsets_come_first_and_last_offset_first() -> None:
    steps = ordered(["whitespace", "joined@3", "html", "hyphenation@9", "whitespace"])
    assert steps == ("hyphenation@9", "joined@3", "html", "whitespace")
    assert [is_placed(step) for step in steps] == [True, True, False, False]


def test_moved_step_counts_from_elsewhere() -> None:
    assert (moved("joined@3", 10), moved("cut@2-5", 1)) == ("joined@13", "cut@3-6")


@given(st.text())
def test_whitespace_and_soft_hyphens_are_done_once(raw: str) -> None:
    once = normalise(raw, ("soft-hyphen", "whitespace"))
    assert normalise(once, ("soft-hyphen", "whitespace")) == once
