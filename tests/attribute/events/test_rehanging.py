"""Words that the parse hangs where they cannot belong."""

import pytest

from attribute.events.parsed import parsed
from sayso.attribute.events.syntax import Syntax


def heads(text: str, parse: str) -> dict[str, str]:
    syntax = Syntax(parsed((text, parse)))
    return {syntax.low[at]: syntax.low[head] for at in range(len(syntax.low)) if (head := syntax.head(at)) is not None}


@pytest.mark.parametrize(("second", "first"), [("ordered", "accused"), ("shelling", "breaking")])
def test_a_past_tense_goes_on_no_gerund_and_a_gerund_does(second: str, first: str):
    found = heads(
        f"Chad accused rebels of breaking the truce and {second} towns.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj SCONJ/5/mark VERB/2/advcl DET/7/det NOUN/5/obj CCONJ/9/cc VERB/5/conj "
        "NOUN/9/obj PUNCT/2/punct",
    )
    assert found[second] == first


@pytest.mark.parametrize(("done", "by"), [("demanding", "protesters"), ("using", "fired")])
def test_those_fired_at_demand_what_is_demanded_there_and_those_who_fire_use_what_is_used(done: str, by: str):
    found = heads(
        f"Police fired at protesters {done} shotguns.",
        "NOUN/2/nsubj VERB/0/root ADP/4/case NOUN/2/obl VERB/2/advcl NOUN/5/obj PUNCT/2/punct",
    )
    assert found[done] == by


def test_an_owner_does_not_act_beside_what_is_owned():
    found = heads(
        "Ana Ruiz's government plans a dam.",
        "PROPN/5/nsubj PROPN/1/flat PART/1/case NOUN/5/nsubj VERB/0/root DET/7/det NOUN/5/obj PUNCT/5/punct",
    )
    assert found["ana"] == "government"


def test_a_participle_before_a_number_goes_on_the_verb():
    found = heads(
        "It killed two men and wounded seven others.",
        "PRON/2/nsubj VERB/0/root NUM/4/nummod NOUN/2/obj CCONJ/8/cc VERB/8/amod NUM/8/nummod NOUN/4/conj "
        "PUNCT/2/punct",
    )
    assert (found["wounded"], found["others"]) == ("killed", "wounded")
