"""What is kept of one report-level actor, to know it again in another report."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.link.bodies import BodyName
from sayso.link.names import PersonName


class Being(StrEnum):
    """What can be known again across reports."""

    PERSON = "person"
    BODY = "body"
    GOVERNMENT = "government"
    UNTOLD = "untold"
    """A single word that may be a family name, a stage name, a firm or a party."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One report-level actor. Sets are empty where the report does not say.

    `names` are those of a person, `bodies` of an institution, with acronyms that the report gives for it; `roles` and
    `walks` are what it is called and the walks of life these belong to. `home` is the one country that the whole report
    speaks of, if there is one. `odd` says that the name may be made to look like another, `words` are those of the
    name itself.
    """

    id: str
    report_id: str
    name: str
    being: Being
    names: frozenset[PersonName] = frozenset()
    bodies: frozenset[BodyName] = frozenset()
    roles: frozenset[str] = frozenset()
    walks: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    home: str = ""
    gender: str = ""
    odd: bool = False
    words: frozenset[str] = field(default=frozenset(), compare=False)
