import pytest

from annotate.layers import passage
from sayso.annotate.sentences import MAX_TOKENS


def sentences(*paragraphs):
    seen = passage(*paragraphs)
    return [sentence.of(seen.report.text) for sentence in seen.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Obi and Gen. Lund left.",
        "It is No. 10 of 3.5 million.",
        "He left at 9 a.m. and came back.",
        "“Why?” he asked.",
        "The U.S. Senate voted.",
        "She waited … and went.",
        "J. K. Ray spoke.",
    ],
)
def test_one_sentence_stays_whole(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He lives in the U.S.", "The law is new."),
        ("“We won.”", "She smiled."),
        ("He asked: “Why?”", "Nobody knew."),
        ("It rained...", "Then it stopped."),
        ('"It is late," she said.', '"Go home."'),
        ("They left (at last).", "Peace."),
        ("“It is over,” the mayor said on X.", "Nobody cheered."),
    ],
)
def test_two_sentences_come_apart(first, second):
    assert sentences(f"{first} {second}") == [first, second]


def test_a_block_ends_a_sentence():
    assert sentences("No stop here", "Nor here") == ["No stop here", "Nor here"]


def test_an_endless_sentence_is_cut():
    seen = passage("word " * (3 * MAX_TOKENS))
    assert max(last - first for first, last in (one.tokens for one in seen.sentences)) == MAX_TOKENS


def test_sentences_cover_all_tokens_in_order():
    seen = passage("One. Two! Three?", "Four")
    bounds = [sentence.tokens for sentence in seen.sentences]
    assert [first for first, _ in bounds] == [0, *(last for _, last in bounds[:-1])]
    assert bounds[-1][1] == len(seen.tokens)
