"""Mentions, read for what their words tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.attribute.actors.described import RELATIVE, appositive, described
from sayso.attribute.actors.joint import is_joint
from sayso.attribute.actors.kinds import DEFINITE, named_sign, nominal_sign, place_sign
from sayso.attribute.actors.known import led_by
from sayso.attribute.actors.naming import OWNED, PREPOSITIONS, Phrase, split
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words, country_codes, given_names, governed_names, seats
from sayso.ontology.codebook import word_lists
from sayso.ontology.places import demonyms
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind, NamedSpan, Token

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "it": "n",
    "its": "n",
    "they": "p",
    "them": "p",
    "their": "p",
}
"""Pronouns that mean somebody told of before, with gender, "n" for a thing or body, "p" for several."""


def is_named_otherwise(pronoun: str, name: str) -> bool:
    """Whether the first name of somebody tells another gender than "she" or "he" does."""
    gender, told = PRONOUNS.get(pronoun), given_names().get(name.split(" ")[0].lower())
    return gender in ("m", "f") and told is not None and told != gender


_UNBOUND = frozenset({"i", "we", "you", "me", "us", "who", "which", "that", "himself", "herself", "nobody", "none"})
_OURS = frozenset({"my", "our", "your", "mine", "ours", "yours", "us", "myself", "ourselves", "whose"})
_EXPLAINING = frozenset({",", "(", "\u2014", "--", "\u2013"})
_BODILY = frozenset(
    {"department", "ministry", "university", "court", "center", "centre", "council", "committee", "institute"}
)


def read_sign(
    tokens: Sequence[Token],
    country: str | None,
    *,
    placed: Collection[int] = (),
    names: Sequence[NamedSpan] = (),
) -> Sign | None:
    """The sign of a mention given by its tokens; None for what stands for nobody in particular ("we", "which").

    `country` (ISO alpha-3) is told by a place name or demonym inside it, `placed` holds where tokens of place names
    within it start, `names` what a tagger took for names within it.
    """
    tokens = without_letters(tokens)
    core = core_of(tokens)
    words = [token.text for token in core]
    low = [word.lower() for word in words]
    if not words or is_unbound(words[0]) or low[:2] == ["no", "one"] or (len(words) == 1 and low[0] in _OURS):
        return None  # the caller knows who speaks and what stands before
    if len(words) == 1 and low[0] in PRONOUNS:
        return Sign(MentionKind.PRONOMINAL, gender=PRONOUNS[low[0]])
    if bare(words) in seats() or (bare(words) in governed_names() and any(name.label != "person" for name in names)):
        return place_sign(bare(words), country_codes().get(bare(words), country), national=False)
    if is_joint(core, placed, names):
        return Sign(MentionKind.NAMED, gender="p", actor_kind=ActorKind.GROUP)
    start = 1 if low[0] in word_lists()["determiners"] | word_lists()["possessives"] else 0
    phrase = _phrase(core[start:], placed, names)
    if words[-1].islower():
        country = country or led_by(words[start:])
    sign = _core_sign(phrase, core[start:], start, low, country)
    return described(sign, appositive(tokens[len(core) :]), names)


def core_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The mention up to what only explains it: an appositive, a relative clause."""
    for at, token in enumerate(tokens):
        if at and (token.text in _EXPLAINING or token.text.lower() in RELATIVE):
            return tokens[:at] if token.text != "WHO" else tokens
    return tokens


def without_letters(tokens: Sequence[Token]) -> Sequence[Token]:
    """The mention without letters in brackets that it goes on after: "National Union (NU) leader Ann Smith"."""
    for at in range(1, len(tokens) - 3):
        bracketed = tokens[at].text == "(" and tokens[at + 2].text == ")" and tokens[at + 1].text.isupper()
        if bracketed and tokens[at + 3].text[0].isalnum():
            return [*tokens[:at], *tokens[at + 3 :]]
    return tokens


def is_unbound(word: str) -> bool:
    """Whether a word points without telling at whom: "I", "we", "who"; "WHO" and "US" are names."""
    return word.lower() in _UNBOUND and (len(word) == 1 or not word.isupper())


def bare(words: Sequence[str]) -> str:
    """The words without an article in front."""
    return " ".join(words[1:] if words[0].lower() == "the" else words)


def _phrase(core: Sequence[Token], placed: Collection[int], names: Sequence[NamedSpan]) -> Phrase:
    ranges = [(name.label, _range(core, name)) for name in names]
    people = [_without_titles(core, found) for label, found in ranges if label == "person" and found]
    people = [found for found in people if _ends_phrase(core, found) and not _is_of_body(core, found)]
    bodies = [found for label, found in ranges if label == "organisation" and found and found[1] == len(core)]
    bodies = [found for found in bodies if not _is_served(core, found[0])]
    return Phrase(
        [token.text for token in core],
        [token.start in placed for token in core],
        person=people[-1] if people else None,
        body=bodies[-1] if bodies else None,
    )


def _without_titles(core: Sequence[Token], found: tuple[int, int]) -> tuple[int, int]:
    """A name without the titles and roles that a tagger took for part of it: "Obama" of "Mr. Obama"."""
    first, last = found
    known = actor_words().titles.keys() | actor_words().roles.keys()
    while first < last - 1 and core[first].text.lower() in known and not _is_given(core, first, last):
        first += 1
    return first, last


def _is_given(core: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word for a role is a first name there: "Dean Marsh"."""
    return last - first == len(core) - first == 2 and first == 0 and core[first].text.lower() in given_names()


def _is_of_body(core: Sequence[Token], found: tuple[int, int]) -> bool:
    """Whether the words of a name are a body's, whatever a tagger took it for."""
    return any(token.text.lower() in _BODILY for token in core[slice(*found)])


def _is_served(core: Sequence[Token], first: int) -> bool:
    """Whether the body whose name begins at `first` is one that somebody is of or at: "an envoy to NATO"."""
    if first < 2 or core[first - 1].text.lower() not in PREPOSITIONS:
        return False
    head = core[first - 2].text.lower()
    return head in actor_words().roles or head in actor_words().groups


def _range(core: Sequence[Token], name: NamedSpan) -> tuple[int, int] | None:
    inside = [at for at, token in enumerate(core) if token.start >= name.start and token.end <= name.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _ends_phrase(core: Sequence[Token], found: tuple[int, int]) -> bool:
    """Whether a name is whom the phrase is about: it ends it, or a preposition follows."""
    first, last = found
    before = core[first - 1].text.lower() if first else ""
    return before not in PREPOSITIONS and (last == len(core) or core[last].text.lower() in PREPOSITIONS)


def _core_sign(phrase: Phrase, core: Sequence[Token], start: int, low: Sequence[str], country: str | None) -> Sign:
    definite = bool(low[0] in DEFINITE) or any(word in OWNED for word in low[1:4])
    named = split(phrase)
    if named.name and low[:2] != ["one", "of"]:
        return named_sign(named, phrase, country, alone=low[0] != "the")
    known = [placed or token.text in demonyms() for placed, token in zip(phrase.placed, core, strict=True)]
    proper = any(token.text[0].isupper() and not one for token, one in zip(core, known, strict=True))
    return nominal_sign(low[start:], definite, country, proper=proper and (start == 0 or definite))
