"""What kind of source speaks: by its own words, else by what else the report calls it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.attribute.phrases import low
from sayso.ontology.codebook import cue_book, source_words, word_lists
from sayso.record.actor import Actor, ActorKind, Mention
from sayso.record.annotation import AnnotatedReport, MentionKind
from sayso.record.statement import SourceKind, Statement
from sayso.spans import Span

_POINTING = frozenset(
    {"he", "she", "they", "it", "we", "i", "who", "which", "that", "you", "him", "her", "them", "this", "one"}
)
_WINDOW = 40
"""Characters before a relative pronoun in which what it stands for is looked for."""
_AFTER_ROLE = frozenset({"seen", "obtained", "sent", "who", "close", "familiar", "privy", "involved"})
_BODIES = (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)
_NOUNS = ("document", "body", "official", "witness", "public")
_OF_KIND = {
    ActorKind.ORGANISATION: SourceKind.OFFICIAL_BODY,
    ActorKind.GOVERNMENT: SourceKind.OFFICIAL_BODY,
    ActorKind.GROUP: SourceKind.PUBLIC,
}


def with_source_kinds(
    annotated: AnnotatedReport, statements: Sequence[Statement], actors: Sequence[Actor], mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """The statements with the kind of their sources, as far as it shows."""
    kinds = _Kinds(annotated, actors, mentions)
    return tuple(msgspec.structs.replace(one, source_kind=kinds.of(one)) for one in statements)


class _Kinds:
    """Tells the kinds of the sources of one report."""

    def __init__(self, annotated: AnnotatedReport, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self._text = annotated.report.text
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}
        self._called: dict[str, list[str]] = {}
        for mention in mentions:
            if mention.actor and mention.kind is not MentionKind.PRONOMINAL:
                self._called.setdefault(mention.actor, []).append(mention.words.text)
        self._labels = {(name.start, name.end): name.label for name in annotated.names}
        self._starts = sorted(self._labels)
        self._places = [place.words for place in annotated.places]

    def of(self, statement: Statement) -> SourceKind | None:
        """The kind of a statement's source; None where it does not show."""
        if statement.source is None:
            return SourceKind.UNSTATED
        text = statement.source.words.text
        actor = self._actors.get(statement.source.actor or "")
        if low(text.split()[0]) in cue_book().lists["negated.nobody"]:
            return None
        if low(text) in ("which", "who", "that"):
            return self._by_actor(actor) or kind_by_words(self._before(statement.source.words.start), named=False)
        if low(text) not in _POINTING:
            found = kind_by_words(text, named=self._named(statement, actor))
            if found is SourceKind.UNNAMED_OFFICIAL and actor and actor.kind in _BODIES:
                return SourceKind.OFFICIAL_BODY
            if found:
                return found
        if actor and actor.kind is ActorKind.GROUP and self._holds_bodies(statement.source.words):
            return SourceKind.OFFICIAL_BODY
        return self._by_actor(actor) or (SourceKind.PERSON if low(text) in ("he", "she") and actor is None else None)

    def _named(self, statement: Statement, actor: Actor | None) -> bool:
        """Whether the report gives the name of the person who speaks."""
        if actor is not None and actor.kind is ActorKind.PERSON and any(name[:1].isupper() for name in actor.names):
            return True
        if actor is not None and actor.kind in _BODIES:
            return False
        assert statement.source is not None
        words = statement.source.words
        inside = [span for span in self._starts if words.start <= span[0] < words.end]
        return any(
            self._labels[span] == "person" and not words.text[span[1] - words.start :].startswith(("'s", "\u2019s"))
            for span in inside
        )

    def _holds_bodies(self, words: Span) -> bool:
        """Whether a group is one of places and bodies by name: "Romania and Poland"."""
        inside = {self._labels[span] for span in self._starts if words.start <= span[0] < words.end}
        placed = any(words.covers(place) for place in self._places)
        return (placed or bool(inside)) and "person" not in inside

    def _before(self, at: int) -> str:
        """The words before a relative pronoun that it may stand for."""
        words = self._text[max(0, at - _WINDOW) : at].rstrip(" ,").split()
        return " ".join(words[-2:])

    def _by_actor(self, actor: Actor | None) -> SourceKind | None:
        if actor is None:
            return None
        if actor.kind is ActorKind.PERSON and any(name[:1].isupper() for name in actor.names):
            return SourceKind.PERSON
        called = (kind_by_words(text, named=False) for text in self._called.get(actor.id, ()))
        found = next((kind for kind in called if kind), None)
        return found or (_OF_KIND.get(actor.kind) if actor.kind else None)


def kind_by_words(text: str, *, named: bool) -> SourceKind | None:
    """The kind that a source's own words show; `named` says that they mean a person with a name."""
    words = _main(text)
    if not words:
        return None
    words[0] = _plain(words[0], len(words))
    head = low(words[-1])
    found = _by_head(words, head)
    if found is SourceKind.PUBLIC and not named and _is_certain(text, head):
        found = SourceKind.UNNAMED_OFFICIAL
    if found is SourceKind.MEDIUM:
        return found
    if found in (SourceKind.DOCUMENT, SourceKind.OFFICIAL_BODY) and (words[-1][0].islower() or not named):
        return found
    if named or _holds_name(text, words):
        return SourceKind.PERSON
    if found is None and words[-1][0].islower():
        return SourceKind.PUBLIC if head.endswith("s") and not head.endswith("ss") else SourceKind.UNNAMED_OFFICIAL
    return found


def _plain(word: str, count: int) -> str:
    """The first word of a source as it would be within a sentence: a known noun in small letters."""
    lists = source_words()
    known = any(form in lists[name] for form in _forms(low(word)) for name in _NOUNS) or low(word).endswith("ists")
    return word.lower() if known and (count == 1 or not word.isupper()) else word


def _is_certain(text: str, head: str) -> bool:
    """Whether one certain person is meant: "the club's doctor", "its chief engineer"."""
    opening = low(text.split()[0])
    definite = opening == "the" or opening in word_lists()["possessives"] or "'s " in text.replace("\u2019", "'")
    return definite and not head.endswith("s") and head not in ("people", "public", "women", "men", "children")


def _main(text: str) -> list[str]:
    """The words up to the first comma, preposition or relative pronoun, determiners left out."""
    kept: list[str] = []
    parts = text.replace("\u2019", "'").split()
    for at, word in enumerate(parts):
        bare = word.strip('.,;:()\u201c\u201d"')
        if kept and (_ends_role(low(bare)) or _is_told_of(bare, "".join(parts[at + 1 : at + 2]))):
            break
        if bare and (kept or not _determines(low(bare))):
            kept.append(bare)
        if word.endswith(","):
            break
    return kept


def _ends_role(word: str) -> bool:
    lists = word_lists()
    return word in lists["after_role"] or word in lists["prepositions"] or word in _AFTER_ROLE


def _determines(word: str) -> bool:
    return word in word_lists()["determiners"] or word in word_lists()["possessives"]


def _is_told_of(word: str, following: str) -> bool:
    """Whether "living near the dam", "briefed on the talks", or another noun, begins after the head of a phrase."""
    told = word.endswith(("ed", "ing")) and low(following) in word_lists()["prepositions"]
    return told or (word == "and" and following[:1].islower())


def _by_head(words: Sequence[str], head: str) -> SourceKind | None:
    """The kind by the last word of the phrase, and those before it."""
    lists = source_words()
    forms = _forms(head)
    capital = words[-1][0].isupper()
    if capital and len(words) > 1 and any(word in lists["medium"] - {"agency"} for word in words):
        return SourceKind.MEDIUM
    if head == "agency" and len(words) > 1 and low(words[-2]) in lists["press"]:
        return SourceKind.MEDIUM
    if capital and not lists["medium"] & forms and lists["named_body"] & {low(word) for word in words}:
        return SourceKind.OFFICIAL_BODY
    one_by_one = not head.endswith("s") and bool(lists["own_eyes"] & forms)
    order = (
        ("document", SourceKind.DOCUMENT), ("medium", SourceKind.MEDIUM), ("body", SourceKind.OFFICIAL_BODY),
        ("official", SourceKind.UNNAMED_OFFICIAL), ("witness", SourceKind.WITNESS), ("public", SourceKind.PUBLIC),
    )  # fmt: skip
    for name, kind in order:
        people = name == "medium" and head not in lists[name] and lists["public"] & forms  # observers are no Observer
        if lists[name] & forms and not people and (not capital or name in ("medium", "body")):
            return SourceKind.WITNESS if kind is SourceKind.PUBLIC and one_by_one else kind
    return SourceKind.PUBLIC if head.removesuffix("s").endswith("ist") and not capital else None


def _forms(head: str) -> set[str]:
    """A noun and what it may be the plural of."""
    forms = {head, head.removesuffix("s"), head.removesuffix("es"), head[:-3] + "y" if head.endswith("ies") else head}
    irregular = {"wives": "wife", "children": "child", "women": "woman", "men": "man"}
    return forms | {irregular.get(head, head), head[:-3] + "man" if head.endswith("men") else head}


def _holds_name(text: str, words: Sequence[str]) -> bool:
    """Whether a person's name stands there: after a role or a title, or after a comma."""
    lists = source_words()
    if len(words) > 1 and words[-1][0].isupper() and words[-2][0].islower() and low(words[-2]) not in lists["medium"]:
        return words[-2] not in lists["body"] and words[-2] not in word_lists()["conjunctions"]
    after = text.partition(", ")[2].partition(",")[0].split()
    capitals = [word for word in after if word[0].isupper()]
    return len(capitals) > 1 and after[0] == capitals[0] and not lists["named_body"] & {low(word) for word in capitals}
