"""Events that are done with words, where the statement tells them and no trigger does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.attribute.events.company import Company
from sayso.attribute.events.proposals import is_likely
from sayso.attribute.events.resolve import plain
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
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
_HARMFUL = _HOSTILE | {"SANCTION", "PROTEST", "REJECT"}
_OWN = frozenset({"we", "i", "it", "they", "he", "she", "members", "member"})
_RELATIVE = frozenset({"who", "which", "that", "us", "you", "nobody", "everyone", "anyone"})
_OF_DEEDS = frozenset({"AGREE", "THREATEN"})
"""Types that tell of a deed of one's own: whom it would be done to is whom they are meant for."""

_SAID_OF = _OF_DEEDS | {"ACCUSE", "REQUEST"}
"""Types whose recipient may be told in what is said alone."""

_CHARGES = frozenset(
    {
        "this",
        "that",
        "it",
        "these",
        "charge",
        "charges",
        "accusation",
        "accusations",
        "allegation",
        "allegations",
        "claim",
        "claims",
    }
)
"""Words that stand for what somebody is charged with."""

_SHORT = 3
"""Words of a denial's content that is a word for the charge alone."""

_BACK = 2
"""Sentences before a denial in which the deed is told."""


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
            if at is None or self._told(statement, taken) or self.syntax.tag(at) not in ("VERB", "NOUN"):
                continue
            told = inside.get(statement.id, [])
            done = self._done(statement, at) or self._claimed(statement, at, told) or self._warned(statement, at, told)
            if done is not None:
                yield done
        yield from self._denials(statements, found)

    def completed(self, trigger: Trigger) -> Trigger:
        """With whom it is said to or of, where only what is said tells: "complained that the judge had ignored it"."""
        if trigger.recipients or trigger.frame.type not in _SAID_OF:
            return trigger
        if trigger.frame.type in _OF_DEEDS:
            heads = [
                one for verb in self.syntax.children(trigger.at, "xcomp") for one in self.syntax.children(verb, "obj")
            ]
            return replace(trigger, recipients=self._others(heads, trigger, trigger.voice))
        said = self.voices.cued_at(trigger.at)
        return trigger if said is None else replace(trigger, recipients=self._others(self._doers(said), trigger, said))

    def _doers(self, said: Statement) -> list[int]:
        """The subject of what is said, where it is one who does it."""
        verb = self.syntax.head_in(said.content[0]) if said.content else None
        if verb is None or self.syntax.tag(verb) != "VERB" or self.syntax.passive(verb):
            return []
        return [each for one in self.syntax.children(verb, "nsubj") for each in self.syntax.coordinated(one)]

    def _others(self, heads: Sequence[int], trigger: Trigger, voice: Statement | None) -> tuple[Someone, ...]:
        """The people and bodies among them who are not the one who speaks."""
        mine = {one.reference.actor for one in trigger.actors if one.reference.actor}
        people = (self.company.at(head, voice) for head in heads if self.syntax.low[head] not in _OWN | _RELATIVE)
        return tuple(one for one in people if one.is_a("who") and one.reference.actor not in mine)

    def _denials(self, statements: Sequence[Statement], found: Sequence[Trigger]) -> Iterator[Trigger]:
        """Deeds that are denied with a pronoun or a word for the charge: "the police deny this"."""
        taken = {at for trigger in found for at in trigger.words}
        for statement in statements:
            at = self._charge(statement) if statement.act is Act.DENY else None
            before = [one for one in found if at is not None and self._near(one, at)]
            if at is not None and before and at not in taken:
                deed = max(before, key=lambda one: one.at)
                yield replace(deed, at=at, beside=(), voice=statement, recalls=False)

    def _charge(self, statement: Statement) -> int | None:
        """The word that stands for what is denied, where nothing else is told of it."""
        at = self.syntax.head_in(statement.content[0]) if len(statement.content) == 1 else None
        short = at is not None and len(statement.content[0].text.split()) <= _SHORT
        return at if short and at is not None and self.syntax.low[at] in _CHARGES else None

    def _near(self, deed: Trigger, at: int) -> bool:
        """Whether a hostile deed is told within the sentences before the word, and nobody means to do it."""
        apart = self.syntax.sentence[at] - self.syntax.sentence[deed.at]
        return deed.at < at and apart <= _BACK and deed.frame.type in _HOSTILE

    def _warned(self, statement: Statement, at: int, inside: Sequence[Trigger]) -> Trigger | None:
        """A warning of what the one who warns would do is a threat."""
        source = self._source(statement) if statement.act is Act.WARN else None
        if source is None or not source.is_a("who"):
            return None
        own = [one for one in inside if one.frame.type in _HARMFUL and self._by(source, one)]
        return self._trigger(statement, at, "act.warn", ("THREATEN", None), source, ()) if own else None

    def _by(self, source: Someone, deed: Trigger) -> bool:
        """Whether the deed would be done by the one who speaks, or their side."""
        mine = source.reference.actor
        owned = any(one.word in _OWN or (mine and one.reference.actor == mine) for one in deed.actors)
        of_theirs = any(source.country and one.country == source.country and one.is_a("state") for one in deed.actors)
        return owned or of_theirs

    def _told(self, statement: Statement, taken: set[int]) -> bool:
        """Whether a trigger tells what the statement does: a word of its cue, "went on to accuse"."""
        return any(at in taken for cue in statement.cue for at in self.syntax.tokens_in(cue))

    def _cue(self, statement: Statement) -> int | None:
        return self.syntax.head_in(statement.cue[0]) if statement.cue else None

    def _done(self, statement: Statement, at: int) -> Trigger | None:
        done = _DONE.get(statement.act) if statement.act else None
        source = self._source(statement) if done else None
        if done is None or source is None or not source.is_a("who") or not is_likely(self.syntax, (at,)):
            return None
        if done[0] == "THREATEN" and plain(statement):
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
