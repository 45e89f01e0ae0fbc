"""Word classes, guessed from word lists, endings and capitals.

A class is one letter, and the classes of all tokens one string, so that a rule can ask `shape[at] in "NM#"`:

    D determiner   P possessive   S subject pronoun   O object pronoun   N noun or unknown   M name   # number
    p preposition  c conjunction  s subordinator      r who, which       q that              t to
    m modal        b be           h have              d do               n not               a adverb
    V verb         B verb or noun E -ed form          G -ing form        T time word         ' possessive 's
    , comma  ; semicolon  : colon  . end of sentence  - dash  " double quotation mark  ( ) brackets  ? other mark
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.annotate.quotations import MARKS
from sayso.ontology.codebook import CueVerb, VerbForm, cue_book, word_lists
from sayso.record.annotation import Sentence, Token


def shape_of(tokens: Sequence[Token], low: Sequence[str], sentences: Sequence[Sentence]) -> str:
    """One letter for each token; `low` holds the tokens in small letters."""
    letters = [letter for one in sentences for letter in _letters(tokens, low, *one.tokens)]
    _settle(letters, low)
    return "".join(letters)


@cache
def _classes() -> Mapping[str, str]:
    """Words of closed classes and their letters; a word of two classes has the later one here."""
    lists = word_lists()
    order = (
        ("V", "verbs"), ("#", "numbers"), ("a", "adverbs"), ("p", "prepositions"), ("s", "subordinators"),
        ("D", "determiners"), ("P", "possessives"), ("O", "objects"), ("S", "subjects"), ("c", "conjunctions"),
        ("r", "relatives"), ("m", "modals"), ("b", "be"), ("h", "have"), ("d", "do"), ("n", "negations"),
        ("T", "times"),
    )  # fmt: skip
    found = {word.replace("\u2019", "'"): letter for letter, name in order for word in lists[name]}
    found |= {
        "%": "N",
        "$": "#",
        "that": "q",
        "to": "t",
        "her": "P",
        "'s": "'",
        ",": ",",
        ";": ";",
        ":": ":",
        "(": "(",
        ")": ")",
    }
    found |= dict.fromkeys((".", "!", "?", "...", "\u2026"), ".") | dict.fromkeys(("-", "--", "\u2013", "\u2014"), "-")
    return found | dict.fromkeys(MARKS, '"') | dict.fromkeys(("[", "{"), "(") | dict.fromkeys(("]", "}"), ")")


def _letters(tokens: Sequence[Token], low: Sequence[str], first: int, last: int) -> list[str]:
    """The letters of one sentence; in a line of capitalised words a capital tells nothing."""
    capitals = sum(tokens[at].text[0].isupper() for at in range(first, last))
    words = sum(tokens[at].text[0].isalpha() for at in range(first, last))
    titled = words > 3 and capitals > 0.7 * words
    letters = [_letter(tokens[at].text, low[at], at == first, titled) for at in range(first, last)]
    if len(letters) > 1 and letters[0] == "a" and low[first] not in _classes() and low[first + 1] in cue_book().verbs:
        letters[0] = "M"
    return letters


def _letter(text: str, low: str, begins: bool, titled: bool) -> str:
    if low in ("may", "march", "will", "us") and text[0].isupper() and not begins and not titled:
        return "T" if low in ("may", "march") else "M"
    known = _classes().get(low)
    if known:
        return known
    if text[0].isdigit():
        return "#"
    if not text[0].isalpha():
        return "?" if len(text) < 2 or not text[1].isalpha() else "N"
    if text[0].isupper() and not titled:
        return _capital_letter(low, begins)
    return _open_letter(low)


def _capital_letter(low: str, begins: bool) -> str:
    """A capitalised word within a sentence is a name; at its beginning only if it could not be a cue there."""
    if not begins:
        return "M"
    letter = _open_letter(low)
    return "M" if letter == "N" else letter


def _open_letter(low: str) -> str:
    forms = cue_book().verbs.get(low)
    if forms:
        return _cue_letter(forms)
    if low.endswith("ly") and len(low) > 4 and low not in word_lists()["not_adverbs"]:
        return "a"
    if low.endswith("ed") and len(low) > 4:
        return "E"
    return "G" if low.endswith("ing") and len(low) > 5 else "N"


def _cue_letter(forms: Sequence[tuple[CueVerb, VerbForm]]) -> str:
    kinds = {kind for _, kind in forms}
    if VerbForm.GERUND in kinds:
        return "G"
    if kinds <= {VerbForm.PAST, VerbForm.PARTICIPLE}:
        return "V" if VerbForm.PAST in kinds else "E"
    lemmas = {verb.lemma for verb, _ in forms}
    return "B" if lemmas & word_lists()["noun_verbs"] else "V"


def _settle(letters: list[str], low: Sequence[str]) -> None:
    """Decide for each "B" whether it is a noun or a verb, from the words beside it."""
    for at, letter in enumerate(letters):
        if letter == "?" and _is_possessive(letters, low, at):
            letters[at] = "'"
        elif at > 0 and letter in "GV" and _is_owned(letters, low, at):
            letters[at] = "N"
        elif low[at] == "there" and letters[at + 1 : at + 2] in (["b"], ["m"], ["h"]):
            letters[at] = "S"
        elif letter == "B":
            letters[at] = "V" if _is_verb(letters, low, at) else "N"


def _is_owned(letters: Sequence[str], low: Sequence[str], at: int) -> bool:
    """Whether a form in -ing or the base form of a verb is a noun there: "the ruling", "the port's rail lines"."""
    if letters[at] == "G":
        return letters[at - 1] in "DP'"
    owned = letters[at - 1] == "P" or low[at - 1] in ("the", "a", "an")
    owned = owned or (letters[at - 1] == "'" and letters[max(0, at - 2)] in "MN")
    return owned and {form for _, form in cue_book().verbs.get(low[at], ())} == {VerbForm.BASE}


def _is_possessive(letters: Sequence[str], low: Sequence[str], at: int) -> bool:
    """The apostrophe alone of "the ministers' plan"."""
    return low[at] == "'" and at > 0 and low[at - 1].endswith("s") and letters[at + 1 : at + 2] in (["N"], ["M"], ["B"])


def _is_verb(letters: Sequence[str], low: Sequence[str], at: int) -> bool:
    before = at - 1
    while before >= 0 and letters[before] in "an":
        before -= 1
    left = letters[before] if before >= 0 else "."
    if left in "SrmtdO":
        return True
    if left not in "MN)T,#":
        return False
    if any(form is VerbForm.PAST for _, form in cue_book().verbs[low[at]]):
        return True
    third = low[at].endswith("s") and not low[at].endswith("ss")
    many = _many(low[before]) or left == "#"
    if third == (many and not (left == "M" and third)):
        return False
    named = left == "M" and low[at] not in ("state", "states")
    return named or not _mostly_noun(low[at]) or (at + 1 < len(letters) and letters[at + 1] in 'q":S')


def _many(word: str) -> bool:
    return word == "%" or (word.endswith("s") and not word.endswith("ss") and word != "news")


def _mostly_noun(word: str) -> bool:
    return any(verb.lemma in word_lists()["mostly_nouns"] for verb, _ in cue_book().verbs[word])
