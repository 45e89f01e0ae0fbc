import pytest

from attribute.events.parsed import parsed
from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind


def record_of(*paragraphs):
    return attribute(annotate(report_of(*paragraphs)))


def speakers(*paragraphs):
    """The names of the actors that speak, statement by statement."""
    record = record_of(*paragraphs)
    names = {actor.id: actor.name for actor in record.actors}
    return [names.get(one.source.actor) if one.source else None for one in record.statements]


def actor_named(name, *paragraphs):
    return next(actor for actor in record_of(*paragraphs).actors if actor.name == name)


def test_a_surname_and_a_pronoun_mean_the_full_name():
    found = speakers(
        "Environment Minister Helmi Aaltola said the plant would close.",
        "Aaltola said it was too old. She said the workers had been told.",
    )
    assert set(found) == {"Helmi Aaltola"}


def test_a_role_with_a_country_means_who_bears_it():
    found = speakers(
        "Kenyan President Amina Odhiambo said the port would open.",
        "The Kenyan leader said it would cost little.",
    )
    assert set(found) == {"Amina Odhiambo"}


def test_a_ministry_is_one_by_three_names():
    found = speakers(
        "Norway's fisheries ministry said the talks had failed.",
        "The ministry said it was sorry.",
        "The Norwegian Fisheries Ministry said boats would sail.",
    )
    assert len(set(found)) == 1


def test_ministries_of_two_countries_stay_apart():
    found = speakers("Chad's defense ministry said it fired.", "Sudan's defense ministry said it did not fire.")
    assert len(set(found)) == 2


def test_two_ministries_of_one_country_stay_apart():
    found = speakers("Chad's defense ministry said it fired.", "Chad's health ministry said six were hurt.")
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Ankara said it would not sign.", "Government of Turkey", "TUR"),
        ("Turkey said it would not sign.", "Government of Turkey", "TUR"),
        ("The Kremlin said it would not sign.", "Government of Russia", "RUS"),
    ],
)
def test_a_capital_a_country_and_a_palace_stand_for_a_government(sentence, name, country):
    actor = actor_named(name, sentence)
    assert (actor.kind, actor.country, actor.sector) == (ActorKind.GOVERNMENT, country, "GOV")


def test_roles_and_sectors_are_kept():
    minister = actor_named("Helmi Aaltola", "Environment Minister Helmi Aaltola said the plant would close.")
    assert (minister.kind, minister.roles) == (ActorKind.PERSON, ("minister",))
    assert actor_named("police", "The police said the road was shut.").sector == "COP"


def test_an_appositive_gives_the_name():
    assert speakers("The operator, Suvilinja, denied the accusation.") == ["Suvilinja"]


def test_i_inside_a_statement_is_its_speaker():
    text = '"I said it would sink," said Arvo Kallas.'
    record = attribute(annotate(report_of(text)))
    (kallas,) = record.actors
    assert [one.source.actor for one in record.statements] == [kallas.id, kallas.id]


def test_groups_stay_groups():
    actor = actor_named("Three officials", "Three officials said the vote was lost.")
    assert actor.kind == ActorKind.GROUP


def test_two_people_of_one_surname_stay_apart():
    found = speakers("Mayor Ann Smith said the vote was lost.", "Mayor Bob Smith said it was won.")
    assert found == ["Ann Smith", "Bob Smith"]


def test_a_man_and_a_woman_are_not_one_pronoun():
    found = speakers("Mr Obi said the road was shut.", "Mrs Eze said it was open. He said he had seen it.")
    assert found[0] == found[2] != found[1]


def test_mentions_point_at_actors_and_back():
    record = record_of("Mayor Ann Smith said the vote was lost. She said it was close.")
    by_actor = {actor.id: actor for actor in record.actors}
    assert all(mention.id in by_actor[mention.actor].mentions for mention in record.mentions)
    assert {mention.kind for mention in record.mentions} == {MentionKind.NAMED, MentionKind.PRONOMINAL}
    assert all(
        mention.words.text == record.report.text[mention.words.start : mention.words.end] for mention in record.mentions
    )


def test_we_is_nobody_in_particular():
    assert speakers("We said it would rain.") == [None]


def test_a_name_in_an_appositive_counts_before_a_role_that_another_has():
    found = speakers(
        "Joseph Mwangi, secretary general of the union, said the port was shut.",
        "Uganda's trade minister, Grace Akello, said it was open.",
    )
    assert found == ["Joseph Mwangi", "Grace Akello"]


def test_a_grandmother_is_no_he():
    found = speakers(
        "Teacher Emil Rask said the oven was old.",
        "His grandmother said bread was patience. He said he agreed.",
    )
    assert found[-1] == "Emil Rask"


def test_the_club_is_no_radio_station():
    record = record_of(
        "Jamal Orr told Radio Leeds he was fit.",
        "The club said on its website that he would rest.",
    )
    club = next(one.source.actor for one in record.statements if one.source.words.text == "The club")
    assert next(actor.name for actor in record.actors if actor.id == club) == "club"


def test_analysts_at_a_bank_are_several():
    found = speakers(
        "Workers said they were tired.",
        "Analysts at Fenmoor & Co. expect the mill to close. They said in a note that more cuts were likely.",
    )
    assert found[-1].startswith("Analysts")


def test_his_ministry_is_of_his_country():
    found = speakers(
        "Chad summoned the ambassador, its foreign ministry said.",
        "Sudan's defence minister, Omar Idris, said the border was shut, but his ministry later denied it.",
    )
    assert len(set(found)) == 3


def test_its_ministry_is_the_ministry_that_was_named():
    found = speakers(
        "Chad's foreign ministry said the border was shut.",
        "Chad will wait, its foreign ministry said.",
    )
    assert len(set(found)) == 1


def test_a_man_who_says_she_lied_is_a_man():
    found = speakers(
        "Interior Minister Sofia Lunde said she would stay.",
        "Opposition leader Matso Bergan said she had misled parliament. He said that she should go.",
    )
    assert found == ["Sofia Lunde", "Matso Bergan", "Matso Bergan"]


def test_who_holds_an_office_of_a_country_is_nobody_whose_country_is_not_told():
    found = speakers("President Jan Obuya said it was late.", "Germany's chancellor said it was early.")
    assert found == ["Jan Obuya", "Germany's chancellor"]


def test_letters_that_begin_a_name_are_not_its_initials():
    found = speakers("The US Navy said the strait was open.", "The UN said that it was not.")
    assert len(set(found)) == 2


def test_countries_that_speak_together_are_bodies():
    record = record_of("Kenya and Tanzania said that the border would open.")
    assert record.statements[0].source_kind == "official_body"


def test_people_called_by_what_they_do_are_nobody_that_he_means():
    found = speakers(
        "Retailers feared a shortage. The bank's economist, Anil Deshpande, said it would pass.",
        '"Stocks are high," he said.',
    )
    assert found[-1] == "Anil Deshpande"


def test_you_in_a_dialogue_of_two_is_the_other():
    found = speakers(
        "General Tunde Okonjo, who left in March, spoke to Ada Weller in Accra.",
        "Weller: Why did you leave?",
        "Okonjo: I had no choice. They had sent men.",
        "Weller: You said the ministry had lied.",
        "Okonjo: It did. It lied every day.",
        "Weller: Will you go back?",
        "Okonjo: Not this year.",
    )
    assert None not in found
    assert found.count("Tunde Okonjo") == found.count("Ada Weller") + 1


def test_who_takes_up_the_noun_before_it():
    annotated = parsed(
        (
            "Two nurses who said it rained left.",
            "NUM/2/nummod NOUN/7/nsubj PRON/4/nsubj VERB/2/acl:relcl PRON/6/nsubj VERB/4/ccomp VERB/0/root "
            "PUNCT/7/punct",
        )
    )
    record = attribute(annotated)
    (said,) = record.statements
    assert said.source is not None
    assert said.source.words.text == "who"
    assert [actor.name for actor in record.actors if actor.id == said.source.actor] == ["Two nurses"]
