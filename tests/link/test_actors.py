from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.actors import METHOD, link_actors
from sayso.link.clusters import clusters_of
from sayso.record.actor import ActorKind
from sayso.record.judgement import Verdict, judged, retracted
from told import WHEN, groups, only, told

FERRY = "The ferry between Lund Island and the quay at Brassford will sail twice a day"
ONE = told(f"{FERRY}, Mayor Yuliya Petrenko said.", "Yuliya Petrenko")
TWO = told(f"{FERRY} from May, according to Mayor Yulia Petrenko.", "Yulia Petrenko")
POET = told("The violin was stolen from a bus, said the poet Yulia Petrenko.", "Yulia Petrenko")
MAYOR = told(f"{FERRY}, which Mayor Petrenko opened.", "Petrenko")
BROTHER = told(f"{FERRY}, said Viktor Petrenko, who sells tickets.", "Viktor Petrenko")
ALL = (ONE, TWO, POET, MAYOR, BROTHER)


def linked(records, decisions=()):
    made = link_actors(records, decisions, when=WHEN)
    return groups(clusters_of([actor.id for record in records for actor in record.actors], [*decisions, *made]))


def test_spellings_of_one_name_in_reports_of_one_matter_are_joined():
    assert linked([ONE, TWO]) == {frozenset({only(ONE), only(TWO)})}


def test_one_name_in_two_walks_of_life_is_two_people():
    assert linked([ONE, POET]) == set()


def test_a_family_name_alone_goes_with_the_only_one_it_fits():
    assert linked([ONE, MAYOR]) == {frozenset({only(ONE), only(MAYOR)})}


def test_a_family_name_alone_that_fits_two_goes_with_neither():
    sister = told(f"{FERRY}, Mayor Olha Petrenko told the council.", "Olha Petrenko")
    assert linked([ONE, MAYOR, sister]) == set()


def test_look_alikes_are_told_apart_by_a_judgement_with_a_reason():
    (judgement,) = link_actors([ONE, POET], when=WHEN)
    assert judgement.verdict == Verdict.DIFFERENT
    assert "walks of life" in judgement.why


def test_father_and_son_stay_two():
    son = told(f"{FERRY}, said Thomas Keller Jr.", "Thomas Keller Jr")
    father = told(f"{FERRY}, said Thomas Keller Sr.", "Thomas Keller Sr")
    assert linked([son, father]) == set()


def test_a_ship_is_not_who_she_is_named_after():
    ship = told(f"{FERRY}, and the research ship Yulia Petrenko was there.", "Yulia Petrenko")
    assert linked([ONE, ship]) == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Poland's defence ministry", "the Polish Ministry of National Defence"),
        ("the Ministry of Foreign Affairs of Latvia", "Latvia's foreign ministry"),
        ("the World Health Organization", "The WHO"),
        ("the U.N. refugee agency", "UNHCR"),
        ("Kornblume GmbH", "Kornblume"),
        ("the University of Bristol", "Bristol University"),
    ],
)
def test_names_of_one_body_are_joined(left, right):
    body = ActorKind.ORGANISATION
    records = [told(f"{FERRY}, {left} said.", left, kind=body), told(f"{FERRY}, {right} said.", right, kind=body)]
    assert len(linked(records)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Poland's defence ministry", "Belarus's defence ministry"),
        ("Bristol City Council", "Bristol City"),
        ("Halden Energy", "Halden Shipping"),
        ("the Supreme Court of Kenya", "the Supreme Court of India"),
        ("the National Water Authority", "the Northern Workers Alliance"),
    ],
)
def test_names_of_two_bodies_are_not_joined(left, right):
    body = ActorKind.ORGANISATION
    records = [told(f"{FERRY}, {left} said.", left, kind=body), told(f"{FERRY}, {right} said.", right, kind=body)]
    assert linked(records) == set()


def test_governments_go_by_their_country():
    minsk, belarus, kyiv = (
        told(f"{name} said so.", name, kind=ActorKind.GOVERNMENT, country=country)
        for name, country in (("Minsk", "BLR"), ("Belarus", "BLR"), ("Kyiv", "UKR"))
    )
    assert linked([minsk, belarus, kyiv]) == {frozenset({only(minsk), only(belarus)})}


def test_the_order_of_reports_does_not_matter():
    first = link_actors(ALL, when=WHEN)
    assert all(link_actors(order, when=WHEN) == first for order in permutations(ALL))


def test_linking_again_adds_nothing():
    made = link_actors(ALL, when=WHEN)
    assert link_actors(ALL, made, when=WHEN.replace(year=2025)) == []


def test_a_person_who_says_different_is_heard_through_a_chain():
    apart = judged(only(ONE), only(TWO), Verdict.DIFFERENT, by="Ada", when=WHEN)
    assert all({only(ONE), only(TWO)} - group for group in linked(ALL, [apart]))


def test_a_person_who_is_unsure_keeps_rules_from_joining():
    unsure = judged(only(ONE), only(TWO), Verdict.UNSURE, by="Ada", when=WHEN)
    assert linked([ONE, TWO], [unsure]) == set()


def test_whom_a_person_joins_counts_as_one():
    same = judged(only(POET), only(ONE), Verdict.SAME, by="Ada", when=WHEN)
    assert linked([ONE, TWO, POET], [same]) == {frozenset({only(ONE), only(TWO), only(POET)})}


def test_what_was_taken_back_from_a_rule_is_not_judged_again():
    (made,) = link_actors([ONE, TWO], when=WHEN)
    undo = retracted(made, by="Ada", when=WHEN)
    assert link_actors([ONE, TWO], [made, undo], when=WHEN.replace(year=2025)) == []
    assert linked([ONE, TWO], [made, undo]) == set()


def test_a_join_that_later_reports_make_doubtful_is_withdrawn():
    before = link_actors([ONE, MAYOR], when=WHEN)
    sister = told(f"{FERRY}, Mayor Olha Petrenko told the council.", "Olha Petrenko")
    after = link_actors([ONE, MAYOR, sister], before, when=WHEN.replace(year=2025))
    assert [one.verdict for one in after if {one.left, one.right} == {only(ONE), only(MAYOR)}] == [Verdict.UNSURE]


@pytest.mark.parametrize(
    "name", ["Yulia Pеtrenko", "Yulia Petr\u200benko", "Yulia \u202ePetrenko", "Ｙｕｌｉａ Petrenko"]
)
def test_letters_that_deceive_are_for_a_person_to_judge(name):
    report = told(f"{FERRY}, said Mayor {name}.", name)
    (judgement,) = link_actors([ONE, report], when=WHEN)
    assert judgement.verdict == Verdict.UNSURE
    assert "look like others" in judgement.why


def test_what_rules_once_kept_apart_is_joined_if_they_would_now():
    three = [ONE, TWO, told(f"{FERRY}, Mayor Yulia Petrenko told fishermen.", "Yulia Petrenko")]
    before = [
        judged(only(one), only(other), Verdict.DIFFERENT, by=METHOD, when=WHEN.replace(year=2020))
        for one, other in combinations(three, 2)
    ]
    assert linked(three, before) == {frozenset(map(only, three))}


def test_judgements_on_other_reports_stay_as_they_are():
    made = link_actors([ONE, TWO], when=WHEN)
    assert link_actors([POET, BROTHER], made, when=WHEN) == []


names = st.sampled_from(
    ["Petrenko", "Yulia Petrenko", "Y. Petrenko", "Viktor Petrenko", "Petrenko Yulia", "Mayor Petrenko"]
)
matters = st.sampled_from([FERRY, "A violin was stolen from a bus in Odesa on the way to a concert"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(matters, names), min_size=2, max_size=6, unique=True), st.randoms())
def test_any_reports_in_any_order_twice_over_give_the_same(cases, chance):
    records = [told(f"{matter}, said {name}.", name) for matter, name in cases]
    made = link_actors(records, when=WHEN)
    mixed = list(records)
    chance.shuffle(mixed)
    assert link_actors(mixed, when=WHEN) == made
    assert link_actors(mixed, made, when=WHEN.replace(year=2030)) == []
