from hypothesis import given
from hypothesis import strategies as st

from sayso.export.segments import Mark, Part, segments
from sayso.spans import Span


def mark(start: int, end: int, number: int, part: Part = Part.CONTENT) -> Mark:
    return Mark(Span(start, end), number, part)


def test_overlapping_marks_are_cut_where_either_begins_or_ends():
    found = segments("abcdefgh", Span(0, 8), [mark(1, 5, 1), mark(3, 7, 2)])
    assert [(one.text, one.numbers()) for one in found] == [
        ("a", []),
        ("bc", [1]),
        ("de", [1, 2]),
        ("fg", [2]),
        ("h", []),
    ]


def test_marks_outside_the_window_do_not_cut_it():
    assert [one.text for one in segments("abcdef", Span(2, 4), [mark(0, 1, 1), mark(5, 6, 2)])] == ["cd"]


def test_numbers_can_be_asked_for_one_part():
    (one,) = segments("ab", Span(0, 2), [mark(0, 2, 1, Part.CUE), mark(0, 2, 2, Part.SOURCE)])
    assert one.numbers(Part.CUE) == [1]


def test_no_cut_falls_between_a_letter_and_its_accent():
    found = segments("cafe\u0301s", Span(0, 6), [mark(0, 4, 1)])
    assert [one.text for one in found] == ["cafe\u0301", "s"]


def test_no_cut_falls_inside_a_joined_emoji():
    family = "👩\u200d👧"
    found = segments(f"{family}!", Span(0, 4), [mark(0, 1, 1)])
    assert [one.text for one in found] == [family, "!"]


@given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=8))
def test_segments_put_together_are_the_window(text, ends):
    marks = [mark(start, end, number) for number, (start, end) in enumerate(ends, 1) if start < end]
    assert "".join(one.text for one in segments(text, Span(0, len(text)), marks)) == text
