"""What a parse shows inside the content of an attribution."""

from __future__ import annotations

from dataclasses import dataclass

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.record.annotation import Tagged, Word


@dataclass(frozen=True)
class Parser:
    """A tagger that gives one sentence the parse it was made with."""

    words: tuple[Word, ...]
    version: str = "test@1"

    def tag(self, _text, _sentences, tokens):
        assert len(tokens) == len(self.words)
        return Tagged(words=self.words)


def found(parse):
    """Source, cue and contents of what is found in a sentence, a word a line: form, head (from 1), relation."""
    rows = [line.split() for line in parse.strip().splitlines()]
    words = tuple(
        Word(tag=tag, head=int(head) - 1 if head != "0" else None, relation=relation) for _, tag, head, relation in rows
    )
    text = "".join(row[0] if row[0] in (",", ".") else f" {row[0]}" for row in rows).strip()
    annotated = annotate(report_of(text), tagger=Parser(words))
    return [
        (one.source and one.source.of(text), one.cue[0].of(text), [piece.of(text) for piece in one.content])
        for one in annotated.attributions
    ]


WARNED = """
Birk PROPN 2 nsubj
said VERB 0 root
the DET 4 det
firm NOUN 6 nsubj
had AUX 6 aux
warned VERB 2 ccomp
the DET 8 det
board NOUN 6 obj
twice ADV 6 advmod
. PUNCT 2 punct
"""


def test_who_was_warned_is_enough():
    assert ("the firm", "had warned", []) in found(WARNED)


SHARED = """
Birk PROPN 2 nsubj
said VERB 0 root
the DET 4 det
owners NOUN 6 nsubj
had AUX 6 aux
telephoned VERB 2 ccomp
and CCONJ 8 cc
threatened VERB 6 conj
to PART 10 mark
sue VERB 8 xcomp
. PUNCT 2 punct
"""


def test_a_verb_joined_to_another_has_the_subject_of_that():
    assert ("the owners", "threatened", ["to sue"]) in found(SHARED)


SECOND = """
Birk PROPN 2 nsubj
said VERB 0 root
a DET 4 det
clerk NOUN 6 nsubj
had AUX 6 aux
admitted VERB 2 ccomp
that SCONJ 9 mark
it PRON 9 nsubj
leaked VERB 6 ccomp
and CCONJ 15 cc
that SCONJ 15 mark
the DET 13 det
owners NOUN 15 nsubj
had AUX 15 aux
denied VERB 6 conj
that SCONJ 18 mark
they PRON 18 nsubj
knew VERB 15 ccomp
. PUNCT 2 punct
"""


def test_what_stands_beside_a_verb_is_not_told_by_it():
    assert ("a clerk", "had admitted", ["that it leaked"]) in found(SECOND)
    assert ("the owners", "had denied", ["that they knew"]) in found(SECOND)


ASKED = """
Asked VERB 10 advcl
whether SCONJ 5 mark
Ng PROPN 5 nsubj
had AUX 5 aux
suggested VERB 1 ccomp
otherwise ADV 5 advmod
, PUNCT 10 punct
the DET 9 det
mayor NOUN 10 nsubj
said VERB 0 root
that SCONJ 13 mark
he PRON 13 nsubj
did VERB 10 ccomp
. PUNCT 10 punct
"""


def test_a_content_ends_before_the_clause_that_its_own_hangs_on():
    assert not any(cue == "had suggested" and "mayor" in " ".join(content) for _, cue, content in found(ASKED))


def test_a_parse_that_runs_in_a_circle_is_survived():
    circle = SHARED.replace("telephoned VERB 2 ccomp", "telephoned VERB 8 ccomp")
    assert found(circle)
