"""When an event took place."""

import msgspec
import pytest

from attribute.events.parsed import only, parsed
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.record.report import Furniture
from sayso.record.when import Granularity, Stamp


def test_the_time_of_another_clause_is_not_when_it_happened():
    event = only(
        "Chile condemned the truce that was signed in 2019.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PRON/7/nsubj:pass AUX/7/aux:pass VERB/4/acl:relcl ADP/9/case "
        "NUM/7/obl PUNCT/2/punct",
    )
    assert event.time is None


@pytest.mark.parametrize(("word", "told"), [("until", None), ("in", "2019")])
def test_until_when_something_lasts_is_not_when_it_happened(word: str, told: str | None):
    event = only(
        f"Chile detained two nurses {word} 2019.",
        "PROPN/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj ADP/6/case NUM/2/obl PUNCT/2/punct",
    )
    assert (event.time.words.text if event.time else None) == told


@pytest.mark.parametrize(("published", "told"), [("2019-05-02", None), ("2019-05-12", "9 May 2019")])
def test_what_has_happened_did_so_before_it_was_reported(published: str, told: str | None):
    sentence = (
        "Chile agreed to meet miners on 9 May 2019.",
        "PROPN/2/nsubj VERB/0/root PART/4/mark VERB/2/xcomp NOUN/4/obj ADP/8/case NUM/8/nummod PROPN/2/obl "
        "NUM/8/nummod PUNCT/2/punct",
    )
    plain = parsed(sentence)
    stamp = Stamp(value=published, granularity=Granularity.DAY, basis="test")
    report = msgspec.structs.replace(plain.report, furniture=Furniture(first_published=stamp))
    annotated = msgspec.structs.replace(annotate(report), words=plain.words)
    agreed = next(one for one in attribute(annotated).events if one.type == "AGREE")
    assert (agreed.time.words.text if agreed.time else None) == told
