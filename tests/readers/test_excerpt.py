from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.excerpt import holds, joined, part_of, sliced
from sayso.readers.normalise import normalise, ordered
from sayso.readers.passages import raw_text
from sayso.readers.pieces import Piece
from sayso.record.report import BlockKind, Locator, PageBox, PageBoxes, SourceRanges
from sayso.spans import Span

words = st.lists(
    st.sampled_from([*"ab é&;\u00ad\n\u00a0-", "&amp;", "&mdash;", "&#160;", "&nbsp;", "&bogus;"]),
    min_size=1,
    max_size=20,
).map("".join)


def piece_in(source: str, ranges: list[Span], *steps: str) -> Piece:
    done = ordered((*steps, "whitespace"))
    return Piece(normalise(raw_text(source, ranges), done), BlockKind.PARAGRAPH, SourceRanges(tuple(ranges)), done)


def reading(source: str):
    def raw_of(locator: Locator) -> str:
        assert isinstance(locator, SourceRanges)
        return raw_text(source, locator.ranges)

    return raw_of


@given(st.lists(words, min_size=2, max_size=4), st.data())
def test_part_of_a_piece_is_proven_by_its_own_place(parts: list[str], data: st.DataObject) -> None:
    source = "".join(parts)
    at, ranges = 0, []
    for part in parts:
        ranges.append(Span(at, at + len(part)))
        at += len(part)
    piece = piece_in(source, ranges, "html")
    start = data.draw(st.integers(0, len(piece.text)))
    end = data.draw(st.integers(start, len(piece.text)))
    part = part_of(piece, start, end, reading(source))
    assert part.text == piece.text[start:end].strip()
    assert holds(part, reading(source))


@given(words, words)
def test_joined_pieces_are_proven_or_left_apart(first: str, second: str) -> None:
    source = first + second
    left = piece_in(source, [Span(0, len(first))], "soft-hyphen")
    right = piece_in(source, [Span(len(first), len(source))])
    whole = joined(left, right, reading(source))
    if whole:
        assert whole.text == f"{left.text} {right.text}"
        assert holds(whole, reading(source))


def test_plain_cut_moves_the_locator() -> None:
    source = "LONDON (AP) —  The man left."
    part = part_of(piece_in(source, [Span(0, len(source))]), 14, 27, reading(source))
    assert (part.text, part.locator) == ("The man left.", SourceRanges((Span(15, 28),)))


def test_cut_in_a_page_is_recorded_as_a_step() -> None:
    box = PageBox(page=1, box=(0, 0, 9, 9))
    piece = Piece("LONDON - The man left.", BlockKind.PARAGRAPH, PageBoxes((box,)))
    part = part_of(piece, 9, 22, lambda locator: piece.text)
    assert (part.text, part.normalised, part.locator) == ("The man left.", ("cut@0-9",), PageBoxes((box,)))


def test_ranges_are_sliced_across() -> None:
    assert sliced([Span(10, 13), Span(20, 25)], 2, 5) == (Span(12, 13), Span(20, 22))
