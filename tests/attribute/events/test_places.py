"""Where an event took place."""

from attribute.events.parsed import only


def test_whence_somebody_is_is_not_where_it_happened():
    event = only(
        "Police arrested a lawyer from Lima.",
        "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/2/punct",
    )
    assert event.place is None


def test_place_elsewhere_in_the_sentence_is_where_nothing_is_said():
    event = only(
        "Chile condemned the raid, which lasted until guards came home from a fair in Lima.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/7/punct PRON/7/nsubj VERB/4/acl:relcl SCONJ/10/mark "
        "NOUN/10/nsubj VERB/7/advcl ADV/10/advmod ADP/14/case DET/14/det NOUN/10/obl ADP/16/case PROPN/14/nmod "
        "PUNCT/2/punct",
    )
    assert event.place is None


def test_town_of_an_arrest_is_where_it_happened():
    event = only(
        "Police in Lima arrested a lawyer.",
        "NOUN/4/nsubj ADP/3/case PROPN/1/nmod VERB/0/root DET/6/det NOUN/4/obj PUNCT/4/punct",
    )
    assert event.place is not None
    assert event.place.words.text == "Lima"
