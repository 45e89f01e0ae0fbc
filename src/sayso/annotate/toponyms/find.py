"""Which stretches of a report are place names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate.passage import Passage
from sayso.annotate.toponyms.surroundings import (
    COMPASS,
    acted_on,
    after_preposition,
    contained,
    gone_to,
    in_longer_name,
    located,
    opens_name,
)
from sayso.gazetteer.file import Gazetteer, PlaceKind
from sayso.gazetteer.fold import fold, key_of
from sayso.ontology.actors import buildings, given_names, governed_names
from sayso.ontology.places import demonyms, is_continental, place_words, state_abbreviations
from sayso.ontology.plover.bodies import bodies
from sayso.record.annotation import NamedSpan
from sayso.spans import Span

_LONGEST = 6
"""Tokens in the longest place name looked for."""

_WELL_KNOWN = 100_000
"""A town of fewer people needs a preposition or its country beside it to be believed without a tagger."""

_COUNTRY = 10**9
"""What a country, region or continent counts as, in people."""

_ARMED = frozenset({"REB", "PRM", "UAF", "CRM", "SPY"})
"""Sectors of bodies that bear arms, and are not of the state."""

_PLACE_LABELS = frozenset({"gpe", "location", "loc", "facility"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name and the tokens it stands on, half-open; `beside` is the other half of a word with a hyphen."""

    span: Span
    first: int
    last: int
    beside: str = ""


def find_toponyms(passage: Passage, gazetteer: Gazetteer, names: Sequence[NamedSpan] = ()) -> list[Toponym]:
    """The toponyms of a report, in text order and without overlaps.

    Where a tagger gave `names`, those of places are taken, or what the gazetteer knows around one of them, and others
    hide what stands inside them; without, the gazetteer's names are believed where the words around them allow it.
    """
    known = _known(passage, gazetteer)
    tagged = {(one[0], one[1]): one for name in _tagged(passage, names) for one in _parts(passage, name, known)}
    found: list[Toponym] = list(_halves(passage))
    taken = -1
    surnames, waters, people = _surnames(passage, known), _waters(passage), _of_people(passage, names)
    surnames |= _named(passage, names)
    for match in sorted({**known, **tagged}.values(), key=lambda one: (one[0], -one[1])):
        first, last, _ = match
        word = passage.tokens[first].text
        vague = last == first + 1 and (word in waters or bool(COMPASS.fullmatch(word)))
        vague = vague or _is_body(passage.span(first, last).of(passage.report.text))
        vague = vague or (first > 0 and is_continental(passage.low[first - 1], word))
        vague = vague or (last == first + 1 and word in people and not gone_to(passage, first))
        if first < taken or vague or _hidden(passage, match, names, surnames):
            continue
        seen = any(first <= start and end <= last for start, end in tagged)
        if not seen and not _believable(passage, match, surnames, waters, tagger=bool(names)):
            continue
        found.append(Toponym(passage.span(first, last), first, last))
        taken = last
    return sorted(found, key=lambda one: one.span)


def _halves(passage: Passage) -> Iterator[Toponym]:
    """Countries and capitals in words with a hyphen: "Moscow-backed", "pro-Kyiv"."""
    for at, token in enumerate(passage.tokens):
        left, hyphen, right = token.text.partition("-")
        if hyphen and left in governed_names() and right in place_words()["hyphen.governments"]:
            yield Toponym(Span(token.start, token.start + len(left)), at, at + 1, right)
        elif hyphen and right in governed_names() and left.lower() in place_words()["hyphen.governments"]:
            yield Toponym(Span(token.end - len(right), token.end), at, at + 1, left.lower())


_Match = tuple[int, int, int]


def _known(passage: Passage, gazetteer: Gazetteer) -> dict[tuple[int, int], _Match]:
    """Runs of tokens that the gazetteer knows, longest first at each token, with how many people live there."""
    runs = list(_runs(passage))
    folded = [fold(passage.span(first, last).of(passage.report.text)) for first, last in runs]
    rows = gazetteer.rows_of_keys([key_of(name) for name in folded])
    found: dict[tuple[int, int], _Match] = {}
    for (first, last), there in zip(runs, rows, strict=True):
        text = passage.span(first, last).of(passage.report.text)
        if text in demonyms() or text in state_abbreviations() or text in buildings():
            found[first, last] = (first, last, _WELL_KNOWN)
        elif there and not (_opens(passage, first) and _without_article(gazetteer, there)):
            vast = gazetteer.widest(there) <= PlaceKind.COUNTRY
            found[first, last] = (first, last, _COUNTRY if vast else gazetteer.most_people(there))
    return found


def _opens(passage: Passage, at: int) -> bool:
    """Whether "the" opens a sentence, where every word has a capital: "The Moscow talks"."""
    return passage.low[at] == "the" and at == passage.sentences[passage.sentence[at]].tokens[0]


def _without_article(gazetteer: Gazetteer, rows: Sequence[int]) -> bool:
    """Whether none of the places is called with "the", as The Hague is."""
    return not any(entry.name.startswith("The ") for entry in gazetteer.entries(rows))


def _runs(passage: Passage) -> Iterator[tuple[int, int]]:
    tokens = passage.tokens
    for first, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        end = passage.last_of(first)
        for last in range(min(end, first + _LONGEST), first, -1):
            if tokens[last - 1].text[0].isupper() or last == first + 1 or _is_elided(tokens[last - 1].text):
                yield first, last


def _is_elided(word: str) -> bool:
    """Whether a name stands after a particle that lost its vowel: "d'Orsay"."""
    return word[1:2] in ("'", "\u2019") and word[2:3].isupper()


def _tagged(passage: Passage, names: Iterable[NamedSpan]) -> list[tuple[int, int]]:
    """The tokens of each name in capitals that the tagger calls a place."""
    starts = {token.start: number for number, token in enumerate(passage.tokens)}
    ends = {token.end: number + 1 for number, token in enumerate(passage.tokens)}
    places = (name for name in names if name.label in _PLACE_LABELS and name.start in starts and name.end in ends)
    found = ((starts[name.start], ends[name.end]) for name in places)
    return [
        (first, last)
        for first, last in found
        if any(passage.tokens[at].text != passage.low[at] for at in range(first, last))
    ]


def _parts(passage: Passage, name: tuple[int, int], known: Container[tuple[int, int]]) -> Iterator[_Match]:
    """A tagged name as it is, or if the gazetteer has none such its parts, without "the".

    "Gizo, the Solomons", "Cameroon's North-West".
    """
    first, last = name
    if name in known:
        yield first, last, 0
        return
    commas = [at for at in range(first, last) if passage.low[at] in (",", "'s", "\u2019s")]
    for start, end in zip([first, *(at + 1 for at in commas)], [*commas, last], strict=True):
        led = start + 1 < end and passage.low[start] == "the" and (start, end) not in known
        if start + led < end:
            yield start + led, end, 0


def _hidden(passage: Passage, match: _Match, names: Sequence[NamedSpan], surnames: set[str]) -> bool:
    span = passage.span(match[0], match[1])
    hiding = [name for name in names if name.label not in _PLACE_LABELS | {"norp"} and name.overlaps(span)]
    if any(not span.covers(name) for name in hiding):
        return True
    if not hiding or _is_seat(span.of(passage.report.text), surnames):
        return False
    return any(name.label != "person" for name in hiding) or not _misread(passage, match, surnames)


def _is_seat(text: str, surnames: set[str]) -> bool:
    """Whether a name that acts stands for a government, though a tagger takes it for someone: "Monrovia has asked"."""
    namesakes = place_words()["names.doubtful"] | place_words()["names.namesakes"]
    governs = text in governed_names() and fold(text) not in namesakes and text not in surnames
    return text in buildings() or governs


def _misread(passage: Passage, match: _Match, surnames: set[str]) -> bool:
    """Whether one word of which no tagger makes a place is a large one all the same: "a deputy from Ituri"."""
    first, last, people = match
    text = passage.tokens[first].text
    unsure = place_words()["names.doubtful"] | place_words()["names.namesakes"] | given_names().keys()
    large = people >= _WELL_KNOWN and last == first + 1 and passage.shape[first] == "M"
    alone = large and located(passage, first) and not in_longer_name(passage, first, last)
    return alone and text not in surnames and fold(text) not in unsure


def _named(passage: Passage, names: Iterable[NamedSpan]) -> set[str]:
    """Words of people's names of several words, which alone may be theirs, too."""
    people = (name.of(passage.report.text).split() for name in names if name.label == "person")
    return {word for words in people if len(words) > 1 for word in words}


def _surnames(passage: Passage, known: Iterable[tuple[int, int]]) -> set[str]:
    """Last words of longer names that are no places: "Obi" of "Maryam Obi"."""
    places = set(known)
    ends = [at for at in range(1, len(passage.shape)) if passage.shape[at - 1 : at + 1] == "MM"]
    return {
        passage.tokens[at].text
        for at in ends
        if (at - 1, at + 1) not in places and passage.shape[at + 1 : at + 2] != "M" and not opens_name(passage, at - 1)
    }


def _of_people(passage: Passage, names: Iterable[NamedSpan]) -> set[str]:
    """Last words of the names of people: after "Silvia Montenegro", "Montenegro's sister" speaks of no country."""
    people = (name.of(passage.report.text).split() for name in names if name.label == "person")
    return {words[-1] for words in people if len(words) > 1}


def _waters(passage: Passage) -> set[str]:
    """First words of names like "Gulf of Riga", which alone mean that gulf: "in the Gulf"."""
    low, shape = passage.low, passage.shape
    heads = (at for at in range(len(low) - 2) if low[at + 1] == "of" and shape[at + 2] == "M")
    return {passage.tokens[at].text for at in heads if low[at] in place_words()["names.waters"]}


def _believable(passage: Passage, match: _Match, surnames: set[str], waters: set[str], *, tagger: bool) -> bool:
    """Whether a run that the gazetteer knows is likely to be a place here."""
    first, last, people = match
    text = passage.span(first, last).of(passage.report.text)
    if text in buildings():
        return not in_longer_name(passage, first, last)
    if tagger:
        overlooked = _overlooked(passage, first, last) or _misread(passage, match, surnames)
        return text in demonyms() or _governs(passage, match, surnames) or overlooked
    if people >= _COUNTRY and text not in waters and after_preposition(passage, first):
        return True
    if in_longer_name(passage, first, last) or passage.shape[first] != "M" or passage.shape[last - 1] != "M":
        return text in demonyms()
    if last == first + 1 and (text in waters or (people < _COUNTRY and text in surnames)):
        return False
    vouched = located(passage, first) or contained(passage, last) or acted_on(passage, first)
    return vouched or (people >= _WELL_KNOWN and fold(text) not in place_words()["names.doubtful"])


def _overlooked(passage: Passage, first: int, last: int) -> bool:
    """Whether a name of several words that the tagger takes for none stands where a place does: "in Camp Aster"."""
    whole = passage.shape[first] == passage.shape[last - 1] == "M" and not in_longer_name(passage, first, last)
    return last - first > 1 and whole and located(passage, first)


def _governs(passage: Passage, match: _Match, surnames: set[str]) -> bool:
    """Whether a run that no tagger calls a place is a capital all the same: "Monrovia has asked …"."""
    first, last, _ = match
    text = passage.span(first, last).of(passage.report.text)
    if not _is_seat(text, surnames):
        return False
    return passage.shape[first] == passage.shape[last - 1] == "M" and not in_longer_name(passage, first, last)


def _is_body(name: str) -> bool:
    """Whether it is a body of many states, or one under arms: no "U.N." is a town of India, nor "Hamas" of Germany."""
    body = bodies().get(name)
    if body is None or body.shared:
        return False
    return body.sector in _ARMED or (body.country is None and body.sector == "IGO")
