import re

import pytest

from sayso.ontology.codebook import VerbForm, confidences, cue_book, word_lists


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("said", "say", VerbForm.PAST),
        ("denies", "deny", VerbForm.THIRD),
        ("denied", "deny", VerbForm.PAST),
        ("agreed", "agree", VerbForm.PAST),
        ("agreeing", "agree", VerbForm.GERUND),
        ("promising", "promise", VerbForm.GERUND),
        ("written", "write", VerbForm.PARTICIPLE),
        ("stresses", "stress", VerbForm.THIRD),
        ("quipped", "quip", VerbForm.PAST),
    ],
)
def test_forms_lead_to_their_verb(form, lemma, kind):
    assert (lemma, kind) in [(verb.lemma, found) for verb, found in cue_book().verbs[form]]


def test_longer_verbs_come_before_their_first_word():
    lemmas = [verb.lemma for verb, _ in cue_book().verbs["called"]]
    assert lemmas.index("call for") < lemmas.index("call")


def test_every_pattern_is_known():
    patterns = {"quote", "clause", "that", "infinitive", "object", "hearer", "postposed", "noun", "document", "silence"}
    words = {"about", "against", "at", "for", "in", "of", "on", "to", "with"}
    taken = {pattern for found in cue_book().verbs.values() for verb, _ in found for pattern in verb.takes}
    assert taken <= patterns | words


def test_there_are_a_few_hundred_verbs():
    lemmas = {verb.lemma for found in cue_book().verbs.values() for verb, _ in found}
    assert 250 <= len(lemmas) <= 900


def test_doubling_verbs_are_all_spelt_out():
    """A regular verb of one syllable that ends in one consonant after one vowel doubles it, and must be listed."""
    short = re.compile(r"[^aeiou]*[aeiou][^aeiouwxyh]")
    bases = {verb.lemma.split()[0] for found in cue_book().verbs.values() for verb, _ in found}
    assert [base for base in bases if short.fullmatch(base) and f"{base}ed" in cue_book().verbs] == []


def test_confidences_are_shares():
    for section in ("families", "rules", "verbs"):
        assert confidences()[section]
        assert all(0 <= share <= 1 for share in confidences()[section].values())


def test_every_rule_with_a_confidence_has_a_family():
    families = confidences()["families"]
    assert {rule.partition(".")[0] for rule in confidences()["rules"]} <= set(families)


def test_word_lists_are_in_small_letters():
    assert all(word == word.lower() for words in word_lists().values() for word in words)
