import pytest

from sayso.export.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred", "⟨U+001B⟩[31mred", id="escape-sequence"),
        pytest.param("\x9b31mred", "⟨U+009B⟩31mred", id="one-byte-escape"),
        pytest.param("Ann\u202enaM", "Ann⟨U+202E⟩naM", id="direction-override"),
        pytest.param("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩", id="isolates"),
        pytest.param("O\u200bbi", "O⟨U+200B⟩bi", id="zero-width-space"),
        pytest.param("O\u200dbi", "O⟨U+200D⟩bi", id="joiner-between-latin-letters"),
        pytest.param("a\U000e0041", "a⟨U+E0041⟩", id="tag-character"),
        pytest.param("line\rover", "line⟨U+000D⟩over", id="carriage-return"),
        pytest.param("half \ud800", "half ⟨U+D800⟩", id="lone-surrogate"),
    ],
)
def test_characters_that_act_are_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["tab\tand\nline", "می‌خواهم", "👩‍👩‍👧", "naïve – “quoted”", "الرئيس"])
def test_characters_that_only_show_are_left_alone(text):
    assert visible(text) == text


def test_one_line_has_no_line_breaks():
    assert one_line("two\n lines\u2028three") == "two lines three"
