from datetime import date
from pathlib import Path

import pytest

from sayso.errors import CorpusMissing
from sayso.evaluate.corpora import muc
from sayso.evaluate.corpora.muc import Filler, Message, Template, filler
from sayso.evaluate.counts import Counts, total
from sayso.evaluate.muc.learnt import head, learn
from sayso.evaluate.muc.likeness import date_likeness, likeness, place_likeness, string_likeness
from sayso.evaluate.muc.messages import date_of, heading_of, report
from sayso.evaluate.muc.passages import Passages, listed_places
from sayso.evaluate.muc.recasing import cases_of, recased
from sayso.evaluate.muc.scoring import score
from sayso.evaluate.muc.targets import number_of
from sayso.evaluate.muc.templates import templates
from sayso.evaluate.reading import System
from sayso.evaluate.suites import muc4

KEY = """\
;;; written for this test
0.  MESSAGE: ID                     DEV-MUC3-0001 (TEST)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  (03 MAY 89) / (- 04 MAY 89)
3.  INCIDENT: LOCATION              PERU: TARN (CITY)
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "BOMB"
7.  INCIDENT: INSTRUMENT TYPE       BOMB: "BOMB"
9.  PERP: INDIVIDUAL ID             ? "MEN" / "TWO MEN"
12. PHYS TGT: ID                    "MILL" / "OLD MILL"
                                    "KIOSK"
13. PHYS TGT: TYPE                  COMMERCIAL: "MILL" / "OLD MILL"
                                    OTHER: "KIOSK"
18. HUM TGT: NAME                   -
17. PHYS TGT: TOTAL NUMBER          *

0.  MESSAGE: ID                     DEV-MUC3-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
TEXT = """\
DEV-MUC3-0001 (TEST)

   TARN, 4 MAY 89 (AFP) -- [TEXT] A BOMB WENT OFF YESTERDAY AT THE
OLD MILL IN TARN.  NO ONE WAS HURT.

DEV-MUC3-0002

   VELL, 5 MAY 89 (EFE) -- [TEXT] THE HARVEST WAS GOOD.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "muc34" / "dev").mkdir(parents=True)
    (tmp_path / "muc34" / "dev" / "dev-muc3-0001-0100").write_text(TEXT)
    (tmp_path / "muc34" / "dev" / "key-dev-0001.muc4").write_text(KEY)
    return tmp_path / "muc34"


def test_messages_and_keys_are_read_by_name(folder: Path) -> None:
    first, second = muc.messages(folder, "train")
    assert (first.name, second.name) == ("DEV-MUC3-0001", "DEV-MUC3-0002")
    assert second.text.endswith("THE HARVEST WAS GOOD.")
    keys = muc.keys(folder, "train")
    assert [len(keys[one.name]) for one in (first, second)] == [1, 0]
    (template,) = keys["DEV-MUC3-0001"]
    assert template.optional
    assert template.types == ("BOMBING",)
    assert template.slots[12] == (Filler(("MILL", "OLD MILL")), Filler(("KIOSK",)))
    assert template.slots[18] == ()
    assert 17 not in template.slots


def test_a_part_without_files_is_missed(folder: Path) -> None:
    with pytest.raises(CorpusMissing, match="tst2"):
        list(muc.messages(folder, "dev"))


def test_a_filler_has_alternatives_and_what_they_are_said_of() -> None:
    assert filler('? "MEN" / "TWO MEN"') == Filler(("MEN", "TWO MEN"), (), optional=True)
    assert filler('OTHER: "KIOSK" / "STALL"') == Filler(("OTHER",), ("KIOSK", "STALL"))
    assert filler('NO INJURY OR DEATH / NO INJURY: "-"') == Filler(("NO INJURY OR DEATH", "NO INJURY"), ("-",))
    assert filler('"MAYOR" / "CHIEF": "ADA TORO"') == Filler(("MAYOR", "CHIEF"), ("ADA TORO",))
    assert filler("(03 MAY 89) / (- 04 MAY 89)") == Filler(("03 MAY 89", "- 04 MAY 89"))
    assert filler("PERU: TARN (CITY): VELL (NEIGHBORHOOD)") == Filler(("PERU: TARN (CITY): VELL (NEIGHBORHOOD)",))


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("THE 3 PEASANTS", "PEASANTS", 1.0),
        ("OLD PEASANTS", "PEASANTS", 1.0),
        ("TORO", "ADA TORO", 0.5),
        ("PEASANTS OF VELL", "PEASANTS", 0.5),
        ("GUARDS", "PEASANTS", 0.0),
    ],
)
def test_strings(found: str, wanted: str, expected: float) -> None:
    assert string_likeness(found, wanted) == expected


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("03 MAY 89", "03 MAY 89", 1.0),
        ("03 MAY 89", "- 04 MAY 89", 0.5),
        ("03 MAY 89", "02 MAY 89 - 05 MAY 89", 0.5),
        ("- 04 MAY 89", "04 MAY 89", 0.5),
        ("- 04 MAY 89", "- 04 MAY 89", 1.0),
        ("- 04 MAY 89", "03 MAY 89", 0.0),
        ("06 MAY 89", "- 04 MAY 89", 0.0),
    ],
)
def test_dates(found: str, wanted: str, expected: float) -> None:
    assert date_likeness(found, wanted) == expected


def test_places() -> None:
    assert place_likeness("PERU: TARN (TOWN)", "PERU: TARN (CITY)") == 1
    assert place_likeness("PERU", "PERU: TARN (CITY)") == 0.5
    assert place_likeness("CHILE: TARN (CITY)", "PERU: TARN (CITY)") == 0.5
    assert place_likeness("CHILE", "PERU: TARN (CITY)") == 0


def test_set_fills_are_half_right_with_another_tag_or_a_wider_type() -> None:
    assert likeness(13, Filler(("OTHER",), ("KIOSK",)), Filler(("OTHER",), ("KIOSK", "STALL"))) == 1
    assert likeness(13, Filler(("OTHER",), ("MILL",)), Filler(("OTHER",), ("KIOSK",))) == 0.5
    assert likeness(7, Filler(("EXPLOSIVE",), ("-",)), Filler(("DYNAMITE",), ("-",))) == 0.5
    assert likeness(4, Filler(("ATTACK",)), Filler(("BOMBING",))) == 0.5
    assert likeness(4, Filler(("BOMBING",)), Filler(("ATTACK",))) == 0
    assert likeness(21, Filler(("7",), ("JUDGES",)), Filler(("5 - 7",), ("JUDGES",))) == 0.5


def bombing(**more: Filler) -> Template:
    slots = {4: (Filler(("BOMBING",)),), 5: (Filler(("ACCOMPLISHED",)),), 9: (), 12: ()}
    return Template("m", slots | {int(name[1:]): (filler,) for name, filler in more.items()})


def test_what_is_optional_is_not_missed_but_counts_where_it_is_found() -> None:
    wanted = bombing(s9=Filler(("MEN",), (), optional=True))
    assert total(score([bombing()], [wanted]).values()) == Counts(2, 2, 2, 2)
    assert total(score([bombing(s9=Filler(("MEN",)))], [wanted]).values()) == Counts(3, 3, 3, 3)


def test_templates_of_other_types_are_not_paired() -> None:
    kidnapping = Template("m", {4: (Filler(("KIDNAPPING",)),), 5: (Filler(("ACCOMPLISHED",)),)})
    assert total(score([kidnapping], [bombing()]).values()) == Counts(0, 2, 0, 2)


def test_a_template_stands_for_the_one_that_it_is_most_like() -> None:
    mill, kiosk = bombing(s12=Filler(("MILL",))), bombing(s12=Filler(("KIOSK",)))
    assert score([kiosk], [mill, kiosk])[12] == Counts(1, 1, 1, 2)
    assert total(score([kiosk], [mill, kiosk]).values()) == Counts(3, 3, 3, 6)


def test_recasing_keeps_every_letter_in_its_place() -> None:
    cases = cases_of(
        ["The old mill in Lima went quiet, said the United Nations. It was said in Lima that the mill is old."]
    )
    text = "THE OLD MILL IN LIMA\nBELONGS TO QUEVEDO.  IT IS OLD."
    found = recased(text, cases)
    assert found == "The old mill in Lima Belongs To Quevedo.  It is old."
    assert len(found) == len(text)


def test_the_heading_gives_the_date() -> None:
    message = Message("m", "TARN, 4 MAY 89 (AFP) -- [TEXT] A BOMB WENT OFF.")
    assert heading_of(message).endswith("[TEXT] ")
    assert date_of(message) == date(1989, 5, 4)
    found = report(message, cases_of(["a bomb went off"]))
    assert found.text == "A bomb went off."
    assert found.furniture.dateline is not None
    assert found.furniture.dateline.date == "04 May 1989"


def test_what_a_phrase_is_about() -> None:
    assert head("TWO MEMBERS OF THE BOARD") == "MEMBERS"
    assert head("URBAN PUBLIC BUS") == "BUS"
    assert [number_of(one) for one in ("THREE CLERKS", "12 CARS", "CARS", "BUS", "PEOPLE", "GLASS")] == [
        "3",
        "12",
        "PLURAL",
        "1",
        "PLURAL",
        "1",
    ]


def test_a_bomb_gives_a_template_with_place_day_and_target(folder: Path) -> None:
    learnt = learn(muc.messages(folder, "train"), muc.keys(folder, "train"))
    learnt.heads["thing"].seen["MILL"] = -1
    first, second = muc.messages(folder, "train")
    cases = cases_of(["A bomb went off yesterday at the old mill. No one was hurt. The harvest was good."])
    listed = listed_places("TARN (CITY)\n")

    def found(message: Message) -> list[Template]:
        reading = System("rules").read(report(message, cases))
        return templates(message, Passages(reading, learnt, listed, heading_of(message)))

    learnt.prior[""] = learnt.prior["BOMBING"] = 20
    (template,) = found(first)
    assert template.types == ("BOMBING",)
    assert template.slots[3][0].values == ("PERU: TARN (CITY)",)
    assert template.slots[2][0].values == ("03 MAY 89",)
    assert [one.values for one in template.slots[12]] == [("MILL",)]
    assert template.slots[23] == (Filler(("NO INJURY OR DEATH",), ("-",)),)
    assert found(second) == []


def test_the_tally_has_every_slot() -> None:
    counts = muc4.tally([bombing()], [bombing()])
    assert counts["all templates", "all slots"] == Counts(2, 2, 2, 2)
    assert counts["slot", "incident: type"] == Counts(1, 1, 1, 1)
