"""Words that tell of events, found in a report: the trigger, its frame, and who stands in its slots."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from sayso.attribute.events.casting import Casting
from sayso.attribute.events.company import Company
from sayso.attribute.events.possible import Possible
from sayso.attribute.events.proposals import BEYOND_DOUBT, event_share, proposed
from sayso.attribute.events.slots import Slots
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.through import Through
from sayso.attribute.events.trigger import VERBAL, Trigger
from sayso.attribute.events.voice import UNSAID, Voices
from sayso.ontology.plover.forms import noun_lemma, past_forms, verb_forms
from sayso.ontology.plover.frames import Frame, Test, domain_words, lexicon, word_sets
from sayso.record.place import ToponymRole
from sayso.record.report import BlockKind
from sayso.record.statement import Act, Statement

_REACH = 9
"""Words after a verb in which what must stand beside it is looked for."""

_SAID = 16
"""Words after "called" in which it is said what something is called."""

_TOLD = 30
"""Words before a pronoun in which what it may stand for is looked for."""

_LEFT = 3
"""Words before a noun in which what must stand beside it is looked for."""

_PARTICLES = frozenset({"in", "out", "up", "down", "off", "back", "away", "through", "aside", "over", "on"})
_HABIT = frozenset(
    {
        "usually",
        "often",
        "always",
        "sometimes",
        "rarely",
        "seldom",
        "generally",
        "typically",
        "normally",
        "frequently",
        "traditionally",
    }
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_READY = frozenset({"willing", "ready", "prepared"})
_SPEAKING = frozenset({"i", "we", "you", "he", "she", "they"})
_IT = frozenset({"it", "they", "them", "this", "these"})
_GENERIC = frozenset({"somebody", "someone", "anybody", "anyone"})


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a word may tell of: its frames, the trigger it is in any report, and the one it is in one of politics."""

    frames: tuple[Frame, ...] = ()
    public: Trigger | None = None
    anybody: Trigger | None = None


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the triggers of one report."""

    syntax: Syntax
    slots: Slots
    through: Through
    casting: Casting
    company: Company
    voices: Voices
    quoted: dict[int, int]
    possible: Possible
    heads: list[int]
    _met: dict[int, Fitting] = field(default_factory=dict)
    _slots: dict[tuple[int, bool, str, tuple[int, ...]], list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, syntax: Syntax, company: Company, voices: Voices) -> Self:
        """The finder of a report."""
        quotations = syntax.annotated.quotations
        quoted = {at: number for number, one in enumerate(quotations) if not one.depth for at in syntax.tokens_in(one)}
        slots, possible = Slots.of(syntax), Possible(syntax)
        through, casting = Through(syntax, slots, company), Casting(syntax, company)
        return cls(syntax, slots, through, casting, company, voices, quoted, possible, possible.heads())

    def triggers(self, *, political: bool = False) -> Iterator[Trigger]:
        """Every trigger whose frame fits, in text order; a word has one at most.

        `political` says that the report is known to be one of politics: then anybody may be in its events.
        """
        found = list(self._one_by_one(political=True))
        if not political:
            found = self._public(found, list(self._one_by_one(political=False)))
        fuller = {at for trigger in found for at in trigger.beside}
        known = [one for one in self._once([one for one in found if one.at not in fuller]) if self._is_likely(one)]
        more = self._proposals({at for trigger in found for at in trigger.words}, political=political)
        return iter(sorted((*known, *more), key=lambda trigger: trigger.words))

    def _is_likely(self, found: Trigger) -> bool:
        """Whether the tagger sees an event there at all, or does not tell of events; a phrase may do without it."""
        if found.frame.beside and "weak" not in found.frame.flags:
            return True
        words = [self.syntax.words[at] for at in found.words]
        return any(event_share(word) > 0 for word in words) or all(word.event is None for word in words)

    def _proposals(self, known: Container[int], *, political: bool) -> Iterator[Trigger]:
        """What no frame knows and the tagger is sure of; in a report that is not of politics, with somebody in it."""
        for at, word in enumerate(self.syntax.words):
            frame = proposed(self.syntax, at) if word.event and at not in known else None
            if frame is None or self._names_something(at) or self._habitual(at):
                continue
            if self.voices.cued_at(at) and event_share(word) < BEYOND_DOUBT:
                continue
            found = self._fits(at, frame)
            if found and (political or self._peopled(found)):
                yield found

    def _peopled(self, trigger: Trigger) -> bool:
        """Whether somebody takes part, in a slot or as the tagger sees it."""
        full = self.casting.of(trigger)
        return any(one.is_a("who") for one in (*full.actors, *full.recipients))

    def _public(self, found: list[Trigger], public: list[Trigger]) -> list[Trigger]:
        """Those that are politics in any report, and what else anybody does in the sentences of states and bodies."""
        busy = {
            self.syntax.sentence[trigger.at]
            for trigger in public
            if any(one.is_a("public") for one in (*trigger.actors, *trigger.recipients))
        }
        kept = {trigger.at: trigger for trigger in public}
        more = {trigger.at: trigger for trigger in found if self.syntax.sentence[trigger.at] in busy}
        return [one for _, one in sorted((more | kept).items())]

    def _once(self, found: list[Trigger]) -> list[Trigger]:
        """One trigger where a verb and its noun tell of one deed: "resumed talks", "refused the request"."""
        nouns = {trigger.at: trigger for trigger in found if trigger.frame.noun}
        lent: dict[int, Trigger] = {}
        spent: set[int] = set()
        for verb in found:
            at = None if verb.frame.noun else self._within(verb, nouns)
            if at is None:
                continue
            if nouns[at].frame.type == verb.frame.type:
                lent[at] = verb
                spent.add(verb.at)
            else:
                spent.add(at)
        return [_with(one, lent.get(one.at)) for one in found if one.at not in spent]

    def _within(self, verb: Trigger, nouns: Mapping[int, Trigger]) -> int | None:
        """The noun of an event that a verb's frame asks for, or that it answers; None where there is none."""
        asked = {test.slot for test in verb.frame.tests if not test.unless and test.want in word_sets()}
        slots = [slot for slot in ("obj", "subj") if slot in asked or (slot == "obj" and verb.frame.type in _ANSWERS)]
        heads = [head for slot in slots for head in self.slots.of_verb(verb.at, slot, verb.beside)]
        fits = (at for at in heads if at in nouns)
        return next((at for at in fits if asked or nouns[at].frame.type in _ASKED), None)

    def _one_by_one(self, *, political: bool) -> Iterator[Trigger]:
        taken: set[int] = set()
        last: Trigger | None = None
        for at in self.heads:
            if at in taken:
                continue
            found = self._at(at, political=political)
            if found is not None and self._repeats(found, last):
                last = found
                taken.update(found.beside)
                yield found

    def _repeats(self, found: Trigger, last: Trigger | None) -> bool:
        """Whether a frame that only takes up a fuller one has it before it in the sentence; true for all others."""
        if "echo" not in found.frame.flags:
            return True
        near = last is not None and self.syntax.sentence[last.at] == self.syntax.sentence[found.at]
        return near and last is not None and last.frame.head == found.frame.head and last.frame.type == found.frame.type

    def _at(self, at: int, *, political: bool) -> Trigger | None:
        if at not in self._met:
            self._met[at] = self._fitted(at)
        met = self._met[at]
        if not met.frames:
            return None
        fitting = met.anybody if political else met.public
        if fitting is not None and self.syntax.is_a(at, "amod"):
            return replace(fitting, recalls=self._told_before(at))
        if fitting is not None and self._only_named(fitting):
            return replace(fitting, recalls=True)
        return fitting or self._recalled(at, met.frames)

    def _fitted(self, at: int) -> Fitting:
        """The first frame that fits without knowing what the report is about, and the first that fits at all."""
        frames = self.possible.frames(at, self._frames(at, self.syntax.tag(at), self.syntax.low[at]))
        cued = self.voices.cued_at(at) if frames else None
        if cued is not None and cued.act in UNSAID:
            return Fitting()
        if not frames or self._names_something(at) or self._habitual(at):
            return Fitting()
        anybody: Trigger | None = None
        for frame in frames:
            found = self._fits(at, frame)
            anybody = anybody or found
            if found is not None and not found.private:
                return Fitting(frames, found, anybody)
        return Fitting(frames, None, anybody)

    def _frames(self, at: int, tag: str, low: str) -> tuple[Frame, ...]:
        """The frames that the word may bring; a participle with an article is a noun."""
        if self._headline_verb(at):
            return lexicon().verbs.get(low, ())
        participle = tag == "ADJ" and (low in _READY or low.endswith("ed"))
        full = tag == "AUX" and not self.syntax.is_a(at, "aux", "aux:pass", "cop")
        if (tag == "VERB" or participle or full) and not self.syntax.children(at, "det", "nmod:poss"):
            return lexicon().verbs.get(low, ())
        return lexicon().nouns.get(low, ()) if tag in ("NOUN", "VERB") else ()

    def _headline_verb(self, at: int) -> bool:
        """Whether a noun is the verb of a sentence that has none: "farmers torch warehouse"."""
        syntax = self.syntax
        first, last = syntax.bounds(at)
        low = syntax.low[at]
        if syntax.tag(at) != "NOUN" or at == first or at + 1 >= last or low != syntax.tokens[at].text:
            return False
        if low not in lexicon().verbs or low.endswith(("ed", "ing")) or self._has_verb(first, last):
            return False
        before, after = syntax.low[at - 1], syntax.tag(at + 1)
        many = syntax.tag(at - 1) == "NOUN" and before.endswith("s") and not low.endswith("s")
        one = syntax.tag(at - 1) in ("NOUN", "PROPN") and low.endswith("s") and not before.endswith("s")
        return (many or one) and after in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")

    def _has_verb(self, first: int, last: int) -> bool:
        return any(self.syntax.tag(at) in ("VERB", "AUX") for at in range(first, last))

    def _only_named(self, trigger: Trigger) -> bool:
        """A noun with "the" of which nothing is told but its name."""
        definite = any(self.syntax.low[one] in _DEFINITE for one in self.syntax.children(trigger.at, "det"))
        alone = not trigger.actors and not trigger.recipients and not self._placed(trigger.at)
        weak = trigger.frame.noun and "weak" in trigger.frame.flags
        return weak and definite and alone and not self.syntax.children(trigger.at, "nmod", "acl")

    def _told_before(self, at: int) -> bool:
        """Whether a participle before a noun with "the" takes up what was told: "the wounded woman"."""
        noun = self.syntax.head(at)
        return noun is not None and any(self.syntax.low[one] in _DEFINITE for one in self.syntax.children(noun, "det"))

    def _recalled(self, at: int, frames: tuple[Frame, ...]) -> Trigger | None:
        """A noun with "the" that names a deed alone: it may recall one that was told before."""
        syntax = self.syntax
        plain = next((frame for frame in frames if frame.noun and not frame.beside), None)
        definite = any(syntax.low[one] in _DEFINITE for one in syntax.children(at, "det"))
        if plain is None or not definite or syntax.children(at, "nmod", "acl", "amod", "compound"):
            return None
        return Trigger(at, (), plain, (), (), self.voices.of(at), recalls=True)

    def _names_something(self, at: int) -> bool:
        """Whether it is part of a name or says what sort another noun is: "peace talks venue", "attack helicopter"."""
        syntax = self.syntax
        if self._headline_verb(at):
            return False
        if syntax.tag(at) == "NOUN" and syntax.is_a(at, "compound", "flat"):
            return True
        participle = syntax.tag(at) == "VERB" or (syntax.tag(at) == "ADJ" and syntax.low[at] not in _READY)
        return participle and syntax.is_a(at, "amod", "compound") and not self._done_to(at)

    def _done_to(self, at: int) -> bool:
        """A participle that tells what was done to its noun: "the arrested beekeeper"."""
        frames = lexicon().verbs.get(self.syntax.low[at], ())
        return any(frame.mode in _DONE_TO and not frame.beside for frame in frames)

    def _habitual(self, at: int) -> bool:
        """Told of no particular occasion: "often arrest"."""
        return any(self.syntax.low[one] in _HABIT for one in self.syntax.children(at, "advmod"))

    def _fits(self, at: int, frame: Frame) -> Trigger | None:
        beside = self._beside(at, frame)
        if beside is None or not self._stands(at, frame):
            return None
        trigger = Trigger(at, beside, frame, (), (), self.voices.of(at))
        if not self._all_hold(trigger, people=False):
            return None
        trigger = self._with_people(trigger)
        if "pair" in frame.flags and not self._several(_fitting(trigger).actors):
            return None
        if not self._all_hold(trigger, people=True) or not self._stated(trigger) or self._elsewhere(trigger):
            return None
        public = self._political(trigger)
        return replace(_fitting(trigger), private=not public) if public or self._by_somebody(trigger) else None

    def _with_people(self, trigger: Trigger) -> Trigger:
        """The same with its actors and recipients."""
        at, beside, frame, voice = trigger.at, trigger.beside, trigger.frame, trigger.voice
        actors = self._filled(at, frame, frame.actors, beside, voice, every=not frame.noun)
        recipients = self._filled(at, frame, frame.recipients, beside, voice, every=False)
        recipients = tuple(one for one in recipients if one.head not in {actor.head for actor in actors})
        if frame.type in VERBAL:
            recipients = tuple(one for one in recipients if one.is_a("who"))
        if actors and not recipients and self._headless_passive(at, frame):
            actors, recipients = (), actors
        recipients = recipients or self.through.recipients(at, frame, beside, voice, actors)
        return replace(trigger, actors=self._others(_known(actors), voice), recipients=_known(recipients))

    def _beside(self, at: int, frame: Frame) -> tuple[int, ...] | None:
        """Where the words stand that the frame wants beside its head; None where one is missing."""
        if not frame.beside:
            return ()
        return self._before(at, frame.beside) if frame.noun else self._after(at, frame.beside)

    def _before(self, at: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
        found: list[int] = []
        first, _ = self.syntax.bounds(at)
        first, where = max(first, at - _LEFT - len(wanted)), at - 1
        for word in reversed(wanted):
            while where >= first and not self._is(where, word):
                where -= 1
            if where < first:
                return None
            if self.syntax.head(where) not in (at, *found) and at - where > 1 + len(found):
                return None
            found.append(where)
            where -= 1
        return tuple(sorted(found))

    def _after(self, at: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
        found: list[int] = []
        _, last = self.syntax.bounds(at)
        end, where = min(last, at + _REACH), at + 1
        for word in wanted:
            while where < end and not self._belonging(where, word, at, found, last=word is wanted[-1]):
                where += 1
            if where >= end:
                return self._moved(at, wanted) if not found else None
            found.append(where)
            where += 1
        return tuple(found)

    def _moved(self, at: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
        """The noun of a fixed phrase before its verb: "sanctions were imposed", "the talks that were held"."""
        if len(wanted) != 1:
            return None
        subjects = self.syntax.children(at, "nsubj:pass") or self._modified(at)
        return next(((one,) for one in subjects if self._is(one, wanted[0])), None)

    def _modified(self, at: int) -> list[int]:
        head = self.syntax.head(at)
        return [head] if head is not None and self.syntax.is_a(at, "acl") else []

    def _belonging(self, where: int, word: str, at: int, found: list[int], *, last: bool) -> bool:
        if not self._is(where, word):
            return False
        if word in ("no", "never") and where > at + 1:
            return False
        if last and word in _PARTICLES and where > at + 1 and self.syntax.is_a(where, "case"):
            return False
        over = [above for above, _ in zip(self.syntax.above(where), range(3), strict=False)]
        return at in over or any(one in over for one in found) or where == at + 1 + len(found)

    def _is(self, where: int, word: str) -> bool:
        low = self.syntax.low[where]
        return low == word or noun_lemma(low) == word or (self.syntax.tag(where) == "VERB" and low in verb_forms(word))

    def _filled(
        self,
        at: int,
        frame: Frame,
        slots: tuple[str, ...],
        beside: tuple[int, ...],
        voice: Statement | None,
        *,
        every: bool,
    ) -> tuple[Someone, ...]:
        """Those in the slots: in every slot for verbs' actors ("X met with Y"), else in the first that has any."""
        found: list[int] = []
        for slot in slots:
            heads = self._in_slot(at, slot, beside, noun=frame.noun)
            found += [head for head in heads if head not in found and head != at]
            if found and not every and slot not in ("between", "with", "light"):
                break
        if slots is frame.actors:
            found = [self._in_words(at, head) for head in found]
        found = [one for head in found for one in self._after_dateline(at, head)]
        people = [one for head in found if not self._nobody(head) for one in self.company.all_at(head, voice)]
        named = {(one.word, one.country, one.reference.actor or one.head): one for one in reversed(people)}
        return tuple(named.values())[::-1]

    def _in_slot(self, at: int, slot: str, beside: tuple[int, ...], *, noun: bool) -> Sequence[int]:
        """The heads of what fills a slot; looked up once for all frames of the word."""
        key = (at, noun, slot, () if noun else beside)
        if key not in self._slots:
            self._slots[key] = self.slots.of_noun(at, slot) if noun else self.slots.of_verb(at, slot, beside)
        return self._slots[key]

    def _after_dateline(self, at: int, head: int) -> list[int]:
        """The noun itself; for the place of a dateline, the noun that the parse hangs on it: "LIMA - Peru recalled"."""
        dateline = self.company.dateline
        if head not in dateline:
            return [head]
        after = [one for one in self.syntax.children(head, "appos", "flat", "conj") if one not in dateline]
        near = self.slots.beside_verb(at, "subj", ()) if self.syntax.tag(at) == "VERB" and not after else []
        return after or [one for one in near if one not in dateline]

    def _several(self, actors: tuple[Someone, ...]) -> bool:
        """Two and more, or one word that means several: "the ministers"."""
        plural = [one for one in actors if one.word.endswith("s") and self.syntax.tag(one.head) == "NOUN"]
        return len(actors) > 1 or any(one.is_a("public") for one in plural)

    def _headless_passive(self, at: int, frame: Frame) -> bool:
        """A headline's participle: "Ex-governor jailed for eight years"."""
        syntax = self.syntax
        block = syntax.annotated.report.blocks[syntax.annotated.sentences[syntax.sentence[at]].block]
        done = (frame.mode in _DONE_TO or frame.head in _HARM) and syntax.low[at] in past_forms(frame.head)
        return block.kind is BlockKind.HEADLINE and done and not syntax.children(at, "obj", "aux")

    def _others(self, actors: tuple[Someone, ...], voice: Statement | None) -> tuple[Someone, ...]:
        """Without the one who only tells it, where somebody else stands beside: "according to the mayor, rebels …"."""
        source = voice.source.words if voice is not None and voice.source is not None else None
        if source is None or len(actors) < 2:
            return actors
        kept = tuple(one for one in actors if not source.covers(one.reference.words))
        return kept or actors

    def _nobody(self, head: int) -> bool:
        if head in self.company.dateline:
            return True
        low = self.syntax.low
        return low[head] in ("nobody", "none", "no") or (low[head] == "one" and head > 0 and low[head - 1] == "no")

    def _in_words(self, at: int, head: int) -> int:
        """Who does what stands in quotation marks: "we" within them, rather than somebody outside."""
        around = self.quoted.get(at)
        if around is None or self.quoted.get(head) == around or self.syntax.tag(at) != "VERB":
            return head
        first, _ = self.syntax.bounds(at)
        before = range(at - 1, first - 1, -1)
        return next(
            (one for one in before if self.quoted.get(one) == around and self.syntax.low[one] in _SPEAKING), head
        )

    def _all_hold(self, trigger: Trigger, *, people: bool) -> bool:
        """Whether the tests hold that ask about actors and recipients, or the others, which need not know of any."""
        asked = (test for test in trigger.frame.tests if (test.slot in ("S", "R")) == people)
        return all(self._holds(test, trigger) for test in asked)

    def _holds(self, test: Test, trigger: Trigger) -> bool:
        if test.slot in ("S", "R"):
            who = trigger.actors if test.slot == "S" else trigger.recipients
            fits = [one.is_a(test.want) or (test.slot == "S" and self._may_be(one, trigger)) for one in who]
            return not any(fits) if test.unless else all(fits) or (any(fits) and len(fits) > 1)
        if test.want == "verbs":
            return bool(self.syntax.children(trigger.at, "xcomp")) != test.unless
        if test.slot == "said":
            return self._said_of(trigger, test.want) != test.unless
        heads = self._tested(test.slot, trigger)
        if test.want == "any":
            return bool(heads) != test.unless
        return any(self._fills(head, test, trigger.voice) for head in heads) != test.unless

    def _fills(self, head: int, test: Test, voice: Statement | None) -> bool:
        """Whether the one at `head` is of the class that is asked for, or its word in the set."""
        if test.want not in word_sets():
            return self.company.at(head, voice).is_a(test.want)
        return noun_lemma(self.company.word_at(head, voice)) in word_sets()[test.want] or self._stands_for(head, test)

    def _stands_for(self, head: int, test: Test) -> bool:
        """Whether it is a pronoun after a deed of the set: "a curfew was declared; it was lifted on Monday"."""
        if test.unless or self.syntax.low[head] not in _IT:
            return False
        before = self.syntax.low[max(0, head - _TOLD) : head]
        return any(word in lexicon().nouns and self._in_set(word, test.want) for word in before)

    def _said_of(self, trigger: Trigger, want: str) -> bool:
        """Whether what something is called or described as is in a set: "called the raid a disgrace"."""
        _, last = self.syntax.bounds(trigger.at)
        after = range(trigger.at + 1, min(trigger.at + _SAID, last))
        return any(self._in_set(self.syntax.low[at], want) for at in after)

    def _in_set(self, word: str, want: str) -> bool:
        return word in word_sets()[want] or noun_lemma(word) in word_sets()[want]

    def _may_be(self, one: Someone, trigger: Trigger) -> bool:
        """Whether it may be anybody: a pronoun, or for what is done with words a document that says it."""
        return self._unknown(one) or (trigger.frame.type in VERBAL and one.is_a("speakers"))

    def _unknown(self, one: Someone) -> bool:
        """A pronoun of which nobody knows whom it means."""
        unresolved = one.sector is None and one.reference.actor is None
        return unresolved and self.syntax.low[one.head] in ("it", "they", "who", "which")

    def _tested(self, slot: str, trigger: Trigger) -> Sequence[int]:
        """What stands in a slot beside those of actors and recipients."""
        heads = self._in_slot(trigger.at, slot, trigger.beside, noun=trigger.frame.noun)
        if slot in ("to", "with", "for") and not heads and not trigger.frame.noun:
            heads = self.syntax.children(trigger.at, "xcomp") if slot == "to" else heads
        return heads

    def _stands(self, at: int, frame: Frame) -> bool:
        """Whether the word stands as the frame asks for, whoever is in it."""
        if "new" in frame.flags and any(self.syntax.low[one] in _DEFINITE for one in self.syntax.children(at, "det")):
            return False
        if "passive" in frame.flags and not self.syntax.passive(at):
            return False
        return "bare" not in frame.flags or not self.syntax.children(at, "obj")

    def _stated(self, trigger: Trigger) -> bool:
        """Whether those take part without whom the frame tells nothing."""
        flags = trigger.frame.flags
        if "S+" in flags and not trigger.actors:
            return False
        if "S?" in flags and not trigger.actors and not self.syntax.passive(trigger.at):
            return False
        return "R+" not in flags or bool(trigger.recipients)

    def _political(self, trigger: Trigger) -> bool:
        """Whether the event is one of politics in any report: for weak frames somebody political must be in it."""
        if "weak" not in trigger.frame.flags:
            return True
        people = (*trigger.actors, *trigger.recipients)
        if any(one.is_a("civic") for one in trigger.actors):
            return True
        return any(one.is_a("public") or (one.is_a("folk") and trigger.frame.type in _BY_ANYONE) for one in people) or (
            trigger.frame.noun and self._placed(trigger.at)
        )

    def _by_somebody(self, trigger: Trigger) -> bool:
        """Whether anybody at all does it, which is enough where the report is known to be one of politics."""
        return any(one.is_a("who") or self._unknown(one) for one in trigger.actors)

    def _placed(self, at: int) -> bool:
        """Whether a noun says where it happened: "the attack in Kabul", "talks in Geneva"."""
        heads = self.syntax.children(at, "nmod", "compound", "amod")
        verb = self.syntax.head(at) if self.syntax.is_a(at, "nsubj", "obj") else self.slots.light_verb(at)
        heads += self.syntax.children(verb, "obl") if verb is not None else []
        return any(
            (place := self.company.place_at(head)) is not None and place.role != ToponymRole.PART_OF_NAME
            for head in heads
        )

    def _elsewhere(self, trigger: Trigger) -> bool:
        """Whether the sentence is of sport, arts, markets or nature, and nobody armed or public is in the event.

        Not where the tagger has no doubt that there is one.
        """
        first, last = self.syntax.bounds(trigger.at)
        strangers = sum(word in domain_words() for word in self.syntax.low[first:last])
        if not strangers or any(event_share(self.syntax.words[at]) >= BEYOND_DOUBT for at in trigger.words):
            return False
        people = (*trigger.actors, *trigger.recipients)
        known = any(one.is_a("public") or one.is_a("armed") for one in people)
        return not known or (strangers > 1 and "weak" in trigger.frame.flags)


def _fitting(trigger: Trigger) -> Trigger:
    """Without participants that are of no class that the frame asks for, and actors who can do nothing."""
    wanted = {(test.slot, test.want) for test in trigger.frame.tests if not test.unless}
    actors = tuple(
        one
        for one in trigger.actors
        if one.word in ("it", "they") or all(one.is_a(want) for slot, want in wanted if slot == "S")
    )
    if trigger.voice is not None and trigger.voice.act in _BLAMING and trigger.voice.source is not None:
        source = trigger.voice.source.words
        actors = tuple(one for one in actors if not source.covers(one.reference.words))
    return replace(
        trigger,
        actors=tuple(
            one for one in actors if _can_act(one) or (one.country is not None and trigger.frame.type in VERBAL)
        ),
        recipients=tuple(
            one for one in trigger.recipients if all(one.is_a(want) for slot, want in wanted if slot == "R")
        ),
    )


def _can_act(one: Someone) -> bool:
    return one.is_a("who") or one.word in ("it", "they") or one.reference.words.text[:1].isupper()


def _with(noun: Trigger, verb: Trigger | None) -> Trigger:
    """The noun with the participants of the verb that lends itself to it, where it has none of its own."""
    if verb is None:
        return noun
    actors, recipients = noun.actors or verb.actors, noun.recipients or verb.recipients
    taken = {one.head for one in actors}
    return replace(noun, actors=actors, recipients=tuple(one for one in recipients if one.head not in taken))


_ANSWERS = frozenset({"REJECT", "AGREE"})
"""Types of what answers a request or an offer, which is then no event besides."""

_ASKED = frozenset({"REQUEST", "AGREE"})

_BLAMING = frozenset({Act.ACCUSE, Act.CONDEMN})
"""What is blamed on somebody was not done by the one who blames."""

_HARM = frozenset({"kill", "wound", "injure", "hurt", "shoot", "behead", "stab"})

_DONE_TO = frozenset({"arrest", "abduct", "targeted", "convict"})

_BY_ANYONE = frozenset({"PROTEST", "ASSAULT", "COERCE", "RETREAT", "AID"})
"""Types of what people do or suffer who need not be public to make it one of politics."""


def _known(people: tuple[Someone, ...]) -> tuple[Someone, ...]:
    """Those that are more than a word for anybody."""
    return tuple(one for one in people if one.word not in _GENERIC)
