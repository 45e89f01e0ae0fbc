import pytest

from sayso.errors import CodebookError
from sayso.ontology.plover.agents import is_human, sector_of
from sayso.ontology.plover.bodies import bodies
from sayso.ontology.plover.codebook import Quad, codebook
from sayso.ontology.plover.forms import noun_lemma, verb_forms
from sayso.ontology.plover.frames import frames_of, lexicon, read_frame
from sayso.record.event import Event

GROUP = {"type": "ASSAULT", "mode": "firearms"}


def test_codebook_has_sixteen_types_each_with_a_decision_and_its_example():
    types = codebook().types
    assert len(types) == 16
    assert all(what and example for one in types.values() for what, example in one.decisions)
    assert all(one.decisions for one in types.values())


def test_quads_hold_words_and_deeds_apart():
    quads = {code: one.quad for code, one in codebook().types.items()}
    assert quads["THREATEN"] is Quad.VERBAL_CONFLICT
    assert quads["ASSAULT"] is Quad.MATERIAL_CONFLICT


def test_cameo_codes_map_as_published():
    cameo = codebook().cameo
    assert (cameo["0871"].type, cameo["0871"].mode) == ("RETREAT", "ceasefire")
    assert (cameo["190"].type, cameo["190"].contexts) == ("ASSAULT", ("military",))


def test_every_frame_is_of_a_type_and_mode_of_the_codebook():
    frames = [one for table in (lexicon().verbs, lexicon().nouns) for found in table.values() for one in found]
    types = codebook().types
    assert {one.type for one in frames} == set(types)
    assert all(one.mode is None or one.mode in types[one.type].modes for one in frames)


def test_frame_is_read_from_its_line():
    frame = read_frame("open fire > on at | S=armed weak", noun=False, group=GROUP)
    assert (frame.head, frame.beside, frame.recipients, frame.actors) == ("open", ("fire",), ("on", "at"), ("subj",))
    assert frame.flags == {"weak"}
    assert [(test.slot, test.want) for test in frame.tests] == [("S", "armed")]


def test_triggers_with_a_semicolon_between_them_share_their_slots():
    group = GROUP | {"verbs": ["gun; mow down > obj | S=armed"]}
    gun, mow = frames_of(group)
    assert [(one.head, one.beside, one.recipients) for one in (gun, mow)] == [
        ("gun", (), ("obj",)),
        ("mow", ("down",), ("obj",)),
    ]
    assert gun.tests == mow.tests


def test_a_verb_gives_a_noun_with_what_it_is_done_to_after_of():
    storming = lexicon().nouns["storming"]
    assert all((one.noun, one.recipients, one.type) == (True, one.recipients, "ASSAULT") for one in storming)
    assert any(one.recipients[0] == "of" for one in lexicon().nouns["jailing"])


def test_frame_with_an_unknown_class_says_so():
    with pytest.raises(CodebookError, match="neither class nor set"):
        read_frame("open fire | S=cheerful", noun=False, group=GROUP)


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("agree", "agreed"), ("ban", "banned"), ("withdraw", "withdrew"), ("defy", "defied"), ("seize", "seizing")],
)
def test_verbs_have_their_forms(lemma, form):
    assert form in verb_forms(lemma)


def test_nouns_lose_their_plural():
    assert [noun_lemma(word) for word in ("clashes", "armies", "talks", "siege")] == ["clash", "army", "talk", "siege"]


def test_people_are_known_by_sector_or_by_how_the_word_ends():
    assert sector_of("gunmen") == "UAF"
    assert is_human("postwoman")
    assert not is_human("water")


def test_bodies_known_by_name_have_sector_and_country():
    assert (bodies()["Hezbollah"].sector, bodies()["Hezbollah"].country) == ("REB", "LBN")
    assert bodies()["United Nations"].country is None


def test_event_tells_what_it_is_within():
    assert {"within", "same_as"} <= set(Event.__struct_fields__)
