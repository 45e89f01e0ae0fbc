import pytest

from builders import report_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of
from sayso.attribute.manner import manner_of, quoted_parts
from sayso.record.statement import Manner
from sayso.spans import Span


def read(text, *pieces):
    report = report_of(text)
    tokens, firsts = tokens_of(report)
    quotations = quotations_of(report, tokens, firsts, sentences_of(tokens, firsts))
    content = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    quoted = quoted_parts(content, quotations, text)
    return manner_of(content, quoted, text), [span.of(text) for span in quoted]


@pytest.mark.parametrize(
    ("text", "pieces", "manner", "quoted"),
    [
        ("“We go,” she said.", ["“We go,”"], Manner.DIRECT, ["We go,"]),
        ("She said that it held.", ["that it held"], Manner.INDIRECT, []),
        ("She said it was “a ruin.”", ["it was “a ruin.”"], Manner.MIXED, ["a ruin."]),
        ("“One,” she said. “Two.”", ["“One,”", "“Two.”"], Manner.DIRECT, ["One,", "Two."]),
        ("She said “he told me ‘no’ twice.”", ["“he told me ‘no’ twice.”"], Manner.DIRECT, ["he told me ‘no’ twice."]),
        ("“A name” is odd, she said that it held.", ["that it held"], Manner.INDIRECT, []),
    ],
)
def test_manner(text, pieces, manner, quoted):
    assert read(text, *pieces) == (manner, quoted)


def test_no_content_is_indirect():
    assert read("She has not commented.") == (Manner.INDIRECT, [])
