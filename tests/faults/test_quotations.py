"""R2: endless sentences and unbalanced marks stay linear; U4: no quotation cuts what is one character to a reader."""

from __future__ import annotations

import time

import pytest

from builders import report_of
from sayso.annotate.passage import passage_of
from sayso.annotate.quotations import quotations_of
from sayso.annotate.rules import attributions_in
from sayso.annotate.sentences import sentences_of
from sayso.annotate.tokens import tokens_of

BUDGET_S = 10.0


def found_in(text):
    report = report_of(text)
    tokens, firsts = tokens_of(report)
    sentences = sentences_of(tokens, firsts)
    quotations = quotations_of(report, tokens, firsts, sentences)
    return quotations, attributions_in(passage_of(report, tokens, sentences, quotations))


def seconds(text):
    began = time.process_time()
    found_in(text)
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 1_000_000, id="5 MB sentence"),
        pytest.param('"' * 1_000_000, id="1 M straight marks"),
        pytest.param("\u201c" * 1_000_000, id="1 M opening marks"),
        pytest.param("\u201d" * 1_000_000, id="1 M closing marks"),
        pytest.param("'" * 1_000_000, id="1 M single marks"),
        pytest.param("\u201ca " * 100_000 + "b\u201d " * 100_000, id="100 k nested quotations"),
    ],
)
def test_hostile_marks_stay_within_their_budget(text):
    assert seconds(text) < BUDGET_S


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "he said ", "said that he said ", '"a" he said, ', "“a ", "”a ", "'a ", "a' ", "said, ", "according to a, ",
        "the man who said ", ", and said", "a: ", "(", "U.", "a-", "1.", "n't", "A. ", "x, y, ", "of the ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(piece):
    """Twice the text takes less than three times as long, the best of three runs counted."""
    seconds(piece * 200)
    half, whole = (min(seconds(piece * times) for _ in range(3)) for times in (2_000, 4_000))
    assert whole < 3 * half + 0.05


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param("e" + "\u0301" * 10_000, id="10 k combining marks"),
        pytest.param("👩\u200d👩\u200d👧", id="joined emoji"),
        pytest.param("İstanbul Straße", id="letters that change length"),
        pytest.param("สวัสดีครับ", id="no spaces"),
        pytest.param("שלום עולם", id="right to left"),
        pytest.param("\u202eabc\u202c", id="bidi controls"),
    ],
)
def test_a_quotation_holds_exactly_what_stands_between_its_marks(inner):
    text = f"She said “{inner}” and left."
    (quotation,), _ = found_in(text)
    assert quotation.of(text) == inner
    units = text.encode("utf-16-le")
    start, end = (len(text[:place].encode("utf-16-le")) for place in (quotation.start, quotation.end))
    assert units[start:end].decode("utf-16-le") == inner
