import pytest

from annotate.layers import passage


@pytest.mark.parametrize(
    ("text", "word", "letter"),
    [
        ("The minister claims that it rained.", "claims", "V"),
        ("His claims were denied.", "claims", "N"),
        ("Officials fear that it rains.", "fear", "V"),
        ("The fear of rain grew.", "fear", "N"),
        ("Norland promises to leave.", "promises", "V"),
        ("The swing states voted.", "states", "N"),
        ("The ruling party met.", "ruling", "N"),
        ("Norland's rail authority met.", "rail", "N"),
        ("Its rail lines closed.", "rail", "N"),
        ("They rail at it.", "rail", "V"),
        ("The Party Says It Will Not Sign The Deal", "Says", "V"),
        ("Jolly said so.", "Jolly", "M"),
        ("Sadly it rained.", "Sadly", "a"),
        ("There is time.", "There", "S"),
        ("On Monday it rained.", "Monday", "T"),
    ],
)
def test_class_of_a_word(text, word, letter):
    seen = passage(text)
    assert seen.shape[[token.text for token in seen.tokens].index(word)] == letter


def test_every_token_has_one_letter():
    seen = passage("“Odd — tokens; (here) … ½ №5 🙂 'n' \u202e x.", "And more")
    assert len(seen.shape) == len(seen.tokens) == len(seen.low) == len(seen.quoted)
