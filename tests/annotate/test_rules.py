"""One sentence for each pattern that the rules know; all of them are ours."""

import pytest

from annotate.layers import attributed


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Lund said that the dam was safe.", "Ada Lund", "said", ["that the dam was safe"]),
        ("Ada Lund said the dam was safe.", "Ada Lund", "said", ["the dam was safe"]),
        ("The mayor said on Monday that it rained.", "The mayor", "said", ["that it rained"]),
        ("The mayor on Monday said it rained.", "The mayor", "said", ["it rained"]),
        ("The mayor has repeatedly warned that it floods.", "The mayor", "has repeatedly warned", ["that it floods"]),
        ("Lund told reporters in Arlen that she would go.", "Lund", "told", ["that she would go"]),
        ("Lund told the court it was late.", "Lund", "told", ["it was late"]),
        ("Lund asked whether the dam was safe.", "Lund", "asked", ["whether the dam was safe"]),
        ("Lund promised to rebuild the dam.", "Lund", "promised", ["to rebuild the dam"]),
        ("Lund accused the province of hiding a report.", "Lund", "accused", ["the province of hiding a report"]),
        ("Lund called for an inquiry.", "Lund", "called for", ["an inquiry"]),
        ("Lund denied taking bribes.", "Lund", "denied", ["taking bribes"]),
        ("Lund denied she had known.", "Lund", "denied", ["she had known"]),
        ("The council urged residents to leave.", "The council", "urged", ["residents to leave"]),
        ("The board issued a statement saying it regretted it.", "The board", "issued a statement saying", None),
        ("Lund expressed concern that it would rain.", "Lund", "expressed concern", ["that it would rain"]),
        ("Polls released on Sunday showed a fall.", "Polls", "showed", ["a fall"]),
        ("The survey shows a sharp fall in prices.", "The survey", "shows", ["a sharp fall in prices"]),
    ],
)
def test_content_after_the_cue(text, source, cue, content):
    found = attributed(text)
    assert found[0][:2] == (source, cue)
    assert content is None or found[0][2] == content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We go,” Ada Lund said.", "Ada Lund", "said", ["“We go,”"]),
        ("“We go,” said Ada Lund.", "Ada Lund", "said", ["“We go,”"]),
        ("“We go,” said Ada Lund, the mayor of Arlen.", "Ada Lund, the mayor of Arlen", "said", ["“We go,”"]),
        ("“Do we go?” Ada Lund asked.", "Ada Lund", "asked", ["“Do we go?”"]),
        ("“We go,” she said, “and we stay.”", "she", "said", ["“We go,”", "“and we stay.”"]),
        ("“We go,” she said. “And we stay.”", "she", "said", ["“We go,”", "“And we stay.”"]),
        ("The dam is “a ruin,” she said.", "she", "said", ["The dam is “a ruin,”"]),
        ("The dam is safe, officials said on Friday.", "officials", "said", ["The dam is safe"]),
        ("The dam, she said, would hold.", "she", "said", ["The dam", "would hold"]),
        ("Prices fell, according to the bank.", "the bank", "according to", ["Prices fell"]),
        ("According to the bank, prices fell.", "the bank", "According to", ["prices fell"]),
        ("As the bank noted, the council had sold it.", "the bank", "noted", ["the council had sold it"]),
        ("The council sold the dam, as Lund has said.", "Lund", "has said", ["The council sold the dam"]),
        ("The dam is weak, court records show.", "court records", "show", ["The dam is weak"]),
        ("In the words of her deputy, it was late.", "her deputy", "In the words of", ["it was late"]),
        ("Lund said: “We go.”", "Lund", "said:", ["“We go.”"]),
        ("Lund said, “We go.”", "Lund", "said", ["“We go.”"]),
        ("“We go,” Lund told reporters.", "Lund", "told", ["“We go,”"]),
    ],
)
def test_content_before_or_around_the_cue(text, source, cue, content):
    assert attributed(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jo Birk, the mayor of Arlen, said it rained.", "Jo Birk, the mayor of Arlen,"),
        ("Jo Birk, who voted against it, said it rained.", "Jo Birk, who voted against it,"),
        ("Jo Birk, speaking after the vote, said it rained.", "Jo Birk"),
        ("Jo Birk — a teacher — said it rained.", "Jo Birk — a teacher —"),
        ("The head of the water board said it rained.", "The head of the water board"),
        ("Norland's interior ministry said it rained.", "Norland's interior ministry"),
        ("Two officials who asked not to be named said it rained.", "Two officials who asked not to be named"),
        ("On Monday the mayor said it rained.", "the mayor"),
        ("In Arlen, the mayor said it rained.", "the mayor"),
        ("Birk and Lund said it rained.", "Birk and Lund"),
        ("Some 42% said it rained.", "Some 42%"),
        ("Another said it rained.", "Another"),
        ("But she said it rained.", "she"),
        ("The man who built the dam said it rained.", "The man who built the dam"),
    ],
)
def test_whole_source_before_the_cue(text, source):
    assert [found[0] for found in attributed(text)] == [source]


def test_source_is_shared_by_joined_verbs():
    found = attributed("The mayor blamed the province and said that it had slept.")
    assert [(source, cue) for source, cue, _ in found] == [("The mayor", "blamed"), ("The mayor", "said")]
    assert found[0][2] == ["the province"]


def test_source_is_inherited_by_a_participle():
    found = attributed("“It holds,” the mayor said, adding that the gates were new.")
    assert found[1] == ("the mayor", "adding", ["that the gates were new"])


def test_relative_pronoun_is_the_source_of_its_clause():
    assert attributed("Lund, who claimed that it rained, left.") == [("who", "claimed", ["that it rained"])]


def test_nested_attributions_are_both_found():
    found = attributed("The agency reported that the ministry had said the port was closed.")
    assert [(source, cue) for source, cue, _ in found] == [("The agency", "reported"), ("the ministry", "had said")]


def test_content_ends_where_a_main_clause_begins():
    assert attributed("While Lund says that it held, engineers left.")[0][2] == ["that it held"]


def test_content_ends_where_another_source_speaks():
    found = attributed("Lund said the dam would hold, but engineers doubted it.")
    assert found[0][2] == ["the dam would hold"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("She did not say whether it rained.", "did not say"),
        ("The ministry has not commented.", "has not commented"),
        ("The firm could not be reached for comment.", "could not be reached for comment"),
        ("The agency could not independently verify the figures.", "could not independently verify"),
        ("Lund declined to comment.", "declined"),
    ],
)
def test_negated_and_empty_cues_keep_their_negation(text, cue):
    assert [found[1] for found in attributed(text)] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "The announced plan failed.",
        "His claims were old.",
        "A party named after the king met.",
        "The question asked by the judge was short.",
        "He walked to the station and took the train.",
        "The states voted on Monday.",
        "The council built a bridge, and the town paid for it.",
        "It rained for three days before the river rose.",
    ],
)
def test_nothing_is_attributed_that_is_not(text):
    assert attributed(text) == []


def test_a_court_hears_and_does_not_say():
    assert attributed("A man was frozen out, a tribunal heard on Monday.") == [
        (None, "heard", ["A man was frozen out"])
    ]


def test_a_signature_under_a_quotation():
    assert attributed("“I was wrong.”", "— Ilya Brand, January 22") == [("Ilya Brand", "—", ["“I was wrong.”"])]


def test_what_a_dash_explains_is_no_signature():
    assert attributed("“It is larger than the Orka” — Norway's famous ferry.") == []
    assert attributed("“It is larger than the Orka” — Ilya Brand.")[0][:2] == ("Ilya Brand", "—")


def test_question_in_the_passive_has_no_source():
    assert attributed("Asked whether it would hold, the mayor left.") == [(None, "Asked", ["whether it would hold"])]


def test_quotation_over_paragraphs_goes_on():
    found = attributed("“One,” Lund said. “Two.", "“Three.", "“Four.”", "He left.")
    assert found == [("Lund", "said", ["“One,”", "“Two.", "“Three.", "“Four.”"])]


def test_quoted_paragraph_after_a_statement_goes_on():
    assert attributed("“One,” Lund said.", "“Two.”", "It rained.")[0][2] == ["“One,”", "“Two.”"]


def test_headline_with_a_colon():
    assert attributed("It rained.", headline="Minister: no talks before spring") == [
        ("Minister", ":", ["no talks before spring"])
    ]


def test_headline_signed_at_its_end():
    assert attributed("It rained.", headline="Dam is safe: minister") == [("minister", ":", ["Dam is safe"])]


def test_headline_label_is_no_speaker():
    assert attributed("It rained.", headline="Explainer: how dams fail") == []


def test_dialogue_in_paragraphs():
    found = attributed("Paper: Why?", "Holm: It melts.", "Paper: Are you angry?", "Holm: No. Never.")
    assert found[1] == ("Holm", ":", ["It melts."])
    assert found[3] == ("Holm", ":", ["No. Never."])


def test_single_line_with_a_colon_is_no_dialogue():
    assert attributed("Ingredients: salt and flour.") == []
