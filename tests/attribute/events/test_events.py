import msgspec
import pytest
from hypothesis import given, settings, strategies

from attribute.events.parsed import countries, events_in, only, parsed, record_of
from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.record.annotation import Word
from sayso.record.event import Certainty, Occurrence, Role
from sayso.record.report import BlockKind, Report
from sayso.record.statement import Act

ACCUSED = (
    "President Ana Tuilagi accused Samoa, Tonga and Vanuatu of arming the rebels.",
    "NOUN/2/nmod:desc PROPN/4/nsubj PROPN/2/flat VERB/0/root PROPN/4/obj PUNCT/7/punct PROPN/5/conj CCONJ/9/cc "
    "PROPN/5/conj SCONJ/11/mark VERB/4/advcl DET/13/det NOUN/11/obj PUNCT/4/punct",
)
CLAIMED = (
    "Fijian President Ana Tuilagi claimed Samoa was plotting to attack her country.",
    "ADJ/2/amod NOUN/3/nmod:desc PROPN/5/nsubj PROPN/3/flat VERB/0/root PROPN/8/nsubj AUX/8/aux VERB/5/ccomp "
    "PART/10/mark VERB/8/xcomp PRON/12/nmod:poss NOUN/10/obj PUNCT/5/punct",
)
KILLED = (
    "At least 40 people were killed and dozens injured in an air strike on a market in Aleppo.",
    "ADP/2/case ADJ/3/advmod NUM/4/nummod NOUN/6/nsubj:pass AUX/6/aux:pass VERB/0/root CCONJ/9/cc NOUN/9/nsubj "
    "VERB/6/conj ADP/13/case DET/13/det NOUN/13/compound NOUN/6/obl ADP/16/case DET/16/det NOUN/13/nmod ADP/18/case "
    "PROPN/16/nmod PUNCT/6/punct",
)


def test_each_of_the_accused_is_a_recipient():
    accused = events_in(*ACCUSED)[0]
    assert (accused.type, accused.mode) == ("ACCUSE", "allege")
    assert countries(accused, Role.RECIPIENT) == ["WSM", "TON", "VUT"]


def test_accusation_stands_in_the_reports_own_voice():
    accused = events_in(*ACCUSED)[0]
    assert accused.attributed_to is None
    assert accused.source_factuality is None
    assert accused.report_factuality is not None
    assert accused.report_factuality.occurrence is Occurrence.HAPPENED


def test_hostile_deed_claimed_of_another_country_is_an_accusation_and_the_deed():
    record = record_of(CLAIMED)
    claim, attack = record.events
    assert (claim.type, claim.attributed_to, countries(claim, Role.RECIPIENT)) == ("ACCUSE", None, ["WSM"])
    assert (attack.type, attack.attributed_to) == ("ASSAULT", record.statements[0].id)
    assert attack.within == claim.id


def test_plotted_attack_is_planned_on_the_word_of_who_claims_it():
    attack = record_of(CLAIMED).events[1]
    assert attack.source_factuality is not None
    assert attack.source_factuality.occurrence is Occurrence.PLANNED
    assert attack.report_factuality is None


def test_deed_and_its_victims_are_one_event():
    (event,) = events_in(*KILLED)
    assert event.type == "ASSAULT"
    assert event.mode == "aerial"
    assert event.place is not None
    assert event.place.words.text == "Aleppo"


def test_dead_and_injured_are_counted_apart_and_open_ends_stay_open():
    (event,) = events_in(*KILLED)
    told = {one.what: (one.words.text, one.low, one.high) for one in event.magnitudes}
    assert told["dead"] == ("At least 40", 40, None)
    assert told["injured"] == ("dozens", 24, 99)


def test_agreement_and_what_is_agreed_on_are_two_events():
    agreed, sent = events_in(
        "Oslo agreed to send generators to Kyiv.",
        "PROPN/2/nsubj VERB/0/root PART/4/mark VERB/2/xcomp NOUN/4/obj ADP/7/case PROPN/4/obl PUNCT/2/punct",
    )
    assert (agreed.type, sent.type) == ("AGREE", "AID")
    assert countries(sent, Role.ACTOR) == ["NOR"]
    assert countries(sent, Role.RECIPIENT) == ["UKR"]


def test_aid_to_come_is_an_agreement():
    event = only(
        "Latvia will lend Ukraine 40 million euros.",
        "PROPN/3/nsubj AUX/3/aux VERB/0/root PROPN/3/iobj NUM/6/nummod NUM/7/nummod NOUN/3/obj PUNCT/3/punct",
    )
    assert event.type == "AGREE"
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is Occurrence.PLANNED


def test_officers_in_a_town_are_of_its_country():
    event = only(
        "Police in Almaty arrested three students who had unrolled a banner.",
        "NOUN/4/nsubj ADP/3/case PROPN/1/nmod VERB/0/root NUM/6/nummod NOUN/4/obj PRON/9/nsubj AUX/9/aux "
        "VERB/6/acl:relcl DET/11/det NOUN/9/obj PUNCT/4/punct",
    )
    assert (event.type, event.mode) == ("COERCE", "arrest")
    assert countries(event, Role.ACTOR) == ["KAZ"]


def test_passive_tells_who_did_it_after_by():
    event = only(
        "Two villages were burned by Chadian soldiers.",
        "NUM/2/nummod NOUN/4/nsubj:pass AUX/4/aux:pass VERB/0/root ADP/7/case ADJ/7/amod NOUN/4/obl PUNCT/4/punct",
    )
    assert event.type == "ASSAULT"
    assert countries(event, Role.ACTOR) == ["TCD"]


def test_troops_that_arrive_are_mobilised():
    event = only(
        "The first Tongan marines have arrived in Fiji.",
        "DET/4/det ADJ/4/amod ADJ/4/amod NOUN/6/nsubj AUX/6/aux VERB/0/root ADP/8/case PROPN/6/obl PUNCT/6/punct",
    )
    assert (event.type, event.mode) == ("MOBILIZE", "troops")
    assert event.place is not None
    assert event.place.words.text == "Fiji"


def test_taking_no_part_in_an_offensive_is_an_assault_that_did_not_happen():
    event = only(
        "Fijian forces have not taken part in the offensive.",
        "ADJ/2/amod NOUN/5/nsubj AUX/5/aux PART/5/advmod VERB/0/root NOUN/5/obj ADP/9/case DET/9/det NOUN/5/obl "
        "PUNCT/5/punct",
    )
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is Occurrence.DID_NOT_HAPPEN


def test_denied_deed_is_on_the_word_of_who_denies_it():
    record = record_of(
        (
            "The army denied shelling the market in Aleppo.",
            "DET/2/det NOUN/3/nsubj VERB/0/root VERB/3/xcomp DET/6/det NOUN/4/obj ADP/8/case PROPN/6/nmod "
            "PUNCT/3/punct",
        )
    )
    (event,) = record.events
    assert event.type == "ASSAULT"
    assert event.attributed_to == record.statements[0].id
    assert event.source_factuality is not None
    assert event.source_factuality.occurrence is Occurrence.DID_NOT_HAPPEN


def test_fear_is_a_possibility_of_the_one_who_fears():
    (event,) = events_in(
        "Nairobi fears that Somali militants could attack the airport.",
        "PROPN/2/nsubj VERB/0/root SCONJ/7/mark ADJ/5/amod NOUN/7/nsubj AUX/7/aux VERB/2/ccomp DET/9/det NOUN/7/obj "
        "PUNCT/2/punct",
    )
    told = event.source_factuality or event.report_factuality
    assert told is not None
    assert (told.occurrence, told.certainty) == (Occurrence.HYPOTHETICAL, Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "parse"),
    [
        ("The mayor attacked the proposal.", "DET/2/det NOUN/3/nsubj VERB/0/root DET/5/det NOUN/3/obj PUNCT/3/punct"),
        (
            "The bank fought inflation with higher rates.",
            "DET/2/det NOUN/3/nsubj VERB/0/root NOUN/3/obj ADP/7/case ADJ/7/amod NOUN/3/obl PUNCT/3/punct",
        ),
        (
            "The striker shot past the goalkeeper in the second half.",
            "DET/2/det NOUN/3/nsubj VERB/0/root ADP/6/case DET/6/det NOUN/3/obl ADP/10/case DET/10/det ADJ/10/amod "
            "NOUN/3/obl PUNCT/3/punct",
        ),
        (
            "The program would meet the deadline.",
            "DET/2/det NOUN/4/nsubj AUX/4/aux VERB/0/root DET/6/det NOUN/4/obj PUNCT/4/punct",
        ),
        (
            "Police often arrest vendors here.",
            "NOUN/3/nsubj ADV/3/advmod VERB/0/root NOUN/3/obj ADV/3/advmod PUNCT/3/punct",
        ),
        (
            "Doctors were treating Russians and Ukrainians.",
            "NOUN/3/nsubj AUX/3/aux VERB/0/root PROPN/3/obj CCONJ/6/cc PROPN/4/conj PUNCT/3/punct",
        ),
    ],
)
def test_what_is_no_politics_gives_no_event(text, parse):
    assert events_in(text, parse) == ()


def test_report_without_a_parse_has_no_events():
    annotated = parsed(ACCUSED)
    assert attribute(msgspec.structs.replace(annotated, words=())).events == ()


def test_events_are_the_same_when_told_again():
    assert record_of(ACCUSED, KILLED).events == record_of(ACCUSED, KILLED).events


TAGS = ("VERB", "NOUN", "PROPN", "ADJ", "ADP", "PRON", "NUM", "AUX", "DET", "PUNCT", "X")
RELATIONS = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "conj",
    "advcl",
    "xcomp",
    "ccomp",
    "acl:relcl",
    "case",
    "nsubj:pass",
    "root",
)
TEXT = (
    "Rebels and the army's soldiers attacked, shelled and killed at least 40 people who had fled Aleppo on Monday, "
    "the ministry said, and demanded talks between Oslo and Kyiv after the withdrawal of troops."
)


@settings(deadline=None)  # the first report loads the lexicon
@given(strategies.data())
def test_any_parse_gives_events_whose_words_stand_in_the_text(data):
    annotated = annotate(report_of(TEXT))
    count = len(annotated.tokens)
    heads = strategies.one_of(strategies.none(), strategies.integers(-2, count + 1))
    words = tuple(
        Word(
            tag=data.draw(strategies.sampled_from(TAGS)),
            head=data.draw(heads),
            relation=data.draw(strategies.sampled_from(RELATIONS)),
        )
        for _ in range(count)
    )
    record = attribute(msgspec.structs.replace(annotated, words=words))
    for event in record.events:
        for one in (*event.trigger, *event.mentions, *(each.reference.words for each in event.participants)):
            assert TEXT[one.start : one.end] == one.text


def test_joint_force_is_agreed_on_by_announcing_it():
    event = only(
        "Fijian President Ana Tuilagi announced the creation of a joint force with Tonga.",
        "ADJ/2/amod NOUN/3/nmod:desc PROPN/5/nsubj PROPN/3/flat VERB/0/root DET/7/det NOUN/5/obj ADP/11/case "
        "DET/11/det ADJ/11/amod NOUN/7/nmod ADP/13/case PROPN/11/nmod PUNCT/5/punct",
    )
    assert (event.type, event.attributed_to) == ("AGREE", None)
    assert countries(event, Role.ACTOR) == ["FJI", "TON"]
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is Occurrence.PLANNED


def test_territory_lent_for_an_attack_is_aid_and_the_attack_is_of_those_who_used_it():
    lent, attack = events_in(
        "Fiji allowed its territory to be used by Tongan troops to launch an attack against Samoa in February.",
        "PROPN/2/nsubj VERB/0/root PRON/4/nmod:poss NOUN/2/obj PART/7/mark AUX/7/aux:pass VERB/2/xcomp ADP/10/case "
        "ADJ/10/amod NOUN/7/obl:agent PART/12/mark VERB/7/advcl DET/14/det NOUN/12/obj ADP/16/case PROPN/14/nmod "
        "ADP/18/case PROPN/7/obl PUNCT/2/punct",
    )
    assert (lent.type, countries(lent, Role.ACTOR), countries(lent, Role.RECIPIENT)) == ("AID", ["FJI"], ["TON"])
    assert (attack.type, countries(attack, Role.ACTOR), countries(attack, Role.RECIPIENT)) == (
        "ASSAULT",
        ["TON"],
        ["WSM"],
    )
    assert lent.time is not None
    assert lent.time.words.text == "February"


def test_we_means_the_speakers_country():
    killed, joined = events_in(
        '"We did not kill anyone and we do not intend to get involved in this war," Fijian President Ana Tuilagi said.',
        "PUNCT/5/punct PRON/5/nsubj AUX/5/aux PART/5/advmod VERB/24/ccomp PRON/5/obj CCONJ/11/cc PRON/11/nsubj "
        "AUX/11/aux PART/11/advmod VERB/5/conj PART/13/mark VERB/11/xcomp VERB/13/xcomp ADP/17/case DET/17/det "
        "NOUN/14/obl PUNCT/5/punct PUNCT/5/punct ADJ/21/amod NOUN/22/nmod:desc PROPN/24/nsubj PROPN/22/flat "
        "VERB/0/root PUNCT/24/punct",
    )
    for event in (killed, joined):
        assert countries(event, Role.ACTOR) == ["FJI"]
        assert event.attributed_to is not None
        assert event.source_factuality is not None
        assert event.source_factuality.occurrence is Occurrence.DID_NOT_HAPPEN


def test_talks_that_are_resumed_are_one_event_at_the_noun():
    event = only(
        "Ministers from Ghana and Togo wrapped the negotiations up in Accra.",
        "NOUN/6/nsubj ADP/3/case PROPN/1/nmod CCONJ/5/cc PROPN/3/conj VERB/0/root DET/8/det NOUN/6/obj ADV/6/advmod "
        "ADP/11/case PROPN/6/obl PUNCT/6/punct",
    )
    assert (event.type, [words.text for words in event.trigger]) == ("CONSULT", ["negotiations"])
    assert event.participants


def test_passive_frame_is_no_frame_of_the_active():
    parse = "NOUN/3/nsubj:pass AUX/3/aux:pass VERB/0/root ADP/6/case DET/6/det NOUN/3/obl PUNCT/3/punct"
    (event,) = events_in("Journalists were beaten outside the ministry.", parse)
    assert event.type == "ASSAULT"
    active = "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj PUNCT/2/punct"
    assert events_in("Doctors beat the odds.", active) == ()


def test_pronoun_stands_for_what_was_told_before_it():
    curfew, lifted = events_in(
        "Police declared a curfew in Lima, and they lifted it on Monday.",
        "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/2/obl PUNCT/10/punct CCONJ/10/cc PRON/10/nsubj "
        "VERB/2/conj PRON/10/obj ADP/13/case PROPN/10/obl PUNCT/2/punct",
    )
    assert (curfew.type, lifted.type) == ("COERCE", "CONCEDE")


def test_report_that_accuses_is_an_accusation():
    event = only(
        "A parliamentary report accuses the police of fraud.",
        "DET/3/det ADJ/3/amod NOUN/4/nsubj VERB/0/root DET/6/det NOUN/4/obj ADP/8/case NOUN/4/obl PUNCT/4/punct",
    )
    assert event.type == "ACCUSE"


def test_participle_after_the_object_tells_what_was_done_to_it():
    freed, held = events_in(
        "Kabul frees a journalist held for two years.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj VERB/2/xcomp ADP/8/case NUM/8/nummod NOUN/5/obl PUNCT/2/punct",
    )
    assert (freed.type, held.type) == ("RETREAT", "COERCE")


@pytest.mark.parametrize(
    ("text", "parse"),
    [
        (
            "Rebels came to attack the port and burn the depot.",
            "NOUN/2/nsubj VERB/0/root PART/4/mark VERB/2/advcl DET/6/det NOUN/4/obj CCONJ/8/cc VERB/4/conj DET/10/det "
            "NOUN/8/obj PUNCT/2/punct",
        ),
        (
            "Rebels came to attack the port and to burn the depot.",
            "NOUN/2/nsubj VERB/0/root PART/4/mark VERB/2/advcl DET/6/det NOUN/4/obj CCONJ/9/cc PART/9/mark VERB/4/conj "
            "DET/11/det NOUN/9/obj PUNCT/2/punct",
        ),
    ],
)
def test_second_deed_that_somebody_came_to_do_is_planned_too(text, parse):
    _, burn = events_in(text, parse)
    assert burn.report_factuality is not None
    assert burn.report_factuality.occurrence is Occurrence.PLANNED


def test_what_stands_with_to_in_a_row_of_nouns_is_planned():
    *_, attack = events_in(
        "Chad trained rebels for sabotage and to attack a port.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case NOUN/2/obl CCONJ/8/cc PART/8/mark VERB/5/conj DET/10/det "
        "NOUN/8/obj PUNCT/2/punct",
    )
    assert attack.report_factuality is not None
    assert (attack.type, attack.report_factuality.occurrence) == ("ASSAULT", Occurrence.PLANNED)


def test_headline_whose_verb_the_parse_takes_for_a_noun_has_its_event():
    event = only(
        "Vanilla growers torch the warehouse of an exporter",
        "NOUN/3/compound NOUN/3/compound NOUN/0/root DET/5/det NOUN/3/dep ADP/8/case DET/8/det NOUN/5/nmod",
    )
    assert event.type == "ASSAULT"
    sentence = "Vanilla growers use torch batteries."
    assert (
        events_in(sentence, "NOUN/2/compound NOUN/3/nsubj VERB/0/root NOUN/5/compound NOUN/3/obj PUNCT/3/punct") == ()
    )


def test_a_denial_told_by_a_negation_holds_for_its_own_clause_alone():
    """Though the statement as a whole denies."""
    record = record_of(
        (
            "Mr Tuilagi said his army did not bomb Vaitele but shelled Apia.",
            "PROPN/2/nmod:desc PROPN/3/nsubj VERB/0/root PRON/5/nmod:poss NOUN/8/nsubj AUX/8/aux PART/8/advmod "
            "VERB/3/ccomp PROPN/8/obj CCONJ/11/cc VERB/8/conj PROPN/11/obj PUNCT/3/punct",
        )
    )
    assert record.statements[0].act is Act.DENY
    told = [one.source_factuality.occurrence for one in record.events if one.source_factuality]
    assert told == [Occurrence.DID_NOT_HAPPEN, Occurrence.HAPPENED]


@pytest.mark.parametrize("number", ["NUM/6/nummod NUM/7/nummod", "NUM/6/compound NUM/7/nummod"])
def test_millions_are_counted_however_a_parser_hangs_them(number):
    event = only(
        "Latvia will lend Ukraine 40 million euros.",
        f"PROPN/3/nsubj AUX/3/aux VERB/0/root PROPN/3/iobj {number} NOUN/3/obj PUNCT/3/punct",
    )
    (money,) = event.magnitudes
    assert (money.low, money.high, money.words.text) == (4e7, 4e7, "40 million")


def test_whom_a_deed_hurt_is_no_event_beside_it_whatever_it_was_aimed_at():
    event = only(
        "Rebels shelled a bakery in Ulei, killing two drivers.",
        "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/8/punct VERB/2/advcl "
        "NUM/10/nummod NOUN/8/obj PUNCT/2/punct",
    )
    assert (event.type, event.trigger[0].text, [one.text for one in event.mentions]) == (
        "ASSAULT",
        "shelled",
        ["killing"],
    )


@pytest.mark.parametrize(
    ("aim", "next_deed", "events"),
    [
        ("bakery", "shot", ["shelled", "shot"]),
        ("bakery", "killed", ["shelled"]),
        ("teacher", "killed", ["shelled", "killed"]),
    ],
)
def test_a_second_deed_is_an_event_of_its_own_but_a_toll_is_not(aim: str, next_deed: str, events: list[str]):
    found = events_in(
        f"Rebels shelled a {aim} in Ulei, and {next_deed} two drivers.",
        "NOUN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod PUNCT/9/punct CCONJ/9/cc VERB/2/conj "
        "NUM/11/nummod NOUN/9/obj PUNCT/2/punct",
    )
    assert [one.trigger[0].text for one in found] == events


def test_those_whom_the_next_deed_met_are_no_number_of_the_first():
    attacked, shot = events_in(
        "Police were attacked by farmers and shot three men.",
        "NOUN/3/nsubj:pass AUX/3/aux:pass VERB/0/root ADP/5/case NOUN/3/obl CCONJ/7/cc VERB/3/conj NUM/9/nummod "
        "NOUN/7/obj PUNCT/3/punct",
    )
    assert [[one.words.text for one in event.magnitudes] for event in (attacked, shot)] == [[], ["three"]]


def test_participle_that_looks_like_the_past_is_passive_after_a_passive():
    found = events_in(
        "Six nurses were detained and let go.",
        "NUM/2/nummod NOUN/4/nsubj:pass AUX/4/aux:pass VERB/0/root CCONJ/6/cc VERB/4/conj VERB/6/xcomp PUNCT/4/punct",
    )
    assert [(one.type, {who.role for who in one.participants}) for one in found] == [
        ("COERCE", {Role.RECIPIENT}),
        ("RETREAT", {Role.RECIPIENT}),
    ]


def test_those_among_others_are_counted_with_them_and_did_nothing():
    event = only(
        "Eleven miners were arrested, among them two nurses.",
        "NUM/2/nummod NOUN/4/nsubj:pass AUX/4/aux:pass VERB/0/root PUNCT/9/punct ADP/9/case PRON/9/nmod "
        "NUM/9/nummod NOUN/4/obl:agent PUNCT/4/punct",
    )
    assert [one.words.text for one in event.magnitudes] == ["Eleven"]
    assert [one.role for one in event.participants] == [Role.RECIPIENT]


@pytest.mark.parametrize(("auxiliary", "told"), [("will", Occurrence.PLANNED), ("has", Occurrence.HAPPENED)])
def test_what_something_is_used_to_do_was_done_if_it_was_used(auxiliary: str, told: Occurrence):
    event = only(
        f"Quito {auxiliary} used the row to arrest nurses.",
        "PROPN/3/nsubj AUX/3/aux VERB/0/root DET/5/det NOUN/3/obj PART/7/mark VERB/3/advcl NOUN/7/obj PUNCT/3/punct",
    )
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is told


def test_headline_and_the_fuller_words_below_are_one_event():
    annotated = parsed(
        ("Mayor quits", "NOUN/2/nsubj VERB/0/root"),
        (
            "The mayor of Lima resigned.",
            "DET/2/det NOUN/5/nsubj ADP/4/case PROPN/2/nmod VERB/0/root PUNCT/5/punct",
        ),
    )
    assert len(attribute(annotated).events) == 2
    (event,) = attribute(msgspec.structs.replace(annotated, report=with_headline(annotated.report))).events
    assert (event.trigger[0].text, [one.text for one in event.mentions]) == ("resigned", ["quits"])


def with_headline(report: Report) -> Report:
    """The report with its first paragraph for a headline."""
    first, *rest = report.blocks
    return msgspec.structs.replace(report, blocks=(msgspec.structs.replace(first, kind=BlockKind.HEADLINE), *rest))


def test_what_is_called_something_was_done_and_not_by_who_calls_it_that():
    events = events_in(
        "Peru called the arrest of a nurse a provocation.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/7/case DET/7/det NOUN/4/nmod DET/9/det NOUN/2/xcomp "
        "PUNCT/2/punct",
    )
    arrest = next(one for one in events if one.type == "COERCE")
    told = arrest.source_factuality or arrest.report_factuality
    assert countries(arrest, Role.ACTOR) == []
    assert told is not None
    assert told.occurrence is Occurrence.HAPPENED


@pytest.mark.parametrize(
    ("stayed", "told"), [("will stay", Occurrence.HYPOTHETICAL), ("had stayed", Occurrence.HAPPENED)]
)
def test_what_is_waited_for_has_not_happened(stayed: str, told: Occurrence):
    event = only(
        f"The miners {stayed} there until police arrested a guard.",
        "DET/2/det NOUN/4/nsubj AUX/4/aux VERB/0/root ADV/4/advmod SCONJ/8/mark NOUN/8/nsubj VERB/4/advcl DET/10/det "
        "NOUN/8/obj PUNCT/4/punct",
    )
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is told


def test_what_somebody_refrains_from_does_not_happen():
    event = only(
        "Chad refrained from arresting nurses.",
        "PROPN/2/nsubj VERB/0/root SCONJ/4/mark VERB/2/advcl NOUN/4/obj PUNCT/2/punct",
    )
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is Occurrence.DID_NOT_HAPPEN


@pytest.mark.parametrize(
    ("whose", "of", "roles"),
    [
        ("The hostages", "", {Role.RECIPIENT}),
        ("The rebels", " of singers", {Role.ACTOR, Role.RECIPIENT}),
    ],
)
def test_whose_release_it_is_was_released_unless_others_are_told(whose: str, of: str, roles: set[Role]):
    more = "ADP/6/case NOUN/4/nmod " if of else ""
    verb = 7 if of else 5
    event = only(
        f"{whose}' release{of} began.",
        f"DET/2/det NOUN/4/nmod:poss PART/2/case NOUN/{verb}/nsubj {more}VERB/0/root PUNCT/{verb}/punct",
    )
    assert event.type == "RETREAT"
    assert {one.role for one in event.participants} == roles


def test_a_deed_that_is_praised_is_an_event_besides():
    found = events_in(
        "Oslo praised the release of prisoners.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case NOUN/4/nmod PUNCT/2/punct",
    )
    assert [one.type for one in found] == ["SUPPORT", "RETREAT"]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("no", (Certainty.POSSIBLE, Occurrence.DID_NOT_HAPPEN)),
        ("the", (Certainty.CERTAIN, Occurrence.HAPPENED)),
    ],
)
def test_what_there_is_no_sign_of_may_not_have_happened(found: str, told: tuple[Certainty, Occurrence]):
    event = only(
        f"They met {found} sign of an attack on Oslo.",
        "PRON/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/7/case DET/7/det NOUN/4/nmod ADP/9/case PROPN/7/nmod "
        "PUNCT/2/punct",
    )
    assert event.report_factuality is not None
    assert (event.report_factuality.certainty, event.report_factuality.occurrence) == told


def test_what_a_ban_answers_is_not_what_it_forbids():
    ban, deed = events_in(
        "Oslo banned imports in response to the shelling.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case NOUN/2/obl ADP/8/case DET/8/det NOUN/5/nmod PUNCT/2/punct",
    )
    assert (ban.type, deed.type) == ("SANCTION", "ASSAULT")
    assert deed.report_factuality is not None
    assert deed.report_factuality.occurrence is Occurrence.HAPPENED


@pytest.mark.parametrize(("link", "told"), [("in", Occurrence.HAPPENED), ("about", Occurrence.PLANNED)])
def test_a_promise_bears_on_what_is_promised_and_not_on_when(link: str, told: Occurrence):
    found = events_in(
        f"Chad pledged help {link} the shelling of Oslo.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/6/case DET/6/det NOUN/2/obl ADP/8/case PROPN/6/nmod PUNCT/2/punct",
    )
    deed = next(one for one in found if one.type == "ASSAULT")
    assert deed.report_factuality is not None
    assert deed.report_factuality.occurrence is told


def test_what_is_sure_to_come_has_not_come():
    event = only(
        "The army is certain to attack Oslo.",
        "DET/2/det NOUN/4/nsubj AUX/4/cop ADJ/0/root PART/6/mark VERB/4/xcomp PROPN/6/obj PUNCT/4/punct",
    )
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is Occurrence.PLANNED


def test_who_invites_criticism_asks_for_none():
    event = only(
        "Iran invited condemnation from Israel.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case PROPN/3/nmod PUNCT/2/punct",
    )
    assert event.type == "ACCUSE"
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is Occurrence.HAPPENED


def test_blame_is_laid_on_somebody_for_something():
    event = only(
        "Kenya heard of blasts blamed on Somalia.",
        "PROPN/2/nsubj VERB/0/root ADP/4/case NOUN/2/obl VERB/4/acl ADP/7/case PROPN/5/obl PUNCT/2/punct",
    )
    assert event.type == "ACCUSE"
    assert countries(event, Role.RECIPIENT) == ["SOM"]


@pytest.mark.parametrize(("committed", "found"), [("crimes", []), ("funds", ["AGREE"])])
def test_who_commits_a_crime_agrees_to_nothing(committed: str, found: list[str]):
    told = events_in(
        f"Ministers committed {committed} to Togo.",
        "NOUN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case PROPN/2/obl PUNCT/2/punct",
    )
    assert [one.type for one in told] == found


def test_a_terrorist_attack_tells_of_nobody_who_did_it():
    event = only(
        "Oslo remembers the terrorist attacks.",
        "PROPN/2/nsubj VERB/0/root DET/5/det ADJ/5/amod NOUN/2/obj PUNCT/2/punct",
    )
    assert [one.role for one in event.participants if one.role is Role.ACTOR] == []


@pytest.mark.parametrize(("link", "told"), [("against", Occurrence.HYPOTHETICAL), ("after", Occurrence.HAPPENED)])
def test_what_somebody_is_guarded_against_need_not_have_come(link: str, told: Occurrence):
    event = only(
        f"Oslo shields women {link} the shelling.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/6/case DET/6/det NOUN/3/nmod PUNCT/2/punct",
    )
    assert event.report_factuality is not None
    assert event.report_factuality.occurrence is told


def test_pronouns_far_apart_make_no_two_deeds_one():
    shot = ("Police shot nurses.", "NOUN/2/nsubj VERB/0/root NOUN/2/obj PUNCT/2/punct")
    cold = (
        "The market in Lima was cold.",
        "DET/2/det NOUN/6/nsubj ADP/4/case PROPN/2/nmod AUX/6/cop ADJ/0/root PUNCT/6/punct",
    )
    they = (
        "They were shot in Lima by police.",
        "PRON/3/nsubj:pass AUX/3/aux:pass VERB/0/root ADP/5/case PROPN/3/obl ADP/7/case NOUN/3/obl PUNCT/3/punct",
    )
    assert len(record_of(shot, they).events) == 1
    assert len(record_of(shot, cold, cold, cold, they).events) == 2


@pytest.mark.parametrize(
    "answered",
    [
        "ADP/5/case NOUN/3/nmod ADP/8/case DET/8/det NOUN/5/nmod",
        "ADP/5/case NOUN/2/obl ADP/8/case DET/8/det NOUN/2/obl",
    ],
)
def test_what_is_answered_took_place_wherever_the_parse_hangs_it(answered: str):
    found = events_in(
        "Oslo banned imports in response to the shelling.",
        f"PROPN/2/nsubj VERB/0/root NOUN/2/obj {answered} PUNCT/2/punct",
    )
    deed = next(one for one in found if one.type == "ASSAULT")
    assert deed.report_factuality is not None
    assert deed.report_factuality.occurrence is Occurrence.HAPPENED


def test_who_was_killed_by_a_deed_is_part_of_it_wherever_the_parse_hangs_it():
    event = only(
        "Jets bombed villages, killing nurses.",
        "NOUN/2/nsubj VERB/0/root NOUN/2/obj PUNCT/5/punct VERB/2/parataxis NOUN/5/obj PUNCT/2/punct",
    )
    assert event.type == "ASSAULT"


@pytest.mark.parametrize(("pumped", "found"), [("water", []), ("money", ["AID"])])
def test_who_pumps_water_into_the_sea_helps_nobody(pumped: str, found: list[str]):
    told = events_in(
        f"Oslo pumped {pumped} into Togo.",
        "PROPN/2/nsubj VERB/0/root NOUN/2/obj ADP/5/case PROPN/2/obl PUNCT/2/punct",
    )
    assert [one.type for one in told] == found


def test_a_day_is_nobody_to_whom_it_was_done():
    found = only(
        "Chad's strike on Tuesday on Zouar killed goats.",
        "PROPN/3/nmod:poss PART/1/case NOUN/8/nsubj ADP/5/case PROPN/3/nmod ADP/7/case PROPN/3/nmod VERB/0/root "
        "NOUN/8/obj PUNCT/8/punct",
    )
    told = [one.reference.words.text for one in found.participants]
    assert "Tuesday" not in told
    assert "Chad" in told


def test_a_case_at_law_is_no_request():
    appeal = "DET/2/det NOUN/3/nsubj VERB/0/root DET/5/det NOUN/7/nmod:poss PART/5/case NOUN/3/obj PUNCT/3/punct"
    assert not events_in("The court heard the ministry's appeal.", appeal)
    assert events_in("The court praised the ministry's appeal.", appeal)


def test_what_somebody_only_calls_something_is_no_event():
    coup = "DET/2/det NOUN/3/nsubj VERB/0/root PRON/3/obj DET/6/det NOUN/3/xcomp ADP/8/case PROPN/6/nmod PUNCT/3/punct"
    assert [one.type for one in events_in("The party called it a coup in Chad.", coup)] in ([], ["ACCUSE"])
    attack = (
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/7/case DET/7/det NOUN/2/obl ADP/9/case PROPN/7/nmod "
        "PUNCT/2/punct"
    )
    found = events_in("Chad denounced the vote as an attack on Niger.", attack)
    assert [one.type for one in found] == ["ACCUSE"]


def test_the_dead_of_another_deed_are_not_counted():
    fire, shot = events_in(
        "Students in Chad torched a bank after police shot 19 nurses.",
        "NOUN/4/nsubj ADP/3/case PROPN/1/nmod VERB/0/root DET/6/det NOUN/4/obj SCONJ/9/mark NOUN/9/nsubj VERB/4/advcl "
        "NUM/11/nummod NOUN/9/obj PUNCT/4/punct",
    )
    assert fire.magnitudes == ()
    assert [one.low for one in shot.magnitudes] == [19]


def test_what_is_shot_down_is_not_dead():
    found = only(
        "Chad's army shot down three of them.",
        "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root ADP/4/compound:prt NUM/4/obj ADP/8/case PRON/6/nmod "
        "PUNCT/4/punct",
    )
    assert found.magnitudes == ()


def test_a_deed_after_another_is_another():
    found = events_in(
        "Chad shelled Zouar after rocket fire.",
        "PROPN/2/nsubj VERB/0/root PROPN/2/obj ADP/6/case NOUN/6/compound NOUN/2/obl PUNCT/2/punct",
    )
    shelled = next(one for one in found if one.trigger[0].text == "shelled")
    assert not shelled.mentions
    assert [one.reference.words.text for one in shelled.participants if one.role is Role.ACTOR] == ["Chad"]


def test_more_than_a_million_displaced_are_people():
    found = only(
        "Chad's army displaced more than a million.",
        "PROPN/3/nmod:poss PART/1/case NOUN/4/nsubj VERB/0/root ADJ/8/advmod ADP/5/fixed DET/8/det NUM/4/obj "
        "PUNCT/4/punct",
    )
    assert [one.what for one in found.magnitudes] == ["displaced"]


def test_a_charge_that_somebody_dismisses_sacks_nobody():
    found = events_in(
        "Chad accused Niger of theft, a charge that the ministry dismissed.",
        "PROPN/2/nsubj VERB/0/root PROPN/2/obj ADP/5/case NOUN/2/obl PUNCT/8/punct DET/8/det NOUN/5/appos PRON/12/obj "
        "DET/11/det NOUN/12/nsubj VERB/8/acl:relcl PUNCT/2/punct",
    )
    assert "dismissed" not in {one.trigger[0].text for one in found}


def test_force_that_is_used_is_nobody():
    found = events_in(
        "Chad threatened to use force.",
        "PROPN/2/nsubj VERB/0/root PART/4/mark VERB/2/xcomp NOUN/4/obj PUNCT/2/punct",
    )
    assert {one.reference.words.text for event in found for one in event.participants} == {"Chad"}


def test_a_toll_right_after_a_number_is_that_numbers():
    found = events_in(
        "Five people of Chad were shot dead and 31 injured.",
        "NUM/2/nummod NOUN/6/nsubj:pass ADP/4/case PROPN/2/nmod AUX/6/aux:pass VERB/0/root ADJ/6/xcomp CCONJ/9/cc "
        "NUM/7/conj ADJ/7/conj PUNCT/6/punct",
    )
    told = {one.what: one.low for event in found for one in event.magnitudes}
    assert told == {"dead": 5, "injured": 31}


def test_what_is_called_for_a_day_is_not_called_for():
    found = events_in(
        "Chad called a summit in Abuja for Thursday.",
        "PROPN/2/nsubj VERB/0/root DET/4/det NOUN/2/obj ADP/6/case PROPN/4/nmod ADP/8/case PROPN/2/obl PUNCT/2/punct",
    )
    assert "REQUEST" not in {one.type for one in found}
