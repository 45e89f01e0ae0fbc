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


def test_where_a_source_is_is_not_where_it_happened():
    event = only(
        "Guards beat two miners, a nurse in Lima said.",
        "NOUN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj PUNCT/10/punct DET/7/det NOUN/10/nsubj ADP/9/case "
        "PROPN/7/nmod VERB/2/parataxis PUNCT/2/punct",
    )
    assert event.place is None


def test_the_only_place_of_a_sentence_counts_in_the_clause_of_the_deed_or_above_it():
    told = "Guards beat two miners after a ship sank near Lima."
    beside = only(
        told,
        "NOUN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj SCONJ/8/mark DET/7/det NOUN/8/nsubj VERB/2/advcl "
        "ADP/10/case PROPN/8/obl PUNCT/2/punct",
    )
    assert beside.place is None
    above = only(
        "Outside Lima, guards were seen beating two miners.",
        "ADP/2/case PROPN/6/obl PUNCT/6/punct NOUN/6/nsubj:pass AUX/6/aux:pass VERB/0/root VERB/6/xcomp "
        "NUM/9/nummod NOUN/7/obj PUNCT/6/punct",
    )
    assert above.place is not None
    assert above.place.words.text == "Lima"


def test_where_an_envoy_is_sent_is_not_where_it_happened():
    event = only(
        "Chile recalled its envoy to Lima.",
        "PROPN/2/nsubj VERB/0/root PRON/4/nmod:poss NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/2/punct",
    )
    assert event.place is None


def test_a_site_without_a_name_is_where_it_happened_and_on_no_map():
    event = only(
        "Guards beat two miners outside the town hall.",
        "NOUN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj ADP/8/case DET/8/det NOUN/8/compound NOUN/2/obl "
        "PUNCT/2/punct",
    )
    assert event.place is not None
    assert (event.place.words.text, event.place.place) == ("the town hall", None)


def test_what_was_hit_is_no_site():
    event = only(
        "Guards fired on the town hall.",
        "NOUN/2/nsubj VERB/0/root ADP/6/case DET/6/det NOUN/6/compound NOUN/2/obl PUNCT/2/punct",
    )
    assert event.place is None
