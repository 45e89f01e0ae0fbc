"""Frames: the words that tell of an event, what they tell, and where their participants stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.errors import CodebookError
from sayso.ontology.plover.files import entries, frame_groups
from sayso.ontology.plover.forms import noun_lemma, third_person, verb_forms

CLASSES = frozenset(
    {"who", "state", "public", "armed", "place", "thing", "folk", "harm", "officials", "any", "verbs", "civic"}
)
_FLAGS = frozenset({"weak", "plural", "S+", "R+", "bare", "new", "echo", "pair", "passive", "S?"})
_NOUN_ACTORS = ("light", "by", "poss", "adj")


@dataclass(frozen=True, slots=True)
class Test:
    """What must hold of the words at a slot: they are of a class, or their last word is in a set; or neither."""

    slot: str
    want: str
    unless: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger and its reading.

    `head` is the lemma that carries the event, `beside` the words that must stand with it. `actors` and `recipients`
    are slots in order of preference. `weak` frames tell an event of politics only if somebody political is in it.
    """

    name: str
    noun: bool
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    head: str
    beside: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tests: tuple[Test, ...]
    flags: frozenset[str]

    @property
    def is_term(self) -> bool:
        """Whether it tells an event by its words alone: "joint force", "set up a joint force"."""
        return len(self.beside) > (0 if self.noun else 1) and "weak" not in self.flags


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by the forms of their heads in small letters, the most particular first."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]


@cache
def lexicon() -> Lexicon:
    """The frames of English."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for group in frame_groups():
        for frame in frames_of(group):
            table = nouns if frame.noun else verbs
            for form in sorted(_noun_forms(frame)) if frame.noun else _verb_forms(frame.head):
                table.setdefault(form, []).append(frame)
    _add_gerunds(nouns, verbs)
    return Lexicon(verbs=_ordered(verbs), nouns=_ordered(nouns))


@cache
def verbs_beside() -> Mapping[str, tuple[str, ...]]:
    """Each form of the words that frames want beside their heads, were they verbs, to those words."""
    frames = (frame for table in (lexicon().verbs, lexicon().nouns) for each in table.values() for frame in each)
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted({word for frame in frames for word in frame.beside}):
        for form in verb_forms(word):
            found[form] = (*found.get(form, ()), word)
    return found


def _add_gerunds(nouns: dict[str, list[Frame]], verbs: Mapping[str, list[Frame]]) -> None:
    """A noun for the -ing form of each verb that stands alone and has no such noun: "the storming of the palace"."""
    for form, frames in verbs.items():
        if form.endswith("ing") and form not in nouns:
            found = [_gerund(frame, form) for frame in frames if _alone(frame)]
            if found:
                nouns[form] = found


def _alone(frame: Frame) -> bool:
    """Whether a verb needs nothing but its subject and object."""
    return not frame.beside and "obj" in frame.recipients and all(test.slot in ("S", "R") for test in frame.tests)


def _gerund(frame: Frame, form: str) -> Frame:
    """The verb's -ing form as a noun, with what it is done to after "of"."""
    return replace(
        frame,
        name=f"n.{form}",
        noun=True,
        head=form,
        actors=("by", "poss"),
        recipients=("of",),
        flags=frozenset({*frame.flags - {"S+", "S?", "passive"}, "R+", "weak"}),
    )


def _ordered(table: Mapping[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    return {form: tuple(sorted(frames, key=_breadth)) for form, frames in table.items()}


def _breadth(frame: Frame) -> tuple[int, int]:
    """Low for frames that ask for much: words beside the head, words of a set, then classes."""
    return -len(frame.beside), -sum(1 if test.want in CLASSES else 2 for test in frame.tests)


@cache
def _verb_forms(lemma: str) -> tuple[str, ...]:
    more = {line.split()[0] for line in entries("words")["verbs"]["more"] if line.split()[1] == lemma}
    return tuple(sorted({*verb_forms(lemma), *more}))


def _noun_forms(frame: Frame) -> set[str]:
    plural = {third_person(frame.head)}
    return plural if "plural" in frame.flags else {frame.head, *plural}


def frames_of(group: Mapping[str, Any]) -> Iterator[Frame]:
    """The frames of one group of the file."""
    for kind in ("verbs", "nouns"):
        for entry in group.get(kind, ()):
            yield from (read_frame(one, noun=kind == "nouns", group=group) for one in _apart(entry))


def _apart(entry: str) -> list[str]:
    """One entry for each of the triggers that stand before its slots, with ";" between them."""
    start = min((at for sign in ("<", ">", "|") if (at := entry.find(sign)) >= 0), default=len(entry))
    return [f"{words.strip()} {entry[start:]}" for words in entry[:start].split(";")]


def read_frame(entry: str, *, noun: bool, group: Mapping[str, Any]) -> Frame:
    """The frame written as `entry`; raises `CodebookError` for one that makes no sense."""
    words, actors, recipients, tests = _parts(entry)
    if not words:
        raise CodebookError(f"frames.toml: {entry!r} names no word", path="frames.toml", entry=entry)
    named = [test for test in tests if not test.startswith("mode=") and test not in _FLAGS]
    mode = next((test[5:] for test in tests if test.startswith("mode=")), group.get("mode"))
    head = words[-1] if noun else words[0]
    return Frame(
        name=f"{'n' if noun else 'v'}.{'-'.join(words)}",
        noun=noun,
        type=group["type"],
        mode=mode,
        contexts=tuple(group.get("contexts", ())),
        head=noun_lemma(head) if noun and head != "hostage" else head,
        beside=tuple(words[:-1] if noun else words[1:]),
        actors=tuple(one for one in actors or (_NOUN_ACTORS if noun else ("subj",)) if one != "none"),
        recipients=tuple(one for one in recipients or (("of", "on", "against") if noun else ("obj",)) if one != "none"),
        tests=tuple(_test(test, entry) for test in named),
        flags=frozenset(tests) & _FLAGS,
    )


def _parts(entry: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Words, actor slots, recipient slots and tests."""
    parts: dict[str, list[str]] = {"": [], "<": [], ">": [], "|": []}
    at = ""
    for word in entry.split():
        if word in parts:
            at = word
        else:
            parts[at].append(word)
    return parts[""], parts["<"], parts[">"], parts["|"]


def _test(text: str, entry: str) -> Test:
    slot, equals, want = text.partition("=")
    unless = slot.endswith("!")
    if not equals or (want not in CLASSES and want not in word_sets()):
        raise CodebookError(
            f"frames.toml: {entry!r} tests {text!r}, which is neither class nor set", path="frames.toml", entry=entry
        )
    return Test(slot.rstrip("!"), want, unless)


@cache
def word_sets() -> Mapping[str, frozenset[str]]:
    """The sets of words that frames test, by name."""
    return {name: frozenset(words.split()) for name, words in entries("words")["sets"].items()}


def is_seated(noun: str) -> bool:
    """Whether it names a body that sits in a town without being of its country: "tribunal" of "the Geneva tribunal"."""
    return noun_lemma(noun) in word_sets()["seated"]


@cache
def domain_words() -> frozenset[str]:
    """Words that tell that a passage is of sport, arts, markets or nature."""
    return frozenset(word for words in entries("words")["domain"].values() for word in words.split())


def names_deed(noun: str) -> bool:
    """Whether a noun in small letters names a deed by itself: "attack"."""
    return any(not frame.beside for frame in lexicon().nouns.get(noun, ()))


@cache
def light_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Lemmas of verbs that lend their subject to a noun of an event, and of those whose subject undergoes it."""
    lists = entries("words")["sets_of_verbs"]
    unlent = frozenset(lists["unlent"].split())
    return frozenset(lists["light"].split()) - unlent, unlent
