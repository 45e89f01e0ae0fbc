"""What is made of a report goes when nobody holds it any more, without a search for garbage."""

import gc

from attribute.events.parsed import record_of

SENTENCE = (
    "Minsk's soldiers arrested his brother, the mayor said.",
    "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root PRON/6/nmod:poss NOUN/4/obj PUNCT/4/punct DET/9/det "
    "NOUN/10/nsubj VERB/4/parataxis PUNCT/4/punct",
)


def test_attributing_leaves_no_circles() -> None:
    record_of(SENTENCE)  # word lists and patterns are loaded
    gc.collect()
    assert record_of(SENTENCE).events
    assert gc.collect() == 0
