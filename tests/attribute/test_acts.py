import pytest

from sayso.attribute.acts import act_of, cue_verb
from sayso.attribute.polarity import polarity_of
from sayso.attribute.wording import Wording
from sayso.record.statement import Act, Polarity


def wording(cue, content="", lead="", **kind):
    return Wording(cue.split(), content.split(), lead.split(), **kind)


def act(cue, content="", lead="", **kind):
    return act_of(wording(cue, content, lead, **kind))


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("denied", "taking bribes", Act.DENY),
        ("has accused", "norland of theft", Act.ACCUSE),
        ("promised", "to leave", Act.PROMISE),
        ("warned", "that it floods", Act.WARN),
        ("called for", "an inquiry", Act.DEMAND),
        ("claimed", "that it held", Act.ASSERT),
        ("said", "that it held", Act.ASSERT),
        ("according to", "it held", Act.ASSERT),
        ("refused", "to leave", Act.REFUSE),
        ("declined", "to leave", Act.REFUSE),
        ("issued a warning that", "it floods", Act.WARN),
        ("expressed", "deep concern over the leak", Act.FEAR),
        ("gurgled", "that it held", None),
    ],
)
def test_act_of_a_plain_cue(cue, content, expected):
    assert act(cue, content) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("it would respond with force", Act.THREATEN),
        ("it would build schools", Act.PROMISE),
        ("it would not sell the mill", Act.REFUSE),
        ("it would not attack the town", Act.PROMISE),
        ("it had not attacked the town", Act.DENY),
        ("it regretted the error", Act.APOLOGISE),
        ("it regretted norland 's decision", Act.CONDEMN),
        ("he hoped it would hold", Act.HOPE),
        ("he did not think it would hold", Act.BELIEVE),
        ("the price would fall", Act.PREDICT),
        ("the killing must stop", Act.DEMAND),
        ("the town should keep its mill", Act.PROPOSE),
        ("norland had broken the truce", Act.ACCUSE),
        ("the vote was a disgrace", Act.CONDEMN),
        ("the crews had done an outstanding job", Act.PRAISE),
        ("she had decided to retire", Act.ANNOUNCE),
        ("his town stood by norland but we did not attack anyone", Act.DENY),
        ("she had praised the crews", Act.ASSERT),
    ],
)
def test_what_is_said_decides_where_the_cue_is_plain(content, expected):
    assert act("said", content) is expected
    assert act("told", content) is expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("suggested", "that they had met", Act.ASSERT),
        ("suggested", "that they meet", Act.PROPOSE),
        ("suggested", "meeting in may", Act.PROPOSE),
        ("asked", "whether it held", Act.ASK),
        ("asked", "the court to wait", Act.REQUEST),
        ("told", "to leave", Act.ORDER),
        ("vowed", "revenge for the raid", Act.THREATEN),
        ("vowed", "to rebuild the mill", Act.PROMISE),
        ("warned", "that it would sue", Act.THREATEN),
        ("ruled out", "arson", Act.DENY),
        ("ruled out", "talks with them", Act.REFUSE),
        ("denied", "his request for bail", Act.REFUSE),
        ("rejected", "the claim that it was late", Act.DENY),
        ("called", "the vote a triumph", Act.PRAISE),
    ],
)
def test_cue_and_content_decide_together(cue, content, expected):
    assert act(cue, content) is expected


def test_marks_tell_who_we_are_and_what_is_asked():
    assert act("said", "we will build it", quoted=True) is Act.PROMISE
    assert act("said", "it will be a long winter", quoted=True) is Act.PREDICT
    assert act("said", "who will pay", quoted=True, asks=True) is Act.ASK
    assert act("asked", "could you open the road", quoted=True, asks=True) is Act.REQUEST


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
        ("stopped short of calling", "it a coup", Act.NOT_SAID),
        ("made no mention of", "it", Act.NOT_SAID),
        ("has yet to announce", "the date", Act.NOT_SAID),
        ("declined", "to comment", Act.DECLINE_TO_COMMENT),
        ("declined to comment", "", Act.DECLINE_TO_COMMENT),
        ("refused", "to confirm it", Act.DECLINE_TO_COMMENT),
        ("has declined", "to say", Act.DECLINE_TO_COMMENT),
        ("would not say", "whether it held", Act.DECLINE_TO_COMMENT),
        ("neither confirmed nor denied", "it", Act.DECLINE_TO_COMMENT),
        ("said", "no comment", Act.DECLINE_TO_COMMENT),
        ("could not independently verify", "the figures", Act.NOT_VERIFIED),
        ("was unable to confirm", "it", Act.NOT_VERIFIED),
    ],
)
def test_what_was_not_said_is_never_an_assertion(cue, content, expected):
    said = wording(cue, content)
    found = act_of(said)
    assert found is expected
    assert found not in (Act.ASSERT, Act.CONFIRM, Act.ANNOUNCE)
    assert polarity_of(found, said) is None


def test_words_before_the_cue_can_turn_it_round():
    assert act("saying", "that it held", "he left without") is Act.NOT_SAID
    assert act("confirm", "that it held", "the bank refused to") is Act.DECLINE_TO_COMMENT


@pytest.mark.parametrize(
    ("found", "content", "expected"),
    [
        (Act.DENY, "taking bribes", Polarity.DENIED),
        (Act.PROMISE, "to leave", Polarity.PLANNED),
        (Act.FEAR, "it will flood", Polarity.POSSIBLE),
        (Act.AGREE, "to leave", Polarity.PLANNED),
        (Act.AGREE, "that it was late", Polarity.ASSERTED),
        (Act.ANNOUNCE, "the new mill", Polarity.ASSERTED),
        (Act.ANNOUNCE, "that it will close", Polarity.PLANNED),
        (Act.ASSERT, "it may have held", Polarity.POSSIBLE),
        (None, "that it held", Polarity.ASSERTED),
        (None, "whether it held", None),
        (Act.ASK, "if it held", None),
        (None, "", None),
    ],
)
def test_polarity(found, content, expected):
    assert polarity_of(found, wording("said", content)) is expected


def test_who_does_not_believe_it_denies_it():
    said = wording("does not believe", "that it held")
    assert act_of(said) is Act.BELIEVE
    assert polarity_of(Act.BELIEVE, said) is Polarity.DENIED


def test_last_verb_of_a_cue_counts():
    verb = cue_verb(["issued", "a", "statement", "denying"])
    assert verb is not None
    assert verb.lemma == "deny"
