"""To whom something was said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.attribute.nearby import Nearby, Tokens
from sayso.attribute.phrases import begins_phrase, head_of, low, phrase_end
from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.annotation import Token
from sayso.spans import Span

_OCCASIONS = ("venue.meeting", "venue.press_conference")


def addressee_of(near: Nearby) -> Span | None:
    """Who hears it: the object of "told" or "urged", or what follows "to" after a verb or a letter."""
    if near.verb is None:
        return None
    return _object(near) or _after_to(near) or _in_letter(near.before)


def is_heard(cue: Sequence[str]) -> bool:
    """Whether a cue, as words in small letters, tells what its subject heard: "was told", "had been ordered"."""
    verbs = [at for at, word in enumerate(cue) if not word.endswith("ing") and _lemmas(word) & _hearing()]
    return any(cue[at - 1] in word_lists()["be"] or cue[max(0, at - 2)] in word_lists()["be"] for at in verbs if at)


def lacks_hearer(near: Nearby) -> bool:
    """Whether a verb that needs a hearer has none, because its subject is that: "was summoned and told that …"."""
    needing = near.verb is not None and bool(_lemmas(low(near.verb.text)) & {"tell", "inform", "notify"})
    past = near.verb is not None and low(near.verb.text).endswith("d")
    return needing and past and not near.after and not near.inside and near.opener in ("that", "to", "whether")


def is_occasion(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a phrase names what people come to, and no one: "a rally", "a news conference"."""
    head = low(words[head_of(words, first, last)])
    return any(head in cue_book().lists[name] for name in _OCCASIONS)


@cache
def _hearing() -> frozenset[str]:
    lists = cue_book().lists
    return lists["addressee.direct"] | lists["addressee.urging"] | lists["addressee.giving"]


def _lemmas(word: str) -> frozenset[str]:
    return frozenset(verb.lemma for verb, _ in cue_book().verbs.get(word, ()))


def _object(near: Nearby) -> Span | None:
    assert near.verb is not None
    lemmas = {lemma.split()[0] for lemma in _lemmas(low(near.verb.text))}
    if not lemmas & _hearing():
        return None
    after, inside = _without_particle(near.after, "call" if "call" in lemmas else ""), near.inside
    found = _phrase(after) or (None if _words(after) else _phrase(inside))
    if found is None:
        return None
    rest = [*after, *inside][len(found) :] if found[0] in (*after[:1], *inside[:1]) else list(inside)
    return _hull(found) if _takes(lemmas, found, [low(token.text) for token in rest], near.opener) else None


def _takes(lemmas: set[str], found: Tokens, rest: list[str], opener: str) -> bool:
    """Whether the object of one of these verbs is who hears it, given what follows it."""
    lists = cue_book().lists
    head = low(found[head_of([token.text for token in found], 0, len(found))].text)
    if head in lists["addressee.things"]:
        return False
    if lemmas & lists["addressee.direct"]:
        return True
    if lemmas & lists["addressee.urging"]:
        return (opener != "to be" and ("to" in rest or opener == "to")) or (
            head in word_lists()["objects"] and opener in "\u201c\"'\u2018"
        )
    pronoun = head in word_lists()["objects"]
    clause = opener == "that" or opener in word_lists()["subjects"]
    return clause or "that" in rest or (bool(rest) and (pronoun or head in lists["addressee.people"]))


def _without_particle(tokens: Tokens, lemma: str) -> Tokens:
    """The tokens without the "on" of "called on" and adverbs before the object."""
    words = [low(token.text) for token in tokens]
    at = 1 if words[:1] in (["only"], ["also"], ["then"], ["later"]) else 0
    called = lemma == "call" and words[at : at + 1] in (["on"], ["upon"])
    return tokens[at + called :]


def _words(tokens: Tokens) -> bool:
    return any(token.text[0].isalnum() for token in tokens)


def _phrase(tokens: Tokens) -> Tokens | None:
    """The phrase that the tokens begin with, if it is somebody and no occasion."""
    words = [token.text for token in tokens]
    end = phrase_end(words, 0)
    if end and low(words[end - 1]) not in word_lists()["objects"]:
        end = _from(words, end)
    return tokens[:end] if end and not is_occasion(words, 0, end) and not _is_thing(words, end) else None


def _is_thing(words: Sequence[str], end: int) -> bool:
    return low(words[head_of(words, 0, end)]) in cue_book().lists["addressee.things"]


def _from(words: Sequence[str], end: int) -> int:
    """The end with "from her country" after it."""
    return max(end, phrase_end(words, end + 1)) if end < len(words) and low(words[end]) == "from" else end


def _after_to(near: Nearby) -> Span | None:
    """What follows "to" after the verb, or after a letter."""
    assert near.verb is not None
    lemmas = _lemmas(low(near.verb.text))
    barred = bool(lemmas & cue_book().lists["addressee.none"])
    tokens = (*near.after, *near.inside) if not _words(near.after) else near.after
    words = [token.text for token in tokens]
    for at, word in enumerate(words):
        if low(word) != "to" or not begins_phrase(words, at + 1):
            continue
        plain = not barred and (
            at == 0 or low(words[at - 1]) in ("aloud", "back", "directly") or words[at - 1].endswith("ly")
        )
        if plain or _is_letter(words, at):
            found = _phrase(tokens[at + 1 :])
            return _hull(found) if found else None
    return _in_letter(near.end) or _aloud(near.end)


def _aloud(tokens: Tokens) -> Span | None:
    """Who is read to: "the message aloud to a reporter"."""
    words = [low(token.text) for token in tokens]
    if words[:2] != ["aloud", "to"] and not (
        words[:1] == ["to"] and begins_phrase([token.text for token in tokens], 1)
    ):
        return None
    found = _phrase(tokens[words.index("to") + 1 :])
    return _hull(found) if found else None


def _in_letter(tokens: Tokens) -> Span | None:
    words = [token.text for token in tokens]
    for at, word in enumerate(words):
        if low(word) == "to" and _is_letter(words, at) and begins_phrase(words, at + 1):
            found = _phrase(tokens[at + 1 :])
            return _hull(found) if found else None
    return None


def _is_letter(words: Sequence[str], to: int) -> bool:
    """Whether what stands before "to" is told to somebody: "a letter", "sent"."""
    return to > 0 and low(words[to - 1]) in cue_book().lists["addressee.words_to"]


def _hull(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)
