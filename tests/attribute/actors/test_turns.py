"""Whom a pronoun means that speaks: the last speaker of its paragraph before whom a chain tells."""

import msgspec

from attribute.events.parsed import parsed
from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.actors.mentions import read_sign
from sayso.attribute.attributor import attribute
from sayso.record.annotation import CorefChain, MentionKind, NamedSpan
from sayso.spans import Span


def speakers(*paragraphs, chains=()):
    """The names of those who speak; `chains` are mentions that a tagger would join, each with a turn of its words."""
    report = report_of(*paragraphs)
    joined = tuple(_chain(report.text, chain) for chain in chains)
    record = attribute(msgspec.structs.replace(annotate(report), chains=joined))
    names = {actor.id: actor.name for actor in record.actors}
    return [names.get(one.source.actor) if one.source else None for one in record.statements]


def _chain(text, mentions):
    spans = tuple(_nth(text, *one) for one in mentions)
    return CorefChain(mentions=spans, kinds=(MentionKind.NAMED,) * len(spans))


def _nth(text, words, turn):
    start = -1
    for _ in range(turn):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def test_he_added_is_the_speaker_of_the_paragraph_whatever_the_chain():
    found = speakers(
        "Mayor Oskar Brandt said the quay was closed.",
        '"We lost two days," said Milan Petek, a crane driver. He added that the rain had not helped.',
        chains=[[("Mayor Oskar Brandt", 1), ("He", 1)]],
    )
    assert found[-1] == "Milan Petek"


def test_he_in_a_new_paragraph_is_whom_the_chain_tells():
    found = speakers(
        "Mayor Oskar Brandt said the quay was closed.",
        "Crane driver Milan Petek said the rain had not helped.",
        "He said the quay would open on Monday.",
        chains=[[("Mayor Oskar Brandt", 1), ("He", 1)]],
    )
    assert found[-1] == "Oskar Brandt"


def test_who_was_the_subject_since_may_be_whom_the_chain_tells():
    found = speakers(
        "Coach Milan Petek said the pitch was wet. Oskar Brandt left the field early. He said that he was tired.",
        chains=[[("Oskar Brandt", 1), ("He", 1)]],
    )
    assert found[-1] == "Oskar Brandt"


def test_a_man_named_in_what_is_said_is_not_the_next_speaker():
    found = speakers(
        '"Oskar has never missed a shift," crane driver Milan Petek said. But he conceded that the work was slow.',
        chains=[[("Oskar", 1), ("he", 1)]],
    )
    assert found[-1] == "Milan Petek"


def test_a_chain_of_an_owner_is_not_that_of_what_is_owned():
    found = speakers(
        "The watchdog said it had looked at the pumps.",
        "The watchdog's president, Oskar Brandt, said they were old.",
        "The watchdog has not confirmed that the pumps will go.",
        chains=[[("The watchdog", 2), ("The watchdog", 3)]],
    )
    assert found == ["watchdog", "Oskar Brandt", "watchdog"]


def test_a_chain_of_my_is_not_that_of_my_grandmother():
    found = speakers(
        "Actress Lena Voss said the kiln was cold.",
        '"My grandmother told us that clay listens," she said.',
        "She said it was true.",
        chains=[[("Actress Lena Voss", 1), ("My", 1), ("She", 1)]],
    )
    assert found[-1] == "Lena Voss"


def test_one_of_several_is_who_stands_beside():
    text = "One of them, retired nurse Ada Birk,"
    start = text.index("Ada")
    names = (NamedSpan(start=start, end=start + 8, label="person", score=0.9),)
    sign = read_sign(annotate(report_of(text)).tokens, None, names=names)
    assert sign.name == ("Ada", "Birk")


def test_the_year_old_is_who_spoke():
    text = "Teacher Luis Arroyo said he was tired. The 54-year-old said that he would go on."
    annotated = annotate(report_of(text))
    first, second = annotated.attributions
    start = text.index("The 54")
    second = msgspec.structs.replace(second, source=Span(start, start + len("The 54-year-old")))
    record = attribute(msgspec.structs.replace(annotated, attributions=(first, second)))
    assert len({one.source.actor for one in record.statements}) == 1


def test_a_trade_that_nobody_was_called_is_not_whom_a_chain_tells():
    found = speakers(
        "Manager Milan Petek said the pitch was wet.",
        "The midfielder said that he had slipped.",
        chains=[[("Manager Milan Petek", 1), ("The midfielder", 1)]],
    )
    assert found == ["Milan Petek", "midfielder"]


def test_he_is_who_spoke_last_where_the_chain_s_one_is_far_behind():
    found = speakers(
        "Mayor Oskar Brandt said the quay was closed.",
        "The rain has fallen for a week.",
        "Crane driver Milan Petek said the rain had not helped.",
        "He said the quay would open on Monday.",
        chains=[[("Mayor Oskar Brandt", 1), ("He", 1)]],
    )
    assert found[-1] == "Milan Petek"


def test_he_is_not_who_spoke_before_another_was_told_of():
    found = speakers(
        "Mayor Oskar Brandt said the quay was closed.",
        "A gunman came at night. He pledged that he would return.",
        chains=[[("A gunman", 1), ("He", 1)]],
    )
    assert found[-1] is None


def test_it_is_the_state_that_is_the_subject_of_the_sentence_rather_than_who_spoke_last():
    found = attribute(
        parsed(
            (
                "Chad urged Niger to wait.",
                "PROPN/2/nsubj VERB/0/root PROPN/2/obj PART/5/mark VERB/2/xcomp PUNCT/2/punct",
            ),
            (
                "Sudan shelled a camp, and it said the raid was over.",
                "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/8/punct CCONJ/8/cc PRON/8/nsubj VERB/2/conj "
                "DET/10/det NOUN/12/nsubj AUX/12/cop ADV/8/ccomp PUNCT/2/punct",
            ),
        )
    )
    names = {actor.id: actor.name for actor in found.actors}
    assert names[found.statements[-1].source.actor] == "Government of Sudan"
