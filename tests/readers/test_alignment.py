from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.alignment import align

WORDS = st.lists(st.sampled_from(["quay", "ramp", "ferry", "storm", "gravel", "truck"]), min_size=2, max_size=12)
LINES = st.lists(WORDS.map("".join), min_size=1, max_size=8)


def test_lines_are_found_in_order() -> None:
    assert align(["quay", "ramp"], "aquaybrampc") == [[(1, 5)], [(6, 10)]]


def test_a_line_that_is_not_there_has_no_place() -> None:
    assert align(["quay", "lighthouse", "ramp"], "quayramp") == [[(0, 4)], None, [(4, 8)]]


def test_a_teaser_above_the_report_is_not_taken_for_it() -> None:
    text = "thestormtoretheramp" + "menu" * 20 + "thestormtoretheramp" + "theferrywillsailagain"
    assert align(["thestormtoretheramp", "theferrywillsailagain"], text)[0] == [(99, 118)]


def test_one_long_line_out_of_order_loses_to_many() -> None:
    text = "thelastlineofall" + "first" + "second" + "thirdandmore"
    assert align(["first", "second", "thirdandmore", "thelastlineofall"], text) == [
        [(16, 21)],
        [(21, 27)],
        [(27, 39)],
        None,
    ]


def test_a_line_that_the_page_interrupts_is_found_in_parts() -> None:
    text = "intro" + "theferrybetweentheislands" + "ADVERT" + "willsailagainontuesday" + "outro"
    line = "theferrybetweentheislandswillsailagainontuesday"
    assert align([line], text) == [[(5, 30), (36, 58)]]


@given(LINES, st.data())
def test_places_follow_each_other_and_hold_their_lines(lines: list[str], data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(["", "-", "menu", "quay"]), min_size=len(lines), max_size=len(lines)))
    text = "".join(gap + line for gap, line in zip(gaps, lines, strict=True))
    found = align(lines, text)
    places = [place for parts in found if parts for place in parts]
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert all(
        "".join(text[start:end] for start, end in parts) == line
        for line, parts in zip(lines, found, strict=True)
        if parts and len(parts) == 1
    )


@given(LINES)
def test_all_lines_of_a_text_are_found_in_it(repetitive: list[str]) -> None:
    lines = [f"{line}{number}" for number, line in enumerate(repetitive)]
    assert all(parts is not None for parts in align(lines, "".join(lines)))
