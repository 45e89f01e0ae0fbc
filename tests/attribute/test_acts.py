import pytest

from sayso.attribute.acts import act_of, cue_verb, polarity_of
from sayso.record.statement import Act, Polarity


def act(cue, content=""):
    return act_of(cue.split(), content.split())


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("denied", "taking bribes", Act.DENY),
        ("has accused", "norland of theft", Act.ACCUSE),
        ("promised", "to leave", Act.PROMISE),
        ("warned", "that it floods", Act.WARN),
        ("called for", "an inquiry", Act.DEMAND),
        ("claimed", "that it held", Act.ASSERT),
        ("said", "that it held", None),
        ("according to", "it held", None),
        ("refused", "to leave", Act.REFUSE),
        ("declined", "to leave", Act.REFUSE),
    ],
)
def test_act_of_a_plain_cue(cue, content, expected):
    assert act(cue, content) is expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("did not say", "whether it held", Act.NOT_SAID),
        ("did n't say", "that it held", Act.NOT_SAID),
        ("never said", "that it held", Act.NOT_SAID),
        ("has not commented", "", Act.NOT_SAID),
        ("did not deny", "it", Act.NOT_SAID),
        ("failed to mention", "the dam", Act.NOT_SAID),
        ("could not be reached for comment", "", Act.NOT_SAID),
        ("declined", "to comment", Act.DECLINE_TO_COMMENT),
        ("declined to comment", "", Act.DECLINE_TO_COMMENT),
        ("refused", "to confirm it", Act.DECLINE_TO_COMMENT),
        ("has declined", "to say", Act.DECLINE_TO_COMMENT),
        ("could not independently verify", "the figures", Act.NOT_VERIFIED),
        ("was unable to confirm", "it", Act.NOT_VERIFIED),
    ],
)
def test_what_was_not_said_is_never_an_assertion(cue, content, expected):
    found = act(cue, content)
    assert found is expected
    assert found not in (Act.ASSERT, Act.CONFIRM, Act.ANNOUNCE)
    assert polarity_of(found, content.split()) is None


@pytest.mark.parametrize(
    ("found", "content", "expected"),
    [
        (Act.DENY, "taking bribes", Polarity.DENIED),
        (Act.PROMISE, "to leave", Polarity.PLANNED),
        (Act.FEAR, "it will flood", Polarity.POSSIBLE),
        (None, "that it held", Polarity.ASSERTED),
        (None, "whether it held", None),
        (Act.ASK, "if it held", None),
        (None, "", None),
    ],
)
def test_polarity(found, content, expected):
    assert polarity_of(found, content.split()) is expected


def test_last_verb_of_a_cue_counts():
    verb = cue_verb(["issued", "a", "statement", "denying"])
    assert verb is not None
    assert verb.lemma == "deny"
