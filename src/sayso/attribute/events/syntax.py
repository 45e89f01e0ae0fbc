"""How the words of a report hang together, looked up fast and with no trust in the parse beyond its shape."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from sayso.attribute.events.rehanging import rehung
from sayso.record.annotation import AnnotatedReport
from sayso.spans import Span

_DEEPEST = 40
"""Words that are followed upwards at most: what hangs deeper is a mistake of the parser."""

_IN_PHRASE = frozenset(
    {"det", "amod", "compound", "flat", "fixed", "nummod", "nmod", "goeswith", "advmod", "name", "clf"}
)
_OF_ANOTHER = ("ccomp", "advcl", "acl:relcl", "parataxis", "conj", "nsubj", "csubj")
"""What parts a clause from the one below it."""
_APART = frozenset(
    {"after", "before", "since", "following", "despite", "amid", "until", "because", "although", "though"}
)
_WHO = frozenset({"person", "organisation", "location", "facility"})
_SHOT = frozenset({"shoot", "shoots", "shot", "shooting"})
_BESIDE_NOUN = frozenset({"of"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_BE = frozenset(
    {"be", "been", "being", "is", "are", "was", "were", "am", "'s", "’s", "'re", "get", "gets", "got", "getting"}
)
_DONE = frozenset({"let", "shot", "hit", "cut", "put", "sent", "held", "kept", "caught", "brought", "sold", "told"})
"""Participles without an ending of their own, of verbs that are done to somebody."""


class Syntax:
    """A report's dependency trees. Tokens are given by their index in `AnnotatedReport.tokens`."""

    def __init__(self, annotated: AnnotatedReport) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.words = annotated.words
        self.low = [token.text.lower().replace("’", "'") for token in annotated.tokens]
        self.sentence: list[int] = [0] * len(annotated.tokens)
        for number, sentence in enumerate(annotated.sentences):
            for at in range(*sentence.tokens):
                self.sentence[at] = number
        self._full = [word.relation for word in annotated.words]
        plain = {relation: relation.partition(":")[0] for relation in set(self._full)}
        self._plain = [plain[relation] for relation in self._full]
        self._heads = [self._head(at, word.head) for at, word in enumerate(annotated.words)]
        for at, above, relation in list(rehung(annotated.words, self._heads, self.low)):
            self._heads[at], self._full[at], self._plain[at] = above, relation, relation.partition(":")[0]
        self._untangle()
        self._children: list[list[int]] = [[] for _ in annotated.words]
        self._related: list[dict[str, list[int]]] = [{} for _ in annotated.words]
        for at, head in enumerate(self._heads):
            if head is not None:
                self._children[head].append(at)
                self._related[head].setdefault(self._plain[at], []).append(at)
                if self._full[at] != self._plain[at]:
                    self._related[head].setdefault(self._full[at], []).append(at)
        self._passives: dict[int, bool] = {}

    def _untangle(self) -> None:
        """Cut the parse where words hang on each other in a circle, or too deep for any sentence."""
        depths: dict[int, int] = {}
        for at in range(len(self._heads)):
            path: list[int] = []
            one: int | None = at
            while one is not None and one not in depths and len(path) < _DEEPEST and one not in path:
                path.append(one)
                one = self._heads[one]
            depth = depths.get(one, -1) if one is not None and one not in path else -1
            if one is not None and (one in path or one not in depths or depth + len(path) >= _DEEPEST):
                self._heads[path[-1]], depth = None, -1
            for node in reversed(path):
                depth += 1
                depths[node] = depth

    def _head(self, at: int, head: int | None) -> int | None:
        """The head that the parse gives a word, None where it is no other word of the sentence."""
        if head is None or head == at or not 0 <= head < len(self.words):
            return None
        return head if self.sentence[head] == self.sentence[at] else None

    @cached_property
    def quoted(self) -> dict[int, int]:
        """For each token in quotation marks the number of the outermost quotation."""
        quotations = self.annotated.quotations
        return {at: number for number, one in enumerate(quotations) if not one.depth for at in self.tokens_in(one)}

    def definite(self, noun: int) -> bool:
        """Whether it stands with "the", "this", "those"."""
        return any(self.low[one] in _DEFINITE for one in self.children(noun, "det"))

    def names_object(self, verb: int) -> bool:
        """Whether a verb says what its object is: "called the seizure a provocation"."""
        return any(self.tag(one) in ("NOUN", "ADJ", "PROPN") for one in self.children(verb, "xcomp"))

    def head(self, at: int) -> int | None:
        """The word that `at` hangs on, None for the root of its sentence."""
        return self._heads[at]

    def tag(self, at: int) -> str:
        return self.words[at].tag

    def relation(self, at: int) -> str:
        """The relation without its subtype: "nsubj" for "nsubj:pass"."""
        return self._plain[at]

    def is_a(self, at: int, *relations: str) -> bool:
        """Whether `at` hangs on its head by one of these relations, "nsubj" being also "nsubj:pass"."""
        return self._plain[at] in relations or self._full[at] in relations

    def children(self, at: int, *relations: str) -> list[int]:
        """What hangs on `at` by one of the relations (all if none is given), in text order."""
        below = self._children[at]
        if not relations or not below:
            return below[:]
        if len(relations) == 1:
            return self._related[at].get(relations[0], [])[:]
        plain, full = self._plain, self._full
        return [child for child in below if plain[child] in relations or full[child] in relations]

    def first(self, at: int, *relations: str) -> int | None:
        return next(iter(self.children(at, *relations)), None)

    def above(self, at: int) -> Iterator[int]:
        """The words over `at`, nearest first."""
        head = self._heads[at]
        for _ in range(_DEEPEST):
            if head is None:
                return
            yield head
            head = self._heads[head]

    def below(self, at: int) -> Iterator[int]:
        """`at` and all that hangs on it."""
        waiting, met = [at], {at}
        while waiting:
            one = waiting.pop()
            yield one
            fresh = [child for child in self._children[one] if child not in met]
            met.update(fresh)
            waiting += fresh

    def bounds(self, at: int) -> tuple[int, int]:
        """The half-open range of tokens of the sentence of `at`."""
        return self.annotated.sentences[self.sentence[at]].tokens

    def case(self, at: int) -> str:
        """The preposition of a noun in small letters ("because of"), "" for none."""
        marks = self.children(at, "case")
        if not marks:
            return ""
        words = [self.low[marks[0]], *(self.low[more] for more in self.children(marks[0], "fixed"))]
        return " ".join(words) if words[0] not in ("'s", "'") else ""

    def told_apart(self, at: int) -> bool:
        """Whether a noun or a clause opens as what tells of something else: "after rocket fire", "because he left"."""
        return self.case(at) in _APART or any(self.low[one] in _APART for one in self.children(at, "mark"))

    def clause_of(self, at: int) -> Iterator[int]:
        """The word, then those above it up to the verb of its clause."""
        yield at
        for above in self.above(at):
            yield above
            if self.tag(above) == "VERB":
                return

    def verb_over(self, at: int) -> int | None:
        """The verb that the word hangs on, itself not counted."""
        return next((above for above in self.above(at) if self.tag(above) == "VERB"), None)

    def verb_of(self, at: int) -> int:
        """The verb of the word's clause: itself, or the one it hangs on; the word where there is none."""
        if self.tag(at) == "VERB":
            return at
        over = self.verb_over(at)
        return at if over is None else over

    def within_clause(self, root: int) -> Iterator[int]:
        """What hangs on the root without another clause between."""
        waiting, met = [root], {root}
        while waiting:
            at = waiting.pop()
            yield at
            for child in self.children(at):
                if child not in met and not self.is_a(child, *_OF_ANOTHER):
                    met.add(child)
                    waiting.append(child)

    def coordinated(self, at: int) -> list[int]:
        """`at` and what is joined with it by "and" or a comma."""
        found = [at]
        for one in found:
            found += [child for child in self.children(one, "conj") if child not in found]
            if len(found) > _DEEPEST:
                break
        return found

    def passive(self, verb: int) -> bool:
        """Whether a verb's subject is the one it is done to."""
        if verb not in self._passives:
            self._passives[verb] = self._is_passive(verb)
        return self._passives[verb]

    def _is_passive(self, verb: int) -> bool:
        if self.children(verb, "nsubj:pass", "aux:pass", "csubj:pass"):
            return True
        infinitive = any(self.low[one] == "to" for one in self.children(verb, "mark"))
        if infinitive or self.low[verb].endswith("ing") or self.tag(verb) != "VERB":
            return False
        if self.is_a(verb, "amod"):
            return True
        after_object = self.is_a(verb, "xcomp") and self._follows_object(verb)
        if (self.is_a(verb, "acl") and not self.is_a(verb, "acl:relcl")) or after_object:
            return not self.children(verb, "mark", "obj", "nsubj") and self.low[verb][-1:] in "dntgk"
        auxiliaries = [self.low[one] for one in self.children(verb, "aux")]
        head = self._heads[verb]
        if not auxiliaries and head is not None and self.is_a(verb, "conj") and not self.children(verb, "obj"):
            done = self.low[verb].endswith(("ed", "en", "n")) or self.low[verb] in _DONE
            return done and self.passive(head)
        return bool(auxiliaries) and auxiliaries[-1] in _BE

    def _follows_object(self, verb: int) -> bool:
        """Whether a participle stands right after the object of the verb above: "frees a reporter held for months"."""
        head = self._heads[verb]
        past = self.low[verb].endswith(("ed", "en", "ld", "nt", "ght"))
        return past and head is not None and verb - 1 in self.children(head, "obj")

    def phrase(self, at: int) -> Span:
        """A noun with its modifiers, up to what only explains it."""
        first, last = self.extent(at)
        return Span(self.tokens[first].start, self.tokens[last].end)

    def extent(self, at: int) -> tuple[int, int]:
        """First and last token of `phrase`."""
        first = last = at
        for child in self._children[at]:
            if not self._belongs(child, at) or self._parted(child, at):
                continue
            low, high = self.extent(child) if self.is_a(child, "nmod", "compound", "flat", "amod") else (child, child)
            if low < high and any(self._tells_deed(one) for one in range(low, high + 1)):
                continue
            first, last = min(first, low), max(last, high)
        name = self._named.get(at)
        return (min(first, name[0]), max(last, name[-1])) if name else (first, last)

    @cached_property
    def _named(self) -> dict[int, range]:
        """The tokens of the name that a token belongs to, whatever the parse makes of them."""
        names = (self.tokens_in(name) for name in self.annotated.names if name.label in _WHO)
        return {at: tokens for tokens in names if len(tokens) > 1 for at in tokens}

    def _tells_deed(self, at: int) -> bool:
        """Whether a verb stands there that does not only modify a noun: no phrase goes on after it."""
        return self.tag(at) == "VERB" and not self.is_a(at, "amod", "compound")

    def _parted(self, child: int, at: int) -> bool:
        """Whether what no noun phrase has within it stands between the two: a mark, or the verb of the noun."""
        between = range(min(child, at) + 1, max(child, at))[:12]
        head = self._heads[at]
        if head is not None and min(child, at) < head < max(child, at) and self.tag(head) == "VERB":
            return True
        return any(self.low[one] in ("(", ")", "-", "--", "–", "—", ":", ";", "|") for one in between)

    def _belongs(self, child: int, at: int) -> bool:
        if self.relation(child) not in _IN_PHRASE or self.low[child] in ("(", ")", ","):
            return False
        if child in self.timed and at not in self.timed:
            return False
        if child and self.low[child] == "dead" and self.low[child - 1] in _SHOT:
            return False
        if self.is_a(child, "nmod:poss"):
            return child < at
        if self.is_a(child, "nmod"):
            return self.case(child) in _BESIDE_NOUN
        return child < at or self.is_a(child, "flat", "compound", "fixed", "nummod")

    @cached_property
    def timed(self) -> frozenset[int]:
        """Tokens that are part of a time expression."""
        return frozenset(at for timex in self.annotated.timexes for at in self.tokens_in(timex.words))

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that begin within the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def head_in(self, span: Span) -> int | None:
        """The token of the span that hangs on none of the others in it; None where the span holds no token."""
        inside = self.tokens_in(span)
        return next((at for at in inside if self._heads[at] not in inside and self.tag(at) != "PUNCT"), None)
