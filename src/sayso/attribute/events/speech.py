"""Events that are done with words, where the statement tells them and no trigger does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribute.events.someone import Company, Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.triggers import Trigger
from sayso.attribute.events.voice import Voices
from sayso.ontology.plover.frames import Frame
from sayso.record.statement import Act, Statement

_DONE = {
    Act.ACCUSE: ("ACCUSE", "allege"),
    Act.CONDEMN: ("ACCUSE", "disapprove"),
    Act.DEMAND: ("REQUEST", None),
    Act.REQUEST: ("REQUEST", None),
    Act.ORDER: ("REQUEST", None),
    Act.THREATEN: ("THREATEN", None),
    Act.PRAISE: ("SUPPORT", None),
    Act.APOLOGISE: ("CONCEDE", None),
}
"""Acts that are events of themselves: type and mode."""

_AGAINST = frozenset({Act.ACCUSE, Act.CONDEMN, Act.PRAISE})
"""Acts whose recipient is told in the content, not addressed."""

_CLAIMED = frozenset(
    {
        "claim",
        "claims",
        "claimed",
        "claiming",
        "allege",
        "alleges",
        "alleged",
        "alleging",
        "charge",
        "charges",
        "charged",
    }
)
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Reads statements as events."""

    syntax: Syntax
    company: Company
    voices: Voices

    def triggers(self, statements: Sequence[Statement], found: Sequence[Trigger]) -> Iterator[Trigger]:
        """What is done by statements, where none of the triggers that were found tells it."""
        taken = {at for trigger in found for at in trigger.words}
        inside: dict[str, list[Trigger]] = {}
        for trigger in found:
            if trigger.voice is not None:
                inside.setdefault(trigger.voice.id, []).append(trigger)
        for statement in statements:
            at = self._cue(statement)
            if at is None or at in taken or self.syntax.tag(at) not in ("VERB", "NOUN"):
                continue
            done = self._done(statement, at) or self._claimed(statement, at, inside.get(statement.id, []))
            if done is not None:
                yield done

    def _cue(self, statement: Statement) -> int | None:
        return self.syntax.head_in(statement.cue[0]) if statement.cue else None

    def _done(self, statement: Statement, at: int) -> Trigger | None:
        done = _DONE.get(statement.act) if statement.act else None
        source = self._source(statement) if done else None
        if done is None or source is None or not source.is_a("who"):
            return None
        recipients = self._recipients(statement)
        if not any(one.is_a("public") or one.is_a("civic") for one in (source, *recipients)):
            return None
        return self._trigger(statement, at, f"act.{statement.act}", done, source, recipients)

    def _claimed(self, statement: Statement, at: int, inside: Sequence[Trigger]) -> Trigger | None:
        """A hostile deed of another country, claimed and not merely told, is an accusation."""
        source = self._source(statement) if self.syntax.low[at] in _CLAIMED else None
        if source is None or source.country is None:
            return None
        for trigger in inside:
            others = tuple(one for one in trigger.actors if one.country and one.country != source.country)
            if trigger.frame.type in _HOSTILE and others:
                return self._trigger(statement, at, "act.claim", ("ACCUSE", "allege"), source, others)
        return None

    def _source(self, statement: Statement) -> Someone | None:
        head = self.syntax.head_in(statement.source.words) if statement.source else None
        return self.company.at(head, self._around(statement)) if head is not None else None

    def _around(self, statement: Statement) -> Statement | None:
        at = self._cue(statement)
        return self.voices.of(at) if at is not None else None

    def _recipients(self, statement: Statement) -> tuple[Someone, ...]:
        if statement.act in _AGAINST:
            words = statement.content[0] if statement.content else None
        else:
            words = statement.addressee.words if statement.addressee else None
        head = self.syntax.head_in(words) if words is not None else None
        if head is None or self.syntax.tag(head) not in ("NOUN", "PROPN", "PRON"):
            return ()
        people = (self.company.at(one, self._around(statement)) for one in self.syntax.coordinated(head))
        return tuple(one for one in people if one.is_a("who"))

    def _trigger(
        self,
        statement: Statement,
        at: int,
        name: str,
        done: tuple[str, str | None],
        source: Someone,
        recipients: tuple[Someone, ...],
    ) -> Trigger:
        frame = Frame(name, False, done[0], done[1], (), self.syntax.low[at], (), (), (), (), frozenset({"weak"}))
        return Trigger(at, (), frame, (source,), recipients, self._around(statement))
