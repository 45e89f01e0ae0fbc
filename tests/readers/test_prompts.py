import pytest

from sayso.readers.labels import labelled
from sayso.readers.prompts import reason_of


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Related article: Is it so?", "related"),
        ("Read more: Mayor closes bridge", "related"),
        ("Also read | Mayor closes bridge", "related"),
        ("READ MORE", "related"),
        ("More from Ada Obi: Mayor closes bridge", "related"),
        ("Watch: Mayor closes bridge", "related"),
        ("Share", "share"),
        ("Share this article", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Sign up for our daily newsletter", "prompt"),
        ("Subscribe to our Telegram channel!", "prompt"),
        ("Unsubscribe: https://example.com/u/1", "prompt"),
        ("We use cookies to improve your experience.", "cookie"),
        ("By continuing to use this site you agree to our terms.", "cookie"),
        ("Advertisement", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Got this from a friend? Sign up here.", "prompt"),
        ("Do you have a story? Email newsdesk@sample.example", "prompt"),
        ("5 Comments", "comment"),
        ("Leave a reply", "comment"),
        ("© 2022 The Sample", "copyright"),
        ("All rights reserved.", "copyright"),
        ("This story has been updated.", "note"),
        ("Correction: The man was 40.", "note"),
        ("(Adds quotes from the mayor, details)", "note"),
        ("((ada.obi@example.com; +44 20 0000 0000;))", "contact"),
        ("ENDS", "end"),
        ("-30-", "end"),
        ("* * *", "end"),
        ("Page 2 of 3", "page"),
        ("3 min read", "navigation"),
        ("Home > News > World", "navigation"),
    ],
)
def test_prompt_is_known(line: str, reason: str) -> None:
    assert reason_of(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Read more than one book, he said.",
        "Related costs rose to ten million, the council said.",
        "Share of the vote fell to 12%",
        "Shares fell on Monday.",
        "Sign up or be drafted, men were told by the army.",
        "Get the children out, the police said in an alert.",
        "Join us in the fight, he told reporters on the Telegram channel.",
        "We use cookies as evidence, the detective said.",
        "By using the site for war, the army broke the law.",
        "Copyright law was changed by parliament on Monday.",
        "This story is about a man.",
        "Recommended by the panel: a ban.",
        "Follow the money, he said on Facebook.",
        "End of an era",
        "Print and post workers strike",
        "Comments on the plan were cool.",
        "Advertisement spending fell by half, the paper said.",
        "Watch: what happens next will decide the war, he said.",
        "He said: “Read more: it helps.”",
        "Page after page was burnt.",
        "1,200 men left.",
    ],
)
def test_prose_is_never_taken_for_a_prompt(line: str) -> None:
    assert reason_of(line) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Original url:", ("url", "")),
        ("URL: https://a.example/c", ("url", "https://a.example/c")),
        ("Author: Ada Obi", ("byline", "Ada Obi")),
        ("Title: One: two", ("headline", "One: two")),
        ("Last updated: 3 May 2021", ("updated", "3 May 2021")),
        ("He said: no", None),
        ("Moscow: the city that never sleeps", None),
        ("12:30", None),
    ],
)
def test_labels(line: str, found: tuple[str, str] | None) -> None:
    assert labelled(line) == found
